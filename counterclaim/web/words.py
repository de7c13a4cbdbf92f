"""Figures and days as readers meet them: plain words that add nothing to what was stated."""

from __future__ import annotations

import calendar
from collections.abc import Sequence
from typing import NamedTuple

from counterclaim.core.patterns import pattern

NO_YEAR = "year not stated"
_PART = pattern(r"(?P<year>\d{4}|XXXX)(?:-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>[0-3]\d))?)?")


class Bounds(NamedTuple):
    """What one figure allows; None is no bound."""

    low: int | None
    high: int | None


class _Day(NamedTuple):
    year: str  # "" where nobody stated one
    month: str
    day: str


def figure_words(low: int | None, high: int | None, qualifier: str = "exact") -> str:
    """A figure with its hedge, as the source worded its bounds.

    >>> figure_words(62, None, "at_least"), figure_words(21, None, "more_than"), figure_words(83, 83)
    ('at least 62', 'more than 20', '83')
    >>> figure_words(35, 35, "about"), figure_words(10, 12, "between"), figure_words(None, None, "unknown")
    ('about 35', '10 to 12', 'number not stated')
    """
    if low is None and high is None:
        return "number not stated"
    if low is None or high is None:
        return _open_words(low, high, qualifier)
    if low != high:
        return f"{low:,} to {high:,}"
    if low == 0:
        return "none"
    return f"about {low:,}" if qualifier == "about" else f"{low:,}"


def _open_words(low: int | None, high: int | None, qualifier: str) -> str:
    if low is not None and qualifier == "more_than":
        return f"more than {low - 1:,}"
    if low is not None and qualifier == "vague":
        return f"{low:,} or more, in words"
    if low is not None:
        return f"at least {low:,}"
    return f"fewer than {(high or 0) + 1:,}" if qualifier == "fewer_than" else f"at most {high or 0:,}"


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


def day_words(edtf: str | None) -> str:
    """A day, month, year or interval in words; what nobody stated is said to be so.

    >>> day_words("XXXX-09-17"), day_words("2016-09-17"), day_words("2016-09")
    ('17 September, year not stated', '17 September 2016', 'September 2016')
    >>> day_words("2016-09-12/.."), day_words("2016-09-17/2016-09-18"), day_words(None)
    ('since 12 September 2016', '17 to 18 September 2016', 'day not stated')
    """
    if not edtf:
        return "day not stated"
    first, slash, last = edtf.partition("/")
    start, end = _read_day(first), _read_day(last)
    if not slash:
        return edtf if start is None else _say(start)
    if start and end:
        return _say_interval(start, end)
    if start and last in ("", ".."):
        return f"since {_say(start)}"
    if end and first in ("", ".."):
        return f"until {_say(end)}"
    return edtf


def _read_day(part: str) -> _Day | None:
    match = _PART.fullmatch(part)
    if match is None:
        return None
    named = match.groupdict()
    month, day = named["month"], named["day"]
    year = named["year"] or ""
    return _Day(
        "" if year == "XXXX" else year,
        calendar.month_name[int(month)] if month else "",
        str(int(day)) if day else "",
    )


def _say(day: _Day) -> str:
    words = f"{day.day} {day.month}".strip()
    if day.year:
        return f"{words} {day.year}".strip()
    return f"{words}, {NO_YEAR}" if words else NO_YEAR


def _say_interval(start: _Day, end: _Day) -> str:
    if start.year != end.year:
        return f"{_say(start)} to {_say(end)}"
    if start == end:
        return _say(end)
    shared_month = start.day and end.day and start.month == end.month
    opening = start.day if shared_month else f"{start.day} {start.month}".strip()
    return f"{opening} to {_say(end)}" if opening else f"{_say(start)} to {_say(end)}"


def count_words(number: int, one: str, many: str | None = None) -> str:
    """A number with the thing it counts.

    >>> count_words(1, "speaker"), count_words(3, "speaker")
    ('1 speaker', '3 speakers')
    """
    return f"{number:,} {one if number == 1 else many or one + 's'}"
