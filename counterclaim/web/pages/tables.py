"""The lists as tables, each with its files."""

from __future__ import annotations

from collections.abc import Callable

from fastapi import APIRouter, Depends, Request
from starlette.responses import RedirectResponse, Response

from counterclaim.store.select import (
    parse_selection,
    select_all,
    select_uncounted,
)
from counterclaim.web import languages
from counterclaim.web.downloads import attached
from counterclaim.web.pages.opened import OpenStore
from counterclaim.web.render import render
from counterclaim.web.tables.about import about, count_rows_words
from counterclaim.web.tables.asked import counts_of, making_a_file, told_wrongly
from counterclaim.web.tables.cells import FOR_READERS, read_members, show_cells, with_hidden
from counterclaim.web.tables.fields import fields_of
from counterclaim.web.tables.files import ENDINGS, make_file
from counterclaim.web.tables.layouts import formats_for, make_layout, zipped
from counterclaim.web.tables.view import View
from counterclaim.web.viewer import at_least

router = APIRouter()

TABLES = ("claims", "incidents", "speakers", "outlets", "places", "documents", "issues")


def _show_table(name: str) -> Callable[..., Response]:
    @told_wrongly
    def show_table(request: Request, store: OpenStore) -> Response:
        parameters = request.query_params.multi_items()
        selection = parse_selection(name, parameters_with_added(parameters))
        if any(parameter in ("add", "value") for parameter, _ in parameters):
            return RedirectResponse(f"{languages.base()}{View(f'/{name}', selection).here}", 303)
        counts = counts_of(request)
        version = counts.version()
        with store.reading() as connection:
            rows, following = select_uncounted(connection, with_hidden(selection))
            counted = counts.of(version, connection, selection)
            members = read_members(connection, selection.chosen, rows) if selection.listing.rulings else {}
        view = View(f"/{name}", selection)
        return render(
            "tables/table.html",
            about=about(name),
            view=view,
            total=counted.total,
            counted=count_rows_words(name, counted.total),
            facets=view.facets(counted.facets),
            rows=[show_cells(name, selection.chosen, row, members) for row in rows],
            next=view.following(following) if following else "",
            fields=fields_of(selection),
            formats=formats_for(view),
        )

    return show_table


def _show_file(name: str, ending: str) -> Callable[..., Response]:
    @told_wrongly
    def show_file(request: Request, store: OpenStore) -> Response:
        selection = parse_selection(name, request.query_params.multi_items())
        site = str(request.base_url).rstrip("/")
        with store.reading() as connection, making_a_file():
            file = make_file(selection, select_all(connection, with_hidden(selection)), ending, site)
        return attached(file.body, file.media_type, file.name)

    return show_file


@router.api_route("/exports/{name}", methods=["GET", "HEAD"])
@told_wrongly
def show_layout(request: Request, store: OpenStore, name: str) -> Response:
    """Another project's layout of the incidents that the filters let through, or with `of=claims` of the claims."""
    parameters = request.query_params.multi_items()
    of = "claims" if ("of", "claims") in parameters else "incidents"
    selection = parse_selection(of, [one for one in parameters if one != ("of", of)])
    made = make_layout(store, name, selection)
    return attached(zipped(made.files), "application/zip", f"{name}.zip")


def parameters_with_added(parameters: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """The parameters; what the form "another filter" sends, a name and a value, becomes a filter of that name.

    A bound takes the place of the one that is set; "is not stated" needs no value.
    """
    name = next((value for parameter, value in parameters if parameter == "add"), "")
    value = next((value for parameter, value in parameters if parameter == "value"), "")
    rest = [(parameter, told) for parameter, told in parameters if parameter not in ("add", "value")]
    if not name:
        return rest
    if name.endswith("__missing"):
        value = value or "1"
    if "__" in name and value:
        rest = [one for one in rest if one[0] != name]
    return [*rest, (name, value)]


for _name in ("agreements", "control"):  # whose pages are lines in time
    for _ending in ENDINGS:
        router.add_api_route(f"/{_name}.{_ending}", _show_file(_name, _ending), methods=["GET", "HEAD"])
for _name in TABLES:
    _needs = [Depends(at_least("reader"))] if _name in FOR_READERS else []
    router.add_api_route(f"/{_name}", _show_table(_name), methods=["GET", "HEAD"], dependencies=_needs)
    for _ending in ENDINGS:
        router.add_api_route(
            f"/{_name}.{_ending}", _show_file(_name, _ending), methods=["GET", "HEAD"], dependencies=_needs
        )
