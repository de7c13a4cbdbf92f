"""EDTF arithmetic: what days a time allows, and whether two times can be the same.

A day whose year nobody stated is XXXX-09-17, and stays so until a publication day is known. An
interval is "2016-09-11/2016-09-17"; "2012/.." goes on; "/2016-09-18" began nobody says when.
"""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

from counterclaim.core.errors import DataError
from counterclaim.core.patterns import pattern

Tense = Literal["past", "future"]
Bounds = tuple[date | None, date | None]  # first and last day, both included; None is no bound

LEAP_YEAR = 2000  # stands for any year where nobody stated one, so that 29 February is a day
_PART = pattern(r"(?P<year>\d{4}|XXXX)(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?")


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
    stated = year if named["year"] == "XXXX" else int(named["year"] or 0)
    if stated is None:
        return None, None
    month = int(named["month"]) if named["month"] else None
    try:
        if month is None:
            return date(stated, 1, 1), date(stated, 12, 31)
        length = calendar.monthrange(stated, month)[1]
        if not named["day"]:
            return date(stated, month, 1), date(stated, month, length)
        only = date(stated, month, min(int(named["day"]), length))  # 29 February of a stand-in year
    except ValueError as error:
        raise DataError(f"no such day in the calendar: {part!r}") from error
    return only, only


def overlaps(edtf_a: str, edtf_b: str, slack_days: int = 0) -> bool:
    """Whether two times can share a day, XXXX being any year, with `slack_days` between them at most.

    >>> overlaps("XXXX-09-17", "2016-09-17"), overlaps("XXXX-12-31", "2017-01-01", slack_days=1)
    (True, True)
    >>> overlaps("XXXX-09-17", "XXXX-05-14"), overlaps("2012/..", "2016-09-17")
    (False, True)
    """
    known = [int(part[:4]) for part in (*edtf_a.split("/"), *edtf_b.split("/")) if part[:4].isdigit()] or [
        LEAP_YEAR
    ]
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
