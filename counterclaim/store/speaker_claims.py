"""The claims of one speaker: its figures by page, its stands, its contradictions, and all that it is compared with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, Select, exists, select, tuple_, union

from counterclaim.core.claims import Stance
from counterclaim.core.edtf import full_day
from counterclaim.core.incidents import FiledClaim, Incident, Relation
from counterclaim.store import schema
from counterclaim.store.chunks import in_chunks
from counterclaim.store.find import read_claims_by_id
from counterclaim.store.linked import TITLE_COLUMNS, read_titles_of, titled
from counterclaim.store.nearby import read_claims_of
from counterclaim.store.speakers import said_by

_CLAIM, _DOCUMENT, _MEMBER = schema.claims, schema.documents, schema.incident_claims

# Not by its type: SQLite would take the index of types, and go through the figures of all speakers.
_IS_FIGURE = _CLAIM.c.harm.is_not(None)


class Placed(NamedTuple):
    """A claim with the incident it is in, if any; the incident comes without claims and relations."""

    filed: FiledClaim
    incident: Incident | None


def read_figures(connection: Connection, speaker: str, limit: int, offset: int = 0) -> list[Placed]:
    """The speaker's claims of people harmed, the latest publication first, unknown days last."""
    return _placed(connection, _said(speaker, _IS_FIGURE).limit(limit).offset(offset))


def read_stands(connection: Connection, speaker: str, stance: Stance, limit: int) -> list[Placed]:
    """Claims in which the speaker accuses, admits, denies or claims an act, the latest first."""
    return _placed(connection, _said(speaker, _CLAIM.c.stance == stance).limit(limit))


def _said(speaker: str, condition: ColumnElement[bool]) -> Select[Any]:
    order = (
        _CLAIM.c.published.is_(None),
        _CLAIM.c.published.desc(),
        _DOCUMENT.c.doc,
        _CLAIM.c.start,
        _CLAIM.c.id,
    )
    return said_by(speaker, _CLAIM.c.id, *order[2:4], _CLAIM.c.published).where(condition).order_by(*order)


def _placed(connection: Connection, ids: Select[Any]) -> list[Placed]:
    filed = read_claims_by_id(connection, connection.scalars(ids))
    incidents = read_titles_of(connection, [one.claim.id for one in filed])
    return [Placed(one, incidents.get(one.claim.id)) for one in filed]


class Dispute(NamedTuple):
    """Two claims that cannot both be, one of them the speaker's."""

    code: str
    relation: Relation
    one: FiledClaim
    other: FiledClaim


def read_disputes(connection: Connection, speaker: str, limit: int) -> tuple[list[Dispute], int]:
    """Up to `limit` contradictions and denials that the speaker's claims are in, and how many there are.

    One of each incident comes before a second of any.
    """
    table = schema.relations.c
    said = said_by(speaker, _CLAIM.c.id).cte("said")
    others = _CLAIM.alias()
    sides = [
        select(table.code, table.position)
        .join(said, said.c.id == mine)
        .join(others, others.c.id == theirs)
        .where(table.kind.in_(("contradicts", "denies")), others.c.decision.is_distinct_from("reject"))
        for mine, theirs in ((table.claim_id, table.other_id), (table.other_id, table.claim_id))
    ]
    found = sorted({(code, position) for code, position in connection.execute(union(*sides))})
    nth = Counter[str]()
    ranked = []
    for code, position in found:
        nth[code] += 1
        ranked.append((nth[code], code, position))
    chosen = [(code, position) for _, code, position in sorted(ranked)[:limit]]
    rows = connection.execute(
        select(schema.relations)
        .where(tuple_(table.code, table.position).in_(chosen))
        .order_by(table.code, table.position)
    ).all()
    ids = [claim for row in rows for claim in (row.claim_id, row.other_id)]
    filed = {one.claim.id: one for one in read_claims_by_id(connection, ids)}
    return [
        Dispute(
            row.code,
            Relation(kind=row.kind, claim=row.claim_id, other=row.other_id, basis=row.basis),
            filed[row.claim_id],
            filed[row.other_id],
        )
        for row in rows
    ], len(found)


def read_told(
    connection: Connection, speaker: str, most: int | None = None
) -> list[tuple[Incident, list[FiledClaim]]]:
    """The incidents in which the speaker counts people harmed, for `incidents.compared`, by code.

    Where there are more than `most`, those of which it spoke last. All claims come with an incident in
    which somebody else is credited with a figure too, or in which the speaker gives several; with any
    other only its own figure, which is compared with nothing.
    """
    own = connection.execute(
        said_by(speaker, _MEMBER.c.code, _CLAIM.c.id, _CLAIM.c.published)
        .join(_MEMBER, _MEMBER.c.claim_id == _CLAIM.c.id)
        .where(_CLAIM.c.scope == "incident")
    ).all()
    last: dict[str, str] = {}
    for row in own:
        day = full_day(row.published)
        last[row.code] = max(last.get(row.code, ""), day.isoformat() if day else "")
    kept = sorted(last, key=lambda code: (last[code], code), reverse=True)[:most]
    ids: dict[str, list[str]] = {code: [] for code in sorted(kept)}
    for row in own:
        if row.code in ids:
            ids[row.code].append(row.id)
    whole = _whole(connection, ids)
    filed = {
        code: claims
        for codes in in_chunks(sorted(whole))
        for code, claims in read_claims_of(connection, codes).items()
    }
    alone = [claim for code in ids.keys() - whole for claim in ids[code]]
    by_id = {one.claim.id: one for one in read_claims_by_id(connection, alone)}
    filed |= {code: [by_id[claim] for claim in ids[code]] for code in ids.keys() - whole}
    table = schema.incidents.c
    return [
        (titled(row), filed[row.code])
        for codes in in_chunks(ids)
        for row in connection.execute(
            select(*TITLE_COLUMNS).where(table.code.in_(codes)).order_by(table.code)
        )
    ]


def _whole(connection: Connection, own: Mapping[str, Sequence[str]]) -> set[str]:
    """The incidents with more figures than one of the speaker's; `own` are its figures by incident."""
    whole = {code for code, claims in own.items() if len(claims) > 1}
    told = schema.claim_speakers.c
    for codes in in_chunks(own.keys() - whole):
        rows = connection.execute(
            select(_MEMBER.c.code, _CLAIM.c.id)
            .join(_CLAIM, _CLAIM.c.id == _MEMBER.c.claim_id)
            .where(
                _MEMBER.c.code.in_(codes),
                _IS_FIGURE,
                _CLAIM.c.decision.is_distinct_from("reject"),
                exists().where(told.claim_id == _CLAIM.c.id),
            )
        )
        whole.update(code for code, claim in rows if claim not in own[code])
    return whole
