"""Cells as numbers, days and places; what cannot be read raises, naming the cell."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from counterclaim.core.errors import DataError

_WHOLE = re.compile(r"([+-]?\d{1,18})(?:\.0+)?", re.ASCII)
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?", re.ASCII)
_NAMED = re.compile(r"(\d{1,2})[ -]([A-Za-z]{3})[a-z]*[ -](\d{4}|\d{2})", re.ASCII)
_SLASHED = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})(?: .*)?", re.ASCII)
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_CENTURY = 69  # two digits from here on are of the twentieth, as POSIX has it


class Day(NamedTuple):
    """A day, and whether its cell could as well have meant another one ("03/04/2016")."""

    day: date
    either: bool = False


def whole(cell: str) -> int | None:
    """The whole number of a cell; None for an empty one.

    >>> whole("62"), whole("62.0"), whole(" ")
    (62, 62, None)

    Raises:
        DataError: it holds anything else.
    """
    bare = cell.strip()
    if not bare:
        return None
    match = _WHOLE.fullmatch(bare)
    if match is None:
        raise DataError(f"{cell!r} is no whole number")
    return int(match[1])


def decimal(cell: str, most: float) -> float | None:
    """The number of a cell between -`most` and `most`; None for an empty one.

    Raises:
        DataError: it holds anything else.
    """
    bare = cell.strip()
    if not bare:
        return None
    try:
        number = float(bare)
    except ValueError as error:
        raise DataError(f"{cell!r} is no number") from error
    if not -most <= number <= most:
        raise DataError(f"{cell!r} is not between -{most:g} and {most:g}")
    return number


def day_of(cell: str) -> Day:
    """The day of a cell, as releases and spreadsheet programs write it; day before month where both fit.

    >>> day_of("2016-09-17 00:00:00.000").day, day_of("17 September 2016").day, day_of("17-Sep-16").day
    (datetime.date(2016, 9, 17), datetime.date(2016, 9, 17), datetime.date(2016, 9, 17))
    >>> day_of("03/04/2016"), day_of("9/17/2016").day
    (Day(day=datetime.date(2016, 4, 3), either=True), datetime.date(2016, 9, 17))

    Raises:
        DataError: it is no day of the calendar.
    """
    bare = cell.strip()
    try:
        if match := _ISO.fullmatch(bare):
            return Day(date(int(match[1]), int(match[2]), int(match[3])))
        if (match := _NAMED.fullmatch(bare)) and match[2].lower() in _MONTHS:
            year = int(match[3])
            if len(match[3]) == 2:
                year += 1900 if year >= _CENTURY else 2000
            return Day(date(year, _MONTHS.index(match[2].lower()) + 1, int(match[1])))
        if match := _SLASHED.fullmatch(bare):
            one, other, year = int(match[1]), int(match[2]), int(match[3])
            if other > len(_MONTHS) >= one:
                return Day(date(year, one, other))
            return Day(date(year, other, one), either=one != other and one <= len(_MONTHS))
    except ValueError as error:
        raise DataError(f"{cell!r} is no day of the calendar") from error
    raise DataError(f"{cell!r} is no day; write YYYY-MM-DD")


def span_of_days(first: date, last: date) -> str:
    """EDTF of one day or of several.

    >>> span_of_days(date(2016, 9, 17), date(2016, 9, 18))
    '2016-09-17/2016-09-18'
    """
    return first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"
