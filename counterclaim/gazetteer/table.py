"""The gazetteer's file: columns of fixed width behind a JSON header, mapped into memory, never loaded whole.

A file holds places in no order, and names as rows sorted by their key (keys.py). docs/design/decisions/0009.
"""

from __future__ import annotations

from math import log10
from pathlib import Path
from typing import NamedTuple

import msgspec
import numpy as np
from numpy.typing import NDArray

from counterclaim.core.errors import DataError
from counterclaim.gazetteer.kinds import KINDS, Kind

MAGIC = b"counterclaim gazetteer 2\n"
PLACE_COLUMNS = {
    "lat": "<i4",  # 1e-5 degrees
    "lon": "<i4",
    "people": "<f2",  # log10 of people + 1
    "radius": "u1",  # see radius_code
    "fame": "u1",  # names in all languages, 255 for that many and more
    "number": "<u4",  # GeoNames id; 0 for places of resources/
    "division": "<u2",  # in `Header.divisions`
    "kind": "u1",  # in KINDS
    "name": "<u4",  # where the name starts in `names`, which end with a line feed
}
NAME_COLUMNS = {"key": "<u4", "spelling": "<u2", "place": "<u4"}
DEGREE = 100_000
RADIUS_STEPS = 60  # per tenfold, from 0.5 km


class Division(NamedTuple):
    """A country, or a first-level division of one."""

    country: str  # ISO 3166 alpha-2, or ""
    code: str  # of GeoNames, or ""
    name: str  # "" where nobody gave one


class Header(msgspec.Struct, frozen=True):
    source: str  # what it was made from, in words
    places: int
    rows: int  # of names
    names: int  # bytes
    divisions: tuple[Division, ...]


class Entry(NamedTuple):
    """A place of a gazetteer."""

    id: str  # "geonames:170654", or "counterclaim:SY/Aleppo/Dabiq" of resources/
    name: str
    kind: Kind
    lat: float  # degrees, WGS 84
    lon: float
    radius_km: float
    population: int  # to two digits; 0 where unknown
    fame: int  # how many names the source has for it, in all languages
    country: str  # ISO 3166 alpha-2, or "" where it lies in several
    admin1: str  # name of the first-level division, or ""


def radius_code(km: float) -> int:
    """A radius as one byte, to 4 %.

    >>> round(radius_of(radius_code(80.0)))
    79
    """
    return min(255, max(0, round(RADIUS_STEPS * log10(max(km, 0.5) / 0.5))))


def radius_of(code: int) -> float:
    return float(0.5 * 10 ** (code / RADIUS_STEPS))


class Table:
    """One gazetteer file, open for reading."""

    def __init__(self, path: Path) -> None:
        """Map the file.

        Raises:
            DataError: it is no gazetteer of this version, or is cut short.
        """
        try:
            with path.open("rb") as file:
                if file.read(len(MAGIC)) != MAGIC:
                    raise DataError(f"{path}: no gazetteer of this version; make it again: places import")
                header = file.readline()
        except OSError as error:
            raise DataError(f"{path}: {error.strerror}; make it again: places import") from error
        self.header = msgspec.json.decode(header, type=Header)
        at = len(MAGIC) + len(header)
        counts = dict.fromkeys(PLACE_COLUMNS, self.header.places) | dict.fromkeys(
            NAME_COLUMNS, self.header.rows
        )
        raw = np.asarray(
            np.memmap(path, dtype=np.uint8, mode="r")
        )  # the plain view: slices of a memmap are slow
        columns: dict[str, NDArray[np.generic]] = {}
        for name, width in (PLACE_COLUMNS | NAME_COLUMNS).items():
            size = np.dtype(width).itemsize * counts[name]
            columns[name] = raw[at : at + size].view(width)
            at += size
        if at + self.header.names != len(raw):
            raise DataError(f"{path}: cut short or damaged; make it again: places import")
        self.columns = columns
        self._names = raw[at:]
        self._key = columns["key"]

    def rows_of(self, key: int) -> slice:
        """The rows of `NAME_COLUMNS` that have a key."""
        wanted = self._key.dtype.type(key)  # of the column's own type: another one would copy the column
        return slice(
            int(self._key.searchsorted(wanted, side="left")),
            int(self._key.searchsorted(wanted, side="right")),
        )

    def entry(self, place: int) -> Entry:
        """The place at a position."""
        column = self.columns
        division = self.header.divisions[int(column["division"][place])]
        name, number = self.name(place), int(column["number"][place])
        people = 10 ** float(column["people"][place]) - 1
        return Entry(
            id=f"geonames:{number}" if number else _own_id(division, name),
            name=name,
            kind=KINDS[int(column["kind"][place])],
            lat=int(column["lat"][place]) / DEGREE,
            lon=int(column["lon"][place]) / DEGREE,
            radius_km=round(radius_of(int(column["radius"][place])), 1),
            population=_two_digits(people),
            fame=int(column["fame"][place]),
            country=division.country,
            admin1=division.name,
        )

    def name(self, place: int) -> str:
        """The place's own name."""
        start = int(self.columns["name"][place])
        stretch = self._names[start : start + 400].tobytes()
        return stretch.partition(b"\n")[0].decode()


def _own_id(division: Division, name: str) -> str:
    """The id of a place of resources/: "counterclaim:SY/Aleppo/Hmeimim"."""
    return "counterclaim:" + "/".join(filter(None, (division.country or "several", division.name, name)))


def _two_digits(people: float) -> int:
    if people < 100:
        return round(people)
    unit: int = 10 ** int(log10(people) - 1)
    return round(people / unit) * unit
