"""The map and the timeline, linked, with the list that is their twin."""

from __future__ import annotations

from typing import Annotated, Any

import msgspec
from fastapi import APIRouter, Query
from sqlalchemy import Connection
from starlette.responses import Response

from counterclaim.core.errors import NotFoundError
from counterclaim.core.incidents import Incident
from counterclaim.store.positions import number_of, read_told
from counterclaim.web import outlines
from counterclaim.web.atlas import Atlas
from counterclaim.web.atlas_kept import open_atlas
from counterclaim.web.choice import Choice, choose
from counterclaim.web.labels import HARMS
from counterclaim.web.listing import full_title
from counterclaim.web.mapped import list_drawers, list_page, list_row, page_of
from counterclaim.web.marks import Mark, grouping_zoom, mark
from counterclaim.web.mercator import lat_of, lon_of
from counterclaim.web.overview import draw_overview, extent_of, symbol_size
from counterclaim.web.pages.map_choice import Chosen
from counterclaim.web.pages.opened import OpenStore
from counterclaim.web.places import countries_of, country_names, kinds_of
from counterclaim.web.render import render
from counterclaim.web.timeline import BARS, draw_timeline

router = APIRouter()

_CODE_LENGTH = 60  # characters; longer than any code
Code = Annotated[str, Query(max_length=_CODE_LENGTH)]
COLUMNS = (
    "lat", "lon", "count", "radius_km", "area", "size", "speakers", "spread", "disputed", "shape", "code", "title",
    "box",
)  # fmt: skip
PageNumber = Annotated[int | None, Query(ge=1, le=1_000_000)]


@router.api_route("/map", methods=["GET", "HEAD"])
def show_map(
    store: OpenStore, choice: Chosen, at: Code = "", page: PageNumber = None, zoom: float | None = None
) -> Response:
    """The whole page. `at` is the code of the incident on the card, `zoom` that of the map in the browser."""
    atlas = open_atlas(store)
    with store.reading() as connection:
        card = list_row(connection, atlas, at, choice) if at else None
        return render(
            "map.html",
            **_found(connection, atlas, choice, at, page),
            card=card,
            zoom=zoom,
            overview=draw_overview(connection, atlas, choose(atlas, choice), choice),
            kinds=kinds_of(atlas),
            countries=countries_of(atlas),
            harms=HARMS,
            edition=outlines.EDITION,
            drawn=outlines.DRAWN,
        )


@router.api_route("/map/found", methods=["GET", "HEAD"])
def show_found(store: OpenStore, choice: Chosen, at: Code = "", page: PageNumber = None) -> Response:
    """Timeline, list and drawers alone, for a script that has moved the map."""
    atlas = open_atlas(store)
    with store.reading() as connection:
        return render("map/found.html", **_found(connection, atlas, choice, at, page))


@router.api_route("/map/card", methods=["GET", "HEAD"])
def show_card(store: OpenStore, choice: Chosen, at: Code) -> Response:
    """One incident as the card shows it."""
    atlas = open_atlas(store)
    with store.reading() as connection:
        card = list_row(connection, atlas, at, choice)
        if card is None:
            raise NotFoundError(f"no incident has the code {at!r}")
        return render("map/card.html", card=card, choice=choice)


@router.api_route("/map/names", methods=["GET", "HEAD"])
def show_names() -> Response:
    """Latitude, longitude and name of every country, as JSON, in the language of the address."""
    names = [
        (round(lat_of(one.y), 2), round(lon_of(one.x), 2), round(360 * one.width, 1), one.name)
        for one in country_names()
    ]
    return Response(msgspec.json.encode(names), media_type="application/json")


@router.api_route("/map/marks", methods=["GET", "HEAD"])
def show_marks(
    store: OpenStore, choice: Chosen, zoom: Annotated[float, Query(ge=0, le=20)] = 2.0
) -> Response:
    """What stands on a part of the map at a zoom, as JSON.

    `marks` are arrays in the order of `columns`. Incidents too near to be told apart are one mark of several.
    """
    atlas = open_atlas(store)
    grouped_at = grouping_zoom(zoom, choice.box)
    marks = mark(atlas, choose(atlas, choice), grouped_at, choice.counted)
    with store.reading() as connection:
        told = read_told(connection, [one.number for one in marks if one.incidents == 1])
    incidents = {one.number: one.incident for one in told}
    body = {
        "zoom": grouped_at,
        "columns": COLUMNS,
        "marks": [_row(one, incidents.get(one.number)) for one in marks],
    }
    return Response(msgspec.json.encode(body), media_type="application/json")


def _row(one: Mark, incident: Incident | None) -> tuple[object, ...]:
    return (
        round(one.lat, 4),
        round(one.lon, 4),
        one.incidents,
        round(one.radius_km, 1),
        one.is_area,
        symbol_size(one),
        one.speakers,
        one.spread,
        one.disputed,
        outlines.shape_id(one.country) if one.is_one_place else None,
        incident.code if incident else None,
        full_title(incident) if incident else None,
        None if one.is_one_place else [round(degree, 4) for degree in one.box],
    )


def _found(connection: Connection, atlas: Atlas, choice: Choice, at: str, page: int | None) -> dict[str, Any]:
    """What the choice finds, for the templates; the page of the list that has the incident `at`, unless told."""
    found = choose(atlas, choice)
    number = number_of(connection, at) if at else None
    if page is None:
        page = page_of(atlas, found, number) if number is not None else 1
    nowhere, undated = list_drawers(connection, atlas, choice)
    timeline = draw_timeline(atlas, found, choose(atlas, choice.ever()), choice)
    told = read_told(connection, [bar.number for bar in timeline.bars]) if timeline else []
    return {
        "choice": choice,
        "extent": extent_of(atlas, found),
        "at": at,
        "total": len(atlas.number),
        "count": int(found.sum()),
        "listed": list_page(connection, atlas, found, choice, page),
        "nowhere": nowhere,
        "undated": undated,
        "timeline": timeline,
        "incidents": {one.number: one.incident for one in told},
        "most_bars": BARS,
    }
