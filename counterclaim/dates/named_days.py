"""Feasts, fasts and other days with names, in the year that the words or the publication day give.

Days of the Islamic calendar follow Umm al-Qura and are marked "~": countries differ by a day, as the moon is
seen. Nowruz is 20 or 21 March, as the sun is seen.
"""

from __future__ import annotations

import calendar
from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

from dateutil.easter import EASTER_ORTHODOX, easter
from hijridate import Gregorian, Hijri
from pyluach.dates import HebrewDate

from counterclaim.core.edtf import day_bounds
from counterclaim.core.errors import DataError
from counterclaim.core.patterns import Match, pattern
from counterclaim.dates.reading import NO_DAY, Context, Reading, Rule, UnreadError
from counterclaim.dates.words import YEAR, loose

Finder = Callable[[int], str]  # EDTF of the day in a year


def _fixed(month: int, day: int, last_month: int = 0, last_day: int = 0) -> Finder:
    ends = f"/{{0}}-{last_month:02d}-{last_day:02d}" if last_month else ""
    return lambda year: f"{year}-{month:02d}-{day:02d}" + ends.format(year)


def _easter(offset: int, last: int | None = None, method: Literal[2, 3] = 3) -> Finder:
    def find(year: int) -> str:
        sunday = easter(year, method)
        first = (sunday + timedelta(offset)).isoformat()
        return first if last is None else f"{first}/{sunday + timedelta(last)}"

    return find


def _weekday_of(month: int, weekday: int, nth: int, offset: int = 0) -> Finder:
    """The nth such weekday of the month, or the last for -1."""

    def find(year: int) -> str:
        days = [week[weekday] for week in calendar.monthcalendar(year, month) if week[weekday]]
        return (date(year, month, days[nth - 1 if nth > 0 else nth]) + timedelta(offset)).isoformat()

    return find


def _islamic(month: int, day: int, last_day: int = 0) -> Finder:
    """Of the Islamic year whose day falls into the year; the later one where two do."""

    def find(year: int) -> str:
        lunar = Gregorian(year, 12, 31).to_hijri().year
        starts = [Hijri(one, month, day).to_gregorian() for one in (lunar, lunar - 1)]
        at, first = next((at, day) for at, day in enumerate(starts) if day.year == year)
        if not last_day:
            return f"{first}~"
        length = Hijri(lunar - at, month, 1).month_length()
        return f"{first}~/{first + timedelta(min(last_day, length) - day)}~"

    return find


def _jewish(month: int, day: int, days: int = 1) -> Finder:
    """Months count from Nisan, as in `pyluach`."""

    def find(year: int) -> str:
        starts = [HebrewDate(year + 3760 + step, month, day).to_pydate() for step in (0, 1)]
        first = next(start for start in starts if start.year == year)
        return first.isoformat() if days == 1 else f"{first}/{first + timedelta(days - 1)}"

    return find


