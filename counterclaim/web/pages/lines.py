"""Agreements, and who controls a place, as lines in time: every entry with its speaker and sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from fastapi import APIRouter, Request
from msgspec.structs import replace
from sqlalchemy import Connection
from starlette.responses import Response

from counterclaim.core.incidents import FiledClaim
from counterclaim.incidents.lines.agreements import agreement_lines
from counterclaim.incidents.lines.control import control_lines
from counterclaim.store.find import read_claims_by_id
from counterclaim.store.select import Selection, parse_selection, select_uncounted
from counterclaim.store.select.selection import DEFAULT_LIMIT
from counterclaim.web.pages.opened import OpenStore
from counterclaim.web.render import render
from counterclaim.web.tables.asked import counts_of, told_wrongly
from counterclaim.web.tables.fields import fields_of
from counterclaim.web.tables.timelines import show_agreement, show_control
from counterclaim.web.tables.view import View

router = APIRouter()

# Claims that are joined to lines at once: a line is no good for reading where its beginning is cut off, so that
# a page is this long and not the usual fifty. Joining so many takes some tenths of a second.
CLAIMS_AT_ONCE = 500

Line = TypeVar("Line")


@router.api_route("/agreements", methods=["GET", "HEAD"])
@told_wrongly
def show_agreements(request: Request, store: OpenStore) -> Response:
    """Ceasefires and other agreements, from their announcement to their end."""
    return _show(request, store, "agreements", "lines/agreements.html", _agreements)


@router.api_route("/control", methods=["GET", "HEAD"])
@told_wrongly
def show_control_of_places(request: Request, store: OpenStore) -> Response:
    """For each place, who is said to hold, seize and lose it."""
    return _show(request, store, "control", "lines/control.html", _control)


def _agreements(filed: Iterable[FiledClaim]) -> list[Any]:
    return [show_agreement(line) for line in agreement_lines(filed)]


def _control(filed: Iterable[FiledClaim]) -> list[Any]:
    return [show_control(line) for line in control_lines(filed)]


def _show(
    request: Request,
    store: OpenStore,
    name: str,
    template: str,
    join: Callable[[Iterable[FiledClaim]], list[Any]],
) -> Response:
    selection = replace(parse_selection(name, request.query_params.multi_items()), limit=CLAIMS_AT_ONCE)
    counts = counts_of(request)
    version = counts.version()
    with store.reading() as connection:
        filed, following = _read(connection, selection)
        counted = counts.of(version, connection, selection)
    view = View(f"/{name}", replace(selection, limit=DEFAULT_LIMIT))
    return render(
        template,
        view=view,
        total=counted.total,
        facets=view.facets(counted.facets),
        lines=join(filed),
        next=view.following(following) if following else "",
        fields=fields_of(selection),
        formats=[],
    )


def _read(connection: Connection, selection: Selection) -> tuple[list[FiledClaim], str | None]:
    rows, following = select_uncounted(connection, replace(selection, columns=("id",)))
    return read_claims_by_id(connection, [str(row["id"]) for row in rows]), following
