"""Victims, witnesses and others whose names are withheld: kept whole in the store, covered for those who read it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Literal, get_args

import msgspec
from sqlalchemy import Connection, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from counterclaim.core.errors import DataError, NotFoundError
from counterclaim.store.linked import name_near
from counterclaim.store.names import Names, Spelling, check_spelling
from counterclaim.store.people_schema import spellings, withheld
from counterclaim.store.record import Store
from counterclaim.store.write import now

NameRole = Literal["victim", "witness", "other"]


class Withheld(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody whose name is withheld, under every spelling."""

    person: int  # the number in the pseudonym
    role: NameRole
    spellings: tuple[str, ...]
    who: str
    why: str
    at: str  # UTC, ISO 8601
    lifted_by: str | None
    lifted_at: str | None


def withhold(store: Store, name: str, role: str, *, also: Iterable[str] = (), who: str, why: str) -> Withheld:
    """Withhold a name and its other spellings. A spelling that is known adds the others to the same person.

    Raises:
        DataError: a spelling is too short, no reason is given, there is no such role, or the spellings are known
            for different people.
    """
    if role not in get_args(NameRole):
        raise DataError(f"a name is withheld as {', '.join(get_args(NameRole))}, not as {role!r}")
    if not why.strip():
        raise DataError("withholding a name has a reason; say why")
    wanted = [check_spelling(spelling) for spelling in (name, *also)]
    with store.writing() as connection:
        persons = {
            each.person for each in read_withheld(connection) if any(_is_of(each, words) for words in wanted)
        }
        if len(persons) > 1:
            numbers = ", ".join(map(str, sorted(persons)))
            raise DataError(f"these spellings belong to different people: {numbers}; name one at a time")
        decided = {"role": role, "who": who, "why": why, "at": now(), "lifted_by": None, "lifted_at": None}
        if persons:
            person = persons.pop()
            connection.execute(update(withheld).where(withheld.c.id == person).values(decided))
        else:
            person = connection.scalar(insert(withheld).values(decided).returning(withheld.c.id)) or 0
        connection.execute(
            upsert(spellings).on_conflict_do_nothing(),
            [{"withheld_id": person, "spelling": spelling} for spelling in wanted],
        )
        return read_withheld(connection, [person])[0]


def lift_withholding(store: Store, name: str, *, who: str) -> Withheld:
    """Show the name of this person again. Withheld once more, they get the same pseudonym.

    Raises:
        NotFoundError: no name that is withheld is spelled so.
    """
    with store.writing() as connection:
        every = [each for each in read_withheld(connection) if each.lifted_at is None]
        found = next((each for each in every if _is_of(each, name)), None)
        if found is None:
            known = [spelling for each in every for spelling in each.spellings]
            raise NotFoundError(f"no name {name!r} is withheld{name_near(name, known)}")
        connection.execute(
            update(withheld).where(withheld.c.id == found.person).values(lifted_by=who, lifted_at=now())
        )
        return read_withheld(connection, [found.person])[0]


def list_withheld(store: Store) -> list[Withheld]:
    """Everybody whose name is or was withheld, by number."""
    with store.reading() as connection:
        return read_withheld(connection)


def read_withheld(connection: Connection, persons: Collection[int] | None = None) -> list[Withheld]:
    """These people, None being all, by number."""
    spelled: dict[int, list[str]] = {}
    for person, spelling in connection.execute(select(spellings).order_by(spellings.c.spelling)):
        spelled.setdefault(person, []).append(spelling)
    wanted = select(withheld).order_by(withheld.c.id)
    if persons is not None:
        wanted = wanted.where(withheld.c.id.in_(persons))
    return [
        Withheld(
            person=row.id,
            role=row.role,
            spellings=tuple(spelled.get(row.id, ())),
            who=row.who,
            why=row.why,
            at=row.at,
            lifted_by=row.lifted_by,
            lifted_at=row.lifted_at,
        )
        for row in connection.execute(wanted)
    ]


def _is_of(person: Withheld, words: str) -> bool:
    """Whether the words are one of the person's spellings, and nothing else."""
    return any(Names([Spelling(0, spelling)]).hide(words) == "[person 0]" for spelling in person.spellings)
