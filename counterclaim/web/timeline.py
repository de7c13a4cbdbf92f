"""Incidents over time: how many can lie in each stretch, and each as a bar as wide and as high as what is known.

A bar reaches from the first to the last day that its time allows, and from the lowest to the highest number of people
that anybody names: an incident of some day in a month is a month wide. Positions are in percent of the axis.
"""

from __future__ import annotations

from datetime import date
from math import log10
from typing import Literal, NamedTuple

import numpy as np
from babel.dates import format_skeleton

from counterclaim.web.atlas import EVER, FOREVER, STATED, Atlas, Flags, Ints
from counterclaim.web.choice import Choice
from counterclaim.web.languages import locale

BINS = 96  # stretches of the axis at most; on a phone each is three pixels wide
BARS = 240  # more incidents are shown as their number only
_MOST_TICKS = 7
_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200)  # months between ticks
_DAYS_BETWEEN = (1, 2, 7, 14)  # days between ticks of a short axis
_MONTH = 30.4375  # days, in the mean


Unit = Literal["day", "month", "year"]
_SKELETONS: dict[Unit, str] = {"day": "MMMd", "month": "yMMM", "year": "y"}


class Stretch(NamedTuple):
    """A part of the axis: incidents surely within it, and all that may be, in percent of the fullest one."""

    left: float
    width: float
    sure: float
    maybe: float
    n_sure: int
    n_maybe: int
    first: date
    last: date


class Bar(NamedTuple):
    """One incident. `low` and `high` are heights in percent of the scale; None where no number is stated."""

    number: int
    left: float
    width: float
    open_left: bool
    open_right: bool
    low: float | None
    high: float | None
    open_above: bool
    disputed: bool


class Tick(NamedTuple):
    """A day on the axis, and how closely it is to be named: day, month or year."""

    at: float
    day: date
    unit: Unit

    @property
    def words(self) -> str:
        """The day in the language of the page: "1 Sept", "Sept 2016" or "2016"."""
        return str(format_skeleton(_SKELETONS[self.unit], self.day, locale=locale()))


class Level(NamedTuple):
    """A number of people on the upright scale and its height in percent."""

    people: int
    at: float


class Axis(NamedTuple):
    """From `first` to `last`, both included."""

    first: date
    last: date
    ticks: tuple[Tick, ...]


class Timeline(NamedTuple):
    """A strip over all time, the span of it that is chosen, and bars within that span.

    No bars where there would be too many, or where nothing found is dated in the span.
    """

    found: int  # incidents dated in a stated year, within the span
    strip: Axis
    stretches: tuple[Stretch, ...]
    span: (
        tuple[float, float] | None
    )  # where the chosen span begins and how wide it is, in percent of the strip
    scale: Axis  # of the bars
    bars: tuple[Bar, ...]
    levels: tuple[Level, ...]


def draw_timeline(atlas: Atlas, found: Flags, ever: Flags, choice: Choice) -> Timeline | None:
    """The timeline of the incidents found, over those that would be found at any time.

    None where none of these has a day in a stated year.
    """
    dated = ever & (atlas.dated == STATED)
    if not dated.any():
        return None
    start, end = _edges(atlas.first[dated], atlas.last[dated], choice)
    span = (max(_ordinal(choice.first, start), start), min(_ordinal(choice.last, end), end))
    if span[0] > span[1]:
        span = (start, end)
    at: Ints = np.flatnonzero(found & (atlas.dated == STATED))
    counted = atlas.counted(choice.counted).taken(at)
    levels = _levels(int(counted.high.max(initial=0)))
    return Timeline(
        found=len(at),
        strip=_axis(start, end),
        stretches=_stretches(atlas.first[dated], atlas.last[dated], start, end),
        span=_part_of(span, start, end) if choice.dated else None,
        scale=_axis(*span),
        bars=tuple(
            _bar(atlas, int(row), *span, _height(low, levels), _height(high, levels), open_above)
            for row, low, high, open_above in zip(at, *(column.tolist() for column in counted), strict=True)
        )
        if len(at) <= BARS
        else (),
        levels=levels,
    )


def _ordinal(day: date | None, otherwise: int) -> int:
    return day.toordinal() if day else otherwise


def _edges(first: Ints, last: Ints, choice: Choice) -> tuple[int, int]:
    """The strip: over the incidents' own days and the span chosen, a week at least."""
    known = np.concatenate((first[first != EVER], last[last != FOREVER]))
    start, end = int(known.min()), int(known.max())
    asked = [day.toordinal() for day in (choice.first, choice.last) if day]
    start, end = min(start, *asked, end), max(end, *asked, start)
    lacking = max(0, 8 - (end - start)) // 2
    return max(start - lacking, 1), min(end + lacking, FOREVER)


