"""The list of incidents with its search."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response

from counterclaim.store import FoundPassage
from counterclaim.web.listing import list_incidents
from counterclaim.web.pages.opened import OpenStore
from counterclaim.web.render import render

router = APIRouter()

SEARCH_LENGTH = 200  # characters; longer than any sensible search, short enough for every log
FOUND_AT_MOST = 50  # passages on the page


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
