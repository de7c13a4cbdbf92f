"""The front page: incidents as readers want them, a page at a time, with what to narrow them down by."""

from __future__ import annotations

from fastapi import APIRouter, Request
from msgspec.structs import replace
from starlette.responses import Response

from counterclaim.store import FoundPassage
from counterclaim.store.nearby import read_claims_of
from counterclaim.store.select import Selection, parse_selection, select_uncounted
from counterclaim.web.listing import COLUMNS, describe
from counterclaim.web.pages.opened import OpenStore
from counterclaim.web.render import render
from counterclaim.web.tables.asked import counts_of, told_wrongly
from counterclaim.web.tables.view import View

router = APIRouter()

FOUND_AT_MOST = 50  # passages on the page


@router.api_route("/", methods=["GET", "HEAD"])
@told_wrongly
def show_incidents(request: Request, store: OpenStore) -> Response:
    """Incidents of which more than one claim tells, unless the address asks for others; and the passages found."""
    selection = parse_selection("incidents", request.query_params.multi_items())
    single = selection.having("claims", "lte", [1])
    by_default = not any(one.column == "claims" for one in selection.filters)
    asked = selection.having("claims", "gte", [2]) if by_default else selection
    counts = counts_of(request)
    version = counts.version()
    with store.reading() as connection:
        rows, following = select_uncounted(connection, replace(asked, columns=COLUMNS))
        counted = counts.of(version, connection, asked)
        singles = counts.total(version, connection, single) if by_default else 0
        documents = counts.total(version, connection, Selection(list="documents"))
        filed = read_claims_of(connection, [str(row["code"]) for row in rows])
    words = selection.q
    found: list[FoundPassage] = store.find_passages(words, FOUND_AT_MOST + 1) if words else []
    view = View("/", selection)
    return render(
        "incidents.html",
        q=words,
        found=found[:FOUND_AT_MOST],
        more=len(found) > FOUND_AT_MOST,
        view=view,
        facets=view.facets(counted.facets),
        lines=[describe(row, filed[str(row["code"])]) for row in rows],
        total=counted.total,
        next=view.following(following) if following else "",
        table_address=View("/incidents", replace(asked, after="")).here,
        singles=singles,
        single_address=view.address(replace(single, after="")),
        documents=documents,
    )
