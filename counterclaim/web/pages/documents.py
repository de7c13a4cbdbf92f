"""The list of documents, the reader, and the issues met while reading."""

from __future__ import annotations

from collections import Counter

from fastapi import APIRouter
from starlette.responses import RedirectResponse, Response

from counterclaim.core.claims import claim_type
from counterclaim.core.incidents import FiledClaim, Incident
from counterclaim.core.types import Sheet
from counterclaim.store import Store
from counterclaim.web.pages.opened import OpenStore
from counterclaim.web.reader import cut_document, highlight_rules
from counterclaim.web.render import path_part, render

router = APIRouter()


@router.get("/documents")
def show_documents(store: OpenStore) -> Response:
    """Every document, by name."""
    return render("documents.html", documents=store.documents())


@router.get("/documents/{document_id}")
def show_document(store: OpenStore, document_id: str) -> Response:
    """A document's text with its claims marked."""
    sheet = store.sheet(document_id)
    document = sheet.document
    if document.id != document_id:
        return RedirectResponse(f"/documents/{path_part(document.id)}")
    filed = _claims_as_ruled(store, sheet)
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


@router.get("/documents/{document_id}/highlights.css")
def show_highlights(store: OpenStore, document_id: str) -> Response:
    """The reader's rules for lighting up one claim."""
    claims = store.sheet(document_id).claims or ()
    return Response(highlight_rules(claims), media_type="text/css")


@router.get("/issues")
def show_issues(store: OpenStore) -> Response:
    """What was odd in the inputs."""
    return render("issues.html", issues=store.issues())


def _claims_as_ruled(store: Store, sheet: Sheet) -> list[FiledClaim]:
    """The document's claims after rulings; the sheet itself keeps them as they were read."""
    ids = tuple(claim.id for claim in sheet.claims or ())
    return store.claims_of(Incident(code="", title="", claims=ids))
