"""Times in plain words, and how closely they are known, the same on the terminal and on the web.

The words add nothing to what was stated: a year nobody gave is said to be so.
"""

from __future__ import annotations

import calendar
from typing import NamedTuple

from counterclaim.core.edtf import day_bounds
from counterclaim.core.errors import DataError
from counterclaim.core.patterns import pattern

NO_YEAR = "year not stated"
_PART = pattern(
    r"(?P<year>\d{4}|\d{3}X|\d\dXX|XXXX)(?:-(?P<month>0[1-9]|1[0-2]|2[1-4]|3[3-6]|4[01])(?:-(?P<day>[0-3]\d))?)?(?P<tilde>~)?"
)
# What EDTF writes in a month's place.
_GROUPS = {
    21: "spring", 22: "summer", 23: "autumn", 24: "winter",
    33: "first quarter of", 34: "second quarter of", 35: "third quarter of", 36: "fourth quarter of",
    40: "first half of", 41: "second half of",
}  # fmt: skip


class _Day(NamedTuple):
    year: str  # "" where nobody stated one
    month: str
    day: str
    about: bool = False


def day_words(edtf: str | None) -> str:
    """A day, month, season, year or interval in words; what nobody stated is said to be so.

    >>> day_words("XXXX-09-17"), day_words("2016-09-17"), day_words("2016-22"), day_words("198X")
    ('17 September, year not stated', '17 September 2016', 'summer 2016', 'the 1980s')
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


def precision_words(edtf: str | None) -> str:
    """How closely a time is known.

    >>> precision_words("XXXX-09-17"), precision_words("2016-09-12/2016-09-18"), precision_words("2016-22")
    ('day known, year not stated', 'known to a week', 'season known')
    >>> precision_words("/2016-09-18"), precision_words("2016-07-06~"), precision_words(None)
    ('start not stated', 'day known, one more or less', 'day not known')
    """
    if not edtf:
        return "day not known"
    first, slash, last = edtf.partition("/")
    if not slash:
        return _known_part(first)
    if first in ("", ".."):
        return "start not stated"
    if last in ("", ".."):
        return "end not stated"
    return _known_interval(edtf)


def dated_words(edtf: str | None, basis: str | None) -> str:
    """A time with how closely it is known and what that rests on.

    >>> dated_words("XXXX-09-17", "stated without a year")
    '17 September (day known, year not stated)'
    >>> dated_words("2016-09-17", "resolved against 2016-09-18"), dated_words(None, None)
    ('17 September 2016 (day known; resolved against 2016-09-18)', 'day not stated')
    """
    if not edtf:
        return day_words(edtf) + (f" ({basis})" if basis else "")
    known = precision_words(edtf)
    said = (
        f"{known}; {basis}"
        if basis and not (NO_YEAR in known and basis == "stated without a year")
        else known
    )
    return f"{day_words(edtf).removesuffix(f', {NO_YEAR}')} ({said})"


def _known_part(part: str) -> str:
    day = _read_day(part)
    if day is None:
        return "not read"
    if day.day:
        known = "day known, one more or less" if day.about else "day known"
    elif day.month:
        month = day.month.split()[-2] if " of" in day.month else day.month
        known = f"{'season' if month in _GROUPS.values() else month if month in ('quarter', 'half') else 'month'} known"
    else:
        return (
            "year known"
            if day.year.isdigit()
            else "known to a decade"
            if part.count("X") == 1
            else "known to a century"
        )
    return known if day.year else f"{known}, {NO_YEAR}"


def _known_interval(edtf: str) -> str:
    try:
        first, last = day_bounds(edtf, 2000 if "XXXX" in edtf else None)
    except DataError:
        return "not read"
    if first is None or last is None:
        return "not read"
    days = (last - first).days + 1
    known = (
        f"known to {days} days" if days < 7 else "known to a week" if days == 7
        else "known to a month" if days <= 31 else "known to a year" if days <= 366 else f"known to {round(days / 365.25)} years"
    )  # fmt: skip
    return f"{known}, {NO_YEAR}" if "XXXX" in edtf else known


def _read_day(part: str) -> _Day | None:
    match = _PART.fullmatch(part)
    if match is None:
        return None
    named = match.groupdict()
    month, day, year = int(named["month"] or 0), named["day"], named["year"] or ""
    if year == "XXXX":
        year = ""
    elif year.endswith("XX"):
        year = f"the {int(year[:2]) + 1}th century" if year[:2] != "20" else "the 21st century"
    elif year.endswith("X"):
        year = f"the {year[:3]}0s"
    return _Day(
        year,
        _GROUPS.get(month) or (calendar.month_name[month] if month else ""),
        str(int(day)) if day else "",
        bool(named["tilde"]),
    )


def _say(day: _Day) -> str:
    words = f"{'about ' if day.about else ''}{day.day} {day.month}".strip() if day.month else ""
    if day.year:
        return f"{words} {day.year}".strip()
    return f"{words}, {NO_YEAR}" if words else NO_YEAR


def _say_interval(start: _Day, end: _Day) -> str:
    if start.year != end.year:
        return f"{_say(start)} to {_say(end)}"
    if start == end:
        return _say(end)
    shared_month = start.day and end.day and start.month == end.month and not start.about
    opening = start.day if shared_month else _say(start._replace(year="")).removesuffix(f", {NO_YEAR}")
    return f"{opening} to {_say(end)}" if start.month else f"{_say(start)} to {_say(end)}"
