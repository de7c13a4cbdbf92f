"""Incidents as the list beside the map tells them, and the counts of what is found, is not placed, has no year."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from sqlalchemy import Connection

from counterclaim.incidents.tallies import Tally
from counterclaim.store.nearby import read_claims_of
from counterclaim.store.positions import Told, number_of, read_told
from counterclaim.web.atlas import STATED, Atlas, Flags, Ints
from counterclaim.web.choice import Choice, choose
from counterclaim.web.listing import told_tallies

PAGE = 40  # incidents of one page of the list: some 20 kB
IN_DRAWER = 20  # incidents that a drawer names; all of them are a list of their own


class Entry(NamedTuple):
    """An incident with a tally for each group of people of whom the chosen harm tells a number."""

    told: Told
    tallies: tuple[Tally, ...]
    disputed: bool
    speakers: int


class Drawer(NamedTuple):
    """Incidents that cannot be shown on the map or on the timeline, the first of them by name."""

    incidents: int
    entries: tuple[Entry, ...]


class Page(NamedTuple):
    """One page of the list, counted from 1, and how many there are."""

    entries: tuple[Entry, ...]
    page: int
    pages: int


def list_page(connection: Connection, atlas: Atlas, found: Flags, choice: Choice, page: int) -> Page:
    """The incidents found, in the order of time; the last page where `page` lies beyond it."""
    at: Ints = np.flatnonzero(found)
    pages = max(1, -(-len(at) // PAGE))
    page = min(page, pages)
    return Page(_entries(connection, atlas, at[(page - 1) * PAGE : page * PAGE], choice), page, pages)


def list_drawers(connection: Connection, atlas: Atlas, choice: Choice) -> tuple[Drawer, Drawer]:
    """What the other conditions find and has no place, and what has no day in a stated year."""
    nowhere = choose(atlas, choice.everywhere()) & ~atlas.placed
    undated = choose(atlas, choice.ever()) & (atlas.dated != STATED)
    return _drawer(connection, atlas, nowhere, choice), _drawer(connection, atlas, undated, choice)


def list_row(connection: Connection, atlas: Atlas, code: str, choice: Choice) -> Entry | None:
    """The incident with this code; None where the atlas has none."""
    number = number_of(connection, code)
    at: Ints = np.flatnonzero(atlas.number == number) if number is not None else np.empty(0, dtype=np.int64)
    return next(iter(_entries(connection, atlas, at, choice)), None)


def page_of(atlas: Atlas, found: Flags, number: int) -> int:
    """The page of the list on which an incident stands; 1 where it is not found."""
    at = np.flatnonzero(atlas.number[found] == number)
    return int(at[0]) // PAGE + 1 if len(at) else 1


def _drawer(connection: Connection, atlas: Atlas, found: Flags, choice: Choice) -> Drawer:
    at: Ints = np.flatnonzero(found)
    return Drawer(len(at), _entries(connection, atlas, at[:IN_DRAWER], choice))


def _entries(connection: Connection, atlas: Atlas, at: Ints, choice: Choice) -> tuple[Entry, ...]:
    rows = {int(atlas.number[row]): row for row in at.tolist()}
    told = read_told(connection, tuple(rows))
    filed = read_claims_of(connection, [one.incident.code for one in told])
    return tuple(
        Entry(
            told=one,
            tallies=told_tallies(filed[one.incident.code], choice.counted),
            disputed=bool(atlas.disputed[rows[one.number]]),
            speakers=int(atlas.speakers[rows[one.number]]),
        )
        for one in told
    )
