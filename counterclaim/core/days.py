"""Time phrases into EDTF: the pure reader that every layer may use, and the door to the arithmetic.

What words alone do not fix stays open: a weekday without a publication day is no day at all.
"""

from __future__ import annotations

import calendar
from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache

from counterclaim.core.counts import parse_number
from counterclaim.core.edtf import (
    LEAP_YEAR,
    Bounds,
    Tense,
    day_bounds,
    format_day,
    full_day,
    overlaps,
    resolve_year,
)
from counterclaim.core.errors import DataError
from counterclaim.core.patterns import Match, Pattern, pattern
from counterclaim.core.wording import day_words

__all__ = [
    "Bounds",
    "Tense",
    "day_bounds",
    "format_day",
    "full_day",
    "overlaps",
    "parse_day",
    "resolve_phrase",
    "resolve_year",
]

MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
NUMBER_WORD = r"(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,3})"
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MONTHS = tuple(calendar.month_abbr[number].lower() for number in range(1, 13))
_DAY_OF_MONTH = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_ANY_WEEKDAY = rf"(?:{WEEKDAY}|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)"
_UNIT = r"(?P<unit>hours?|days?|weeks?|months?|years?)"
_HEDGE = r"(?:(?:about|around|some|nearly|almost|over|more\ than|less\ than|at\ least)\ )?"
_AROUND = pattern(  # words that leave the day as it is
    r"""^(?: (?:on|at|in|by|during|from|of|the|earlier|later|late|early|mid|about|around|before|after|just|shortly
             |until|till) \b[\ -]
         | (?:the\ )?(?:morning|afternoon|evening|night|eve)\ of\ )
       | \ (?:morning|afternoon|evening|night|noon|midday|dawn|alone)s?$ | \ (?:at|before|after)\ (?:dawn|noon|midnight|dusk)$"""
)
Reading = tuple[str | None, str]
Reader = Callable[[Match, str | None, bool], Reading]


def parse_day(words: str) -> str:
    """EDTF of a calendar day in words or digits; XXXX where no year is stated.

    >>> parse_day("Saturday, 17 Sept. 2016"), parse_day("September 17"), parse_day("2016-09-17")
    ('2016-09-17', 'XXXX-09-17', '2016-09-17')

    Raises:
        DataError: the words name no calendar day.
    """
    match = next((m for rule in _DAYS if (m := rule.fullmatch(_plain(words)))), None)
    if match is None or not match.groupdict().get("day"):
        raise DataError(f"no calendar day in {words!r}; write 2016-09-17 or 17 September 2016")
    return _day(match)


@lru_cache(maxsize=10_000)
def resolve_phrase(words: str, published: str | None, *, future: bool = False) -> tuple[str | None, str]:
    """EDTF of a time phrase in an article published on `published`, and what the reading rests on.

    None where nothing fixes a day; the basis then says what is missing. `future`: the sentence
    speaks of what is to come.

    >>> resolve_phrase("late Thursday", "2016-09-18"), resolve_phrase("on Saturday", None)
    (('2016-09-15', 'resolved against 2016-09-18'), (None, 'weekday; publication day not known'))
    >>> resolve_phrase("September 17", None)
    ('XXXX-09-17', 'stated without a year')
    """
    text = _plain(words)
    for rule, read in _RULES:
        match = rule.fullmatch(text)
        if match is not None:
            try:
                return read(match, published, future)
            except (DataError, OverflowError):  # 31 February; 999 years ago
                return None, "no such day in the calendar"
    around = _AROUND.search(text)
    if around is not None:
        rest = text[: around.start()] + text[around.end() :]
        return resolve_phrase(rest, published, future=future)
    return None, "not read as a time"


def _plain(words: str) -> str:
    """Lower case, one blank between words, no commas, full stops or possessives."""
    text = words.lower().replace(",", " ").replace(".", " ").replace("’", "'")
    return " ".join(part.removesuffix("'s").removesuffix("'") for part in text.split())


def _day(match: Match) -> str:
    named = match.groupdict()
    year, month, day = named.get("year"), named["month"] or "", named.get("day")
    return format_day(
        int(year) if year else None,
        int(month) if month.isdigit() else _MONTHS.index(month[:3]) + 1,
        int(day) if day else None,
    )


def _against(published: str | None, edtf: str) -> Reading:
    return edtf, f"resolved against {published}"


def _read_day(match: Match, published: str | None, future: bool) -> Reading:
    stated = _day(match)
    if not stated.startswith("XXXX"):
        return stated, "stated"
    resolved = resolve_year(stated, published or "", "future" if future else "past")
    return (stated, "stated without a year") if resolved == stated else _against(published, resolved)


def _read_year(match: Match, _published: str | None, _future: bool) -> Reading:
    return match["year"], "stated"


def _read_days(match: Match, published: str | None, future: bool) -> Reading:
    """An interval for "11 to 13 December"."""
    start, _ = resolve_phrase(f"{match['first']} {match['rest']}", published, future=future)
    end, basis = resolve_phrase(f"{match['last']} {match['rest']}", published, future=future)
    return (f"{start}/{end}", basis) if start and end else (None, basis)


