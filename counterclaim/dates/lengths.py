"""How long and how often: durations, "the past 24 hours", "every day", "the fourth night"."""

from __future__ import annotations

from counterclaim.core.edtf import full_day
from counterclaim.core.patterns import Match
from counterclaim.dates.amounts import AMOUNT, HEDGE, NUMBER, UNITS, Amount, interval, moved_back, read_amount
from counterclaim.dates.reading import COUNTED_BACK, Context, Reading, Rule
from counterclaim.dates.words import ORDINAL, ordinal_number

_OFTEN = {
    "hourly": "PT1H", "daily": "P1D", "nightly": "P1D", "weekly": "P1W", "fortnightly": "P2W", "monthly": "P1M",
    "yearly": "P1Y", "annually": "P1Y",
}  # fmt: skip
_UNIT = r"(?i:hour|day|night|morning|evening|week|weekend|month|quarter|year|summer|winter|minute)"
_IN = r"(?:(?:(?i:in|over|during|within|for|of|through|throughout|on)\ )(?:(?i:each\ of\ )?(?i:the|this|these|its|their)\ )?)"


def _read_past(match: Match, context: Context) -> Reading:
    """Read "over the past 24 hours": until the publication day."""
    amount = read_amount(match["amount"])
    if amount.number is None:
        return _read_recent(match, context)
    if context.told is None:
        return Reading(None, COUNTED_BACK, "interval", amount.iso)
    days = _days(amount)
    first = f"{moved_back(context.told, amount)}/{context.published}"
    edtf = first if days is None else interval(context.told, -days, 0)
    return context.against(edtf)._replace(kind="interval", amount=amount.iso)


def _read_coming(match: Match, context: Context) -> Reading:
    """Read "in the next two weeks": from the publication day on."""
    amount = read_amount(match["amount"])
    if amount.number is None or context.told is None:
        return Reading(None, "counted from the publication day", "interval", amount.iso)
    days = _days(amount)
    last = f"{context.published}/{moved_back(context.told, amount._replace(number=-amount.number))}"
    edtf = last if days is None else interval(context.told, 0, days)
    return context.against(edtf)._replace(kind="interval", amount=amount.iso)


def _days(amount: Amount) -> int | None:
    """The days on which the amount can end; None for months and years, which are said as widely."""
    number = amount.number or 0
    return {"T": -(-number // 24), "D": number, "W": 7 * number}.get(amount.letter[0])


def _read_recent(match: Match, context: Context) -> Reading:
    """Read "in recent days": nobody says how many."""
    amount = read_amount(match["amount"]).iso
    if full_day(context.published) is None:
        return Reading(None, COUNTED_BACK, "interval", amount)
    return context.against(f"/{context.published}")._replace(kind="interval", amount=amount)


def _read_length(match: Match, _context: Context) -> Reading:
    return Reading(None, "how long, not when", "duration", read_amount(match["amount"]).iso)


def _read_set(match: Match, _context: Context) -> Reading:
    named = match.groupdict()
    unit = (named.get("unit") or named.get("often") or "").lower()
    amount = _OFTEN.get(unit) or f"P{'T' if unit in ('hour', 'minute') else ''}1" + (
        "Y"
        if unit in ("summer", "winter")
        else "D"
        if unit in ("night", "morning", "evening")
        else unit[0].upper()
    )
    return Reading(None, "comes again and again", "set", amount.replace("P1Q", "P3M"))


def _read_nth(match: Match, _context: Context) -> Reading:
    amount = Amount(ordinal_number(match["nth"]), read_amount(match["unit"]).letter)
    return Reading(None, "counted from a start that is not stated", "date", amount.iso)


_PAST = r"(?i:past|last|previous|preceding)"
_FEW = rf"(?:(?i:few|several|couple\ of|many)\ {UNITS})"
_BARE = r"(?i:hour|day|week|month|year|decade|weekend)"
RULES: tuple[Rule, ...] = (
    Rule(
        rf"(?:{_IN}|(?i:the)\ ){_PAST}\ (?P<amount>{AMOUNT}|{_FEW}|(?:(?:{NUMBER}|(?i:few|several))\ )?(?i:quarters))",
        _read_past,
    ),
    Rule(
        rf"(?:(?i:in|over|during|within|for|on)\ )(?:(?i:the)\ )?(?i:past)\ (?P<amount>{_BARE}|{UNITS})",
        _read_past,
    ),
    Rule(
        rf"(?:(?i:in|over|during|within|for)\ )(?:(?i:the)\ )(?i:last)\ (?P<amount>{_BARE}|{UNITS})",
        _read_past,
    ),
    Rule(rf"(?i:the)\ (?i:past|last)\ (?P<amount>{_BARE}|{UNITS})|(?i:past)\ (?i:decade|years)", _read_past),
    Rule(rf"(?i:past|last)\ (?P<amount>{AMOUNT}|{_FEW})", _read_past),
    Rule(
        rf"{_IN}?(?:(?i:the)\ )?(?i:next|coming|following)\ (?P<amount>{AMOUNT}|{_FEW}|{UNITS})", _read_coming
    ),
    Rule(rf"{_IN}?(?:(?i:the|these|more)\ )?(?i:recent)\ (?P<amount>{UNITS}|(?i:quarters))", _read_recent),
    Rule(
        rf"""(?: (?:(?i:for|within|in|during|after|over|lasting|of)\ )?(?:(?i:the|its|their|those)\ )?(?:(?i:first|last|past|full|entire|opening|other|early|final)\ )?
                 (?P<amount>{AMOUNT}) (?: (?i:-long|\ long) | \ (?i:period) )? )""",
        _read_length,
    ),
    Rule(
        rf"""(?:(?i:for|after|over)\ )?(?:(?i:the|these|those|many\ more|more)\ )?(?:(?i:first|early|opening|last)\ )?(?P<amount>{UNITS})(?:-long|\ (?i:of|after|before|earlier|later)\b)?""",
        _read_length,
    ),
    Rule(
        rf"{HEDGE}(?:(?i:an?|the)\ )?(?P<amount>(?i:minute|hour|day|week|month|year|decade|century))(?i:s?-long|s?-old|long)",
        _read_length,
    ),
    Rule(rf"(?P<amount>{HEDGE}(?:{AMOUNT}))(?:s?-old)", _read_length),
    Rule(
        rf"(?i:every|each)\ (?:(?i:other|single|few)\ )?(?P<unit>{_UNIT})s?|(?i:once|twice|three\ times|several\ times)\ (?i:a|per)\ (?P<often>{_UNIT})",
        _read_set,
    ),
    Rule(rf"(?P<often>(?i:{'|'.join(_OFTEN)}))", _read_set),
    Rule(
        rf"(?:(?i:(?:for|on|into|in|its|their|the|a)\ ))*(?P<nth>{ORDINAL})(?:[-\s](?i:consecutive|straight|successive|running|full))?\ (?P<unit>(?i:day|night|week|month|year|hour))(?:\ (?i:running|in\ a\ row))?",
        _read_nth,
    ),
)
