"""The words that dates are made of, as parts of patterns.

In these and in the rules built from them `\\ ` stands for any run of blanks. Months and weekdays are
names and keep their capitals: "may" and "march" are verbs.
"""

from __future__ import annotations

import calendar
import re

from counterclaim.core.errors import DataError
from counterclaim.core.patterns import pattern

_NAMES = "|".join(calendar.month_name[1:])
_SHORT = "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
MONTH = rf"(?:(?:{_NAMES}|{_NAMES.upper()})\b|(?:{_SHORT}|{_SHORT.upper()})\b\.?)"
WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY)"
_SHORT_WEEKDAY = r"(?:Mon|Tues?|Wed|Thur?s?|Fri|Sat|Sun)\b\.?"
WEEK_LEAD = rf"(?:(?:{WEEKDAY}|{_SHORT_WEEKDAY}),?\ )?"
YEAR = r"(?:19|20)\d\d"
YEAR_TAIL = rf"(?:(?:\ |,\s*){YEAR})"
SEASON = r"(?i:spring|summer|autumn|fall|winter)"
PART = r"(?i:mornings?|afternoons?|evenings?|nights?|noon|midday|midnight|dawn|dusk|daybreak)"

_UNITS = "one two three four five six seven eight nine".split()
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_ONES = "|".join(_UNITS)
SPELLED = rf"(?:(?:{'|'.join(_TENS)})(?:[-\s](?:{_ONES}))?|{'|'.join(_TEENS)}|{_ONES})"
_ORDINAL_UNITS = "first second third fourth fifth sixth seventh eighth ninth".split()
_ORDINAL_TEENS = "tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth".split()
_ORDINAL_TENS = "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth".split()
ORDINAL = (
    rf"(?i:\d{{1,3}}(?:st|nd|rd|th)|(?:{'|'.join(_TENS)})[-\s](?:{'|'.join(_ORDINAL_UNITS)})"
    rf"|{'|'.join(_ORDINAL_UNITS + _ORDINAL_TEENS + _ORDINAL_TENS)})"
)
DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th|ST|ND|RD|TH)?"
YEAR_WORDS = (
    rf"(?i:nineteen\ (?:{'|'.join(_TENS)})(?:[-\s](?:{_ONES}))?|two\ thousand(?:\ (?:and\ )?{SPELLED})?)"
)
_ORDINALS = {word: number for number, word in enumerate([*_ORDINAL_UNITS, *_ORDINAL_TEENS], start=1)} | {
    word: 10 * number for number, word in enumerate(_ORDINAL_TENS, start=2)
}
_NUMBERS = {word: number for number, word in enumerate([*_UNITS, *_TEENS], start=1)} | {
    word: 10 * number for number, word in enumerate(_TENS, start=2)
}
_WEEKDAYS = tuple(name[:3].lower() for name in calendar.day_name)
_MONTHS = tuple(name[:3].lower() for name in calendar.month_name[1:])
_LOWER_NAME = pattern(rf"\b(?:{_NAMES}|{'|'.join(calendar.day_name)}|{_SHORT})(?:s|\b)", ignore_case=True)
_GROUP = re.compile(r"\?P<\w+>")


def loose(verbose: str) -> str:
    """The pattern with any run of blanks where it has `\\ `."""
    return verbose.replace("\\ ", r"\s+")


def ungrouped(verbose: str) -> str:
    """The pattern without names for its groups, to stand inside another."""
    return _GROUP.sub("?:", verbose)


def month_number(name: str) -> int:
    """1 to 12.

    >>> month_number("Sept."), month_number("MARCH")
    (9, 3)
    """
    return _MONTHS.index(name[:3].lower()) + 1


def weekday_number(name: str) -> int:
    """0 for Monday to 6 for Sunday."""
    return _WEEKDAYS.index(name[:3].lower())


def ordinal_number(words: str) -> int:
    """The place in a row.

    >>> ordinal_number("third"), ordinal_number("21st"), ordinal_number("twenty-second")
    (3, 21, 22)
    """
    if words[0].isdigit():
        return int(words[:-2])
    return sum(_ORDINALS.get(part) or _NUMBERS[part] for part in words.lower().replace("-", " ").split())


def year_number(words: str) -> int:
    """A year in figures or words.

    >>> year_number("2014"), year_number("nineteen ninety-six"), year_number("two thousand and four")
    (2014, 1996, 2004)

    Raises:
        DataError: no year of the 20th or 21st century.
    """
    if words.isdigit():
        return int(words)
    parts = words.lower().replace("-", " ").replace(" and ", " ").split()
    rest = sum(_NUMBERS.get(part, 0) for part in parts[1:])
    if parts[:1] == ["nineteen"]:
        return 1900 + rest
    if parts[:2] == ["two", "thousand"]:
        return 2000 + rest
    raise DataError(f"no year in {words!r}; write 1996 or nineteen ninety-six")


def with_capitals(words: str) -> str:
    """The words with months and weekdays as names, for phrases typed in lower case.

    >>> with_capitals("late on friday 3 may")
    'late on Friday 3 May'
    """
    found = list(words)
    for match in _LOWER_NAME.finditer(words):
        found[match.start()] = found[match.start()].upper()
    return "".join(found)
