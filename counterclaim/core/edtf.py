"""EDTF arithmetic: what days a time allows, and whether two times can be the same.

A day whose year nobody stated is XXXX-09-17, and stays so until a publication day is known. An
interval is "2016-09-11/2016-09-17"; "2012/.." goes on; "/2016-09-18" began nobody says when. "2016-21" to
"2016-24" are spring to winter, "2016-33" to "2016-36" quarters, "2016-40" and "2016-41" halves, "201X" is a
decade, and "2016-07-06~" a day that may be the one before or after.
"""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

from counterclaim.core.errors import DataError
from counterclaim.core.patterns import pattern

Tense = Literal["past", "future"]
_UCDP_DAYS = {1: 1, 2: 6, 3: 7, 4: 31, 5: 366}  # the most days of each code
Bounds = tuple[date | None, date | None]  # first and last day, both included; None is no bound

LEAP_YEAR = 2000  # stands for any year where nobody stated one, so that 29 February is a day
_PART = pattern(r"(?P<year>\d{4}|\d{3}X|\d\dXX|XXXX)(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?(?P<about>~)?")
# First month and length in months of what EDTF writes in a month's place. Seasons are those of the northern
# half of the earth, where EDTF leaves the months open; winter is named by the year in which it begins.
_SEASONS = {21: (3, 3), 22: (6, 3), 23: (9, 3), 24: (12, 3)}
_GROUPS = _SEASONS | {33: (1, 3), 34: (4, 3), 35: (7, 3), 36: (10, 3), 40: (1, 6), 41: (7, 6)}


def format_day(year: int | None, month: int | None = None, day: int | None = None) -> str:
    """EDTF of the parts that were stated.

    >>> format_day(None, 9, 17), format_day(2017, 4), format_day(2012)
    ('XXXX-09-17', '2017-04', '2012')

    Raises:
        DataError: no such day in the calendar.
    """
    try:
        date(LEAP_YEAR if year is None else year, month or 1, day or 1)
    except ValueError as error:
        raise DataError(f"no such day: year {year}, month {month}, day {day}") from error
    parts = ["XXXX" if year is None else f"{year:04d}"]
    parts += [f"{part:02d}" for part in (month, day) if part is not None]
    return "-".join(parts)


@lru_cache(maxsize=10_000)
def day_bounds(edtf: str, year: int | None = None) -> Bounds:
    """The first and last day of a time; None for an open end, and for a year nobody stated.

    `year` stands in for XXXX.

    >>> day_bounds("2016-02"), day_bounds("XXXX-09-17")
    ((datetime.date(2016, 2, 1), datetime.date(2016, 2, 29)), (None, None))

    Raises:
        DataError: not EDTF as written here.
    """
    first, slash, last = edtf.partition("/")
    if not slash:
        return _edges(edtf, year)
    start, end = _edges(first, year)[0], _edges(last, year)[1]
    if year is not None and start and end and end < start and last.startswith("XXXX"):
        end = _edges(last, year + 1)[1]  # the night from 31 December
    return start, end


def full_day(edtf: str | None) -> date | None:
    """The one day that the time is, year and all; None where it is anything else."""
    if edtf is None or "/" in edtf or len(edtf) != len("2016-09-17"):
        return None
    return day_bounds(edtf)[0]


def _edges(part: str, year: int | None) -> Bounds:
    if part in ("", ".."):
        return None, None
    match = _PART.fullmatch(part)
    if match is None:
        raise DataError(f"not a day, month or year in EDTF: {part!r}")
    named = match.groupdict()
    words = named["year"] or ""
    stated = year if words == "XXXX" else int(words.replace("X", "0"))
    if stated is None:
        return None, None
    slack = timedelta(days=1 if named["about"] else 0)
    try:
        if "X" in words and words != "XXXX":
            return date(stated, 1, 1), date(stated + 10 ** words.count("X") - 1, 12, 31)
        first, last = _days_of(stated, int(named["month"] or 0), int(named["day"] or 0))
        return first - slack, last + slack
    except (ValueError, OverflowError) as error:
        raise DataError(f"no such day in the calendar: {part!r}") from error


