"""Documents with their text, and search in all of them."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import Response

from counterclaim.web.api.answers import answer, page_answer
from counterclaim.web.api.asked import page_of, parameters_of
from counterclaim.web.api.problems import ParameterError
from counterclaim.web.api.records import PassageRecord, document_record
from counterclaim.web.pages.opened import OpenStore

router = APIRouter()


@router.api_route("/documents/{document_id}", methods=["GET", "HEAD"])
def show_document(request: Request, store: OpenStore, document_id: str) -> Response:
    """One document; its claims are at /claims?document_id=…"""
    parameters_of(request, ())
    sheet = store.sheet(document_id)
    return answer(request, document_record(sheet.document, sheet.articles or ()))


@router.api_route("/search", methods=["GET", "HEAD"])
def find_passages(request: Request, store: OpenStore) -> Response:
    """Passages with every word of `q`, best match first; accents and case do not count."""
    told = parameters_of(request, ("q", "limit", "after"))
    if "q" not in told:
        raise ParameterError("q", "is missing; give the words to search for")
    before, limit = page_of(told)
    found = store.find_passages(told["q"], before + limit + 1)[before:]
    items = tuple(
        PassageRecord(
            document=one.document_id,
            doc=one.doc,
            outlet=one.outlet,
            start=one.start,
            end=one.end,
            text=one.text,
        )
        for one in found[:limit]
    )
    return page_answer(request, items, None, str(before + limit) if len(found) > limit else None)
