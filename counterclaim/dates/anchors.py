"""Times that count from another time in the text: "two days later", once the day before them is known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from counterclaim.core.daywords import day_words
from counterclaim.core.edtf import day_bounds, format_day, full_day
from counterclaim.core.patterns import pattern
from counterclaim.core.types import Time
from counterclaim.dates.amounts import Amount, moved_back, week_of
from counterclaim.dates.reading import FROM_THE_TEXT

# Code points between the two: two sentences of news. Further off another day may have come between.
REACH = 300
_AMOUNT = pattern(r"(?P<sign>-?)P(?P<number>\d+)(?P<letter>[YMWD])")


def anchored(times: Iterable[Time]) -> Iterator[Time]:
    """The times of one article in text order, those that count from another read from the last day named before.

    What has no such day before it stays open.
    """
    named: Time | None = None
    for time in times:
        read = time
        if named is not None and time.basis == FROM_THE_TEXT and time.span.start - named.span.end <= REACH:
            edtf = counted_from(named.edtf or "", time.amount or "")
            if edtf is not None:
                read = replace(
                    time, edtf=edtf, basis=f"counted from {day_words(named.edtf)}, named before it"
                )
        if read.edtf is not None and read.kind in ("date", "time") and "/" not in read.edtf:
            named = read
        yield read


def counted_from(edtf: str, amount: str) -> str | None:
    """The day, week, month, quarter or year so far from a time; None where they do not go together.

    >>> counted_from("2016-09-17", "P2D"), counted_from("2016-09-17", "-P1Y"), counted_from("2016-35", "-P1Y")
    ('2016-09-19', '2015', '2015-35')
    >>> counted_from("2016", "P2D"), counted_from("2016-09-17", "PXD")
    (None, None)
    """
    match = _AMOUNT.fullmatch(amount)
    first, _ = day_bounds(edtf)
    if match is None or first is None:
        return None
    steps, letter = int(match["number"]) * (-1 if match["sign"] else 1), match["letter"]
    if letter == "Y":
        if "X" in edtf[:4]:
            return None  # no year follows "the 1970s" by a year
        day = full_day(edtf)
        return format_day(day.year + steps) if day else f"{int(edtf[:4]) + steps}{edtf[4:]}"
    if letter == "M":
        return moved_back(first, Amount(-steps, "M")) if len(edtf) > len("2016") else None
    if full_day(edtf) is None:
        return None
    if letter == "W" and steps == 0:
        return week_of(first)
    return moved_back(first, Amount(-steps, letter))
