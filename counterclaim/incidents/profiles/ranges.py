"""Ends of a range of figures, and how ranges of several groups of people come together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import NamedTuple

from counterclaim.core.claims import Casualty
from counterclaim.incidents.figures import can_both_be, same_count
from counterclaim.incidents.profiles.evidence import Counted
from counterclaim.incidents.tallies import Bound, Flag
from counterclaim.incidents.voices import same_voice

UNKNOWN = Bound(number=None)


class Range(NamedTuple):
    """Two bounds; the lower is never above the higher."""

    low: Bound
    high: Bound


def range_of(figures: Sequence[Counted]) -> Range:
    """From the lowest lower bound to the highest bound that anybody gives.

    "At least 62" beside 83 adds no open end. Where no upper bound reaches the highest lower one, that is
    the high end, and open: {at least 62, at least 70} is 62 to 70 and open. "Up to 50" gives no lower
    bound; where nobody gives one, the low end is 0 and open. Beyond that, other figures never bring
    the ends nearer to each other. Without figures both ends are unknown.
    """
    if not figures:
        return Range(UNKNOWN, UNKNOWN)
    bounded = [one for one in figures if one.low is not None or one.high == 0]
    low = min((one.low or 0 for one in bounded), default=0)
    lowest = [one for one in bounded if (one.low or 0) == low] or list(figures)
    closed = max((one.high for one in figures if one.high is not None), default=None)
    floor = max(one.low or 0 for one in figures)
    is_open = closed is None or floor > closed
    high = floor if closed is None or floor > closed else closed
    highest = [one for one in figures if (one.low or 0 if is_open else one.high) == high]
    return Range(
        Bound(number=low, open=not bounded, claims=ids_of(lowest)),
        Bound(number=high, open=is_open, claims=ids_of(highest)),
    )


def ids_of(figures: Iterable[Counted]) -> tuple[str, ...]:
    """Claim ids, each once, sorted."""
    return tuple(sorted({one.id for one in figures}))


def merged(one: Iterable[str], *others: Iterable[str]) -> tuple[str, ...]:
    """Claim ids of several bounds, each once, sorted."""
    return tuple(sorted(set(one).union(*others)))


def sum_of(bounds: Sequence[Bound]) -> Bound:
    """The sum; unknown where any is unknown, open where any is open."""
    numbers = [bound.number for bound in bounds]
    known = [number for number in numbers if number is not None]
    return Bound(
        number=sum(known) if len(known) == len(numbers) and known else None,
        open=any(bound.open for bound in bounds),
        claims=merged((), *(bound.claims for bound in bounds)),
    )


def grouped(figures: Sequence[Counted]) -> list[list[Counted]]:
    """The figures of each group of people: totals over all last, "some" left out beside other groups."""
    groups = every_group(figures)
    whole = [group for group in groups if group[0].group.reach != "some"]
    return whole or groups


def every_group(figures: Sequence[Counted]) -> list[list[Counted]]:
    """The figures of each group of people, "some" among them: totals over all last."""
    by_group: dict[tuple[bool, str], list[Counted]] = {}
    for one in figures:
        by_group.setdefault((one.group.reach == "all", one.group.key), []).append(one)
    return [by_group[key] for key in sorted(by_group)]


def flags_of(figures: Sequence[Counted]) -> set[Flag]:
    """What to know about the figures behind a range."""
    flags: set[Flag] = set()
    if any(one.qualifier == "about" for one in figures):
        flags.add("approximate")
    if figures and all(one.group.reach == "some" for one in figures):
        flags.add("counts_some")
    for one, other in combinations(figures, 2):
        a, b = one.filed.claim, other.filed.claim
        if one.group != other.group or not isinstance(a, Casualty) or not isinstance(b, Casualty):
            continue
        if can_both_be(a, b):
            continue
        if same_voice(one.filed, other.filed):
            flags.add("order_unknown")
        elif same_count(a, b):
            flags.add("disputed")
    return flags
