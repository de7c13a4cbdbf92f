"""Rulings: a person's decisions about claims, kept for ever and applied to whatever is read anew."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, Literal, NamedTuple, cast

import msgspec
from sqlalchemy import ColumnElement, Connection, insert, select

from counterclaim.core.claims import Claim
from counterclaim.core.errors import DataError
from counterclaim.store import schema
from counterclaim.store.audit import ruling_row
from counterclaim.store.chunks import in_chunks

Decision = Literal["accept", "reject", "fix"]
RulingKind = Literal["accept", "reject", "fix", "add", "undo"]

# Where a claim stands and who made it are facts of the reading, not matters to rule on.
NOT_FIXED = frozenset(
    {"id", "type", "start", "end", "quote", "article", "passage", "credit", "maker", "score"}
)


class Ruling(NamedTuple):
    """What a row of `rulings` decides. `value` is JSON."""

    claim_id: str
    decision: RulingKind
    field: str | None = None
    value: str | None = None
    document_id: str | None = None  # of a claim that a person added
    undoes: int | None = None


def find_rulings(connection: Connection, claim_ids: Iterable[str]) -> dict[str, list[Ruling]]:
    """The rulings that count on each of the claims that has any, oldest first."""
    found: dict[str, list[Ruling]] = {}
    columns = schema.rulings.c
    for ids in in_chunks(claim_ids):
        for ruling in rulings_that(connection, columns.claim_id.in_(ids)):
            found.setdefault(ruling.claim_id, []).append(ruling)
    return found


def rulings_that(connection: Connection, condition: ColumnElement[bool]) -> list[Ruling]:
    """The rulings of which the condition holds, undone ones left out, oldest first.

    The condition must hold of a ruling's undoing too.
    """
    columns = schema.rulings.c
    rows = connection.execute(
        select(
            columns.id,
            columns.claim_id,
            columns.decision,
            columns.field,
            columns.value,
            columns.document_id,
            columns.undoes,
        )
        .where(condition)
        .order_by(columns.id)
    ).all()
    undone = {row.undoes for row in rows}
    return [Ruling(*row[1:]) for row in rows if row.decision != "undo" and row.id not in undone]


def fix(claim: Claim, field: str, value: object) -> Claim:
    """The claim with one field set.

    Raises:
        DataError: this type of claim has no such field, or it may not hold the value.
    """
    allowed = sorted(set(claim.__struct_fields__) - NOT_FIXED)
    if field not in allowed:
        raise DataError(f"claim {claim.id} has no field {field!r} to fix; it has {', '.join(allowed)}")
    fields = cast(dict[str, Any], msgspec.to_builtins(claim))
    fields[field] = value
    try:
        fixed: Claim = msgspec.convert(fields, Claim)
    except msgspec.ValidationError as error:
        raise DataError(f"claim {claim.id}: {value!r} is no {field}: {error}") from error
    return fixed


def apply(claim: Claim, rulings: Iterable[Ruling]) -> tuple[Claim, str | None]:
    """The claim as ruled, and the newest of accept and reject.

    A fix that the claim can no longer take is passed over; `Store.check` lists it.
    """
    decision: str | None = None
    for ruling in rulings:
        if ruling.decision in ("accept", "reject"):
            decision = ruling.decision
        if ruling.decision != "fix":
            continue
        try:
            claim = fix(claim, str(ruling.field), json.loads(ruling.value or "null"))
        except DataError:
            continue
    return claim, decision


def add_ruling(connection: Connection, ruling: Ruling, *, who: str, why: str, at: str) -> dict[str, Any]:
    """Add the row, and give it as an entry of the audit holds it. Nothing is ever changed or taken away."""
    adding = insert(schema.rulings).values(**ruling._asdict(), who=who, why=why, at=at)
    row = connection.execute(adding.returning(schema.rulings)).mappings().one()
    return ruling_row("rulings", row)
