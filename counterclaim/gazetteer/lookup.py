"""Which places a name may mean: keys propose, likeness of spelling and people rank."""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import as_file, files
from math import log10
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

import numpy as np
from anyascii import anyascii
from rapidfuzz.fuzz import ratio

from counterclaim.core.located import Located
from counterclaim.gazetteer.keys import MAIN, key_number, spelling_number
from counterclaim.gazetteer.kinds import KINDS, PRECISION, SETTLEMENTS, Kind
from counterclaim.gazetteer.table import Entry, Table

MOST = 25  # candidates of a name, the most peopled; "San Antonio" has hundreds of namesakes
CACHED = 20_000  # names whose candidates are kept

# A spelling that the table does not have counts this much less than one it has, on a scale from 0 to 1.
_OTHER_SPELLING = 0.15
_ALIAS = 0.2  # a further name counts less than the own one: "Tripoli" is an alias of several towns


class Candidate(NamedTuple):
    """A place that a name may mean."""

    entry: Entry
    likeness: float  # 0 to 1: how well the spelling fits
    own_name: bool  # matched the place's own name, not a further one
    spelt: bool  # the very spelling is in the table


class Gazetteer:
    """Look-ups in the shipped table and, where given, a user's."""

    def __init__(self, *tables: Table) -> None:
        """Tables by rank: where two have one GeoNames feature, the first one's row counts."""
        self._tables = tables
        self.candidates = lru_cache(maxsize=CACHED)(self._candidates)
        self.has = lru_cache(maxsize=CACHED)(self._has)

    @property
    def stamp(self) -> str:
        """Eight hex digits that are equal for equal tables."""
        return f"{crc32(repr([table.header for table in self._tables]).encode()):08x}"

    def _candidates(self, name: str) -> tuple[Candidate, ...]:
        """Places that a name may mean, most likely first by spelling and people alone; () for none.

        >>> [found.entry.country for found in load_gazetteer().candidates("Dayr az Zawr")][:1]
        ['SY']
        """
        key, spelling = key_number(name), spelling_number(name)
        found: dict[str, Candidate] = {}
        for table in self._tables:
            for place, code in self._rows(table, key):
                entry = table.entry(place)
                spelt = code & (MAIN - 1) == spelling
                likeness = _likeness(name, entry.name, spelt=spelt, main=bool(code & MAIN))
                found.setdefault(entry.id, Candidate(entry, likeness, bool(code & MAIN), spelt))
        return tuple(sorted(found.values(), key=_rank))

    def _has(self, name: str) -> bool:
        """Whether some place is spelt so; much cheaper than its candidates.

        >>> load_gazetteer().has("Mosul"), load_gazetteer().has("Mosulabad")
        (True, False)
        """
        key, spelling = key_number(name), spelling_number(name)
        codes = (
            code for table in self._tables for code in table.columns["spelling"][table.rows_of(key)].tolist()
        )
        return any(code & (MAIN - 1) == spelling for code in codes)

    def _rows(self, table: Table, key: int) -> list[tuple[int, int]]:
        """Positions of places that have the key with the number of their spelling; at most MOST."""
        rows = table.rows_of(key)
        places, codes = table.columns["place"][rows], table.columns["spelling"][rows]
        if len(places) > MOST:
            weight = table.columns["people"][places].astype(np.float32) + 10.0 * np.isin(
                table.columns["kind"][places], _RANKED_FIRST
            )
            kept = np.argsort(-weight, kind="stable")[:MOST]
            places, codes = places[kept], codes[kept]
        return list(zip(places.tolist(), codes.tolist(), strict=True))


_RANKED_FIRST = [KINDS.index(kind) for kind in ("country", "province", "capital")]


def _likeness(name: str, own: str, *, spelt: bool, main: bool) -> float:
    if spelt:
        return 1.0 if main else 1.0 - _ALIAS
    near = ratio(anyascii(name).lower(), anyascii(own).lower()) / 100
    return max(0.0, near - _OTHER_SPELLING) if main else max(0.3, near - _OTHER_SPELLING - _ALIAS)


def _rank(found: Candidate) -> tuple[float, int, str]:
    return (-weight_of(found), -found.entry.population, found.entry.id)


def weight_of(found: Candidate) -> float:
    """How likely a candidate is before its surroundings are looked at, in log odds up to a constant."""
    entry = found.entry
    fame = log10(entry.fame + 1) if entry.kind in SETTLEMENTS else FAME_OF_AREAS
    return (
        PEOPLE * log10(entry.population + 10)
        + FAME * fame
        + OF_KIND.get(entry.kind, 0.0)
        + SPELLING * found.likeness
    )


PEOPLE = 1.2  # for ten times as many people
FAME = 2.0  # for ten times as many names in the world's languages: Oxford of England, not of Mississippi
FAME_OF_AREAS = 1.6  # the source has no names of areas to count: as many as of a known town
SPELLING = 6.0
OF_KIND: dict[Kind, float] = {
    "country": 2.0,
    "province": 1.5,
    "capital": 1.5,
    "water": 1.0,
    "region": 1.0,
    "district": -0.5,
}


@cache
def load_gazetteer(further: Path | None = None) -> Gazetteer:
    """The gazetteer of this process, opened once: a user's file first, then the shipped one.

    Raises:
        DataError: a file is no gazetteer or is damaged.
    """
    with as_file(files("counterclaim.gazetteer").joinpath("places.gaz")) as shipped:
        tables = [Table(shipped)]
    return Gazetteer(*([Table(further)] if further is not None else []), *tables)


def located_of(entry: Entry, *why: str) -> Located:
    """The place as a gazetteer has it, and why it is this one."""
    return Located(
        lat=entry.lat,
        lon=entry.lon,
        radius_km=entry.radius_km,
        precision=PRECISION[entry.kind],
        name=entry.name,
        kind=entry.kind,
        country=entry.country,
        admin1=entry.admin1,
        gazetteer_id=entry.id,
        why=why,
    )
