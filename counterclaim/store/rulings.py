"""Rulings: a person's decisions about claims, kept for ever and applied to whatever is read anew."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any, Literal, NamedTuple, TypeVar, cast

import msgspec
from sqlalchemy import Connection, insert, select

from counterclaim.core.claims import Claim
from counterclaim.core.errors import DataError
from counterclaim.store import schema

Decision = Literal["accept", "reject", "fix"]

# Where a claim stands and who made it are facts of the reading, not matters to rule on.
_NOT_FIXED = frozenset(
    {"id", "type", "start", "end", "quote", "article", "passage", "credit", "maker", "score"}
)

Id = TypeVar("Id", str, int)
_ID_CHUNK = 500  # ids per query; SQLite allows 32,766 variables, and older builds 999


class Ruling(NamedTuple):
    """What a row of `rulings` decides. `value` is JSON."""

    claim_id: str
    decision: Decision
    field: str | None
    value: str | None


def in_chunks(ids: Iterable[Id]) -> Iterable[Sequence[Id]]:
    """The ids in runs short enough for one query."""
    every = list(ids)
    return (every[first : first + _ID_CHUNK] for first in range(0, len(every), _ID_CHUNK))


def find_rulings(connection: Connection, claim_ids: Iterable[str]) -> dict[str, list[Ruling]]:
    """The rulings on each of the claims that has any, oldest first."""
    found: dict[str, list[Ruling]] = {}
    columns = schema.rulings.c
    for ids in in_chunks(claim_ids):
        rows = connection.execute(
            select(columns.claim_id, columns.decision, columns.field, columns.value)
            .where(columns.claim_id.in_(ids))
            .order_by(columns.id)
        )
        for claim_id, decision, field, value in rows:
            ruling = Ruling(claim_id, cast(Decision, decision), field, value)
            found.setdefault(claim_id, []).append(ruling)
    return found


def fix(claim: Claim, field: str, value: object) -> Claim:
    """The claim with one field set.

    Raises:
        DataError: this type of claim has no such field, or it may not hold the value.
    """
    allowed = sorted(set(claim.__struct_fields__) - _NOT_FIXED)
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
        if ruling.decision != "fix":
            decision = ruling.decision
            continue
        try:
            claim = fix(claim, str(ruling.field), json.loads(ruling.value or "null"))
        except DataError:
            continue
    return claim, decision


def add_ruling(connection: Connection, ruling: Ruling, *, who: str, why: str, at: str) -> None:
    """Add the row. Nothing is ever changed or taken away."""
    connection.execute(insert(schema.rulings).values(**ruling._asdict(), who=who, why=why, at=at))
