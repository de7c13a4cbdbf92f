"""Time phrases of the passages, as EDTF: absolute days, weekdays, and words that count from a day.

Left out: numbers that only look like years (regulations, resolutions), names such as Sunday Times,
and bare clock times.
"""

from __future__ import annotations

from msgspec.structs import replace

from counterclaim.core.days import resolve_phrase
from counterclaim.core.patterns import group_span, pattern
from counterclaim.core.spans import Span
from counterclaim.core.stages import stage
from counterclaim.core.types import Sheet, Time

# Months and weekdays are names: "may" and "march" in lower case are verbs.
_MONTH = (
    r"(?:(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER)\b"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
_WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY)"
_SHORT_WEEKDAY = r"(?:Mon|Tues?|Wed|Thur?s?|Fri|Sat|Sun)\.?"
_YEAR = r"(?:19|20)\d\d\b"
_DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
_NUMBER = r"(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,3})"
_UNIT = r"(?:hours?|days?|weeks?|months?|years?)"
_HEDGE = r"(?:(?:about|around|some|nearly|almost|over|more\s+than|less\s+than|at\s+least)\s+)?"
_PART = r"(?:\s+(?i:morning|afternoon|evening|night)s?)?"
_EARLY = r"(?:(?i:earlier|later|late|early)\s+(?i:on\s+)?)?"
_WEEK_LEAD = rf"(?:(?:{_WEEKDAY}|{_SHORT_WEEKDAY}),?\s+)?"
_CALENDAR_DAY = rf"""(?:
    {_WEEK_LEAD}(?:the\s+)?{_DAY}\s+(?:of\s+)?{_MONTH}(?:,?\s+{_YEAR})?
  | {_WEEK_LEAD}{_MONTH}\s+{_DAY}\b(?:,?\s+{_YEAR})?
  | {_YEAR}-[01]\d-[0-3]\d\b
  | {_MONTH},?\s+(?:of\s+)?{_YEAR}
)"""
_ANY_DAY = rf"""(?:
    {_EARLY}{_CALENDAR_DAY}
  | {_EARLY}(?:(?i:last|this\ past|this|past|next)\s+)?{_WEEKDAY}(?:['’]?s)?\b{_PART}
)"""
TIME = pattern(
    rf"""
    \b(?P<named>(?:
        (?i:between\s+|from\s+)?{_DAY}(?:\s?[-–]\s?|\s+(?:to|and)\s+){_DAY}\s+{_MONTH}(?:,?\s+{_YEAR})?
      | {_MONTH}\s+{_DAY}\s?[-–]\s?{_DAY}\b
      | (?i:(?:ever\s+)?since)\s+(?: {_ANY_DAY} | (?i:early|late|mid)?[-\s]*(?:{_MONTH}|{_YEAR}) | (?i:yesterday|last\s+(?:week|month|year)) )
      | {_ANY_DAY}
      | (?i:mid|early|late)[-\s]+(?:{_MONTH}|{_YEAR})
      | (?i:last|this|next)\s+{_MONTH}
    ))
  | \b(?i:in|of|during|by|until|from|through|between)\s+(?P<alone>{_CALENDAR_DAY}|{_MONTH}|{_YEAR})
  | \b(?P<told>(?i:
        (?:the\s+)?day\s+before\s+yesterday | yesterday | tomorrow | tonight | (?:earlier\s+|late\s+)?todays? | last\s+(?:night|evening)
      | (?:earlier\s+|late\s+|early\s+)?this\s+(?:morning|afternoon|evening)
      | {_HEDGE}(?:{_NUMBER}|a\s+couple\s+of)\s+{_UNIT}\s+(?:ago|earlier|later|before)
      | (?:days|weeks|months|years|hours)\s+(?:earlier|later)
      | (?:(?:in|over|during|within|for)\s+)?(?:the\s+)?(?:past|last)\s+(?:few|several)\s+(?:hours|days|weeks|months|years)
      | (?:in|over|during)\s+(?:the\s+)?recent\s+(?:hours|days|weeks|months|years)
      | (?:(?:in|over|during|within|for)\s+(?:the\s+)?|the\s+)(?:past|last)\s+{_HEDGE}(?:(?:{_NUMBER}|couple\s+of)\s+)?{_UNIT}
      | for\s+{_HEDGE}{_NUMBER}\s+{_UNIT}
      | for\s+(?:(?:several|many|some|a\s+few)\s+)?(?:hours|days|weeks|months|years)
      | (?:at|over|during|on)\s+the\s+weekend
      | (?:earlier\s+|later\s+|late\s+|early\s+)?(?:this|last|next|the\s+previous)\s+(?:week|weekend|month|year)
      | overnight | (?:during|in)\s+the\s+night
      | (?:the|that)\s+(?:same|following|next|previous)\s+(?:day|night|morning|afternoon|evening|week|month|year)
      | (?:earlier|later)\s+(?:(?:in|on)\s+the|that|the\s+same)\s+(?:day|night|morning|evening)
      | the\s+(?:day|night)\s+(?:before|after)
      | that\s+(?:day|night|morning|evening|week|month|year)
      | (?:at|before|after|around)\s+(?:dawn|dusk|noon|midday|midnight|sunset|sunrise)
    ))\b""",
)
_BEFORE_NOT = pattern(r"(?:[\d/.,-]|\b(?:Russia|USA|Psychology)\s)$")
# A number goes on, or the phrase is part of a name or of a compound ("a two-year-old").
_AFTER_NOT = pattern(r"^(?:[/-]\d|,\d{3}|\d|-old\b|\s+(?:Times|Telegraph|Express|Mirror)\b)")
_COUNTED = pattern(r"^\s+(?:people|men|women|children|civilians|fighters|soldiers|homes|houses|families)\b")
_FUTURE = pattern(
    r"""\b(?: will | due\ to | scheduled | (?:set|expected|about|going|hopes?|plans?|planned)\ to | would\ be | to\ be\ held
          | (?:is|are|was|were)\ to | the\ vote | a\ vote | upcoming | shall )\b[^.;]*$""",
    ignore_case=True,
)
_REPEATS_WEEKLY = pattern(r"^\s*(?:[.,;:!?)]|and\b|or\b|at\b|when\b|$)")
_ON = pattern(r"\bon\s+$", ignore_case=True)


