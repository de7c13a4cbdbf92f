"""Ranges and counts of things in plain words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


class Bounds(NamedTuple):
    """What one figure allows; None is no bound."""

    low: int | None
    high: int | None


def range_words(figures: Sequence[Bounds]) -> str:
    """From the lowest to the highest number that any of the figures names; "" where none names one.

    >>> range_words([Bounds(62, None), Bounds(62, 62), Bounds(83, 83)]), range_words([Bounds(62, None)])
    ('62 – 83', 'at least 62')
    >>> range_words([Bounds(20, 20), Bounds(62, None)])
    '20 – 62 or more'
    """
    named = [bound for figure in figures for bound in figure if bound is not None]
    if not named:
        return ""
    least, most = min(named), max(named)
    open_above = any(figure.high is None and figure.low == most for figure in figures)
    open_below = any(figure.low is None and figure.high == least for figure in figures)
    if least == most:
        words = f"{least:,}"
        closed = Bounds(least, most) in figures
        if closed or open_above == open_below:
            return words
        return f"at least {words}" if open_above else f"at most {words}"
    return f"{least:,} – {most:,}" + (" or more" if open_above else "")


def count_words(number: int, one: str, many: str | None = None) -> str:
    """A number with the thing it counts.

    >>> count_words(1, "speaker"), count_words(3, "speaker")
    ('1 speaker', '3 speakers')
    """
    return f"{number:,} {one if number == 1 else many or one + 's'}"
