"""How precise the reader is, by what people decided on a random sample of its claims."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple

from sqlalchemy import Connection, select

from counterclaim.core.agreement import Share, share_of
from counterclaim.store.audit import is_undone
from counterclaim.store.choices import CLAIM_ACTIONS
from counterclaim.store.chunks import in_chunks
from counterclaim.store.queue import Desk, find_sample
from counterclaim.store.reviews_schema import audit, audit_claims

MOST = 5_000  # claims of one sample that are looked at


class Precision(NamedTuple):
    """Of one type of claim: right as read, and right or made right by a correction."""

    type: str
    as_read: Share
    corrected: Share
    unsure: int


class Sample(NamedTuple):
    """The claims of the random order that were decided without a gap from its beginning."""

    size: int
    by_type: tuple[Precision, ...]


def measure(connection: Connection, desk: Desk) -> Sample:
    """Precision so far; what comes behind the first claim that nobody decided on does not count.

    A claim that was skipped and decided later would else count by how easy it is.
    """
    sample = find_sample(connection, desk, MOST)
    actions = _newest(connection, [claim for claim, *_ in sample])
    counted: dict[str, list[str]] = defaultdict(list)
    size = 0
    for claim, kind, decision in sample:
        if claim not in actions and decision is None:
            break
        size += 1
        counted[kind].append(actions.get(claim) or decision or "")
    return Sample(size, tuple(_of(kind, did) for kind, did in sorted(counted.items())))


def _of(kind: str, did: list[str]) -> Precision:
    known = [one for one in did if one != "unsure"]
    right, corrected = known.count("accept"), known.count("fix") + known.count("move")
    return Precision(
        kind,
        share_of(right, len(known)),
        share_of(right + corrected, len(known)),
        len(did) - len(known),
    )


def _newest(connection: Connection, claims: list[str]) -> Mapping[str, str]:
    """The newest decision on each claim, by a reviewer where there is one; what was corrected stays so."""
    found: dict[str, str] = {}
    for ids in in_chunks(claims):
        rows = connection.execute(
            select(audit_claims.c.claim_id, audit.c.action, audit.c.role)
            .join(audit, audit.c.number == audit_claims.c.number)
            .where(audit_claims.c.claim_id.in_(ids), audit.c.action.in_(CLAIM_ACTIONS), ~is_undone())
            .order_by(audit.c.role, audit.c.number)  # coders first, so that reviewers count in their stead
        )
        for claim, action, _role in rows:
            if not (action == "accept" and found.get(claim) in ("fix", "move")):
                found[claim] = action
    return found