@stage("find_times.v1", reads="passages articles", writes="times")
def find_times(sheet: Sheet) -> Sheet:
    """Fill the times layer, in text order, each read against its article's publication day."""
    articles = sheet.articles or ()
    found: list[Time] = []
    for passage in sheet.relevant_passages:
        told = articles[passage.article].published if passage.article < len(articles) else None
        start = passage.span.start
        found += (
            replace(time, span=Span(time.span.start + start, time.span.end + start))
            for time in times_in(passage.exact, told)
        )
    return replace(sheet, times=tuple(found))


def times_in(text: str, published: str | None = None) -> list[Time]:
    """The times of one sentence; spans are code points of `text`.

    >>> [(time.span.of("It began late on 3 May."), time.edtf) for time in times_in("It began late on 3 May.")]
    [('late on 3 May', 'XXXX-05-03')]
    """
    times: list[Time] = []
    for match in TIME.finditer(text):
        start, end = group_span(TIME, match, "alone") or (match.start(), match.end())
        before, after = text[:start], text[end:]
        if _BEFORE_NOT.search(before[-12:]) or _AFTER_NOT.search(after[:16]):
            continue
        words = text[start:end]
        if words.isdigit() and _COUNTED.search(after[:16]):  # "of 2000 people"
            continue
        if words.endswith("days") and _ON.search(before[-4:]) and _REPEATS_WEEKLY.search(after[:8]):
            words = f"on {words}"
        edtf, basis = resolve_phrase(words, published, future=_FUTURE.search(before[-120:]) is not None)
        times.append(Time(span=Span(start, end), edtf=edtf, basis=basis))
    return times
