"""Days, months, years, decades and centuries that the words name."""

from __future__ import annotations

from counterclaim.core.edtf import format_day, resolve_year
from counterclaim.core.patterns import Match
from counterclaim.dates.reading import Context, Reading, Rule
from counterclaim.dates.words import (
    DAY,
    MONTH,
    ORDINAL,
    WEEK_LEAD,
    YEAR,
    YEAR_TAIL,
    YEAR_WORDS,
    month_number,
    ordinal_number,
    year_number,
)

_DECADES = {
    "twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6, "seventies": 7, "eighties": 8, "nineties": 9,
}  # fmt: skip
_STEPS = {"last": -1, "next": 1, "this": 0}


def read_day(match: Match, context: Context) -> Reading:
    named = match.groupdict()
    month = named["month"] or ""
    day = named["day"] or "1"
    tail = (named.get("year") or "").strip(" ,\n\t")
    return _dated(
        int(tail) if tail else None,
        int(month) if month.isdigit() else month_number(month),
        ordinal_number(day) if day[-1].isalpha() else int(day),
        context,
    )


def _dated(year: int | None, month: int, day: int | None, context: Context) -> Reading:
    if year is not None:
        return Reading(format_day(year, month, day), "stated")
    stated = format_day(None, month, day)
    soon = resolve_year(stated, context.published or "", "future")
    tense = context.tense or ("future" if context.is_soon(soon) else "past")
    resolved = resolve_year(stated, context.published or "", tense)
    return Reading(stated, "stated without a year") if resolved == stated else context.against(resolved)


def _read_month(match: Match, context: Context) -> Reading:
    named = match.groupdict()
    month, which = month_number(named["month"] or ""), (named["which"] or "").lower()
    if context.told is None or not which:
        return _dated(None, month, None, context)
    step = next((step for word, step in _STEPS.items() if word in which), 0)
    if "past" in which:
        step = -1
    year, now = context.told.year, context.told.month
    if step < 0:
        year -= month >= now
    elif step > 0:
        year += month <= now
    return context.against(format_day(year, month))


def _read_month_of_year(match: Match, context: Context) -> Reading:
    named = match.groupdict()
    month = month_number(named["month"] or "")
    if named["year"]:
        return Reading(format_day(year_number(named["year"]), month), "stated")
    return context.against(format_day(context.day().year + _STEPS[(named["which"] or "").lower()], month))


def _read_year(match: Match, _context: Context) -> Reading:
    return Reading(format_day(year_number(match["year"])), "stated")


def _read_decade(match: Match, _context: Context) -> Reading:
    named = match.groupdict()
    if named["full"]:
        return Reading(f"{named['full'][:3]}X", "stated")
    digit = int(named["short"][0]) if named["short"] else _DECADES[(named["word"] or "").lower()]
    return Reading(f"19{digit}X" if digit > 2 else f"20{digit}X", "century by usage")


def _read_century(match: Match, _context: Context) -> Reading:
    return Reading(f"{ordinal_number(match['nth']) - 1:02d}XX", "stated")


_TAIL = rf"(?P<year>{YEAR_TAIL})?"
DAYS: tuple[Rule, ...] = tuple(
    Rule(form, read_day, fixes=True)
    for form in (
        rf"{WEEK_LEAD}(?:the\ )?(?P<day>{DAY}|{ORDINAL})\ (?:of\ )?(?P<month>{MONTH}){_TAIL}",
        rf"(?:(?i:last|this\ past)\ )?{WEEK_LEAD}(?P<month>{MONTH})\ (?:the\ )?(?P<day>{DAY}|{ORDINAL}){_TAIL}",
        rf"(?P<year>{YEAR})[-/](?P<month>[01]\d)[-/](?P<day>[0-3]\d)",
        rf"(?P<day>[0-3]?\d)\.(?P<month>[01]?\d)\.(?P<year>{YEAR})",
    )
)
RULES: tuple[Rule, ...] = (
    *DAYS,
    Rule(
        rf"(?P<month>{MONTH})(?:\ (?:of\ )?|,\s*)(?:(?P<year>{YEAR}|{YEAR_WORDS})|(?P<which>(?i:last|this|next))\ (?i:year))",
        _read_month_of_year,
        fixes=True,
    ),
    Rule(
        rf"(?:(?P<which>(?i:last|this|next|this\ past|this\ coming|the\ past))\ )?(?P<month>{MONTH})",
        _read_month,
        fixes=True,
    ),
    Rule(rf"(?:(?i:the\ year|fiscal(?:\ year)?)\ )?(?P<year>{YEAR}|{YEAR_WORDS})", _read_year, fixes=True),
    Rule(
        rf"(?:(?i:the)\ )?(?:(?i:early|mid|late)[-\s]+)?(?:(?P<full>(?:18|19|20)\d0)['’]?s|['’](?P<short>[2-9]0)s"
        rf"|(?P<word>(?i:{'|'.join(_DECADES)})))",
        _read_decade,
        fixes=True,
    ),
    Rule(rf"(?:(?i:the)\ )?(?P<nth>{ORDINAL})[-\s](?i:century)", _read_century, fixes=True),
)