def _read_since(match: Match, published: str | None, _future: bool) -> Reading:
    start, basis = resolve_phrase(match["start"], published)
    if not start or start.startswith("/"):
        return None, basis
    first, told = start.partition("/")[0], full_day(published)
    begun = day_bounds(first)[0]
    if told is not None and begun is not None and begun <= told:
        return _against(published, f"{first}/{published}")
    return (None, f"since {day_words(first)}") if first.startswith("XXXX") else (f"{first}/..", basis)


def _read_habit(_match: Match, _published: str | None, _future: bool) -> Reading:
    return None, "a day that comes every week"


def _read_weekday(match: Match, published: str | None, future: bool) -> Reading:
    named = match.groupdict()
    told, which = full_day(published), named["which"] or ""
    if told is None:
        return None, "weekday; publication day not known"
    wanted = _WEEKDAYS.index((named["weekday"] or "")[:3])
    if "next" in which or (future and "last" not in which):
        ahead = (wanted - told.weekday()) % 7
        return _against(published, _shift(told, ahead or (7 if "next" in which else 0)))
    back = (told.weekday() - wanted) % 7
    return _against(published, _shift(told, -(back or (7 if "last" in which else 0))))


def _read_near(match: Match, published: str | None, _future: bool) -> Reading:
    """Today, yesterday, tomorrow and their parts."""
    named = match.groupdict()
    days = -2 if named["before"] else -1 if named["yesterday"] else 1 if named["tomorrow"] else 0
    told = full_day(published)
    if told is not None:
        return _against(published, _shift(told, days))
    if published is None or not published.startswith("XXXX-") or len(published) != len("XXXX-09-17"):
        return None, "relative to the publication day, which is not known"
    return _yearless(published, days)


def _yearless(published: str, days: int) -> Reading:
    moved = {
        (told + timedelta(days=days)).isoformat()[4:]
        for year in (LEAP_YEAR, LEAP_YEAR + 1)
        if (told := day_bounds(published, year)[0])
    }
    if len(moved) > 1:
        return None, "depends on a leap year, and the year is not stated"
    return _against(published, f"XXXX{moved.pop()}")


