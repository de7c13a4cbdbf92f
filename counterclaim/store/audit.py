"""The chain of decisions: one row for each, holding the hash of the row before, so that no row changes unseen.

A row's hash is SHA-256 over its other columns as canonical JSON: names sorted, no blanks, UTF-8. Anybody can
compute it from the table alone; docs/howto/review.md shows how.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Literal, get_args

import msgspec
from sqlalchemy import ColumnElement, Connection, exists, func, insert, select, true

from counterclaim.core.errors import NotFoundError
from counterclaim.store import schema
from counterclaim.store.linking_schema import link_rulings
from counterclaim.store.reviews_schema import audit, audit_claims

Action = Literal["accept", "reject", "fix", "move", "add", "unsure", "same", "different", "undo", "redo"]
Role = Literal["coder", "reviewer"]
ACTIONS: tuple[Action, ...] = get_args(Action)
OPENING = "0" * 64  # stands for the hash before the first row
_RULING_TABLES = {"rulings": schema.rulings, "link_rulings": link_rulings}
HASHED = (  # never more: the hashes of rows that are there would be others
    *"number at who role action reason why claims before after rulings entry form previous".split(),
)


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One decision of a person. `before` and `after` are JSON as it was hashed."""

    number: int
    at: str  # UTC, ISO 8601
    who: str
    role: Role  # what a coder decides is counted; what a reviewer decides is published
    action: Action
    reason: str | None
    why: str
    claims: tuple[str, ...]  # ids
    before: str | None
    after: str | None
    rulings: tuple[dict[str, Any], ...]  # the rows that it added, each with its `table`
    entry: int | None  # that is undone or redone
    form: str | None
    previous: str
    hash: str
    undone: bool = False


def canonical(value: object) -> str:
    """JSON that is the same for the same value.

    >>> canonical({"b": 1, "a": ["é", None]})
    '{"a":["é",null],"b":1}'
    """
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def seal(row: Mapping[Any, Any]) -> str:
    """The hash of a row of the table, given its other columns.

    Text that is no Unicode cannot be in the store, so that every row has one.
    """
    return hashlib.sha256(canonical({name: row[name] for name in HASHED}).encode()).hexdigest()


def append(
    connection: Connection,
    *,
    at: str,
    who: str,
    role: Role,
    action: Action,
    why: str,
    claims: Iterable[str],
    rulings: Sequence[Mapping[str, Any]] = (),
    reason: str | None = None,
    before: object = None,
    after: object = None,
    entry: int | None = None,
    form: str | None = None,
) -> int:
    """Add an entry at the end of the chain; its number."""
    last = connection.execute(
        select(audit.c.number, audit.c.hash).order_by(audit.c.number.desc()).limit(1)
    ).one_or_none()
    touched = sorted(set(claims))
    row: dict[str, Any] = {
        "number": 1 if last is None else last.number + 1,
        "at": at,
        "who": who,
        "role": role,
        "action": action,
        "reason": reason,
        "why": why,
        "claims": canonical(touched),
        "before": None if before is None else canonical(before),
        "after": None if after is None else canonical(after),
        "rulings": canonical(list(rulings)),
        "entry": entry,
        "form": form,
        "previous": OPENING if last is None else last.hash,
    }
    connection.execute(insert(audit), {**row, "hash": seal(row)})
    if touched:
        of = [{"claim_id": claim, "number": row["number"]} for claim in touched]
        connection.execute(insert(audit_claims), of)
    return int(row["number"])


def is_undone() -> ColumnElement[bool]:
    """SQL: whether a row of `audit` was undone. An undoing itself never is: what it undid is redone."""
    later = audit.alias()
    return exists().where(later.c.entry == audit.c.number, later.c.action == "undo")


def read_entries(
    connection: Connection, *conditions: ColumnElement[bool], limit: int | None = None
) -> list[Entry]:
    """Entries that meet all conditions, newest first."""
    wanted = select(audit, is_undone().label("undone")).where(*conditions)
    rows = connection.execute(wanted.order_by(audit.c.number.desc()).limit(limit)).mappings()
    return [_entry(row) for row in rows]


def read_entry(connection: Connection, number: int) -> Entry:
    """The entry with this number.

    Raises:
        NotFoundError: there is none.
    """
    found = read_entries(connection, audit.c.number == number)
    if not found:
        raise NotFoundError(f"no decision has the number {number}; `counterclaim audit` lists them")
    return found[0]


def entry_of_ruling(connection: Connection, table: str, ruling: int) -> int | None:
    """Number of the entry that added this row of `rulings` or `link_rulings`."""
    row = func.json_each(audit.c.rulings).table_valued("value")
    holds = [
        func.json_extract(row.c.value, "$.table") == table,
        func.json_extract(row.c.value, "$.id") == ruling,
    ]
    return connection.scalar(select(audit.c.number).select_from(audit).join(row, true()).where(*holds))


def entries_on(connection: Connection, claims: Iterable[str]) -> list[Entry]:
    """Entries that touch one of the claims, newest first."""
    of = select(audit_claims.c.number).where(audit_claims.c.claim_id.in_(sorted(set(claims))))
    return read_entries(connection, audit.c.number.in_(of))


def _entry(row: Mapping[Any, Any]) -> Entry:
    fields = {str(name): value for name, value in row.items()}
    fields |= {name: json.loads(row[name]) for name in ("claims", "rulings")}
    return msgspec.convert({**fields, "undone": bool(row["undone"])}, Entry)


def ruling_row(table: str, row: Mapping[Any, Any]) -> dict[str, Any]:
    """A ruling as an entry holds it: what the entry itself does not say."""
    return {"table": table, **{name: row[name] for name in row if name not in ("who", "why", "at")}}


def find_broken(connection: Connection) -> Iterator[str]:
    """What is wrong with the chain: the first row that breaks it, then rulings that it does not hold."""
    expected = OPENING
    held: dict[tuple[str, int], tuple[dict[str, Any], tuple[str, str, str]]] = {}
    rows = connection.execute(select(audit).order_by(audit.c.number)).mappings()
    for number, row in enumerate(map(dict, rows), 1):
        if row["number"] != number:
            yield f"audit: row {number} is missing; the next one is {row['number']}"
            return
        if row["previous"] != expected:
            yield f"audit: row {number} does not follow the row before it"
            return
        if seal(row) != row["hash"]:
            yield f"audit: row {number} was changed after {row['who']} decided on {row['at']}"
            return
        expected = row["hash"]
        for ruling in json.loads(row["rulings"]):
            held[ruling["table"], ruling["id"]] = ruling, (row["who"], row["why"], row["at"])
    yield from _unlike(connection, held)


def _unlike(
    connection: Connection, held: dict[tuple[str, int], tuple[dict[str, Any], tuple[str, str, str]]]
) -> Iterator[str]:
    for name, table in _RULING_TABLES.items():
        for row in connection.execute(select(table).order_by(table.c.id)).mappings():
            ruling, signed = held.pop((name, row["id"]), (None, None))
            if ruling is None:
                yield f"{name}: row {row['id']} is in no row of audit"
            elif ruling != ruling_row(name, row) or signed != (row["who"], row["why"], row["at"]):
                yield f"{name}: row {row['id']} is not what audit holds"
    yield from (f"{name}: row {number} is missing; audit holds it" for name, number in held)
