"""Days, and how closely they are known, in the language of the page: what `core.daywords` says in English."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from babel.dates import format_date, format_skeleton, get_month_names

from counterclaim.core.daywords import Day, precision_of, read_day
from counterclaim.web.languages import N_, NN_, current, locale, ngettext
from counterclaim.web.languages import gettext as _
from counterclaim.web.words import number_words

_LEAP_YEAR = 2000  # stands in where nobody stated the year: it has every day
_GROUPS = {  # what EDTF writes in a month's place, with a year and without
    21: (N_("spring %(year)s"), N_("spring")),
    22: (N_("summer %(year)s"), N_("summer")),
    23: (N_("autumn %(year)s"), N_("autumn")),
    24: (N_("winter %(year)s"), N_("winter")),
    33: (N_("first quarter of %(year)s"), N_("first quarter of")),
    34: (N_("second quarter of %(year)s"), N_("second quarter of")),
    35: (N_("third quarter of %(year)s"), N_("third quarter of")),
    36: (N_("fourth quarter of %(year)s"), N_("fourth quarter of")),
    40: (N_("first half of %(year)s"), N_("first half of")),
    41: (N_("second half of %(year)s"), N_("second half of")),
}
_KNOWN = {
    "nothing": N_("day not known"),
    "unread": N_("not read"),
    "day": N_("day known"),
    "about_day": N_("day known, one more or less"),
    "month": N_("month known"),
    "season": N_("season known"),
    "quarter": N_("quarter known"),
    "half": N_("half known"),
    "year": N_("year known"),
    "decade": N_("known to a decade"),
    "century": N_("known to a century"),
    "no_start": N_("start not stated"),
    "no_end": N_("end not stated"),
    "week": N_("known to a week"),
    "a_month": N_("known to a month"),
    "a_year": N_("known to a year"),
}
_KNOWN_TO = {
    "days": NN_("known to %(n)s day", "known to %(n)s days"),
    "years": NN_("known to %(n)s year", "known to %(n)s years"),
}


def day_words(edtf: str | None) -> str:
    """A day, month, season, year or interval in words; what nobody stated is said to be so.

    >>> day_words("XXXX-09-17"), day_words("2016-09-17/2016-09-18")
    ('17 September, year not stated', '17 to 18 September 2016')
    """
    return _day_words(edtf, current())


def precision_words(edtf: str | None) -> str:
    """How closely a time is known.

    >>> precision_words("XXXX-09-17"), precision_words("2016-09-12/2016-09-18")
    ('day known, year not stated', 'known to a week')
    """
    precision = precision_of(edtf)
    if precision.known in _KNOWN_TO:
        known = ngettext(*_KNOWN_TO[precision.known], precision.number) % {
            "n": number_words(precision.number)
        }
    else:
        known = _(_KNOWN[precision.known])
    return known if precision.year_stated else _no_year(known)


def dated_words(edtf: str | None, basis: str | None) -> str:
    """A time with how closely it is known and what that rests on.

    >>> dated_words("XXXX-09-17", "stated without a year")
    '17 September (day known, year not stated)'
    """
    if not edtf:
        return _remarked(day_words(edtf), basis) if basis else day_words(edtf)
    known = precision_words(edtf)
    if basis and not (not precision_of(edtf).year_stated and basis == "stated without a year"):
        known = _("%(known)s; %(basis)s") % {"known": known, "basis": basis}
    return _remarked(_day_words(edtf, current(), told=True), known)


@lru_cache(maxsize=4_096)
def _day_words(edtf: str | None, _language: str, told: bool = False) -> str:
    """`told`: that the year is not stated is said beside it."""
    if not edtf:
        return _("day not stated")
    first, slash, last = edtf.partition("/")
    start, end = read_day(first), read_day(last)
    if not slash:
        return edtf if start is None else _say(start, told)
    if start and end:
        return _say_interval(start, end, told)
    if start and last in ("", ".."):
        return _("since %(day)s") % {"day": _say(start, told)}
    if end and first in ("", ".."):
        return _("until %(day)s") % {"day": _say(end, told)}
    return edtf


def _say(day: Day, told: bool = False) -> str:
    if not day.month:
        return _year_words(day.year) if day.year else _("year not stated")
    if not day.year:
        return _say_without_year(day) if told else _no_year(_say_without_year(day))
    if day.month in _GROUPS:
        words = _(_GROUPS[day.month][0]) % {"year": _year_words(day.year)}
    elif not day.year.isdigit():
        words = f"{_month_and_day(day)} {_year_words(day.year)}"
    elif (full := _date(int(day.year), day)) is None:
        return f"{day.day} {_month_name(day.month)} {day.year}"  # 31 September: as it was given
    elif day.day:
        words = format_date(full, "long", locale=locale())
    else:
        words = format_skeleton("yMMMM", full, locale=locale())
    return _("about %(n)s") % {"n": words} if day.about else words


def _say_without_year(day: Day) -> str:
    words = _(_GROUPS[day.month][1]) if day.month in _GROUPS else _month_and_day(day)
    return _("about %(n)s") % {"n": words} if day.about else words


def _month_and_day(day: Day) -> str:
    if not day.day:
        return _month_name(day.month)
    full = _date(_LEAP_YEAR, day)
    if full is None:
        return f"{day.day} {_month_name(day.month)}"
    return format_skeleton("MMMMd", full, locale=locale())


def _say_interval(start: Day, end: Day, told: bool) -> str:
    if start == end:
        return _say(end, told)
    opening = _say(start)
    if start.year == end.year and start.month:
        same_month = start.day and end.day and start.month == end.month and not start.about
        opening = number_words(start.day) if same_month else _say_without_year(start)
    return _("%(start)s to %(end)s") % {"start": opening, "end": _say(end, told)}


def _year_words(year: str) -> str:
    if year.endswith("XX"):
        century = int(year[:2]) + 1
        return _("the 21st century") if century == 21 else _("the %(n)sth century") % {"n": century}
    return _("the %(year)ss") % {"year": f"{year[:3]}0"} if year.endswith("X") else year


def _month_name(month: int) -> str:
    return str(get_month_names("wide", context="stand-alone", locale=locale())[month])


def _date(year: int, day: Day) -> date | None:
    try:
        return date(year, day.month, day.day or 1)
    except ValueError:
        return None


def _no_year(words: str) -> str:
    return _("%(day)s, year not stated") % {"day": words}


def _remarked(words: str, remark: str) -> str:
    return _("%(words)s (%(remark)s)") % {"words": words, "remark": remark}
