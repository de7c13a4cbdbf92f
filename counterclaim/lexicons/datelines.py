"""Calendar dates as datelines and "Published" lines write them, and their EDTF."""

from __future__ import annotations

from datetime import date

from counterclaim.core.patterns import pattern

MONTH_NAMES = "january february march april may june july august september october november december".split()
MONTHS = {
    name: number
    for number, full in enumerate(MONTH_NAMES, start=1)
    for name in (full, full[:3], "sept" if full == "september" else full)
}
_MONTH = rf"(?:{'|'.join(sorted(MONTHS, key=len, reverse=True))})\b\.?"
WEEKDAY = r"(?:mon(?:day)?|tue(?:s|sday)?|wed(?:nesday)?|thu(?:r|rs|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)\b\.?"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_YEAR = r"(?:19|20)\d\d"
_INSTANT = r"(?: [Tt]\d\d:\d\d (?::\d\d (?:\.\d+)? )? (?: [Zz] | [+-]\d\d:?\d\d )? )"  # the time of day of an ISO 8601 instant
# Days in figures: 2016-09-18, 18.9.2016, 18-9-2016, 18/9/2016.
_FIGURES = rf"(?: {_YEAR}-\d\d-\d\d {_INSTANT}? \b | \d{{1,2}}[./-]\d{{1,2}}[./-]{_YEAR}\b )"
# A date with or without a year, to be used with case ignored. Scraped pages lose the blank before the
# year ("Jul 152015"); the year must not run on into a number.
DATE = (
    rf"(?: (?:{WEEKDAY},?\s+)? (?: {_MONTH}\s+{_DAY} (?: ,?\s*{_YEAR}\b | \b )"
    rf" | {_DAY}(?:\s+of)?\s+{_MONTH} (?:,?\s+{_YEAR}\b)? ) | (?:{WEEKDAY},?\s+)? {_FIGURES} )"
)
DATE_WITH_YEAR = (
    rf"(?: (?:{WEEKDAY},?\s+)? (?: {_MONTH}\s+{_DAY},?\s*{_YEAR}\b | {_DAY}(?:\s+of)?\s+{_MONTH},?\s+{_YEAR}\b )"
    rf" | (?:{WEEKDAY},?\s+)? {_FIGURES} )"
)
CLOCK = r"(?: \d{1,2}[:.]\d\d (?::\d\d)? (?:\s*[ap]\.?m\.?)? (?:\s*(?:gmt|utc|est|edt|bst|cet|cest|eet|msk|local\s+time) (?:\s*[+-]\d{1,2}(?::?\d\d)?)?)? )"
_PARTS = pattern(
    rf"""(?P<iso>{_YEAR}-\d\d-\d\d){_INSTANT}?\b
       | (?P<month>{_MONTH})\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:,?\s*(?P<year>{_YEAR})\b|\b)
       | (?P<day_first>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?\s+(?P<month_second>{_MONTH})(?:,?\s+(?P<year_last>{_YEAR})\b)?
       | (?P<first>\d{{1,2}})(?P<mark>[./-])(?P<second>\d{{1,2}})[./-](?P<figure_year>{_YEAR})\b""",
    ignore_case=True,
)
_LEAP_YEAR = 2000  # stands in where no year is stated, so that February 29 is a day


def read_date(words: str) -> str | None:
    """The EDTF day of the first date in `words`, or None; X stands for a year nobody stated.

    A date with slashes is read only where it has one reading: 18/9/2016, not 3/9/2016.

    >>> read_date("ADEN, Nov 3 (Reuters)"), read_date("Sunday, 18 September 2016"), read_date("3.9.2016")
    ('XXXX-11-03', '2016-09-18', '2016-09-03')
    >>> read_date("EU GDPR 2016/679"), read_date("3/9/2016"), read_date("Feb 30")
    (None, None, None)
    """
    match = _PARTS.search(words)
    if match is None:
        return None
    found = match.groupdict()
    if found["iso"]:
        return _edtf(*map(int, found["iso"].split("-")))
    if found["figure_year"]:
        first, second = int(found["first"] or 0), int(found["second"] or 0)
        return _read_figures(first, second, int(found["figure_year"]), found["mark"] == "/")
    month = MONTHS[(found["month"] or found["month_second"] or "").lower().rstrip(".")]
    year = found["year"] or found["year_last"]
    return _edtf(int(year) if year else None, month, int(found["day"] or found["day_first"] or 0))


def _read_figures(first: int, second: int, year: int, slashes: bool) -> str | None:
    """Day first, as dots and dashes mean; slashes mean either, and count where one reading is a date."""
    if not slashes or first > 12 or first == second:
        return _edtf(year, second, first)
    return _edtf(year, first, second) if second > 12 else None


def _edtf(year: int | None, month: int, day: int) -> str | None:
    try:
        date(year or _LEAP_YEAR, month, day)
    except ValueError:
        return None
    return f"{year or 'XXXX'}-{month:02}-{day:02}"
