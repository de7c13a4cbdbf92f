"""How a speaker's figure changed, as a step chart: each point a figure as first told, the last the current one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from counterclaim.core.claims import Casualty
from counterclaim.core.edtf import full_day
from counterclaim.core.incidents import FiledClaim
from counterclaim.incidents.revisions import RevisionLine
from counterclaim.web.words import number_words

HEIGHT = 132  # pixels
_TOP, _GROUND = 26, 120  # pixels: the highest figure leaves room for its number, 0 lies on the ground
_LEFT, _RIGHT = 6.0, 90.0  # percent of the width


class Point(NamedTuple):
    """One figure. `x` in percent, `low` and `high` in pixels from the top; `open`: no upper bound."""

    filed: FiledClaim
    number: str
    x: float
    low: float
    high: float
    open: bool
    replaced: str  # how it is known that the next replaced it; "" for the current figure


class Stair(NamedTuple):
    """A horizontal run from one point to the next and the rise between them."""

    left: float
    right: float
    y: float
    to: float


class StepChart(NamedTuple):
    """The chart of one line. `by_day`: distances are days; otherwise the points only stand in their order."""

    line: RevisionLine
    points: tuple[Point, ...]
    stairs: tuple[Stair, ...]
    by_day: bool


def draw_steps(lines: Sequence[RevisionLine]) -> tuple[StepChart, ...]:
    """A chart for each line."""
    return tuple(_draw(line) for line in lines)


def replaced_in(lines: Sequence[RevisionLine]) -> frozenset[str]:
    """Ids of the claims whose figure its speaker has replaced since."""
    return frozenset(one.claim.id for line in lines for one in line.claims[:-1])


def _draw(line: RevisionLine) -> StepChart:
    told = [(one, one.claim) for one in line.claims if isinstance(one.claim, Casualty)]
    places, by_day = _places([full_day(one.published) for one, _ in told])
    most = max(1, *(bound or 0 for _, claim in told for bound in (claim.min, claim.max)))
    bases = (*line.bases, *[""] * len(told))
    points = tuple(
        _point(one, claim, x, most, basis)
        for (one, claim), x, basis in zip(told, places, bases, strict=False)
    )
    stairs = tuple(Stair(one.x, after.x, one.low, after.low) for one, after in pairwise(points))
    return StepChart(line, points, stairs, by_day)


def _point(one: FiledClaim, claim: Casualty, x: float, most: int, basis: str) -> Point:
    low = claim.min if claim.min is not None else claim.max or 0
    high = claim.max if claim.max is not None else low
    number = number_words(low) if low == high else f"{number_words(low)}–{number_words(high)}"
    is_open = claim.max is None
    return Point(
        one, f"{number}+" if is_open else number, x, _height(low, most), _height(high, most), is_open, basis
    )


def _height(number: int, most: int) -> float:
    return round(_GROUND - (_GROUND - _TOP) * number / most, 1)


def _places(days: Sequence[date | None]) -> tuple[list[float], bool]:
    """By publication day where all are known and never go back; else evenly, in the order given."""
    known = [day for day in days if day is not None]
    width = _RIGHT - _LEFT
    if len(known) == len(days) and known == sorted(known) and known[0] < known[-1]:
        span = (known[-1] - known[0]).days
        return [round(_LEFT + width * (day - known[0]).days / span, 2) for day in known], True
    return [round(_LEFT + width * at / max(1, len(days) - 1), 2) for at in range(len(days))], False
