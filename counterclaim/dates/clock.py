"""Times of day, alone and with their day: "late Thursday", "the early hours of Sunday", "6 a.m. on 3 May"."""

from __future__ import annotations

from counterclaim.core.patterns import Match, pattern
from counterclaim.dates.amounts import interval
from counterclaim.dates.reading import Context, Reading, Rule, UnreadError
from counterclaim.dates.words import PART, loose

_ZONE = r"(?:\ (?:\(?(?:GMT|UTC|EST|EDT|PST|PDT|BST|CET|CEST|EET|MSK|IST)\b\)?|(?i:local\ time)))"
_FIGURES = rf"""(?: (?:[01]?\d|2[0-3])(?:[:.][0-5]\d)?\s?(?i:[ap]\.?m\b\.?){_ZONE}? | (?:[01]?\d|2[0-3]):[0-5]\d(?:\ (?i:hours|hrs))?{_ZONE}?
            | (?:1[0-2]|[1-9])\ (?i:in\ the\ (?:morning|afternoon|evening)|at\ night|o['’]clock)
            | [0-2]\d[0-5]\d\s?(?i:hours|hrs|GMT|UTC) )"""
CLOCK = rf"(?:{_FIGURES}|(?i:noon|midday|midnight)\b)"
_LEAD = (
    r"(?:(?i:at|around|about|shortly\ (?:after|before)|just\ (?:after|before)|before|after|by|until|from)\ )"
)
_READ_CLOCK = pattern(
    loose(r"(?P<hour>\d?\d)(?:[:.]?(?P<minute>\d\d))?\s?(?P<half>[ap])?.*"), ignore_case=True
)
_SPOKEN = pattern(
    loose(r"(?P<hour>\d\d?)\ (?:in\ the|at)\ (?P<when>morning|afternoon|evening|night)"), ignore_case=True
)
_PARTS = {
    "morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "noon": "T12:00", "midday": "T12:00",
    "midnight": "T24:00", "dawn": "MO", "daybreak": "MO", "sunrise": "MO", "dusk": "EV", "sunset": "EV", "hours": "MO",
    "overnight": "NI",
}  # fmt: skip
_TWILIGHT = r"(?i:dawn|dusk|noon|midday|midnight|sunset|sunrise|daybreak|nightfall|daylight|first\ light)"


def part_of_day(words: str) -> str | None:
    """The part of the day or the hour that the words name: MO, AF, EV, NI, or T18:30.

    >>> part_of_day("nights"), part_of_day("6.30 p.m."), part_of_day("noon"), part_of_day("0400 GMT")
    ('NI', 'T18:30', 'T12:00', 'T04:00')
    """
    spoken = _SPOKEN.match(words.strip())
    if spoken is not None:
        late = spoken["when"].lower() in ("afternoon", "evening", "night")
        return f"T{int(spoken['hour']) % 12 + (12 if late else 0):02d}:00"
    lowered = words.lower().strip().removesuffix("s")
    named = next((code for word, code in _PARTS.items() if lowered.endswith(word.removesuffix("s"))), None)
    if named is not None:
        return named
    match = _READ_CLOCK.match(words.strip())
    if match is None:
        return None
    hour, half = int(match["hour"]), (match["half"] or "").lower()
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return f"T{hour:02d}:{match['minute'] or '00'}" if hour <= 24 else None


def _read_around(match: Match, context: Context) -> Reading:
    """Read "late Thursday", "6 a.m. on 3 May", "the night of 17 September", "Sunday at dawn"."""
    named = match.groupdict()
    if match["point"] == match[0]:
        raise UnreadError("the day inside is not read")
    day = context.inner(match["point"])
    said = named["clock"] or named["part"] or named["mid"] or named["after"]
    return day._replace(kind="time", part=part_of_day(said)) if said else day


def _read_alone(match: Match, _context: Context) -> Reading:
    return Reading(None, "time of day; its day is not stated", "time", part=part_of_day(match["part"]))


def _read_overnight(_match: Match, context: Context) -> Reading:
    if context.told is None:
        return Reading(None, "night; publication day not known", "time", part="NI")
    return context.against(interval(context.told, -1, 0))._replace(kind="time", part="NI")


_EARLY = r"(?i:very\ late|very\ early|earlier|later|late|early|mid|sometime)"
_HOURS = r"(?i:(?:early|late|first|small)(?:\ morning)?\ hours)"


def timed(point: str) -> Rule:
    """A time of day, or a word such as "late", around what `point` matches; all of it may be missing."""
    return Rule(
        rf"""(?: {_LEAD}?(?P<clock>{CLOCK}),?\ (?:(?i:on|of)\ )?
               | (?:(?i:on|during|in|by|at|before|after)\ )?(?:(?i:the)\ )?(?:{_EARLY}[-\s])?(?P<part>{PART}|{_HOURS})\ (?i:of|on)\s+
               | (?i:mid|early|late)[-\s](?P<mid>(?i:morning|afternoon|evening))\  )?
             (?: {_EARLY}(?:[-\s]+(?:(?i:on|in)\ )?) )? (?P<point>{point})
             (?: (?:,?\ |,\s*){_LEAD}?(?P<after>{CLOCK}|{PART}|{_TWILIGHT}) )?""",
        _read_around,
    )


RULES: tuple[Rule, ...] = (
    Rule(r"(?i:overnight|(?:during|in|through)\ the\ night)", _read_overnight),
    Rule(rf"{_LEAD}?(?P<part>{_FIGURES})", _read_alone),
    Rule(rf"{_LEAD}(?P<part>{_TWILIGHT})", _read_alone),
    Rule(
        r"(?:(?i:in|during|by|for)\ )?(?i:the|that)\ (?:(?i:early|late)\ )?(?P<part>(?i:morning|afternoon|evening|early\ hours))",
        _read_alone,
    ),
    Rule(r"(?i:early|mid|late)[-\s](?P<part>(?i:morning|afternoon|evening))", _read_alone),
)
