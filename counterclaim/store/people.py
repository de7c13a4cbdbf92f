"""People who may sign in: names, roles and hashes of passwords."""

from __future__ import annotations

from typing import Literal, get_args

import msgspec
from sqlalchemy import Connection, delete, func, insert, select, update

from counterclaim.core.errors import DataError, NotFoundError
from counterclaim.store.linked import name_near
from counterclaim.store.people_schema import people, sessions
from counterclaim.store.record import Store
from counterclaim.store.write import now

Role = Literal["reader", "coder", "reviewer", "admin"]  # each may do what those before it may
ROLES: tuple[Role, ...] = get_args(Role)
_LONGEST_NAME = 64  # characters


class Person(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody with an account."""

    id: int
    name: str
    role: Role
    made_at: str  # UTC, ISO 8601
    disabled_at: str | None


class Credentials(msgspec.Struct, frozen=True, kw_only=True):
    """What a sign-in is checked against."""

    person_id: int
    password_hash: str
    disabled: bool


def check_name(name: str) -> str:
    """The name, trimmed.

    Raises:
        DataError: it is empty, too long, or holds what does not print.
    """
    trimmed = name.strip()
    if not trimmed or len(trimmed) > _LONGEST_NAME or not trimmed.isprintable():
        raise DataError(f"a name has 1 to {_LONGEST_NAME} letters that print, not {name!r}")
    return trimmed


def check_role(role: str) -> Role:
    """The role.

    Raises:
        DataError: there is none of this name.
    """
    for known in ROLES:
        if role == known:
            return known
    raise DataError(f"there is no role {role!r}; there are {', '.join(ROLES)}")


def list_people(store: Store) -> list[Person]:
    """Everybody with an account, by name."""
    with store.reading() as connection:
        rows = connection.execute(select(people).order_by(people.c.name)).all()
    return [
        Person(
            id=row.id,
            name=row.name,
            role=check_role(row.role),
            made_at=row.made_at,
            disabled_at=row.disabled_at,
        )
        for row in rows
    ]


def has_people(store: Store) -> bool:
    """Whether anybody has an account, disabled ones included."""
    with store.reading() as connection:
        return connection.scalar(select(people.c.id).limit(1)) is not None


def find_credentials(store: Store, name: str) -> Credentials | None:
    """What the sign-in of this name is checked against; None where nobody is called so."""
    wanted = select(people.c.id, people.c.password_hash, people.c.disabled_at).where(people.c.name == name)
    with store.reading() as connection:
        row = connection.execute(wanted).one_or_none()
    if row is None:
        return None
    return Credentials(
        person_id=row.id, password_hash=row.password_hash, disabled=row.disabled_at is not None
    )


def add_person(store: Store, name: str, role: str, password_hash: str) -> None:
    """Give somebody an account.

    Raises:
        DataError: the name or role is none, or somebody has the name.
    """
    name, role = check_name(name), check_role(role)
    with store.writing() as connection:
        if connection.scalar(select(people.c.id).where(people.c.name == name)) is not None:
            raise DataError(f"there is an account {name!r} already; change its role or password instead")
        connection.execute(
            insert(people).values(name=name, role=role, password_hash=password_hash, made_at=now())
        )


def set_role(store: Store, name: str, role: str) -> None:
    """Change what somebody may do, from their next request on.

    Raises:
        NotFoundError: nobody is called so.
        DataError: there is no such role, or nobody would be left who may administer.
    """
    role = check_role(role)
    with store.writing() as connection:
        person_id = _find(connection, name)
        connection.execute(update(people).where(people.c.id == person_id).values(role=role))
        _require_admin(connection)


def set_password(store: Store, name: str, password_hash: str) -> None:
    """Change somebody's password and end their sessions.

    Raises:
        NotFoundError: nobody is called so.
    """
    with store.writing() as connection:
        person_id = _find(connection, name)
        connection.execute(update(people).where(people.c.id == person_id).values(password_hash=password_hash))
        connection.execute(delete(sessions).where(sessions.c.person_id == person_id))


def set_disabled(store: Store, name: str, *, disabled: bool) -> None:
    """Keep somebody out, ending their sessions, or let them in again.

    Raises:
        NotFoundError: nobody is called so.
        DataError: nobody would be left who may administer.
    """
    with store.writing() as connection:
        person_id = _find(connection, name)
        connection.execute(
            update(people).where(people.c.id == person_id).values(disabled_at=now() if disabled else None)
        )
        connection.execute(delete(sessions).where(sessions.c.person_id == person_id))
        _require_admin(connection)


def _find(connection: Connection, name: str) -> int:
    person_id = connection.scalar(select(people.c.id).where(people.c.name == name))
    if person_id is None:
        near = name_near(name, connection.scalars(select(people.c.name)).all())
        raise NotFoundError(f"nobody has an account {name!r}{near}")
    return int(person_id)


def _require_admin(connection: Connection) -> None:
    admins = select(func.count()).where(people.c.role == "admin", people.c.disabled_at.is_(None))
    if not connection.scalar(admins):
        raise DataError("this would leave nobody who may administer; make somebody else an admin first")
