"""Claims that people added: kept apart from what was read, and put beside it whenever a document is written."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

import msgspec
from msgspec.structs import replace
from sqlalchemy import Connection

from counterclaim.core.claims import Claim
from counterclaim.core.types import Sheet
from counterclaim.store import schema
from counterclaim.store.chunks import in_chunks
from counterclaim.store.rulings import Ruling, rulings_that


class Added(msgspec.Struct, frozen=True):
    """The value of a ruling that adds a claim. It stands in the incident of the claim `beside`, if any."""

    claim: Claim
    beside: str | None = None


def adding(document_id: str, claim: Claim, beside: str | None) -> Ruling:
    """The ruling that adds the claim to a document."""
    value = msgspec.json.encode(Added(claim, beside), order="deterministic").decode()
    return Ruling(claim.id, "add", value=value, document_id=document_id)


def added_claims(connection: Connection, sheet: Sheet) -> list[Claim]:
    """`added_to` the one document."""
    return added_to(connection, [sheet])[sheet.document.id]


def added_to(connection: Connection, sheets: Sequence[Sheet]) -> dict[str, list[Claim]]:
    """The claims that people added to each of the documents, by id, placed in its layers as they are now.

    One whose words no longer stand where they stood is left out; `Store.check` lists it.
    """
    known = _read_added(connection, [sheet.document.id for sheet in sheets])
    return {
        sheet.document.id: [
            place_claim(sheet, added.claim, added.beside)
            for added in {each.claim.id: each for each in known[sheet.document.id]}.values()
            if stands(sheet, added.claim)
        ]
        for sheet in sheets
    }


def find_astray(connection: Connection, sheet: Sheet) -> list[str]:
    """The ids of added claims whose words no longer stand where they stood."""
    known = _read_added(connection, [sheet.document.id])[sheet.document.id]
    return sorted({each.claim.id for each in known if not stands(sheet, each.claim)})


def _read_added(connection: Connection, document_ids: Sequence[str]) -> dict[str | None, list[Added]]:
    found: dict[str | None, list[Added]] = {document_id: [] for document_id in document_ids}
    for chunk in in_chunks(document_ids):
        for ruling in rulings_that(connection, schema.rulings.c.document_id.in_(chunk)):
            if ruling.decision == "add":
                found[ruling.document_id].append(msgspec.json.decode(ruling.value or "", type=Added))
    return found


def stands(sheet: Sheet, claim: Claim) -> bool:
    """Whether the claim's words stand in the text where it says."""
    return sheet.document.text[claim.start : claim.end] == claim.quote


def place_claim(sheet: Sheet, claim: Claim, beside: str | None) -> Claim:
    """The claim with the passage and article that its words stand in, and the happening of the claim `beside`."""
    passages = sheet.passages or ()
    starts = [passage.span.start for passage in passages]
    at = max(0, bisect_right(starts, claim.start) - 1)
    neighbour = next((each for each in sheet.claims or () if each.id == beside), None)
    return replace(
        claim,
        passage=at,
        article=passages[at].article if passages else 0,
        incident=neighbour.incident if neighbour is not None else claim.incident,
    )


def with_added(read: Sequence[Claim], added: Sequence[Claim]) -> list[Claim]:
    """All claims of a document, each id once: where the reader found what a person added, the person's counts."""
    return list({claim.id: claim for claim in (*reversed(read), *added)}.values())
