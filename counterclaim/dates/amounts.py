"""How long: amounts of time in words, and their ISO 8601 durations."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from counterclaim.core.counts import parse_number
from counterclaim.core.edtf import format_day
from counterclaim.core.errors import DataError
from counterclaim.core.patterns import pattern
from counterclaim.dates.words import SPELLED, loose

HEDGE = (
    r"(?i:(?:just\ |only\ |well\ )?(?:about|around|some|nearly|almost|roughly|approximately|over|more\ than|less\ than|fewer\ than"
    r"|at\ least|up\ to|at\ most|just|only|no\ more\ than|close\ to|another)\ )?"
)
NUMBER = (
    rf"(?i:\d{{1,3}}(?:,\d{{3}})*(?:\.\d)?(?:\ \d/\d)?|(?:half\ )?an?|(?:a\ )?couple(?:\ of)?|an?\ (?:dozen|hundred)"
    rf"|(?:{SPELLED})(?:\ dozen|\ hundred|\ thousand)?|half\ a\ dozen|a\ thousand)"
)
VAGUE = r"(?i:several|(?:(?:a|the)\ )?(?:good\ )?few|many|some|a\ number\ of|dozens\ of|hundreds\ of|numerous|a\ handful\ of)"
UNIT = r"(?i:(?:minute|hour|day|night|week|fortnight|month|year|decade)s?|seconds|century|centuries)"
UNITS = r"(?i:(?:second|minute|hour|day|night|week|month|year|decade)s|centuries)"
_KINDS = r"(?i:(?:more|straight|consecutive|successive|full|whole|additional|long|further|trading|working|calendar)\ )?"
_TWO = rf"(?:{NUMBER}\ (?:or|to|and)\ {NUMBER}\ |\d+\s?[-–]\s?\d+\ )"
AMOUNT = rf"""(?: {HEDGE} (?: {_TWO} {_KINDS}{UNITS} | {NUMBER}(?:\ and\ a\ half)?(?:\ |-){_KINDS}{UNIT} (?: \ and\ a\ half )?
                 | (?i:an?\ (?:minute|hour|day|week|month|year)\ or\ (?:two|so)) | {VAGUE}\ {_KINDS}{UNITS} ) )"""
# Letter of a unit in ISO 8601, and how many of it the unit has. Time of day stands after a T.
_LETTERS = {
    "second": ("TS", 1), "minute": ("TM", 1), "hour": ("TH", 1), "day": ("D", 1), "night": ("D", 1), "week": ("W", 1),
    "fortnight": ("W", 2), "weekend": ("D", 2), "month": ("M", 1), "quarter": ("M", 3), "year": ("Y", 1),
    "decade": ("Y", 10), "century": ("Y", 100), "centurie": ("Y", 100),
}  # fmt: skip
_HALVES = {"TM": "30S", "TH": "30M", "D": "T12H", "M": "15D", "Y": "6M"}
_READ = pattern(
    loose(
        rf"""(?: {HEDGE} (?: (?: {NUMBER}\ (?:or|to|and)\ | \d+\s?[-–]\s?)? (?P<number>{NUMBER}|{VAGUE}) )? ) (?P<half>\ and\ a\ half)? [-\s]* {_KINDS}
             (?P<unit>{UNIT}|(?i:weekends?|quarters?)) (?P<more> \ and\ a\ half )? (?:\ or\ (?:two|so))?"""
    ),
    ignore_case=True,
)


class Amount(NamedTuple):
    """So many of a unit; `number` is None where nobody says how many."""

    number: int | None
    letter: str  # of ISO 8601: Y, M, W, D, and TH, TM, TS for hours, minutes, seconds
    half: bool = False

    @property
    def iso(self) -> str:
        """The ISO 8601 duration; X for a number that is not told: "P2Y", "PT36H", "PXW"."""
        number = "X" if self.number is None else str(self.number)
        sign, letter = ("PT", self.letter[1]) if self.letter[0] == "T" else ("P", self.letter)
        if self.half and self.number == 0:
            return sign + _HALVES.get(self.letter, "X" + letter)
        return f"{sign}{number}{letter}" + (_HALVES.get(self.letter, "") if self.half else "")


def read_amount(words: str) -> Amount:
    """The amount of time that the words name.

    >>> read_amount("nearly two years").iso, read_amount("36-hour").iso, read_amount("several weeks").iso
    ('P2Y', 'PT36H', 'PXW')
    >>> read_amount("an hour and a half").iso, read_amount("half a day").iso, read_amount("two decades").iso
    ('PT1H30M', 'PT12H', 'P20Y')

    Raises:
        DataError: the words are no amount of time.
    """
    match = _READ.fullmatch(words.strip())
    if match is None:
        raise DataError(f"no amount of time in {words!r}; write two days, 36 hours or several weeks")
    named = match.groupdict()
    unit, number = (named["unit"] or "").lower(), " ".join((named["number"] or "").lower().split())
    letter, times = _LETTERS[unit.removesuffix("s") if unit != "century" else unit]
    half = bool(named["half"] or named["more"])
    if number.startswith("half a") and "dozen" not in number:
        return Amount(times // 2, letter, half=times % 2 == 1)
    if "/" in number:
        number, half = number.split()[0], True
    count = _count(number, unit)
    return Amount(None if count is None else count * times, letter, half)


def _count(number: str, unit: str) -> int | None:
    if not number:
        return None if unit.endswith("s") else 1
    if "couple" in number:
        return 2
    try:
        return 1 if number in ("a", "an") else round(float(number)) if "." in number else parse_number(number)
    except DataError:
        return None


def moved_back(day: date, amount: Amount) -> str:
    """The day, week, month or year that lies the amount before a day, as widely as it was said.

    A week is three days either way, hours are the days they can fall on.

    >>> moved_back(date(2016, 9, 18), Amount(3, "W")), moved_back(date(2016, 9, 18), Amount(10, "M"))
    ('2016-08-25/2016-08-31', '2015-11')

    Raises:
        DataError: nobody says how much, or the calendar does not reach that far.
    """
    number, letter = amount.number, amount.letter
    if number is None:
        raise DataError("nobody says how long before")
    if letter == "Y":
        return format_day(day.year - number)
    if letter == "M":
        year, month = divmod(day.year * 12 + day.month - 1 - number, 12)
        return format_day(year, month + 1)
    if letter == "D":
        return shifted(day, -number)
    if letter == "W":
        return interval(day, -7 * number - 3, -7 * number + 3)
    if letter == "TH" and number % 24:
        return interval(day, -(number // 24) - 1, -(number // 24))
    return shifted(day, -(number // 24) if letter == "TH" else 0)


def shifted(day: date, days: int) -> str:
    return (day + timedelta(days=days)).isoformat()


def interval(day: date, first: int, last: int) -> str:
    """The days from `first` to `last`, both counted from the day."""
    return f"{shifted(day, first)}/{shifted(day, last)}"


def week_of(day: date) -> str:
    """The days from Monday to Sunday around the day."""
    return interval(day, -day.weekday(), 6 - day.weekday())
