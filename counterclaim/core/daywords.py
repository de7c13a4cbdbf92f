"""Times in plain words, and how closely they are known, the same on the terminal and on the web.

The words add nothing to what was stated: a year nobody gave is said to be so.
"""

from __future__ import annotations

import calendar
from typing import Literal, NamedTuple

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
_KNOWN = {
    "nothing": "day not known", "unread": "not read", "day": "day known", "about_day": "day known, one more or less",
    "month": "month known", "season": "season known", "quarter": "quarter known", "half": "half known",
    "year": "year known", "decade": "known to a decade", "century": "known to a century",
    "no_start": "start not stated", "no_end": "end not stated", "days": "known to {} days", "week": "known to a week",
    "a_month": "known to a month", "a_year": "known to a year", "years": "known to {} years",
}  # fmt: skip


class Day(NamedTuple):
    """One end of a time. `year` is "2016", "198X" or "19XX"; "" where nobody stated one."""

    year: str
    month: int = 0  # 1 to 12; a key of _GROUPS; 0 for none
    day: int = 0
    about: bool = False  # a day more or less


class Precision(NamedTuple):
    """How closely a time is known. `number` is that of days or years where `known` is one of these."""

    known: Literal[
        "nothing", "unread", "day", "about_day", "month", "season", "quarter", "half", "year", "decade",
        "century", "no_start", "no_end", "days", "week", "a_month", "a_year", "years",
    ]  # fmt: skip
    number: int = 0
    year_stated: bool = True


def read_day(part: str) -> Day | None:
    """One end of an EDTF time; None where it is none that is read here."""
    match = _PART.fullmatch(part)
    if match is None:
        return None
    named = match.groupdict()
    year = named["year"] or ""
    return Day(
        "" if year == "XXXX" else year,
        int(named["month"] or 0),
        int(named["day"] or 0),
        bool(named["tilde"]),
    )


def precision_of(edtf: str | None) -> Precision:
    """How closely a time is known."""
    if not edtf:
        return Precision("nothing")
    first, slash, last = edtf.partition("/")
    if not slash:
        return _precision_of_part(first)
    if first in ("", ".."):
        return Precision("no_start")
    if last in ("", ".."):
        return Precision("no_end")
    return _precision_of_interval(edtf)


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
    start, end = read_day(first), read_day(last)
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
    precision = precision_of(edtf)
    known = _KNOWN[precision.known].format(precision.number)
    if precision.number == 1:
        known = known.removesuffix("s")
    return known if precision.year_stated else f"{known}, {NO_YEAR}"


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


def _precision_of_part(part: str) -> Precision:
    day = read_day(part)
    if day is None:
        return Precision("unread")
    stated = bool(day.year)
    if day.day:
        return Precision("about_day" if day.about else "day", 0, stated)
    if day.month:
        known: Literal["month", "season", "quarter", "half"] = (
            "month"
            if day.month <= 12
            else "season"
            if day.month <= 24
            else "quarter"
            if day.month <= 36
            else "half"
        )
        return Precision(known, 0, stated)
    if day.year.isdigit():
        return Precision("year")
    return Precision("decade" if part.count("X") == 1 else "century")


def _precision_of_interval(edtf: str) -> Precision:
    stated = "XXXX" not in edtf
    try:
        first, last = day_bounds(edtf, None if stated else 2000)
    except DataError:
        return Precision("unread")
    if first is None or last is None:
        return Precision("unread")
    days = (last - first).days + 1
    if days < 7:
        return Precision("days", days, stated)
    if days == 7:
        return Precision("week", 0, stated)
    if days <= 31:
        return Precision("a_month", 0, stated)
    if days <= 366:
        return Precision("a_year", 0, stated)
    return Precision("years", round(days / 365.25), stated)


def _year_words(year: str) -> str:
    if year.endswith("XX"):
        return f"the {int(year[:2]) + 1}th century" if year[:2] != "20" else "the 21st century"
    return f"the {year[:3]}0s" if year.endswith("X") else year


def _say(day: Day) -> str:
    month = _GROUPS.get(day.month) or calendar.month_name[day.month]
    words = (
        f"{'about ' if day.about else ''}{day.day or ''} {month}".replace("  ", " ").strip() if month else ""
    )
    if day.year:
        return f"{words} {_year_words(day.year)}".strip()
    return f"{words}, {NO_YEAR}" if words else NO_YEAR


def _say_interval(start: Day, end: Day) -> str:
    if start.year != end.year:
        return f"{_say(start)} to {_say(end)}"
    if start == end:
        return _say(end)
    shared_month = start.day and end.day and start.month == end.month and not start.about
    opening = str(start.day) if shared_month else _say(start._replace(year="")).removesuffix(f", {NO_YEAR}")
    return f"{opening} to {_say(end)}" if start.month else f"{_say(start)} to {_say(end)}"
