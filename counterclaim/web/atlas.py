"""All incidents in columns, in the order of time: what a map and a timeline of very many are counted from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from counterclaim.core.edtf import day_bounds
from counterclaim.core.errors import DataError
from counterclaim.store.positions import Position
from counterclaim.store.tolls import Toll
from counterclaim.web.mercator import unit_x, unit_y

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

AREA = 4  # UCDP's where_prec from which a place is an area: province, larger or fuzzy, country, water
COUNTRY = 6
STATED, NO_YEAR, NO_DAY = 0, 1, 2  # how an incident is dated, in the order of the list
EVER, FOREVER = 0, date.max.toordinal()  # an open start and an open end


class Tolls(NamedTuple):
    """Figures of one harm, for the incidents that have any."""

    at: Ints  # rows of the atlas
    low: Ints
    high: Ints
    open_above: Flags


class Counted(NamedTuple):
    """Figures of one harm, for each incident of the atlas: -1 where no number is stated."""

    low: Ints
    high: Ints
    open_above: Flags

    def taken(self, at: Ints) -> Counted:
        """Those of some rows."""
        return Counted(self.low[at], self.high[at], self.open_above[at])


class Atlas(NamedTuple):
    """One entry per incident in each column: dated ones first, by first and last day."""

    number: Ints  # of the incident in the store
    kind: Ints  # index into `kinds`
    country: Ints  # index into `countries`
    speakers: Ints
    disputed: Flags
    lat: Floats  # degrees; NaN where the incident is not placed
    lon: Floats
    x: Floats  # Web Mercator, 0 to 1 from west to east and from north to south
    y: Floats
    radius_km: Floats
    precision: Ints  # UCDP's where_prec; 0 where not placed
    dated: Ints  # STATED, NO_YEAR or NO_DAY
    first: Ints  # proleptic ordinal of the first day that the time allows; EVER where open
    last: Ints
    kinds: tuple[str, ...]
    countries: tuple[str, ...]
    tolls: dict[str, Tolls]  # by harm

    @property
    def placed(self) -> Flags:
        """Whether each is anywhere on the map."""
        return self.precision > 0

    def counted(self, harm: str) -> Counted:
        """The figures of one harm."""
        low, high = (np.full(len(self.number), -1, dtype=np.int64) for _ in range(2))
        open_above = np.zeros(len(self.number), dtype=np.bool_)
        tolls = self.tolls.get(harm)
        if tolls is not None:
            low[tolls.at], high[tolls.at] = tolls.low, tolls.high
            open_above[tolls.at] = tolls.open_above
        return Counted(low, high, open_above)


def make_atlas(positions: Sequence[Position], tolls: Iterable[Toll]) -> Atlas:
    """The atlas of these incidents and of their figures."""
    days = {when: _days(when) for when in {one.when for one in positions}}
    own = sorted(positions, key=lambda one: (*days[one.when], one.when or "", one.number))
    kinds, kind = _coded([one.kind or "" for one in own])
    countries, country = _coded([one.country for one in own])
    lat, lon = _floats([one.lat for one in own]), _floats([one.lon for one in own])
    row_of = {one.number: at for at, one in enumerate(own)}
    return Atlas(
        number=_ints([one.number for one in own]),
        kind=kind,
        country=country,
        speakers=_ints([one.speakers for one in own]),
        disputed=_flags([bool(one.disputed) for one in own]),
        lat=lat,
        lon=lon,
        x=unit_x(lon),
        y=unit_y(lat),
        radius_km=_floats([one.radius_km for one in own]),
        precision=_ints([one.precision or 0 for one in own]),
        dated=_ints([days[one.when][0] for one in own]),
        first=_ints([days[one.when][1] for one in own]),
        last=_ints([days[one.when][2] for one in own]),
        kinds=kinds,
        countries=countries,
        tolls=_by_harm(tolls, row_of),
    )


def _days(when: str | None) -> tuple[int, int, int]:
    """How the time is dated, and the ordinals of its first and last day."""
    if when and "XXXX" in when:
        return NO_YEAR, EVER, FOREVER
    try:
        first, last = day_bounds(when) if when else (None, None)
    except DataError:  # an old or foreign store's own words
        first = last = None
    if first is None and last is None:
        return NO_DAY, EVER, FOREVER
    return STATED, first.toordinal() if first else EVER, last.toordinal() if last else FOREVER


def _by_harm(tolls: Iterable[Toll], row_of: dict[int, int]) -> dict[str, Tolls]:
    rows: dict[str, list[tuple[int, int, int, bool]]] = {}
    for one in tolls:
        if one.number in row_of:
            own = (row_of[one.number], one.low, one.high, one.open_above)
            rows.setdefault(one.harm, []).append(own)
    found = {}
    for harm, told in rows.items():
        at, low, high, open_above = zip(*told, strict=True)
        found[harm] = Tolls(_ints(at), _ints(low), _ints(high), _flags(open_above))
    return found


def _coded(words: list[str]) -> tuple[tuple[str, ...], Ints]:
    """The distinct words, and each as its place among them."""
    distinct = tuple(sorted(set(words)))
    at = {word: number for number, word in enumerate(distinct)}
    return distinct, _ints([at[word] for word in words])


def _ints(values: Sequence[Any]) -> Ints:
    return np.array(values, dtype=np.int64)


def _flags(values: Sequence[bool]) -> Flags:
    return np.array(values, dtype=np.bool_)


def _floats(values: Sequence[float | None]) -> Floats:
    return np.array(values, dtype=np.float64)