def _days_of(year: int, month: int, day: int) -> tuple[date, date]:
    """First and last day of a year, or of the month, season or day in it; 0 for a part that is not stated."""
    if not month:
        return date(year, 1, 1), date(year, 12, 31)
    start, months = _GROUPS.get(month, (month, 1))
    if not day:
        after, ends = divmod(start + months - 2, 12)
        length = calendar.monthrange(year + after, ends + 1)[1]
        return date(year, start, 1), date(year + after, ends + 1, length)
    length = calendar.monthrange(year, month)[1]
    only = date(year, month, min(day, length))  # 29 February of a stand-in year
    return only, only


def date_precision(edtf: str | None) -> int | None:
    """UCDP's `date_prec`: 1 a day, 2 two to six days, 3 a week, 4 up to a month, 5 up to a year.

    None where it has no code: no time at all, a year that nobody stated, an open end, more than a year.

    >>> date_precision("2016-09-17"), date_precision("2016-09-12/2016-09-18"), date_precision("2016-22")
    (1, 3, 5)
    >>> date_precision("XXXX-09-17"), date_precision("2012/.."), date_precision("201X")
    (None, None, None)

    Source: UCDP Georeferenced Event Dataset Codebook, version 20.1.
    """
    first, last = day_bounds(edtf) if edtf else (None, None)
    if first is None or last is None:
        return None
    days = (last - first).days + 1
    return next((code for code, most in _UCDP_DAYS.items() if days <= most), None)


@lru_cache(maxsize=20_000)  # every two claims of an article are asked about
def overlaps(edtf_a: str, edtf_b: str, slack_days: int = 0) -> bool:
    """Whether two times can share a day, XXXX being any year, with `slack_days` between them at most.

    >>> overlaps("XXXX-09-17", "2016-09-17"), overlaps("XXXX-12-31", "2017-01-01", slack_days=1)
    (True, True)
    >>> overlaps("XXXX-09-17", "XXXX-05-14"), overlaps("2012/..", "2016-09-17")
    (False, True)
    """
    stated = [day_bounds(edtf) for edtf in (edtf_a, edtf_b) if "XXXX" not in edtf]
    known = [day.year for bounds in stated for day in bounds if day is not None] or [LEAP_YEAR]
    nearby: list[int | None] = [*range(min(known) - 1, max(known) + 2)]
    return any(
        _meet(day_bounds(edtf_a, in_a), day_bounds(edtf_b, in_b), slack_days)
        for in_a in (nearby if "XXXX" in edtf_a else [None])
        for in_b in (nearby if "XXXX" in edtf_b else [None])
    )


def _meet(a: Bounds, b: Bounds, slack_days: int) -> bool:
    slack = timedelta(days=slack_days)
    apart = (a[1] and b[0] and b[0] - a[1] > slack) or (b[1] and a[0] and a[0] - b[1] > slack)
    return not apart


def resolve_year(edtf: str, published: str, tense: Tense = "past") -> str:
    """The day or month with the year that lies nearest to the publication day on the side of `tense`.

    A past day may be the publication day itself. Unchanged where the year is stated, or where
    `published` is no full day.

    >>> resolve_year("XXXX-12-30", "2016-01-02"), resolve_year("XXXX-01-05", "2015-12-30", "future")
    ('2015-12-30', '2016-01-05')
    """
    told = full_day(published)
    if told is None or not edtf.startswith("XXXX") or "/" in edtf:
        return edtf
    ahead = tense == "future"
    # Eight years reach the next or last 29 February from any day but around 1900 and 2100.
    for year in range(told.year, told.year + 9) if ahead else range(told.year, told.year - 9, -1):
        try:
            stated = format_day(year, *(int(part) for part in edtf.split("-")[1:]))
        except DataError:
            continue
        first, last = day_bounds(stated)
        if first and last and (last >= told if ahead else first <= told):
            return stated
    return edtf
