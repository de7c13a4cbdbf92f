"""The list of incidents with its search, and the page of one incident."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import RedirectResponse, Response

from counterclaim.core.claims import Casualty, Responsibility
from counterclaim.core.incidents import FiledClaim, Incident, Relation
from counterclaim.incidents.accounts import accounts_of
from counterclaim.store import FoundPassage
from counterclaim.web.labels import STANCES
from counterclaim.web.listing import list_incidents
from counterclaim.web.matrix import build_matrix, find_repeats
from counterclaim.web.pages.opened import OpenStore
from counterclaim.web.ranges import draw_ranges
from counterclaim.web.render import path_part, render

router = APIRouter()

SEARCH_LENGTH = 200  # characters; longer than any sensible search, short enough for every log
FOUND_AT_MOST = 50  # passages on the page

Pair = tuple[Relation, FiledClaim, FiledClaim]


@router.api_route("/", methods=["GET", "HEAD"])
def show_incidents(store: OpenStore, q: Annotated[str, Query(max_length=SEARCH_LENGTH)] = "") -> Response:
    """All incidents, or the passages that hold the words of `q` above them."""
    words = q.strip()
    found: list[FoundPassage] = store.find_passages(words, FOUND_AT_MOST + 1) if words else []
    lines = list_incidents(store.incidents(), {filed.claim.id: filed for filed in store.claims()})
    return render(
        "incidents.html",
        q=words,
        found=found[:FOUND_AT_MOST],
        more=len(found) > FOUND_AT_MOST,
        told=[line for line in lines if len(line.incident.claims) > 1],
        single=[line for line in lines if len(line.incident.claims) == 1],
        documents=len(store.documents()),
    )


@router.api_route("/incidents/{code}", methods=["GET", "HEAD"])
def show_incident(store: OpenStore, code: str) -> Response:
    """One incident: its accounts side by side."""
    incident = store.incident(code)
    if incident.code != code:
        return RedirectResponse(f"/incidents/{path_part(incident.code)}")
    every = store.claims_of(incident)
    filed = {one.claim.id: one for one in every}
    accounts = sorted(accounts_of(incident, every), key=lambda account: account.speaker is None)
    matrix = build_matrix(accounts)
    shown = [one for row in matrix.rows for cell in row.cells for one in cell]
    stances = [(one, one.claim.stance) for one in every if isinstance(one.claim, Responsibility)]
    return render(
        "incident.html",
        incident=incident,
        accounts=accounts,
        matrix=matrix,
        repeats=find_repeats(incident, filed, shown),
        charts=[chart for harm in matrix.harms if (chart := draw_ranges(accounts, harm))],
        stances=[(stance, [one for one, of in stances if of == stance]) for stance in STANCES],
        disputes=_pairs(incident, filed, "contradicts", "denies"),
        links=_pairs(incident, filed, "admits", "corroborates", "repeats", "revises", "part_of"),
        others=[one for one in every if not isinstance(one.claim, Casualty | Responsibility)],
        documents=list({one.document_id: one for one in every}.values()),
    )


def _pairs(incident: Incident, filed: dict[str, FiledClaim], *kinds: str) -> list[Pair]:
    """Related claims of these kinds, without those whose claim was rejected since."""
    return [
        (relation, filed[relation.claim], filed[relation.other])
        for relation in incident.relations
        if relation.kind in kinds and relation.claim in filed and relation.other in filed
    ]
