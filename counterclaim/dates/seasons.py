"""Seasons, quarters and halves of a year, in EDTF's numbers for them."""

from __future__ import annotations

from datetime import timedelta

from counterclaim.core.edtf import day_bounds
from counterclaim.core.patterns import Match
from counterclaim.dates.reading import Context, Reading, Rule
from counterclaim.dates.words import SEASON, YEAR, YEAR_WORDS, year_number

_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_NTH = {"first": 0, "1st": 0, "second": 1, "2nd": 1, "third": 2, "3rd": 2, "fourth": 3, "4th": 3, "last": 3}
_NTH_WORDS = "|".join(_NTH)
_STEPS = {"last": -1, "this": 0, "next": 1, "the": 0}


_SOON_DAYS = 200  # what is to come is never further off where no year is told


def _read_season(match: Match, context: Context) -> Reading:
    named = match.groupdict()
    number = _SEASONS[(named["season"] or "").lower()]
    if named.get("year"):
        return Reading(f"{year_number(named['year'] or '')}-{number}", "stated")
    return _nearest(number, (named["which"] or "").lower(), context)


def _nearest(number: int, which: str, context: Context) -> Reading:
    """The last such part of a year that has begun; for what is to come, the next that has not ended.

    "Last" never is the one that goes on, "this" is the one of this year.
    """
    told = context.day()
    years = range(told.year - 2, told.year + 3)
    spans = {year: day_bounds(f"{year}-{number}") for year in years}
    begun = [year for year, (first, _) in spans.items() if first and first <= told]
    ended = [year for year, (_, last) in spans.items() if last and last < told]
    ahead = ended[-1] + 1  # the one that goes on, or the next
    if "next" in which:
        year = begun[-1] + 1
    elif context.future and (spans[ahead][0] or told) <= told + timedelta(days=_SOON_DAYS):
        year = ahead
    elif "last" in which:
        year = ended[-1]
    elif "this" in which and "past" not in which:
        year = told.year
    else:
        year = begun[-1]
    return context.against(f"{year}-{number}")


def _read_part(match: Match, context: Context) -> Reading:
    """Read "the third quarter", "the first half of 2014"."""
    named = match.groupdict()
    nth = (named["nth"] or named["number"] or "").lower()
    half = "half" in (named["what"] or "").lower()
    index = int(nth) - 1 if nth.isdigit() else _NTH[nth]
    number = (40 + min(index, 1)) if half else 33 + index
    year = named["year"] or named["before"]
    if year:
        return Reading(f"{year_number(year)}-{number}", "stated")
    which = (named["which"] or named["whose"] or "").lower()
    if which:
        step = next((step for word, step in _STEPS.items() if which.startswith(word)), 0)
        return context.against(f"{context.day().year + step}-{number}")
    return _nearest(number, "", context)


def _read_reported_quarter(match: Match, context: Context) -> Reading:
    """Read "the latest quarter", "the year-earlier period" of a report on money: the last that ended."""
    told = context.day()
    year, quarter = divmod(told.year * 4 + (told.month - 1) // 3 - 1, 4)
    return context.against(f"{year - ('year' in match[0].lower())}-{33 + quarter}")


_REPORTED = r"(?:latest|most\ recent|year[-\s](?:ago|earlier)|comparable\ year-(?:ago|earlier))"
_LEAD = r"(?:(?i:early|mid|late|the\ (?:early|late|height\ of)|the\ end\ of)[-\s]+)"
_OF_YEAR = rf"(?:(?:\ (?:of\ |in\ )?|,\s*)(?P<year>{YEAR}|{YEAR_WORDS}))"
RULES: tuple[Rule, ...] = (
    Rule(
        rf"(?:(?P<which>(?i:last|this|next|this\ past|this\ coming|the|that))\ )?{_LEAD}?(?P<season>{SEASON}){_OF_YEAR}",
        _read_season,
        fixes=True,
    ),
    Rule(
        rf"(?P<which>(?i:last|this|next|this\ past|this\ coming|the\ past))\ (?:(?i:early|late)\ )?(?P<season>{SEASON})",
        _read_season,
        fixes=True,
    ),
    Rule(
        rf"(?P<which>(?i:the))?\s?{_LEAD}?(?P<season>(?i:spring|summer|autumn|winter))",
        _read_season,
        fixes=True,
    ),
    Rule(
        rf"(?i:the\ (?:quarter|{_REPORTED}\ (?:quarter|period)))|(?i:year-(?:ago|earlier))",
        _read_reported_quarter,
    ),
    Rule(
        rf"""(?:(?:(?P<whose>(?i:last|this|next)\ year)['’]?s|(?i:the|its|their|a|this|last|next))\ )?
             (?:(?P<before>{YEAR})\ |(?i:current|latest)\ )?(?:(?i:fiscal)(?:\ |-))?
             (?: (?P<nth>(?i:{_NTH_WORDS}))(?:[-\s](?i:fiscal))?[-\s](?P<what>(?i:quarter|half))
               | (?i:q)(?P<number>[1-4]) )\b
             (?: \ (?:(?i:of|in)\ )?(?:(?i:fiscal)\ )?(?: (?P<year>{YEAR}) | (?P<which>(?i:last|this|next|the))\ (?i:year) ) )?""",
        _read_part,
        fixes=True,
    ),
)
