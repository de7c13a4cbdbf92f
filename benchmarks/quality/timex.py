"""A time of ours as the value that a TIMEX3 annotation gives it.

TimeML writes a duration where one is told, weeks by ISO number, seasons and parts of the day in letters, and
counts what the text leaves open from the day of publication.

Source: TimeML 1.2.1, Annotation Guidelines.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from counterclaim.core.edtf import day_bounds, full_day
from counterclaim.core.types import Time, TimeKind
from counterclaim.dates.amounts import Amount, moved_back

_SENSES = {"past": "PAST_REF", "present": "PRESENT_REF", "future": "FUTURE_REF"}
_IN_YEAR = {
    "21": "SP",
    "22": "SU",
    "23": "FA",
    "24": "WI",
    "33": "Q1",
    "34": "Q2",
    "35": "Q3",
    "36": "Q4",
    "40": "H1",
    "41": "H2",
}
_LONG = re.compile(r"-?P(?:[2-9X]|\d\d+)[DWM]")  # "three days later" is a duration, "a day later" a day
_OFFSET = re.compile(r"(-?)P(T?)(\d+|X)([YMWDHS])$")


def timex_value(time: Time, published: str | None) -> str:
    """TIMEX3 `value`; "" where there is none.

    Args:
        time: as the times layer has it.
        published: EDTF of the document's day.
    """
    if time.kind in _SENSES:
        return _SENSES[time.kind]
    told = full_day(published)
    if time.edtf is None or (time.basis.startswith("counted from") and _LONG.match(time.amount or "")):
        return _open_value(time, told)
    if time.kind == "interval" and time.amount:
        return time.amount
    value = _edtf_value(time.edtf, time.kind)
    return (
        f"{value}{'' if time.part[0] == 'T' else 'T'}{time.part}" if time.part and len(value) == 10 else value
    )


def _open_value(time: Time, told: date | None) -> str:
    if time.kind in ("duration", "set", "interval"):
        return time.amount or ""
    if told is None:
        return ""
    if time.kind == "time" and time.part:
        return f"{told}{'' if time.part[0] == 'T' else 'T'}{time.part}"
    match = _OFFSET.match(time.amount or "")
    if match is None:
        return (time.amount or "").lstrip("-")
    if time.basis == "counted from a start that is not stated":
        return told.isoformat() if match[4] == "D" and not match[2] else ""
    uncounted = match[2] or match[3] == "X" or (match[4] != "Y" and match[3] not in "01")
    if uncounted or time.basis == "counted from what happened":
        return (time.amount or "").lstrip("-")
    number = int(match[3]) * (-1 if match[1] else 1)
    if match[4] in "YM":
        return moved_back(told, Amount(-number, match[4]))
    moved = told + timedelta(days=number * (7 if match[4] == "W" else 1))
    return _week(moved) if match[4] == "W" else moved.isoformat()


def _edtf_value(edtf: str, kind: TimeKind) -> str:
    first, slash, last = edtf.partition("/")
    if slash:
        start, end = day_bounds(edtf)
        if kind == "date" and start and end and start.weekday() == 0 and (end - start).days < 7:
            return _week(start)
        days = (end - start).days + 1 if start and end else 0
        if start and days == 7:
            return _week(start + timedelta(3))
        if start and days == 2 and start.weekday() == 5:
            return f"{_week(start)}-WE"
        return _edtf_value(first or last, kind)
    plain = first.rstrip("~")
    year, _, rest = plain.partition("-")
    if rest in _IN_YEAR:
        return f"{year}-{_IN_YEAR[rest]}"
    return plain.replace("X", "") if "X" in year and not rest and year != "XXXX" else plain


def _week(day: date) -> str:
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02d}"
