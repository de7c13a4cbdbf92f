"""One claim as the desk shows it: its words in context, what was read, what a decision would change."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from typing import NamedTuple

from msgspec.structs import replace
from sqlalchemy import Connection, select

from counterclaim.core.incidents import FiledClaim
from counterclaim.store import find, schema
from counterclaim.store.audit import Entry, entries_on, is_undone, read_entries
from counterclaim.store.codings import Coding, read_coding
from counterclaim.store.linked import read_titles_of
from counterclaim.store.nearby import read_claims_of
from counterclaim.store.queue import Desk, find_queue
from counterclaim.store.reviews import find_standing
from counterclaim.store.reviews_schema import audit
from counterclaim.web.review.change import Stood, compare, without
from counterclaim.web.review.spans import Context, find_context

WINDOW = 100  # claims of the queue that are looked up; whoever skips so many begins anew


class Place(NamedTuple):
    """Where the claim stands in the queue; `left` counts up to `WINDOW`."""

    next: str | None
    previous: str | None
    left: int

    @property
    def more(self) -> bool:
        """Whether there are more than were counted."""
        return self.left >= WINDOW


class Looked(NamedTuple):
    """All that the page shows of one claim. Nobody's decision is in it where the desk is blind."""

    filed: FiledClaim
    decision: str | None
    version: str
    form: str  # sent along, so that sending twice decides once
    context: Context
    stood: Stood | None
    place: Place
    entries: tuple[Entry, ...]
    codings: tuple[Coding, ...]
    speakers: tuple[str, ...]  # to suggest


def find_place(connection: Connection, desk: Desk, at: str | None) -> tuple[str | None, Place]:
    """The claim to look at, `at` or the first of the queue, and what comes before and after it."""
    queue = find_queue(connection, desk, WINDOW)
    here = at if at is not None else queue[0] if queue else None
    if here not in queue:
        return here, Place(queue[0] if queue else None, None, len(queue))
    number = queue.index(here)
    following = queue[number + 1] if number + 1 < len(queue) else None
    return here, Place(following, queue[number - 1] if number else None, len(queue))


def look_at(connection: Connection, desk: Desk, claim_id: str, place: Place) -> Looked:
    """The claim as this desk shows it.

    Raises:
        NotFoundError: the store has no such claim.
    """
    standing = find_standing(connection, claim_id)
    filed = find.read_filed_claim(connection, claim_id)
    decision = standing.decision
    if desk.coding:
        _, as_made = find.read_claim_as_made(connection, claim_id)
        filed, decision = replace(filed, claim=as_made), None
    text = connection.scalar(
        select(schema.documents.c.text).where(schema.documents.c.id == standing.document_id)
    )
    stood, speakers = _stood(connection, desk.profile, filed)
    entries = [] if desk.coding else entries_on(connection, [claim_id])
    return Looked(
        filed=filed,
        decision=decision,
        version=standing.version,
        form=secrets.token_hex(16),
        context=find_context(connection, standing.document_id, text or "", filed.claim),
        stood=stood,
        place=place,
        entries=tuple(entries),
        codings=tuple(read_coding(entry) for entry in entries if _is_coders(entry)),
        speakers=speakers,
    )


def _is_coders(entry: Entry) -> bool:
    return entry.role == "coder" and not entry.undone and entry.action not in ("undo", "redo", "add")


def _stood(connection: Connection, profile: str, filed: FiledClaim) -> tuple[Stood | None, tuple[str, ...]]:
    incident = read_titles_of(connection, [filed.claim.id]).get(filed.claim.id)
    if incident is None:
        return None, tuple(dict.fromkeys(filed.claim.speakers))
    claims = read_claims_of(connection, [incident.code])[incident.code]
    others = without(claims, {filed.claim.id})
    with_it = claims if len(others) < len(claims) else [*claims, filed]
    stood = Stood(incident, len(claims), compare(profile, with_it, others))
    return stood, tuple(sorted({name for one in claims for name in one.claim.speakers}))


def last_of(connection: Connection, who: str) -> Entry | None:
    """The newest decision of a person that counts."""
    mine: Sequence[Entry] = read_entries(
        connection, audit.c.who == who, audit.c.action != "undo", ~is_undone(), limit=1
    )
    return mine[0] if mine else None