def _read_ago(match: Match, published: str | None, _future: bool) -> Reading:
    number, unit = _amount(match)
    told = full_day(published)
    if told is None:
        if unit == "day" and published and published.startswith("XXXX-") and len(published) == 10:
            return _yearless(published, -number)
        return None, "counted back from the publication day, which is not known"
    if unit == "hour":
        return _against(published, _interval(told, -(number // 24) - 1, -(number // 24)))
    if unit == "day":
        return _against(published, _shift(told, -number))
    if unit == "week":  # three days either way: "two weeks ago" is said roundly
        return _against(published, _interval(told, -7 * number - 3, -7 * number + 3))
    return _against(published, _back(told, number, unit))


def _read_past(match: Match, published: str | None, _future: bool) -> Reading:
    """Read "over the past 24 hours", "for two years": until the publication day."""
    told = full_day(published)
    if told is None:
        return None, "counted back from the publication day, which is not known"
    number, unit = _amount(match)
    if unit in ("hour", "day", "week"):
        days = {"hour": -(-number // 24), "day": number, "week": 7 * number}[unit]
        return _against(published, _interval(told, -days, 0))
    return _against(published, f"{_back(told, number, unit)}/{published}")


def _read_recent(_match: Match, published: str | None, _future: bool) -> Reading:
    """Read "in recent days", "for months": nobody says how many."""
    if full_day(published) is None:
        return None, "counted back from the publication day, which is not known"
    return _against(published, f"/{published}")


def _read_calendar(match: Match, published: str | None, future: bool) -> Reading:
    """Read "last week", "earlier this year", "at the weekend"."""
    told = full_day(published)
    if told is None:
        return None, "relative to the publication day, which is not known"
    which, unit = match["which"] or "", match["unit"]
    step = 1 if "next" in which else -1 if "last" in which or "previous" in which else 0
    if unit == "weekend":
        saturday = -((told.weekday() - 5) % 7) + (7 if future or step == 1 else 0)
        return _against(published, _interval(told, saturday, saturday + 1))
    if unit == "week":
        monday = 7 * step - told.weekday()
        return _against(published, _interval(told, monday, 0 if "earlier" in which else monday + 6))
    return _against(published, _back(told, -step, unit))


def _read_overnight(_match: Match, published: str | None, _future: bool) -> Reading:
    told = full_day(published)
    if told is None:
        return None, "night; publication day not known"
    return _against(published, _interval(told, -1, 0))


def _read_told(_match: Match, _published: str | None, _future: bool) -> Reading:
    return None, "relative to another time in the text"


def _amount(match: Match) -> tuple[int, str]:
    words = (match.groupdict()["number"] or "").strip()
    number = 1 if words in ("", "a", "an") else 2 if words.endswith("couple of") else parse_number(words)
    return number, match["unit"].removesuffix("s")


def _back(day: date, number: int, unit: str) -> str:
    """The month or year that lies `number` months or years before the day's own."""
    if unit == "year":
        return format_day(day.year - number)
    year, month = divmod(day.year * 12 + day.month - 1 - number, 12)
    return format_day(year, month + 1)


def _shift(day: date, days: int) -> str:
    return (day + timedelta(days=days)).isoformat()


def _interval(day: date, first: int, last: int) -> str:
    return f"{_shift(day, first)}/{_shift(day, last)}"


_YEAR = r"(?P<year>(?:19|20)\d\d)"
_TO = r"(?:\ ?[-–]\ ?|\ (?:to|and)\ )"
_DAYS = tuple(
    pattern(rf"(?:{_ANY_WEEKDAY}\ )?(?:the\ )?{form}")
    for form in (
        rf"{_DAY_OF_MONTH}\ (?:of\ )?(?P<month>{MONTH})(?:\ {_YEAR})?",
        rf"(?P<month>{MONTH})\ {_DAY_OF_MONTH}(?:\ {_YEAR})?",
        rf"{_YEAR}-(?P<month>[01]\d)-(?P<day>[0-3]\d)",
    )
)
# In order: the first rule that reads the whole phrase wins. Each is written for plain words, see _plain.
_RULES: tuple[tuple[Pattern, Reader], ...] = (
    *((rule, _read_day) for rule in _DAYS),
    (pattern(rf"(?:(?:last|this|next)\ )?(?P<month>{MONTH})(?:\ (?:of\ )?{_YEAR})?"), _read_day),
    (pattern(_YEAR), _read_year),
    (
        pattern(rf"(?:between\ |from\ )?(?P<first>[0-3]?\d){_TO}(?P<last>[0-3]?\d)\ (?P<rest>{MONTH}.*)"),
        _read_days,
    ),
    (
        pattern(rf"(?:between\ |from\ )?(?P<rest>{MONTH})\ (?P<first>[0-3]?\d){_TO}(?P<last>[0-3]?\d)"),
        _read_days,
    ),
    (pattern(r"(?:ever\ )?since\ (?P<start>.+)"), _read_since),
    (pattern(rf"every\ {WEEKDAY}|on\ {WEEKDAY}s"), _read_habit),
    (
        pattern(rf"(?:on\ )?(?P<which>(?:last|past|this|this\ past|next)\ )?(?P<weekday>{WEEKDAY})s?"),
        _read_weekday,
    ),
    (
        pattern(
            r"""(?P<before>(?:the\ )?day\ before\ yesterday) | (?P<yesterday>yesterday|last\ night|last\ evening)
            | (?P<tomorrow>tomorrow) | todays? | tonight | this\ (?:morning|afternoon|evening)"""
        ),
        _read_near,
    ),
    (pattern(rf"{_HEDGE}(?P<number>{NUMBER_WORD}|a\ couple\ of)\ {_UNIT}\ ago"), _read_ago),
    (
        pattern(
            r"""(?:(?:in|over|during|within|for|on)\ )?(?:the\ )?(?:recent|(?:past|last)\ (?:few|several))
                \ (?:hours|days|weeks|months|years)"""
        ),
        _read_recent,
    ),
    (
        pattern(
            rf"""(?:(?:in|over|during|within|for)\ (?:the\ )?past\ | (?:in|over|during|within|for)\ the\ last\ | the\ (?:past|last)\ )
                 {_HEDGE}(?:(?P<number>{NUMBER_WORD}|couple\ of)\ )?{_UNIT}"""
        ),
        _read_past,
    ),
    (pattern(rf"for\ {_HEDGE}(?P<number>{NUMBER_WORD})\ {_UNIT}"), _read_past),
    (pattern(r"for\ (?:(?:several|many|some|a\ few)\ )?(?:days|weeks|months|years)"), _read_recent),
    (
        pattern(
            r"""(?:(?:on|at|over|during|in)\ )?(?P<which>(?:the|this|(?:earlier|later)\ this|(?:late\ |early\ )?last|next|the\ previous)\ )
                (?P<unit>week|weekend|month|year)"""
        ),
        _read_calendar,
    ),
    (pattern(r"overnight|during\ the\ night|in\ the\ night"), _read_overnight),
    (
        pattern(
            rf"""(?:(?:earlier|later)\ (?:in\ |on\ )?)?(?:(?:the|that)\ )?(?:(?:same|following|next|previous)\ )?
                 (?:day|night|morning|afternoon|evening|week|month|year)(?:\ (?:before|after|earlier|later))?
               | (?:the\ (?:same|following|next|previous)|that)\ {WEEKDAY}
               | (?:{NUMBER_WORD}|several|some|a\ few)\ {_UNIT}\ (?:before|earlier|later|after) | {_UNIT}\ (?:earlier|later)
               | (?:at|before|after|around|shortly\ after)\ (?:dawn|dusk|noon|midday|midnight|sunset|sunrise)"""
        ),
        _read_told,
    ),
)
