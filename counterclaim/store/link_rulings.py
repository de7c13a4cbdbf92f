"""Rulings on links: a person says that claims are of one happening, or of different ones, or takes it back."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, Literal

from sqlalchemy import Connection, Row, insert, select

from counterclaim.core.errors import DataError, NotFoundError
from counterclaim.core.incidents import Verdict
from counterclaim.incidents.ruled import Verdicts
from counterclaim.store import schema
from counterclaim.store.audit import ruling_row
from counterclaim.store.chunks import in_chunks
from counterclaim.store.linking_schema import link_rulings
from counterclaim.store.rows import LinkRuling

LinkDecision = Literal["same", "different", "undo"]


def read_link_rulings(connection: Connection) -> list[LinkRuling]:
    """Every ruling on links, oldest first."""
    rows = connection.execute(select(link_rulings).order_by(link_rulings.c.id)).all()
    undone = {row.undoes for row in rows}
    return [_ruling(row, in_force=row.decision != "undo" and row.id not in undone) for row in rows]


def _ruling(row: Row[tuple[object, ...]], *, in_force: bool) -> LinkRuling:
    return LinkRuling(
        number=row.id,
        decision=row.decision,
        claims=tuple(json.loads(row.claims)),
        others=tuple(json.loads(row.others)),
        undoes=row.undoes,
        who=row.who,
        why=row.why,
        at=row.at,
        in_force=in_force,
    )


def read_verdicts(connection: Connection) -> Verdicts:
    """The rulings that count."""
    return Verdicts(
        Verdict(
            number=each.number,
            decision="same" if each.decision == "same" else "different",
            claims=each.claims,
            others=each.others,
            who=each.who,
        )
        for each in read_link_rulings(connection)
        if each.in_force
    )


def add_link_ruling(
    connection: Connection,
    decision: LinkDecision,
    claims: Sequence[str],
    others: Sequence[str],
    *,
    undoes: int | None,
    who: str,
    why: str,
    at: str,
) -> tuple[dict[str, Any], set[str]]:
    """Add the row. Nothing is ever changed or taken away.

    Returns:
        The ruling as an entry of the audit holds it, and the documents that must be linked anew for it.

    Raises:
        NotFoundError: the store has no such claim.
    """
    documents = _documents_of(connection, {*claims, *others}, must_be_there=decision != "undo")
    row = connection.execute(
        insert(link_rulings)
        .values(
            decision=decision,
            claims=json.dumps(list(claims)),
            others=json.dumps(list(others)),
            undoes=undoes,
            who=who,
            why=why,
            at=at,
        )
        .returning(link_rulings)
    ).mappings()
    return ruling_row("link_rulings", row.one()), documents


def ruling_to_undo(connection: Connection, number: int) -> LinkRuling:
    """The ruling with this number, if it can be undone.

    Raises:
        NotFoundError: there is none.
        DataError: it does not count any more, or takes back another itself.
    """
    ruling = next((each for each in read_link_rulings(connection) if each.number == number), None)
    if ruling is None:
        raise NotFoundError(f"no ruling on links has the number {number}; `counterclaim rule list` shows all")
    if not ruling.in_force:
        raise DataError(f"ruling {number} is not in force; rule anew instead of undoing it")
    return ruling


def _documents_of(connection: Connection, claims: set[str], *, must_be_there: bool) -> set[str]:
    table = schema.claims.c
    found = {
        row.id: row.document_id
        for chunk in in_chunks(sorted(claims))
        for row in connection.execute(select(table.id, table.document_id).where(table.id.in_(chunk)))
    }
    missing = sorted(claims - found.keys())
    if missing and must_be_there:
        raise NotFoundError(
            f"no claim has the id {missing[0]!r}; `counterclaim show CODE --format jsonl` gives ids"
        )
    return set(found.values())
