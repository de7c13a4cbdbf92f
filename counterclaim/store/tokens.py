"""Tokens with which programs ask the HTTP API. Shown once; the store keeps only their hashes."""

from __future__ import annotations

import secrets

import msgspec
from sqlalchemy import insert, select, update

from counterclaim.core.errors import DataError, NotFoundError
from counterclaim.store.linked import name_near
from counterclaim.store.people import Role, check_name, check_role
from counterclaim.store.people_schema import tokens
from counterclaim.store.record import Store
from counterclaim.store.sessions import hash_token
from counterclaim.store.write import now

PREFIX = "cc_"  # lets scanners for leaked secrets find one
_TOKEN_BYTES = 32


class Token(msgspec.Struct, frozen=True, kw_only=True):
    """A token without its secret."""

    name: str
    role: Role
    made_at: str  # UTC, ISO 8601
    revoked_at: str | None


def add_token(store: Store, name: str, role: str) -> str:
    """A new token; its secret is to be had only here.

    Raises:
        DataError: the name or role is none, or a token has the name.
    """
    name, role = check_name(name), check_role(role)
    secret = PREFIX + secrets.token_urlsafe(_TOKEN_BYTES)
    with store.writing() as connection:
        if connection.scalar(select(tokens.c.id).where(tokens.c.name == name)) is not None:
            raise DataError(f"there is a token {name!r} already; give the new one another name")
        connection.execute(
            insert(tokens).values(name=name, role=role, token_hash=hash_token(secret), made_at=now())
        )
    return secret


def find_token(store: Store, secret: str) -> Token | None:
    """The token with this secret; None where there is none or it is revoked."""
    wanted = select(tokens).where(tokens.c.token_hash == hash_token(secret), tokens.c.revoked_at.is_(None))
    with store.reading() as connection:
        row = connection.execute(wanted).one_or_none()
    return None if row is None else Token(name=row.name, role=row.role, made_at=row.made_at, revoked_at=None)


def list_tokens(store: Store) -> list[Token]:
    """Every token, revoked ones too, by name."""
    with store.reading() as connection:
        rows = connection.execute(select(tokens).order_by(tokens.c.name)).all()
    return [
        Token(name=row.name, role=row.role, made_at=row.made_at, revoked_at=row.revoked_at) for row in rows
    ]


def revoke_token(store: Store, name: str) -> None:
    """Let a token no longer count.

    Raises:
        NotFoundError: no token that counts is called so.
    """
    with store.writing() as connection:
        done = connection.execute(
            update(tokens)
            .where(tokens.c.name == name, tokens.c.revoked_at.is_(None))
            .values(revoked_at=now())
        )
        if not done.rowcount:
            known = connection.scalars(select(tokens.c.name).where(tokens.c.revoked_at.is_(None))).all()
            raise NotFoundError(f"no token is called {name!r}{name_near(name, known)}")
