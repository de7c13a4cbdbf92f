"""How far people agree, and how sure a share is: Krippendorff's alpha and Wilson's interval."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from math import sqrt
from typing import NamedTuple

_Z = 1.959964  # of the normal distribution, for 95 in 100


class Agreement(NamedTuple):
    """Of the units that at least two people coded. `alpha` is None where all values are one: nothing could differ."""

    alpha: float | None  # 1 is agreement, 0 what chance gives, below 0 worse than chance
    observed: float | None  # 0 to 1: of all pairs of codings of one unit, how many agree; None without units
    units: int
    codings: int


def alpha_of(units: Iterable[Sequence[Hashable]]) -> Agreement:
    """Krippendorff's alpha for nominal values, any number of people, missing values left out.

    Args:
        units: for each unit, the values that people gave it; units with fewer than two do not count.

    Source: Krippendorff, Content Analysis, 3rd edition 2013, chapter 12.

    >>> round(alpha_of([("a", "a"), ("b", "b"), ("a", "b"), ("b", "b")]).alpha or 0, 3)
    0.533
    >>> alpha_of([("a", "a")])
    Agreement(alpha=None, observed=1.0, units=1, codings=2)
    """
    coded = [tuple(values) for values in units if len(values) > 1]
    totals = Counter(value for values in coded for value in values)
    n = sum(totals.values())
    if not n:
        return Agreement(None, None, 0, 0)
    apart = sum(_differing(Counter(values)) / (len(values) - 1) for values in coded)
    by_chance = _differing(totals) / (n - 1)
    alpha = 1 - apart / by_chance if by_chance else None
    return Agreement(alpha, 1 - apart / n, len(coded), n)


def _differing(counts: Counter[Hashable]) -> int:
    """Ordered pairs of two values that are not the same."""
    n = sum(counts.values())
    return n * n - sum(count * count for count in counts.values())


class Share(NamedTuple):
    """`right` of `n`, with the interval in which the true share lies 95 times in 100."""

    right: int
    n: int
    low: float  # 0 to 1
    high: float


def share_of(right: int, n: int) -> Share:
    """A share with Wilson's score interval; nothing is known without any case.

    Source: Wilson, Probable Inference, the Law of Succession, and Statistical Inference, JASA 22, 1927.

    >>> [round(end, 3) for end in share_of(9, 10)[2:]], share_of(0, 0)[2:]
    ([0.596, 0.982], (0.0, 1.0))
    """
    if not n:
        return Share(0, 0, 0.0, 1.0)
    p, z2 = right / n, _Z * _Z
    middle = (p + z2 / (2 * n)) / (1 + z2 / n)
    half = _Z / (1 + z2 / n) * sqrt(p * (1 - p) / n + z2 / (4 * n * n))
    return Share(right, n, max(0.0, middle - half), min(1.0, middle + half))
