"""Times that the words leave open: counted from another time in the text, or only past, present or to come."""

from __future__ import annotations

from counterclaim.core.patterns import Match
from counterclaim.dates.amounts import AMOUNT, UNITS, read_amount, week_of
from counterclaim.dates.reading import FROM_THE_TEXT, Context, Reading, Rule

_PRESENT = r"(?:right\ |just\ )?now|currently|current|these\ days|nowadays|at\ present|at\ the\ moment|at\ this\ (?:point|time|moment|stage)|to\ date"
_PAST = r"(?:more\ |most\ |until\ |only\ )?recently|recent|lately|in\ the\ past|the\ (?:recent\ )?past|a\ (?:long|short)\ time\ ago|long\ ago|not\ long\ ago|at\ (?:the|that)\ time"
_FUTURE = r"(?:in\ )?the\ (?:near\ |foreseeable\ |not-too-distant\ |immediate\ )?future|(?:very\ )?soon|as\ soon\ as\ possible|(?:in\ )?the\ (?:short|near|long)\ (?:term|run)|coming\ (?:days|weeks|months|years)|a\ later\ date"


def _read_sense(match: Match, _context: Context) -> Reading:
    named = match.groupdict()
    if named["present"]:
        return Reading(None, "the time of writing, not a day", "present")
    return Reading(None, "no day is meant", "past" if named["past"] else "future")


def _read_offset(match: Match, _context: Context) -> Reading:
    """Read "two days later", "a year earlier"."""
    named = match.groupdict()
    amount = read_amount(match["amount"]).iso
    back = (named["way"] or "").lower().startswith(("earl", "bef", "prev", "ago", "prior"))
    return Reading(None, FROM_THE_TEXT, "date", f"-{amount}" if back else amount)


def _read_beside(match: Match, _context: Context) -> Reading:
    """Read "the following day", "the night before", "that evening", "later the same day"."""
    words = match[0].lower()
    letter = next(
        (code for unit, code in (("week", "W"), ("month", "M"), ("year", "Y")) if unit in words), "D"
    )
    back = any(word in words for word in ("previous", "before", "preceding"))
    ahead = any(word in words for word in ("follow", "next", "after"))
    amount = f"-P1{letter}" if back else f"P1{letter}" if ahead else f"P0{letter}"
    return Reading(None, FROM_THE_TEXT, "date", amount)


def _read_edge(match: Match, context: Context) -> Reading:
    """Read "the end of the month": somewhere in it."""
    told, what = context.day(), match["what"].lower()
    if what == "week":
        return context.against(week_of(told))
    return context.against(told.isoformat()[: {"day": 10, "month": 7, "year": 4}[what]])


def _read_year_end(_match: Match, context: Context) -> Reading:
    year = context.day().year
    return context.against(
        f"{year}-12-31" if context.future or context.day().month > 2 else f"{year - 1}-12-31"
    )


def _read_event(match: Match, _context: Context) -> Reading:
    """Read "hours after the strike": counted from what happened."""
    amount = read_amount(match["amount"]).iso
    return Reading(
        None, "counted from what happened", "date", f"-{amount}" if match[0].endswith("before") else amount
    )


_SPAN = r"(?i:beginning|start|middle|end|close|rest|remainder|course)"
_DAY = r"(?:day|night|morning|afternoon|evening|week|weekend|month|year)"
RULES: tuple[Rule, ...] = (
    Rule(rf"(?:(?P<present>(?i:{_PRESENT}))|(?P<past>(?i:{_PAST}))|(?P<future>(?i:{_FUTURE})))", _read_sense),
    Rule(
        rf"(?:(?i:some)\ )?(?P<amount>{AMOUNT}|{UNITS})\ (?P<way>(?i:earlier|later|before(?:\ that)?|afterwards?|previously|prior|after\ that))",
        _read_offset,
    ),
    Rule(rf"(?P<amount>{AMOUNT}|{UNITS})\ (?i:after|before|into)", _read_event),
    Rule(
        r"(?i:(?:ever\ )?since\ the\ (?:start|beginning|outbreak|onset|launch|end)\ of\ (?:the|its|their|this)\ [\p{L}-]+)",
        lambda _match, _context: Reading(None, "since what is named, whose day is not told", "interval"),
    ),
    Rule(r"(?i:on\ the\ eve\ of)", lambda _match, _context: Reading(None, "the day before what is named")),
    Rule(
        rf"""(?i: (?:(?:earlier|later|late|early)\ (?:in\ |on\ )?)?(?:on\ |in\ |during\ )?(?:the\ )(?:same|following|next|previous|preceding)\ {_DAY}
              | (?:(?:earlier|later|late|early)\ (?:in\ |on\ )?)?that(?:\ same)?\ {_DAY}
              | (?:earlier|later|early|late)\ (?:in|on)\ the\ {_DAY} | the\ (?:day|night|week|month|year)\ (?:before|after|earlier)
              | next\ (?:day|morning) | same\ day )""",
        _read_beside,
    ),
    Rule(
        rf"(?i:(?:(?:at|by|until|towards?|near|since|for)\ )?(?:the\ )?{_SPAN}\ of\ (?:the|this)\ (?P<what>day|week|month|year))",
        _read_edge,
    ),
    Rule(r"(?:(?i:the|a|around|at)\ )*(?i:year)(?:['’]s)?[-\s](?i:end)", _read_year_end),
)
