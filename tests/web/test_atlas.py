"""Promises of the map that hold for any incidents: none is lost, none is shown as closer than it is known."""

from __future__ import annotations

import re
from datetime import date
from typing import Any
from urllib.parse import parse_qsl

import numpy as np
from fastapi import FastAPI
from hypothesis import given, settings
from hypothesis import strategies as st
from starlette.testclient import TestClient

from counterclaim.core.located import Located
from counterclaim.store.positions import Position
from counterclaim.store.tolls import Toll
from counterclaim.web.atlas import AREA, STATED, Atlas, make_atlas
from counterclaim.web.choice import Choice, choose
from counterclaim.web.locator import draw_locator
from counterclaim.web.marks import MOST, grouping_zoom, mark
from counterclaim.web.mercator import Box, frame
from counterclaim.web.outlines import box_of, draw_land, shape_id, shapes
from counterclaim.web.pages.map_choice import Chosen
from counterclaim.web.places import country_names
from counterclaim.web.timeline import draw_timeline

PLACES = st.tuples(
    st.sampled_from([(35.2, 40.1), (35.21, 40.1), (48.5, 38.0), (-90.0, 180.0), (0.0, -180.0)]),
    st.sampled_from([0.5, 5.0, 25.0, 90.0, 900.0]),
    st.integers(1, 7),
    st.sampled_from(["SY", "UA", ""]),
)
DAYS = st.one_of(
    st.none(),
    st.sampled_from(
        [
            "XXXX-09-17",
            "2016-09",
            "2016-22",
            "201X",
            "2012/..",
            "../2014-03-01",
            "not a day",
            "2016-02-29/2016-03-02",
        ]
    ),
    st.dates(date(1, 1, 1), date(9999, 12, 31)).map(date.isoformat),
)


@st.composite
def atlases(draw: st.DrawFn) -> Atlas:
    """Up to thirty incidents, placed and dated or not, with figures or without."""
    positions, tolls = [], []
    for number in range(draw(st.integers(0, 30))):
        spot = draw(st.none() | PLACES)
        where: dict[str, Any] = {} if spot is None else {
            "lat": spot[0][0], "lon": spot[0][1], "radius_km": spot[1], "precision": spot[2], "country": spot[3]
        }  # fmt: skip
        kind = draw(st.sampled_from(["air_strike", "shelling", None]))
        positions.append(
            Position(number, kind, draw(DAYS), draw(st.integers(0, 9)), draw(st.booleans()))._replace(**where)
        )
        if draw(st.booleans()):
            low = draw(st.integers(0, 10**9))
            tolls.append(Toll(number, "killed", low, low + draw(st.integers(0, 10**9)), draw(st.booleans())))
    return make_atlas(positions, tolls)


CHOICES = st.builds(
    Choice,
    kind=st.sampled_from(["", "air_strike", "a & b=ü"]),
    harm=st.sampled_from([None, "killed"]),
    country=st.sampled_from(["", "SY"]),
    first=st.none() | st.dates(date(1900, 1, 1), date(2100, 1, 1)),
    last=st.none() | st.dates(date(1900, 1, 1), date(2100, 1, 1)),
    box=st.none() | st.just(Box(30.25, -5.0, 45.5, 40.125)),
    spot=st.none() | st.just((35.2, 40.1)),
    without=st.sampled_from([None, "place", "year"]),
)


@given(atlases(), st.integers(0, 14))
@settings(max_examples=60, deadline=None)
def test_every_placed_incident_stands_in_one_mark_and_no_area_in_a_mark_of_points(
    atlas: Atlas, zoom: int
) -> None:
    marks = mark(atlas, np.ones(len(atlas.number), dtype=np.bool_), zoom, "killed")
    assert sum(one.incidents for one in marks) == int(atlas.placed.sum())
    areas = sum(one.incidents for one in marks if one.is_area)
    assert areas == int((atlas.precision >= AREA).sum())
    for one in marks:
        assert (one.number in atlas.number.tolist()) if one.incidents == 1 else one.number == 0
        assert one.box.west <= one.lon + 1e-9
        assert one.lon <= one.box.east + 1e-9
        assert one.box.south <= one.lat + 1e-9
        assert one.lat <= one.box.north + 1e-9
        assert one.is_one_place == (one.radius_km > 0)


@given(atlases(), CHOICES)
@settings(max_examples=60, deadline=None)
def test_asking_for_more_finds_less(atlas: Atlas, choice: Choice) -> None:
    found = choose(atlas, choice)
    for name in choice._fields:
        without = choose(atlas, choice._replace(**{name: Choice._field_defaults[name]}))
        assert not (found & ~without).any(), name