def _axis(start: int, end: int) -> Axis:
    return Axis(date.fromordinal(start), date.fromordinal(end), _ticks(start, end))


def _part_of(span: tuple[int, int], start: int, end: int) -> tuple[float, float]:
    days = end - start + 1
    return _percent(span[0] - start, days), _percent(span[1] - span[0] + 1, days)


def _stretches(first: Ints, last: Ints, start: int, end: int) -> tuple[Stretch, ...]:
    """How many incidents lie surely, and how many may lie, in each of up to BINS equal parts."""
    days = end - start + 1
    count = min(BINS, days)
    edges = start + (np.arange(count + 1) * days) // count  # ordinals; each part ends before the next edge
    from_bin = np.clip(np.searchsorted(edges, first, side="right") - 1, 0, count - 1)
    to_bin = np.clip(np.searchsorted(edges, last, side="right") - 1, 0, count - 1)
    inside = (first >= start) & (last <= end) & (from_bin == to_bin)
    sure = np.bincount(from_bin[inside], minlength=count)
    opened = np.bincount(from_bin, minlength=count)
    closed = np.bincount(to_bin, minlength=count)
    maybe = np.cumsum(opened) - np.r_[0, np.cumsum(closed)[:-1]]
    most = max(int(maybe.max()), 1)
    return tuple(
        Stretch(
            left=_percent(int(edges[part]) - start, days),
            width=_percent(int(edges[part + 1] - edges[part]), days),
            sure=_percent(int(sure[part]), most),
            maybe=_percent(int(maybe[part]), most),
            n_sure=int(sure[part]),
            n_maybe=int(maybe[part]),
            first=date.fromordinal(int(edges[part])),
            last=date.fromordinal(int(edges[part + 1]) - 1),
        )
        for part in range(count)
    )


def _bar(
    atlas: Atlas, row: int, start: int, end: int, low: float | None, high: float | None, open_above: bool
) -> Bar:
    first, last = int(atlas.first[row]), int(atlas.last[row])
    days = end - start + 1
    left, right = max(first, start), min(last, end) + 1
    return Bar(
        number=int(atlas.number[row]),
        left=_percent(left - start, days),
        width=_percent(right - left, days),
        open_left=first < start,
        open_right=last > end,
        low=low,
        high=high,
        open_above=open_above,
        disputed=bool(atlas.disputed[row]),
    )


def _height(people: int, levels: tuple[Level, ...]) -> float | None:
    """On a scale of powers of ten, so that 3 and 3,000 both show; nought stands at its foot."""
    if people < 0:
        return None
    return round(100 * log10(people + 1) / log10(levels[-1].people + 1), 2)


def _levels(most: int) -> tuple[Level, ...]:
    """Nought, and powers of ten up to the first that no figure exceeds.

    >>> _levels(83)
    (Level(people=0, at=0.0), Level(people=10, at=51.96), Level(people=100, at=100.0))
    """
    people = [0, 10]
    while people[-1] < most:
        people.append(people[-1] * 10)
    top = log10(people[-1] + 1)
    return tuple(Level(one, round(100 * log10(one + 1) / top, 2)) for one in people)


def _ticks(start: int, end: int) -> tuple[Tick, ...]:
    """Round days: the first of months or years, or days of a short axis."""
    days = end - start + 1
    between = next((step for step in _DAYS_BETWEEN if days / step <= _MOST_TICKS), None)
    if between is not None:
        found: list[tuple[date, Unit]] = [
            (date.fromordinal(day), "day") for day in range(start, end + 1, between)
        ]
    else:
        step = next((one for one in _STEPS if days / _MONTH / one <= _MOST_TICKS), _STEPS[-1])
        begin, until = date.fromordinal(start), date.fromordinal(end)
        months = range(
            (begin.year * 12 + begin.month - 1) // step * step, until.year * 12 + until.month, step
        )
        firsts = [date(month // 12, month % 12 + 1, 1) for month in months if month >= 12]
        found = [(day, "month" if step < 12 else "year") for day in firsts if begin <= day]
    return tuple(Tick(_percent(day.toordinal() - start, days), day, unit) for day, unit in found)


def _percent(part: int, whole: int) -> float:
    return round(100 * part / whole, 2)
