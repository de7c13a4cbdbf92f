"""Sessions of people who signed in. The browser has a random token, the store only its hash."""

from __future__ import annotations

import secrets
from datetime import UTC, datetime, timedelta

import msgspec
from sqlalchemy import delete, insert, or_, select, update

from counterclaim.core.ids import hash_bytes
from counterclaim.store.people import Role, check_role
from counterclaim.store.people_schema import people, sessions
from counterclaim.store.record import Store

IDLE = timedelta(hours=8)  # since the last request: a working day
LASTING = timedelta(days=7)  # since the sign-in, whatever happens
_SEEN_EVERY = timedelta(minutes=5)  # a reading page writes no more often than that
_TOKEN_BYTES = 32


class SignedIn(msgspec.Struct, frozen=True, kw_only=True):
    """Whose session it is, as their account is now."""

    person_id: int
    name: str
    role: Role
    stale: bool  # `touch_session` is due


def start_session(store: Store, person_id: int, at: datetime | None = None) -> str:
    """A new session; what the browser shall keep. Sessions that have run out go.

    >>> len(secrets.token_urlsafe(_TOKEN_BYTES))
    43
    """
    at = at or datetime.now(UTC)
    token = secrets.token_urlsafe(_TOKEN_BYTES)
    moment = _written(at)
    with store.writing() as connection:
        connection.execute(
            delete(sessions).where(
                or_(sessions.c.seen_at < _written(at - IDLE), sessions.c.made_at < _written(at - LASTING))
            )
        )
        connection.execute(
            insert(sessions).values(
                token_hash=hash_token(token), person_id=person_id, made_at=moment, seen_at=moment
            )
        )
    return token


def find_session(store: Store, token: str, at: datetime | None = None) -> SignedIn | None:
    """Who has this token; None where it is unknown, has run out, or its person is disabled."""
    at = at or datetime.now(UTC)
    wanted = (
        select(people.c.id, people.c.name, people.c.role, sessions.c.seen_at)
        .join(people, people.c.id == sessions.c.person_id)
        .where(
            sessions.c.token_hash == hash_token(token),
            sessions.c.seen_at >= _written(at - IDLE),
            sessions.c.made_at >= _written(at - LASTING),
            people.c.disabled_at.is_(None),
        )
    )
    with store.reading() as connection:
        row = connection.execute(wanted).one_or_none()
    if row is None:
        return None
    return SignedIn(
        person_id=row.id,
        name=row.name,
        role=check_role(row.role),
        stale=row.seen_at < _written(at - _SEEN_EVERY),
    )


def touch_session(store: Store, token: str, at: datetime | None = None) -> None:
    """Note that the session is in use."""
    moment = _written(at or datetime.now(UTC))
    with store.writing() as connection:
        connection.execute(
            update(sessions).where(sessions.c.token_hash == hash_token(token)).values(seen_at=moment)
        )


def end_session(store: Store, token: str) -> None:
    """End the session; nothing happens where there is none."""
    with store.writing() as connection:
        connection.execute(delete(sessions).where(sessions.c.token_hash == hash_token(token)))


def hash_token(token: str) -> str:
    """What the store keeps of a token: random as it is, it needs no slow hash."""
    return hash_bytes(token.encode())


def _written(at: datetime) -> str:
    return at.isoformat(timespec="milliseconds")
