"""Writes a gazetteer file from a stream of places, in bounded memory."""

from __future__ import annotations

import math
import tempfile
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import IO, NamedTuple

import msgspec
import numpy as np

from counterclaim.gazetteer.keys import MAIN, key_number, spelling_number
from counterclaim.gazetteer.kinds import KINDS, Kind, usual_radius_km
from counterclaim.gazetteer.table import (
    DEGREE,
    MAGIC,
    NAME_COLUMNS,
    PLACE_COLUMNS,
    Division,
    Header,
    radius_code,
)

BUCKETS = 64  # of names by key, sorted one at a time: 25 million names need some 20 MB then
FLUSH = 50_000  # rows held before they go to disk
_ROW = np.dtype([(name, width) for name, width in NAME_COLUMNS.items()])
_PLACE = np.dtype([(name, width) for name, width in PLACE_COLUMNS.items()])


class Place(NamedTuple):
    """A place as a source gives it."""

    name: str
    spellings: Iterable[str]
    kind: Kind
    lat: float  # degrees, WGS 84
    lon: float
    country: str
    division: str = ""  # GeoNames code of its first-level division
    population: int = 0
    number: int = 0  # GeoNames id
    fame: int = 0  # how many names the source has for it
    radius_km: float | None = None  # None: what is usual for its kind and people


class Writer:
    """Takes places one by one; `finish` makes the file."""

    def __init__(self, path: Path, source: str) -> None:
        self._path, self._source = path, source
        self._folder = tempfile.TemporaryDirectory(prefix="places-", dir=path.parent)
        scratch = Path(self._folder.name)
        self._names: IO[bytes] = (scratch / "names").open("w+b")
        self._places: IO[bytes] = (scratch / "places").open("w+b")
        self._buckets = [(scratch / f"rows-{at}").open("w+b") for at in range(BUCKETS)]
        self._rows: list[tuple[int, int, int]] = []
        self._held: list[tuple[float, ...]] = []
        self._count = self._name_bytes = 0
        self._divisions: dict[tuple[str, str], int] = {}

    def __enter__(self) -> Writer:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for file in (self._names, self._places, *self._buckets):
            file.close()
        self._folder.cleanup()

    @property
    def count(self) -> int:
        """Places added so far."""
        return self._count

    def add(self, place: Place) -> None:
        """Add a place with its spellings; of spellings with one key the first counts."""
        radius = place.radius_km
        if radius is None:
            radius = usual_radius_km(place.kind, place.population)
        self._held.append(
            (
                round(place.lat * DEGREE),
                round(place.lon * DEGREE),
                math.log10(place.population + 1),
                radius_code(radius),
                min(255, place.fame),
                place.number,
                self._division(place.country, place.division),
                KINDS.index(place.kind),
                self._name_bytes,
            )
        )
        keys: dict[int, int] = {key_number(place.name): MAIN | spelling_number(place.name)}
        for spelling in place.spellings:
            keys.setdefault(key_number(spelling), spelling_number(spelling))
        self._rows += [(key, spelt, self._count) for key, spelt in keys.items()]
        self._name_bytes += self._names.write(place.name.replace("\n", " ").encode() + b"\n")
        self._count += 1
        if len(self._rows) >= FLUSH:
            self._flush()

    def _division(self, country: str, code: str) -> int:
        return self._divisions.setdefault((country, code), len(self._divisions))

    def _flush(self) -> None:
        self._places.write(np.array(self._held, dtype=_PLACE).tobytes())
        rows = np.array(self._rows, dtype=_ROW)
        buckets = rows["key"].astype(np.uint64) * BUCKETS >> 32
        for at in np.unique(buckets):
            self._buckets[int(at)].write(rows[buckets == at].tobytes())
        self._held, self._rows = [], []

    def finish(self, division_names: dict[tuple[str, str], str]) -> None:
        """Write the file in place of an old one.

        Args:
            division_names: names of first-level divisions by country and GeoNames code.
        """
        self._flush()
        rows = np.concatenate([_sorted(bucket) for bucket in self._buckets])
        self._places.seek(0)
        places = np.frombuffer(self._places.read(), dtype=_PLACE)
        header = Header(
            source=self._source,
            places=self._count,
            rows=len(rows),
            names=self._name_bytes,
            divisions=tuple(
                Division(country, code, division_names.get((country, code), ""))
                for country, code in self._divisions
            ),
        )
        unfinished = self._path.with_suffix(self._path.suffix + ".part")
        with unfinished.open("wb") as file:
            file.write(MAGIC + msgspec.json.encode(header) + b"\n")
            for column in PLACE_COLUMNS:
                file.write(np.ascontiguousarray(places[column]).tobytes())
            for column in NAME_COLUMNS:
                file.write(np.ascontiguousarray(rows[column]).tobytes())
            self._names.seek(0)
            while block := self._names.read(1 << 20):
                file.write(block)
        unfinished.replace(self._path)


def _sorted(bucket: IO[bytes]) -> np.ndarray[tuple[int], np.dtype[np.void]]:
    bucket.seek(0)
    rows = np.frombuffer(bucket.read(), dtype=_ROW)
    return rows[np.lexsort((rows["place"], rows["key"]))]
