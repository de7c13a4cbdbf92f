"""The middle of several ratios with an interval that assumes nothing about how they are spread."""

from __future__ import annotations

import math
from collections.abc import Iterable
from functools import lru_cache
from statistics import median

import msgspec

LEAST = 10  # comparisons; fewer show nothing, as one odd incident would be a tenth of them or more
METHOD = "sign-test.v1"
_OUTSIDE = 0.025  # on either side: the interval holds the median at least 95 times in 100


class Spread(msgspec.Struct, frozen=True, kw_only=True):
    """Ratios of a speaker's figures to the median of independent others; 2 is twice as many people.

    `low` and `high` bound the median. `lower` and `upper` are quartiles; the middle half lies between them.
    """

    n: int
    median: float
    low: float
    high: float
    lower: float
    upper: float
    least: float
    most: float
    below: int  # ratios under 1
    equal: int
    above: int


def spread_of(ratios: Iterable[float]) -> Spread | None:
    """The spread of ratios above 0; None where there are fewer than `LEAST`. Their order changes nothing.

    The interval is that of the sign test: the two ordered ratios between which the median of all such
    figures lies in at least 95 of 100 samples. It needs no random numbers and no shape of distribution,
    but takes the incidents to be independent of each other.

    >>> spread_of([2.0] * 9) is None
    True
    >>> found = spread_of([1.0, 1.5, *[2.0] * 8, 3.0, 4.0])
    >>> found.median, found.low, found.high, found.above
    (2.0, 2.0, 2.0, 11)

    Source: W. J. Conover, Practical Nonparametric Statistics, 3rd edition, 1999, section 3.2.
    """
    ordered = sorted(ratios)
    n = len(ordered)
    if n < LEAST:
        return None
    rank = _rank(n)
    logs = [math.log(ratio) for ratio in ordered]
    half = n // 2
    return Spread(
        n=n,
        median=_middle(logs),
        low=ordered[rank - 1],
        high=ordered[n - rank],
        lower=_middle(logs[:half]),
        upper=_middle(logs[n - half :]),
        least=ordered[0],
        most=ordered[-1],
        below=sum(ratio < 1 for ratio in ordered),
        equal=sum(ratio == 1 for ratio in ordered),
        above=sum(ratio > 1 for ratio in ordered),
    )


def _middle(logs: list[float]) -> float:
    """The median, back from logarithms: half and double lie evenly around 1."""
    return round(math.exp(median(logs)), 9)


@lru_cache(maxsize=10_000)
def _rank(n: int) -> int:
    """The rank from either end of the ordered ratios at which the interval ends."""
    within, rank = 0.0, 0
    log_all = n * math.log(2)
    while True:
        within += math.exp(math.lgamma(n + 1) - math.lgamma(rank + 1) - math.lgamma(n - rank + 1) - log_all)
        if within > _OUTSIDE:
            return rank
        rank += 1
