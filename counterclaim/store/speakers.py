"""One speaker: its name as the store has it, and counts of what it said. Only its own claims are looked at."""

from __future__ import annotations

from collections import Counter
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, Select, func, select, text

from counterclaim.core.edtf import full_day
from counterclaim.core.errors import NotFoundError
from counterclaim.lexicons.actors import actor_of
from counterclaim.store import schema
from counterclaim.store.linked import name_near

_MOST_NEAR = 200  # names that a message about an unknown one chooses from
_BY_ALIAS = text(
    """SELECT s.speaker FROM claims AS c JOIN claim_speakers AS s ON s.claim_id = c.id
    WHERE c.decision IS NOT 'reject' AND instr(c.body, :quoted) AND s.position = 0
    AND EXISTS (SELECT 1 FROM json_each(c.body, '$.speaker_aliases') WHERE value = :alias)
    ORDER BY s.speaker LIMIT 1"""
)

Count = tuple[str, int]


class SaidBy(msgspec.Struct, frozen=True, kw_only=True):
    """How much a speaker said, and through whom; each list the most frequent first."""

    speaker: str
    claims: int
    documents: int
    incidents: int
    first: str | None  # publication days, of claims whose day is known
    last: str | None
    by_type: tuple[Count, ...]
    by_stance: tuple[Count, ...]  # accuses, admits, denies, claims
    figures: int  # claims of people harmed
    relayed: int  # claims that came through somebody else
    relays: tuple[Count, ...]
    outlets: tuple[Count, ...]  # a document without outlet goes by its name


def find_speaker(connection: Connection, name: str) -> str:
    """The name under which the store has most claims of a speaker called so, in whatever case or short form.

    Raises:
        NotFoundError: no claim is credited to such a speaker; the message names some like it.
    """
    known = actor_of(name)
    for wanted in (name, known.name if known else None):
        spelt = _spellings(connection, wanted) if wanted else []
        if spelt:
            return spelt[0]
    quoted = msgspec.json.encode(name).decode()
    alias = connection.scalar(_BY_ALIAS, {"alias": name, "quoted": quoted})
    if alias is not None:
        return str(alias)
    column = schema.claim_speakers.c.speaker
    first, *_ = name.split() or [""]
    like = select(column).where(column.contains(first, autoescape=True)).distinct().limit(_MOST_NEAR)
    raise NotFoundError(f"no speaker is called {name!r}{name_near(name, sorted(connection.scalars(like)))}")


def _spellings(connection: Connection, name: str) -> list[str]:
    """The name in the cases in which claims have it, the most frequent first."""
    column = schema.claim_speakers.c.speaker
    return list(
        connection.scalars(
            select(column)
            .where(column.in_(_cases(name)))
            .group_by(column)
            .order_by(func.count().desc(), column)
        )
    )


def _cases(name: str) -> set[str]:
    return {
        name,
        name.lower(),
        name.upper(),
        name.title(),
        name[:1].upper() + name[1:],
        name[:1].lower() + name[1:],
    }


def said_by(speaker: str, *columns: ColumnElement[Any]) -> Select[Any]:
    """Selects columns of the claims credited to a speaker, alone or with others, and of their documents.

    Rejected claims are left out. A claim that is credited to two spellings of the name comes once.
    """
    told, claim, document = schema.claim_speakers, schema.claims, schema.documents
    return (
        select(*columns)
        .select_from(told)
        .join(claim, claim.c.id == told.c.claim_id)
        .join(document, document.c.id == claim.c.document_id)
        .where(told.c.speaker.in_(_cases(speaker)), claim.c.decision.is_distinct_from("reject"))
        .distinct()
    )


_OUTLET = func.coalesce(schema.claims.c.outlet, schema.documents.c.doc)


def count_said(connection: Connection, speaker: str) -> SaidBy:
    """What the speaker said, counted."""
    claim, via, member = schema.claims.c, schema.claim_via, schema.incident_claims
    rows = connection.execute(
        said_by(
            speaker,
            claim.id,
            claim.type,
            claim.stance,
            claim.document_id,
            _OUTLET.label("outlet"),
            claim.published,
        )
    ).all()
    kept = {row.id for row in rows}
    own = schema.claim_speakers.c.speaker.in_(_cases(speaker))
    of_claim = schema.claim_speakers.c.claim_id
    relays = [
        row
        for row in connection.execute(
            select(via.c.claim_id, via.c.via)
            .join(schema.claim_speakers, of_claim == via.c.claim_id)
            .where(own)
        )
        if row.claim_id in kept
    ]
    members = connection.execute(
        select(member.c.claim_id, member.c.code)
        .join(schema.claim_speakers, of_claim == member.c.claim_id)
        .where(own)
    )
    days = [day for row in rows if (day := full_day(row.published)) is not None]
    by_type = Counter(row.type for row in rows)
    return SaidBy(
        speaker=speaker,
        claims=len(rows),
        documents=len({row.document_id for row in rows}),
        incidents=len({row.code for row in members if row.claim_id in kept}),
        first=min(days).isoformat() if days else None,
        last=max(days).isoformat() if days else None,
        by_type=_most(by_type),
        by_stance=_most(Counter(row.stance for row in rows if row.stance)),
        figures=by_type["casualty"],
        relayed=len({row.claim_id for row in relays}),
        relays=_most(Counter(row.via for row in relays)),
        outlets=_most(Counter(row.outlet for row in rows)),
    )


def _most(counted: Counter[str]) -> tuple[Count, ...]:
    return tuple(sorted(counted.items(), key=lambda pair: (-pair[1], pair[0])))
