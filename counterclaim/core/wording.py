"""Claims, figures and dates in plain words, the same on the terminal and on the web.

The words add nothing to what was stated: a bound stays open, a year nobody gave is said to be so.
"""

from __future__ import annotations

import calendar
from typing import NamedTuple

from counterclaim.core.claims import Casualty, Claim, claim_type
from counterclaim.core.patterns import pattern

NO_YEAR = "year not stated"
_PART = pattern(r"(?P<year>\d{4}|XXXX)(?:-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>[0-3]\d))?)?")


class _Day(NamedTuple):
    year: str  # "" where nobody stated one
    month: str
    day: str


def figure_words(low: int | None, high: int | None, qualifier: str = "exact") -> str:
    """A figure with its hedge, as the source worded its bounds.

    >>> figure_words(62, None, "at_least"), figure_words(21, None, "more_than"), figure_words(83, 83)
    ('at least 62', 'more than 20', '83')
    >>> figure_words(35, 35, "about"), figure_words(10, 12, "between"), figure_words(None, None, "unknown")
    ('about 35', '10 to 12', 'number not stated')
    """
    if low is None and high is None:
        return "number not stated"
    if low is None or high is None:
        return _open_words(low, high, qualifier)
    if low != high:
        return f"{low:,} to {high:,}"
    if low == 0:
        return "none"
    return f"about {low:,}" if qualifier == "about" else f"{low:,}"


def _open_words(low: int | None, high: int | None, qualifier: str) -> str:
    if low is not None and qualifier == "more_than":
        return f"more than {low - 1:,}"
    if low is not None and qualifier == "vague":
        return f"{low:,} or more (in words)"
    if low is not None:
        return f"at least {low:,}"
    return f"fewer than {(high or 0) + 1:,}" if qualifier == "fewer_than" else f"at most {high or 0:,}"


def label_words(label: str) -> str:
    """A value of the vocabulary as words: "killed_or_wounded" is "killed or wounded"."""
    return label.replace("_", " ")


def harmed_words(claim: Casualty) -> str:
    """The figure with its harm: "at least 62 killed"."""
    return f"{figure_words(claim.min, claim.max, claim.qualifier)} {label_words(claim.harm)}"


def claim_words(claim: Claim) -> str:
    """The typed reading of a claim in a few words."""
    if isinstance(claim, Casualty):
        group = f" ({claim.group})" if claim.group else ""
        return harmed_words(claim) + group
    for name in ("event_type", "stance", "change", "outcome", "status"):
        value = getattr(claim, name, None)
        if value:
            return f"{claim_type(claim)}: {label_words(str(value))}"
    return claim_type(claim)


def speaker_words(claim: Claim) -> str:
    """Who is credited: "Syrian army, via Russian Ministry of Defence", or the document's own voice."""
    if not claim.speakers:
        return "reported, nobody named" if claim.explicitness == "passive" else "own voice"
    said = " and ".join(claim.speakers)
    return f"{said}, via {', via '.join(claim.via)}" if claim.via else said


def day_words(edtf: str | None) -> str:
    """A day, month, year or interval in words; what nobody stated is said to be so.

    >>> day_words("XXXX-09-17"), day_words("2016-09-17"), day_words("2016-09")
    ('17 September, year not stated', '17 September 2016', 'September 2016')
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


def _read_day(part: str) -> _Day | None:
    match = _PART.fullmatch(part)
    if match is None:
        return None
    named = match.groupdict()
    month, day = named["month"], named["day"]
    year = named["year"] or ""
    return _Day(
        "" if year == "XXXX" else year,
        calendar.month_name[int(month)] if month else "",
        str(int(day)) if day else "",
    )


def _say(day: _Day) -> str:
    words = f"{day.day} {day.month}".strip()
    if day.year:
        return f"{words} {day.year}".strip()
    return f"{words}, {NO_YEAR}" if words else NO_YEAR


def _say_interval(start: _Day, end: _Day) -> str:
    if start.year != end.year:
        return f"{_say(start)} to {_say(end)}"
    if start == end:
        return _say(end)
    shared_month = start.day and end.day and start.month == end.month
    opening = start.day if shared_month else f"{start.day} {start.month}".strip()
    return f"{opening} to {_say(end)}" if opening else f"{_say(start)} to {_say(end)}"
