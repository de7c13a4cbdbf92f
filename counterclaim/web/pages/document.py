"""The reader: one document's text with its claims marked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse
from sqlalchemy import Connection
from starlette.responses import RedirectResponse, Response

from counterclaim.core.errors import NotFoundError
from counterclaim.core.incidents import FiledClaim, Incident
from counterclaim.core.spans import Span
from counterclaim.core.types import Sheet
from counterclaim.store.find import read_issues
from counterclaim.store.linked import read_titles_of
from counterclaim.web import languages, viewer
from counterclaim.web.pages.opened import OpenStore
from counterclaim.web.reader.kinds import SIGNS, kind_name, kind_of
from counterclaim.web.reader.lit import highlight_rules
from counterclaim.web.reader.players import player_in
from counterclaim.web.reader.view import Asked, Shown, show_page
from counterclaim.web.render import path_part, render
from counterclaim.web.review.keys import read_keys

router = APIRouter()

_MOST = 10**9  # code points; beyond every text, within every integer
_Place = Annotated[int | None, Query(ge=0, le=_MOST)]


@router.api_route("/documents/{document_id}", methods=["GET", "HEAD"])
def show_document(
    store: OpenStore,
    document_id: str,
    page: Annotated[int | None, Query(ge=1, le=_MOST)] = None,
    at: _Place = None,
    s: Annotated[str | None, Query(pattern=r"^\d{1,9}-\d{1,9}$")] = None,
    claim: Annotated[str | None, Query(max_length=100)] = None,
    passage: _Place = None,
) -> Response:
    """A page of a document: by its number, or with a place, selection ("120-178"), claim or sentence on it."""
    sheet = store.sheet(document_id)
    document = sheet.document
    if document.id != document_id:
        return RedirectResponse(f"{languages.base()}/documents/{path_part(document.id)}")
    filed = store.claims_in(document.id)
    with store.reading() as connection:
        issues = [stored.issue for stored in read_issues(connection, document.id)]
        if claim is not None:
            at = _start_of_claim(claim, filed)
        elif passage is not None:
            at = _start_of_passage(passage, sheet)
        shown = show_page(sheet, filed, issues, Asked(page, at, _span_of(s)))
        incident_of = read_titles_of(connection, [entry.claim.id for entry in shown.entries])
        keys = _wants_keys(connection)
    return render_shown(sheet, shown, incident_of, keys=keys)


def render_shown(
    sheet: Sheet, shown: Shown, incident_of: Mapping[str, Incident], *, keys: bool = True
) -> HTMLResponse:
    """The page; `incident_of` has the incident of each claim that is in one, by the claim's id.

    `keys`: whether single keys work until the box is unticked.
    """
    return render(
        "document/page.html",
        document=sheet.document,
        articles=sheet.articles or (),
        shown=shown,
        incident_of=incident_of,
        keys=keys,
        kind_of=kind_of,
        kind_name=kind_name,
        numbers=shown.numbers,
        player_in=player_in,
        signs=SIGNS,
        address=f"{languages.base()}/documents/{path_part(sheet.document.id)}",
    )


@router.api_route("/documents/{document_id}/highlights.css", methods=["GET", "HEAD"])
def show_highlights(
    store: OpenStore,
    document_id: str,
    start: Annotated[int, Query(ge=0, le=_MOST)] = 0,
    end: Annotated[int, Query(ge=0, le=_MOST)] = _MOST,
) -> Response:
    """The reader's rules for lighting up one of the claims between two places of the text."""
    claims = [one.claim for one in store.claims_in(document_id)]
    here = [claim for claim in claims if claim.start < end and start <= claim.end]
    return Response(highlight_rules(here), media_type="text/css")


def _wants_keys(connection: Connection) -> bool:
    """Not where somebody has switched off all keys of the review desk."""
    who = viewer.current().name
    return who is None or any(read_keys(connection, who).values())


def _span_of(selection: str | None) -> Span | None:
    if selection is None:
        return None
    first, _, last = selection.partition("-")
    return Span(int(first), int(last))


def _start_of_claim(claim: str, filed: list[FiledClaim]) -> int:
    start = next((one.claim.start for one in filed if one.claim.id == claim), None)
    if start is None:
        raise NotFoundError(
            f"this document has no claim {claim!r}; it may have been rejected or read anew since"
        )
    return start


def _start_of_passage(passage: int, sheet: Sheet) -> int:
    passages = sheet.passages or ()
    if passage >= len(passages):
        raise NotFoundError(
            f"this document has {len(passages):,} sentences, and none of number {passage + 1:,}"
        )
    return passages[passage].span.start
