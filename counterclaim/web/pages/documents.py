"""The list of documents, the reader, and the issues met while reading."""

from __future__ import annotations

from collections import Counter

from fastapi import APIRouter
from starlette.responses import RedirectResponse, Response

from counterclaim.core.claims import claim_type
from counterclaim.web.pages.opened import OpenStore
from counterclaim.web.reader import cut_document, highlight_rules
from counterclaim.web.render import path_part, render

router = APIRouter()


@router.api_route("/documents", methods=["GET", "HEAD"])
def show_documents(store: OpenStore) -> Response:
    """Every document, by name."""
    return render("documents.html", documents=store.documents())


@router.api_route("/documents/{document_id}", methods=["GET", "HEAD"])
def show_document(store: OpenStore, document_id: str) -> Response:
    """A document's text with its claims marked."""
    sheet = store.sheet(document_id)
    document = sheet.document
    if document.id != document_id:
        return RedirectResponse(f"/documents/{path_part(document.id)}")
    filed = store.claims_in(sheet.document.id)
    claims = [one.claim for one in filed]
    wanted = {claim.id for claim in claims}
    return render(
        "document.html",
        document=document,
        sheet=sheet,
        sections=cut_document(sheet, claims),
        claims=sorted(claims, key=lambda claim: (claim.start, claim.end)),
        types=Counter(claim_type(claim) for claim in claims),
        incident_of={
            claim: incident for incident in store.incidents() for claim in incident.claims if claim in wanted
        },
    )


@router.api_route("/documents/{document_id}/highlights.css", methods=["GET", "HEAD"])
def show_highlights(store: OpenStore, document_id: str) -> Response:
    """The reader's rules for lighting up one claim."""
    claims = store.sheet(document_id).claims or ()
    return Response(highlight_rules(claims), media_type="text/css")


@router.api_route("/issues", methods=["GET", "HEAD"])
def show_issues(store: OpenStore) -> Response:
    """What was odd in the inputs."""
    return render("issues.html", issues=store.issues())
