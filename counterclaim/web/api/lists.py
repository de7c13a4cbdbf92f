"""The lists of the tables, as pages of JSON, and single claims."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from fastapi import APIRouter, Depends, Request
from starlette.responses import Response

from counterclaim.core.errors import NotFoundError
from counterclaim.store import find, linked
from counterclaim.store.select import LISTS, Column, Row
from counterclaim.store.select.late import select_page
from counterclaim.web.api.answers import answer, page_answer
from counterclaim.web.api.asked import parameters_of, selection_of
from counterclaim.web.api.records import SingleClaim, claim_record
from counterclaim.web.pages.opened import OpenStore
from counterclaim.web.tables.asked import counts_of
from counterclaim.web.tables.cells import FOR_READERS, read_members, with_hidden
from counterclaim.web.viewer import at_least

router = APIRouter()


def _show(name: str) -> Callable[..., Response]:
    def show_list(request: Request, store: OpenStore) -> Response:
        selection = selection_of(request, name)
        chosen = selection.chosen
        counts = counts_of(request)
        version = counts.version()
        with store.reading() as connection:
            rows, following = select_page(connection, with_hidden(selection))
            members = read_members(connection, chosen, rows) if selection.listing.rulings else {}
            total = counts.total(version, connection, selection)
        items = tuple(_item(chosen, row, members) for row in rows)
        return page_answer(request, items, total, following)

    return show_list


for _name in LISTS:
    router.add_api_route(
        f"/{_name}",
        _show(_name),
        methods=["GET", "HEAD"],
        name=f"list_{_name}",
        dependencies=[Depends(at_least("reader"))] if _name in FOR_READERS else [],
    )


@router.api_route("/claims/{claim_id}", methods=["GET", "HEAD"])
def show_claim(request: Request, store: OpenStore, claim_id: str) -> Response:
    """One claim as ruled, with its sentence."""
    parameters_of(request, ())
    with store.reading() as connection:
        found = find.read_claims_by_id(connection, [claim_id])
        if not found:
            raise NotFoundError(f"no claim has the id {claim_id[:60]!r}, or it was rejected")
        incident = linked.read_titles_of(connection, [claim_id]).get(claim_id)
    told = SingleClaim(claim=claim_record(found[0]), incident=None if incident is None else incident.code)
    return answer(request, told)


def _item(
    columns: Sequence[Column], row: Row, members: Mapping[str, Mapping[str, Sequence[str]]]
) -> dict[str, Any]:
    """The row, with several values of one cell as a list."""
    told: dict[str, Any] = {column.name: row[column.name] for column in columns}
    for column in columns:
        if column.kind == "many":
            cell = told[column.name]
            apart = str(cell).split("; ") if cell else []
            told[column.name] = members[column.name].get(str(row["id"]), []) if members else apart
    return told
