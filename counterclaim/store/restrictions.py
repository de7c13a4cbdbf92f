"""Claims, documents and outlets that are not published, whoever accepted what they say."""

from __future__ import annotations

from typing import Literal, get_args

import msgspec
from sqlalchemy import Connection, insert, select, update

from counterclaim.core.errors import DataError, NotFoundError
from counterclaim.store import schema
from counterclaim.store.linked import name_near
from counterclaim.store.people_schema import restrictions
from counterclaim.store.record import Store
from counterclaim.store.write import now

Kind = Literal["claim", "document", "outlet"]


class Restriction(msgspec.Struct, frozen=True, kw_only=True):
    """One decision not to publish. `target` is an id, or the name of an outlet."""

    kind: Kind
    target: str
    words: str  # the claim's quote, the document's name, the outlet
    who: str
    why: str
    at: str  # UTC, ISO 8601
    lifted_by: str | None
    lifted_at: str | None


def restrict(store: Store, wanted: str, *, who: str, why: str) -> Restriction:
    """Keep a claim (by id), a document (by id or name) or all of an outlet from the public, from now on.

    Raises:
        NotFoundError: the store has nothing of this id or name, or several documents of the name.
        DataError: it is restricted already, or no reason is given.
    """
    if not why.strip():
        raise DataError("a restriction has a reason; say why")
    with store.writing() as connection:
        kind, target = _find(connection, wanted)
        if (kind, target) in _in_force(connection):
            raise DataError(f"{kind} {wanted!r} is restricted already")
        connection.execute(insert(restrictions).values(kind=kind, target=target, who=who, why=why, at=now()))
        return _read(connection, kind, target)[-1]


def lift_restriction(store: Store, wanted: str, *, who: str) -> Restriction:
    """Let a restriction no longer count; what a person accepted is public again.

    Raises:
        NotFoundError: nothing of this id or name is restricted.
    """
    with store.writing() as connection:
        kind, target = _find(connection, wanted)
        done = connection.execute(
            update(restrictions)
            .where(
                restrictions.c.kind == kind,
                restrictions.c.target == target,
                restrictions.c.lifted_at.is_(None),
            )
            .values(lifted_by=who, lifted_at=now())
        )
        if not done.rowcount:
            raise NotFoundError(f"{kind} {wanted!r} is not restricted")
        return _read(connection, kind, target)[-1]


def list_restrictions(store: Store) -> list[Restriction]:
    """Every restriction, lifted ones too, oldest first."""
    with store.reading() as connection:
        return _read(connection)


def _read(connection: Connection, kind: str | None = None, target: str | None = None) -> list[Restriction]:
    claim, document = schema.claims, schema.documents
    wanted = (
        select(restrictions, claim.c.quote, document.c.doc)
        .outerjoin(claim, (claim.c.id == restrictions.c.target) & (restrictions.c.kind == "claim"))
        .outerjoin(document, (document.c.id == restrictions.c.target) & (restrictions.c.kind == "document"))
        .order_by(restrictions.c.id)
    )
    if kind is not None:
        wanted = wanted.where(restrictions.c.kind == kind, restrictions.c.target == target)
    return [
        Restriction(
            kind=row.kind,
            target=row.target,
            words=row.quote or row.doc or row.target,
            who=row.who,
            why=row.why,
            at=row.at,
            lifted_by=row.lifted_by,
            lifted_at=row.lifted_at,
        )
        for row in connection.execute(wanted)
    ]


def _in_force(connection: Connection) -> set[tuple[str, str]]:
    table = restrictions.c
    rows = connection.execute(select(table.kind, table.target).where(table.lifted_at.is_(None)))
    return {(row.kind, row.target) for row in rows}


def _find(connection: Connection, wanted: str) -> tuple[Kind, str]:
    """Kind and target of what is meant; what is restricted can be named though it is no longer read."""
    claim, document = schema.claims.c, schema.documents.c
    if connection.scalar(select(claim.id).where(claim.id == wanted)) is not None:
        return "claim", wanted
    ids = connection.scalars(
        select(document.id).where((document.id == wanted) | (document.doc == wanted)).order_by(document.id)
    ).all()
    if len(ids) > 1:
        raise NotFoundError(f"{len(ids)} documents are called {wanted!r}; name one by id: {', '.join(ids)}")
    if ids:
        return "document", ids[0]
    outlets = {
        str(outlet)
        for column in (claim.outlet, document.outlet)
        for outlet in connection.scalars(select(column).where(column.is_not(None)).distinct())
    }
    named = next((outlet for outlet in sorted(outlets) if outlet.casefold() == wanted.casefold()), None)
    if named is not None:
        return "outlet", named
    for kind in get_args(Kind):
        if (kind, wanted) in _in_force(connection):
            return kind, wanted
    known = [*connection.scalars(select(document.doc)), *outlets]
    raise NotFoundError(f"no claim, document or outlet is called {wanted!r}{name_near(wanted, known)}")