_DAYS: dict[str, Finder] = {
    r"new\ year['’]?s?\ day": _fixed(1, 1),
    r"new\ year['’]?s?\ eve": _fixed(12, 31),
    r"(?:orthodox\ christmas)(?:\ day)?": _fixed(1, 7),
    r"valentine['’]?s\ day": _fixed(2, 14),
    r"international\ women['’]?s\ day": _fixed(3, 8),
    r"(?:st\.?\ patrick['’]?s\ day)": _fixed(3, 17),
    r"(?:nowruz|nowroz|norouz|newroz|noruz|navruz)": lambda year: f"{year}-03-20/{year}-03-21",
    r"april\ fools?['’]?s?\ day": _fixed(4, 1),
    r"may\ day": _fixed(5, 1),
    r"victory\ day": _fixed(5, 9),
    r"nakba\ day": _fixed(5, 15),
    r"(?:the\ )?(?:fourth|4th)\ of\ july": _fixed(7, 4),
    r"bastille\ day": _fixed(7, 14),
    r"halloween": _fixed(10, 31),
    r"all\ saints['’]?\ day": _fixed(11, 1),
    r"(?:armistice|veterans['’]?|remembrance)\ day": _fixed(11, 11),
    r"christmas\ eve": _fixed(12, 24),
    r"christmas(?:\ day)?": _fixed(12, 25),
    r"boxing\ day": _fixed(12, 26),
    r"martin\ luther\ king(?:\ jr\.?)?\ day": _weekday_of(1, 0, 3),
    r"presidents['’]?\ day": _weekday_of(2, 0, 3),
    r"memorial\ day": _weekday_of(5, 0, -1),
    r"labou?r\ day": _weekday_of(9, 0, 1),
    r"columbus\ day": _weekday_of(10, 0, 2),
    r"election\ day": _weekday_of(11, 0, 1, 1),
    r"thanksgiving(?:\ day)?": _weekday_of(11, 3, 4),
    r"ash\ wednesday": _easter(-46),
    r"palm\ sunday": _easter(-7),
    r"(?:holy|easter)\ week": _easter(-7, -1),
    r"good\ friday": _easter(-2),
    r"orthodox\ easter(?:\ sunday)?": _easter(0, method=EASTER_ORTHODOX),
    r"easter(?:\ sunday)?": _easter(0),
    r"easter\ monday": _easter(1),
    r"ascension\ day": _easter(39),
    r"(?:pentecost|whit\ sunday)": _easter(49),
    r"(?:the\ (?:muslim\ |islamic\ )?(?:holy\ |fasting\ )?(?:holy\ |fasting\ )?month\ of\ )?(?:ramadan|ramadhan|ramazan)": _islamic(9, 1, 30),
    r"(?:the\ )?(?:eid|id)[-\s]?(?:al|ul|el)?[-\s]?fitr": _islamic(10, 1),
    r"(?:the\ )?(?:eid|id)[-\s]?(?:al|ul|el)?[-\s]?(?:adha|azha)": _islamic(12, 10),
    r"(?:the\ )?arafa(?:h|t)?\ day": _islamic(12, 9),
    r"ashoura|ashura": _islamic(1, 10),
    r"(?:arbaeen|arba['’]?in)": _islamic(2, 20),
    r"(?:mawlid(?:\ al-nabi)?|the\ prophet(?:\ mu?o?hamm?[ae]d)?['’]?s\ birthday)": _islamic(3, 12),
    r"(?:passover|pesach)": _jewish(1, 15, 7),
    r"(?:shavuot)": _jewish(3, 6),
    r"rosh\ hashanah?": _jewish(7, 1, 2),
    r"yom\ kippur": _jewish(7, 10),
    r"sukkot|sukkoth": _jewish(7, 15, 7),
    r"simchat\ torah": _jewish(7, 23),
    r"(?:c?hanuk?kah?)": _jewish(9, 25, 8),
    r"purim": _jewish(12, 14),
}  # fmt: skip
_NAMED = tuple((pattern(loose(name), ignore_case=True), find) for name, find in _DAYS.items())
_NAMES = "|".join(_DAYS)


@lru_cache(maxsize=2_000)
def named_day(name: str, year: int) -> str:
    """EDTF of the day, or the days, with this name in a year.

    >>> named_day("Christmas Eve", 2015), named_day("Good Friday", 2016), named_day("Passover", 2016)
    ('2015-12-24', '2016-03-25', '2016-04-23/2016-04-29')
    >>> named_day("Ramadan", 2016), named_day("Eid al-Adha", 2014)
    ('2016-06-06~/2016-07-05~', '2014-10-04~')

    Raises:
        DataError: no such name, or a year that its calendar does not reach.
    """
    find = next((find for form, find in _NAMED if form.fullmatch(name)), None)
    if find is None:
        raise DataError(f"no day is called {name!r} here; counterclaim/dates/named_days.py has the names")
    try:
        return find(year)
    except (ValueError, OverflowError, StopIteration) as error:
        raise DataError(f"the calendar of {name} does not reach {year}") from error


def _read_named(match: Match, context: Context) -> Reading:
    named = match.groupdict()
    name, which, year = match["name"], (named["which"] or "").lower(), named["year"] or named["before"]
    if year:
        return Reading(named_day(name, int(year)), "stated")
    if context.told is None:
        try:
            known = int((context.published or "")[:4])
        except ValueError:
            if (day := named_day(name, 2000))[5:] == named_day(name, 2001)[5:] and "/" not in day:
                return Reading(f"XXXX{day[4:]}", "stated without a year")
            raise UnreadError(NO_DAY) from None
        return context.against(named_day(name, known))
    return context.against(_nearest(name, which, context, context.told))


def _nearest(name: str, which: str, context: Context, told: date) -> str:
    days = [named_day(name, told.year + step) for step in (-1, 0, 1, 2)]
    begun = [day for day in days if (first := day_bounds(day)[0]) and first <= told]
    ended = [day for day in days if (last := day_bounds(day)[1]) and last < told]
    if "this" in which and "past" not in which:
        return days[1]
    coming = days[len(ended)] if len(ended) < len(days) else None
    if "next" in which or context.future or (context.tense is None and coming and context.is_soon(coming)):
        return days[len(begun) if "next" in which else len(ended)]
    return (ended if "last" in which else begun)[-1]


RULES: tuple[Rule, ...] = (
    Rule(
        rf"""(?:(?:(?i:the)\ )?(?:(?P<which>(?i:last|this|next|this\ past))\ (?:(?i:year)['’]?s\ )?|(?P<before>{YEAR})\ |(?i:during)\ )?)
             (?P<name>(?i:{_NAMES}))\b (?:(?:\ (?:(?i:of|in)\ )?|,\s*)(?P<year>{YEAR})\b)?""",
        _read_named,
        fixes=True,
    ),
)
