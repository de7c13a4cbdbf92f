"""A strip of ratios on a logarithmic axis, drawn on the server: half and double lie equally far from even."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from counterclaim.incidents.compared import Spread

_DOUBLINGS = 3  # on either side; what lies further out stands at the end
_STEPS = 4  # columns for each doubling
_LEFT, _RIGHT = 3.0, 97.0  # percent of the width
HEIGHT = 110  # pixels, of the plot without its axis
_RADIUS, _DOT = 3.5, 8.0  # pixels; the second from one dot to the next above it
_MOST_DOTS = 12  # in a column; with more, columns are bars


class Column(NamedTuple):
    """Ratios that lie close together. `first` and `last` are its ends; None for one that goes on."""

    x: float  # percent
    number: int
    first: float | None
    last: float | None
    dots: tuple[float, ...]  # pixels from the top; empty where it is a bar
    top: float  # pixels, of the bar


class Strip(NamedTuple):
    """The plot; places in percent of the width."""

    columns: tuple[Column, ...]
    ticks: tuple[tuple[str, float], ...]
    even: float
    bar_width: float


class Interval(NamedTuple):
    """A median with its interval on the same axis, in percent."""

    left: float
    right: float
    median: float


def place_of(ratio: float) -> float:
    """Where a ratio above 0 lies on the axis, in percent.

    >>> place_of(1), place_of(8), place_of(1 / 100)
    (50.0, 97.0, 3.0)
    """
    doublings = max(-_DOUBLINGS, min(_DOUBLINGS, math.log2(ratio)))
    return round((_LEFT + _RIGHT) / 2 + doublings / _DOUBLINGS * (_RIGHT - _LEFT) / 2, 2)


def draw_interval(spread: Spread) -> Interval:
    """The interval of a median."""
    return Interval(place_of(spread.low), place_of(spread.high), place_of(spread.median))


def draw_strip(ratios: Sequence[float]) -> Strip:
    """A column of dots for ratios that lie within a quarter of a doubling, of bars where they are many."""
    counted = Counter(_column_of(ratio) for ratio in ratios)
    most = max(counted.values(), default=1)
    columns = tuple(
        _column(at, number, most, as_dots=most <= _MOST_DOTS) for at, number in sorted(counted.items())
    )
    powers = range(-_DOUBLINGS, _DOUBLINGS + 1)
    ticks = tuple(
        (f"×{2**power}" if power >= 0 else f"×1/{2**-power}", place_of(2.0**power)) for power in powers
    )
    width = (_RIGHT - _LEFT) / (2 * _DOUBLINGS * _STEPS) * 0.8
    return Strip(columns, ticks, place_of(1.0), round(width, 2))


def _column_of(ratio: float) -> int:
    steps = round(math.log2(ratio) * _STEPS)
    return max(-_DOUBLINGS * _STEPS, min(_DOUBLINGS * _STEPS, steps))


def _column(at: int, number: int, most: int, *, as_dots: bool) -> Column:
    end = _DOUBLINGS * _STEPS
    dots = tuple(round(HEIGHT - _RADIUS - 1 - _DOT * nth, 1) for nth in range(number)) if as_dots else ()
    return Column(
        x=place_of(2.0 ** (at / _STEPS)),
        number=number,
        first=None if at == -end else 2.0 ** ((at - 0.5) / _STEPS),
        last=None if at == end else 2.0 ** ((at + 0.5) / _STEPS),
        dots=dots,
        top=round(HEIGHT - (HEIGHT - 8) * number / most, 1),
    )
