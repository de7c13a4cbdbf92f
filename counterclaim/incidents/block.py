"""Which happenings are compared at all: those that share a key.

A key is made of what two tellings of one happening have in common in one of these ways, so that the number
of candidates depends on how much is told of one place and day, never on the size of the store:

- a place's name, or a cell of the map, with a day and a family of kinds;
- a place's name and a kind with a month, where one tells the month only;
- a figure, with a day and a family of kinds;
- who did it to whom, with a day;
- a kind that is rare, with a day, where one names no place;
- a place and a figure, where neither says anything of a day;
- nearly the same sentences (MinHash bands), with a week where a day is known.

Source of the last: Broder, On the resemblance and containment of documents, 1997.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from hashlib import blake2b
from itertools import product
from math import floor
from typing import NamedTuple

from counterclaim.incidents.kinds import HARMED, RARE, Kind
from counterclaim.incidents.points import Point
from counterclaim.incidents.told import Told
from counterclaim.incidents.windows import Window

_CELL = 0.5  # degrees; a place is also in a neighbouring cell where it lies within _REACH of the border
_REACH = 0.12
_TELLING = 5  # people from which a figure alone is a key
_BAND = 4  # MinHash values in a band
# Kinds that can never be one with others stand alone; all that can be called by another's name are one family.
_VIOLENCE = "violence and its like"
_ALONE: frozenset[Kind] = frozenset(("protest", "looting", "deployment", "meeting"))


class Keys(NamedTuple):
    """Two happenings are candidates where one posts what the other asks for, which is always mutual."""

    posted: frozenset[int]
    asked: frozenset[int]


def keys_of(told: Told) -> Keys:
    """The keys of a happening, as signed 64-bit numbers, the same on every machine."""
    posted: set[tuple[object, ...]] = set()
    asked: set[tuple[object, ...]] = set()
    window = told.window
    for own, others in _stems(told):
        if window is not None and not window.is_long:
            for posts, asks in _days(window):
                posted.update((*stem, day) for stem in own for day in posts)
                asked.update((*stem, day) for stem in others for day in asks)
    if window is not None and window.told and not window.any_year:
        for place, kind, month in product(_places(told), sorted(told.kinds), _months(window)):
            posted.add((place, kind, month, "long" if window.is_long else "short"))
            asked.add((place, kind, month, "long"))
            if window.is_long:
                asked.add((place, kind, month, "short"))
    weeks = _weeks(window)
    for at in range(0, len(told.marks), _BAND):
        band = ("text", at, *told.marks[at : at + _BAND])
        posted.update((*band, week) for week in (weeks and [*weeks, "some week"]) or ["no week"])
        asked.update((*band, week) for week in [*(weeks or ["some week"]), "no week"])
    if window is None:
        undated = [("no day", *stem) for stem in product(_places(told), sorted(told.figures, key=str))]
        posted.update(undated)
        asked.update(undated)
    return Keys(frozenset(map(_number, posted)), frozenset(map(_number, asked)))


def _stems(told: Told) -> Iterator[tuple[list[tuple[object, ...]], list[tuple[object, ...]]]]:
    """Keys but for the day, as posted and as asked for.

    A place is met by those that name it, and by those that name the province it lies in; two towns of a
    province do not meet by it.
    """
    harmed = any(harm in HARMED for harm, _, _ in told.figures)
    for family in _families(told.kinds) or ([_VIOLENCE] if harmed else []):
        for place in _places(told):
            yield [("in", place, family), ("named", place, family)], [("in", place, family)]
        for place in told.lies_in - told.keys - told.wide:
            yield [("in", place, family)], [("named", place, family)]
        alike: list[tuple[object, ...]] = []
        cells = sorted({cell for point in told.points for cell in _cells(point)})
        alike += [("cell", *cell, family) for cell in cells]
        alike += [
            (harm, low, high, family)
            for harm, low, high in told.figures
            if max(low or 0, high or 0) >= _TELLING
        ]
        yield alike, alike
    for kind in sorted(told.kinds & RARE):
        placed: list[tuple[object, ...]] = [("rare", kind, "with a place")]
        without: list[tuple[object, ...]] = [("rare", kind, "without a place")]
        yield (placed, without) if _places(told) else (without, placed + without)
    if not told.keys:
        pairs: list[tuple[object, ...]] = [
            ("by", side, "to", target) for side in told.sides for target in told.targets
        ]
        yield pairs, pairs


def _places(told: Told) -> list[str]:
    return sorted(told.keys | told.wide)


def _families(kinds: Iterable[Kind]) -> list[str]:
    """Empty where no kind is known: such happenings meet by their dead and wounded, or by their sentences only."""
    return sorted({kind if kind in _ALONE else _VIOLENCE for kind in kinds})


def _cells(point: Point) -> list[tuple[int, int]]:
    """The cells of the map in which the place lies or that begin close to it."""
    lat, lon, _ = point
    rows = {floor((lat + shift) / _CELL) for shift in (-_REACH, _REACH)}
    columns = {floor((lon + shift) / _CELL) for shift in (-_REACH, _REACH)}
    return sorted(product(rows, columns))


def _days(window: Window) -> Iterator[tuple[list[str], list[str]]]:
    """Names of the days as posted and as asked for: a day of no known year meets those of every year."""
    for ordinal in range(window.first, window.last + 1):
        day = date.fromordinal(ordinal)
        yearless = f"{day:%m-%d}"
        if window.any_year:
            yield [f"no year {yearless}"], [f"no year {yearless}", f"some year {yearless}"]
        else:
            yield [day.isoformat(), f"some year {yearless}"], [day.isoformat(), f"no year {yearless}"]


def _months(window: Window) -> list[str]:
    return sorted({f"{date.fromordinal(day):%Y-%m}" for day in (window.first, window.last)})


def _weeks(window: Window | None) -> list[str]:
    """The weeks of a window; what has none is compared with copies of any week."""
    if window is None or window.any_year:
        return []
    return [f"week {week}" for week in range(window.first // 7, window.last // 7 + 1)]


def _number(key: tuple[object, ...]) -> int:
    digest = blake2b(repr(key).encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)
