"""Intervals between two times, and since one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from counterclaim.core.daywords import day_words
from counterclaim.core.edtf import day_bounds
from counterclaim.core.patterns import Match
from counterclaim.dates.amounts import shifted
from counterclaim.dates.reading import Context, Reading, Rule, UnreadError
from counterclaim.dates.words import DAY, MONTH, YEAR, YEAR_TAIL

_TO = r"(?:\s?(?:[-–—]|--)\s?|\ (?i:to|and|through|until|till)\ )"
_FROM = r"(?:(?i:between|from|(?:on\ )?(?:the\ )?night\ (?:of|from))\ )?"


def _joined(first: str, last: str, context: Context) -> Reading:
    start, end = context.inner(first), context.inner(last)
    begun, ended = day_bounds(start.edtf or "")[0], day_bounds(end.edtf or "")[1]
    if (
        begun and ended and ended < begun and start.basis != "stated"
    ):  # "between Friday and Sunday", on a Saturday
        before = replace(context, published=ended.isoformat(), tense="past")
        start = before.inner(first)._replace(basis=start.basis)
    low, high = _edge(start.edtf, 0), _edge(end.edtf, -1)
    if not low or not high:
        raise UnreadError("an interval whose ends are not both known")
    from_day, to_day = day_bounds(low)[0], day_bounds(high)[1]
    if from_day and to_day and to_day < from_day:
        raise UnreadError("ends before it begins")
    basis = next((one.basis for one in (start, end) if one.basis != "stated"), "stated")
    return Reading(f"{low}/{high}", basis, "interval")


def _edge(edtf: str | None, which: int) -> str:
    return (edtf or "").split("/")[which]


def _read_days(match: Match, context: Context) -> Reading:
    """Read "11 to 13 December", "March 3-5, 2016"."""
    named = match.groupdict()
    month, year = match["month"], named["year"] or ""
    return _joined(f"{match['first']} {month}{year}", f"{match['last']} {month}{year}", context)


def _read_months(match: Match, context: Context) -> Reading:
    """Read "from March to June 2014", "3 March to 5 June 2014": the year holds for both."""
    year = match.groupdict()["year"] or ""
    return _joined(match["first"] + year, match["last"] + year, context)


def _read_years(match: Match, context: Context) -> Reading:
    first, last = match["first"], match["last"]
    return _joined(first, last if len(last) == len(first) else first[:2] + last, context)


def _read_between(match: Match, context: Context) -> Reading:
    return _joined(match["first"], match["last"], context)


def _read_beside(match: Match, context: Context) -> Reading:
    """Read "since March", "the end of June", "the first day of Ramadan", "on the eve of Easter"."""
    named = match.groupdict()
    if named["since"]:
        return _since(replace(context, tense="past").inner(match["point"]), context)
    inner = context.inner(match["point"])
    if named["within"]:
        return inner
    first, last = day_bounds(inner.edtf or "")
    if (
        named["closing"]
        and context.tense == "past"
        and context.told
        and first
        and last
        and first <= context.told < last
    ):
        # It goes on, and its last day has not been: the one before it.
        before = replace(context, published=shifted(first, -1)).inner(match["point"])
        inner = before._replace(basis=inner.basis)
        first, last = day_bounds(inner.edtf or "")
    if first is None or last is None:
        raise UnreadError("counted from a time whose year is not stated")
    if named["eve"]:
        return inner._replace(edtf=shifted(first, -1))
    low, high = _edge(inner.edtf, 0), _edge(inner.edtf, -1)
    if len(low) == len(high) >= len("2016-09-17"):
        return inner._replace(edtf=high if named["closing"] else low)
    return inner._replace(edtf=(last if named["closing"] else first).isoformat())


def _since(start: Reading, context: Context) -> Reading:
    first = _edge(start.edtf, 0)
    if not first:
        raise UnreadError(start.basis)
    begun = day_bounds(first)[0]
    if context.told is not None and begun is not None and begun <= context.told:
        return context.against(f"{first}/{context.published}")._replace(kind="interval")
    if first.startswith("XXXX"):
        return Reading(None, f"since {day_words(first)}", "interval")
    return Reading(f"{first}/..", start.basis, "interval")


_BESIDE = r"""(?: (?P<since>(?i:(?:ever\ )?since)) | (?P<eve>(?i:(?:on\ )?(?:the\ )?(?:eve\ of|day\ before)))
    | (?:(?i:on|at|by|until|towards?|near|for|in|during)\ )?(?:(?i:the)\ )?
      (?: (?P<within>(?i:(?:beginning|start|middle|end|close|rest|remainder|turn|height|(?:first|last|final|closing|opening|early|later|latter)\ (?:days|weeks?|months|hours|part))\ of))
        | (?i:first|opening)\ (?i:day)\ (?i:of) | (?P<closing>(?i:(?:last|final|closing)\ day\ of)) ) )"""


def rules(point: str) -> Iterable[Rule]:
    """The forms with two ends, or one, `point` being the pattern of all that fixes a time."""
    yield Rule(
        rf"{_FROM}(?P<first>{DAY}){_TO}(?P<last>{DAY})\ (?:(?i:of)\ )?(?P<month>{MONTH})(?P<year>{YEAR_TAIL})?",
        _read_days,
    )
    yield Rule(
        rf"{_FROM}(?P<month>{MONTH})\ (?P<first>{DAY}){_TO}(?P<last>{DAY})(?P<year>{YEAR_TAIL})?", _read_days
    )
    yield Rule(
        rf"{_FROM}(?P<first>(?:{DAY}\ )?{MONTH}(?:\ {DAY})?){_TO}(?P<last>(?:{DAY}\ )?{MONTH}(?:\ {DAY})?)(?P<year>{YEAR_TAIL})?",
        _read_months,
    )
    yield Rule(
        rf"(?:(?i:between|from)\ )?(?P<first>{YEAR})(?:\s?[-–—/]\s?)(?P<last>{YEAR}|\d\d)", _read_years
    )
    yield Rule(
        rf"(?i:between|from|overnight\ from|(?:on\ )?the\ night\ of)\ (?P<first>{point})\ (?i:to|and|until|till|through|into)\ (?P<last>{point})",
        _read_between,
    )
    yield Rule(rf"{_BESIDE}\ (?P<point>{point})", _read_beside)