@given(CHOICES)
@settings(max_examples=60, deadline=None)
def test_a_choice_survives_its_address(choice: Choice) -> None:
    app = FastAPI()
    read: list[Choice] = []

    def keep(chosen: Chosen) -> None:
        read.append(chosen)

    app.get("/read")(keep)
    assert TestClient(app).get(f"/read{choice.query()}").status_code == 200
    assert read == [choice]
    assert dict(parse_qsl(choice.query()[1:])) == choice.parameters


@given(atlases(), st.sampled_from([Choice(), Choice(first=date(2016, 3, 1), last=date(2016, 9, 30))]))
@settings(max_examples=60, deadline=None)
def test_a_bar_covers_every_day_that_is_possible(atlas: Atlas, choice: Choice) -> None:
    found, ever = choose(atlas, choice), choose(atlas, choice.ever())
    timeline = draw_timeline(atlas, found, ever, choice)
    if timeline is None:
        assert not (ever & (atlas.dated == STATED)).any()
        return
    assert {bar.number for bar in timeline.bars} == set(
        atlas.number[found & (atlas.dated == STATED)].tolist()
    )
    scale = timeline.scale
    days = (scale.last - scale.first).days + 1
    row_of = {number: row for row, number in enumerate(atlas.number.tolist())}
    for bar in timeline.bars:
        row = row_of[bar.number]
        left, right = bar.left * days / 100, (bar.left + bar.width) * days / 100
        slack = 0.011 * days / 100 + 0.01
        assert left <= max(int(atlas.first[row]) - scale.first.toordinal(), 0) + slack
        assert right >= min(int(atlas.last[row]) - scale.first.toordinal() + 1, days) - slack
        assert bar.open_left == (atlas.first[row] < scale.first.toordinal())
        assert bar.low is None or bar.high is None or 0 <= bar.low <= bar.high <= 100
    assert all(one.n_sure <= one.n_maybe for one in timeline.stretches)
    assert sum(one.n_sure for one in timeline.stretches) <= int((ever & (atlas.dated == STATED)).sum())
    assert timeline.stretches[0].first == timeline.strip.first
    assert timeline.stretches[-1].last == timeline.strip.last


@given(st.floats(0, 20), st.none() | st.tuples(st.floats(-180, 179), st.floats(-85, 84), st.floats(0, 1)))
def test_a_request_for_the_whole_world_up_close_is_answered_from_afar(
    zoom: float, corner: tuple[float, float, float] | None
) -> None:
    box = Box(corner[0], corner[1], corner[0] + corner[2], corner[1] + corner[2]) if corner else None
    grouped = grouping_zoom(zoom, box)
    assert grouped <= round(zoom)
    if box is None:
        assert (256 * 2**grouped / 52) ** 2 <= 2 * MOST


@given(st.floats(-84, 84), st.floats(-180, 180), st.floats(0.5, 2_000), st.integers(1, 7))
@settings(max_examples=40, deadline=None)
def test_a_place_stands_within_its_small_map(
    lat: float, lon: float, radius_km: float, precision: int
) -> None:
    where = Located(
        lat=lat, lon=lon, radius_km=radius_km, precision=precision, name="Dorel", kind="town", country="SY"
    )
    locator = draw_locator(where)
    if not locator.shape:  # a country is shown as a whole, wherever its point is
        assert -1 <= locator.x <= locator.frame.width + 1
        assert -1 <= locator.y <= locator.frame.height + 1
    assert locator.is_area == (precision >= AREA)


def test_land_is_drawn_within_the_picture_and_does_not_cross_the_world() -> None:
    for box in (Box(-170, -56, 180, 75), Box(35, 32, 43, 38), Box(160, 60, 180, 70)):
        picture = frame(box, 720, 400)
        for path in draw_land(picture):
            x = 0
            for command, numbers in re.findall(r"([Ml])([^Mlz]*)", path):
                steps = [int(number) for number in re.findall(r"-?\d+", numbers)]
                x = steps[0] if command == "M" else x
                for step in steps[::2] if command == "l" else ():
                    x += step
                    assert -6 <= x <= 726


def test_every_country_has_its_name_within_its_outline() -> None:
    names = {one.key: one for one in country_names()}
    assert names["760"].name == "Syria"
    assert names["Kosovo"].name == "Kosovo"
    for key, one in names.items():
        left, top, right, bottom = box_of(shapes()[key])
        assert left - 1e-9 <= one.x <= right + 1e-9, one.name
        assert top - 1e-9 <= one.y <= bottom + 1e-9, one.name


def test_countries_without_a_number_have_an_outline_too() -> None:
    assert shape_id("XK") == "Kosovo"
    assert shape_id("QQ") is None
