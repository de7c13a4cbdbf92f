"""Tallies of several incidents together: minima and maxima apart, the unknown counted, not guessed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from counterclaim.core.claims import Harm
from counterclaim.incidents.profiles.ranges import merged
from counterclaim.incidents.tallies import Bound, Tally


class Sum(NamedTuple):
    """People harmed in one way over several incidents."""

    harm: Harm
    people: str
    low: int
    high: int
    is_open: bool  # some incident's high end is open
    incidents: int  # that have both numbers
    unknown: int  # that have a tally without a number; they add nothing


def add_up(tallies: Iterable[Sequence[Tally]], by_people: bool) -> tuple[Sum, ...]:
    """The sums over incidents, by harm and people.

    An incident counts once, however many belligerents it has.

    Args:
        tallies: those of each incident, all by one profile.
        by_people: keep apart what the profile calls people, such as "civilians"; else all of a harm
            together, for profiles that name people in the claims' own words.
    """
    low: dict[tuple[Harm, str], int] = {}
    high: dict[tuple[Harm, str], int] = {}
    opened: set[tuple[Harm, str]] = set()
    known: dict[tuple[Harm, str], set[int]] = {}
    unknown: dict[tuple[Harm, str], set[int]] = {}
    for number, of_incident in enumerate(tallies):
        for tally in of_incident:
            key = (tally.harm, tally.people if by_people else "people")
            known.setdefault(key, set())
            if tally.low.number is None or tally.high.number is None:
                unknown.setdefault(key, set()).add(number)
                continue
            known[key].add(number)
            low[key] = low.get(key, 0) + tally.low.number
            high[key] = high.get(key, 0) + tally.high.number
            if tally.high.open:
                opened.add(key)
    return tuple(
        Sum(*key, low.get(key, 0), high.get(key, 0), key in opened, len(known[key]), len(unknown.get(key, set()) - known[key]))
        for key in sorted(known)
    )  # fmt: skip


def without_itemised(report: Tally, itemised: Iterable[Tally]) -> Tally:
    """What a report over a period adds to the incidents that are on record one by one; never below 0.

    The most that they may hold is taken from the low end, the least from the high end.
    Source: Iraq Body Count, entry x350, subtracts so; its scaling for combatants is not done here.

    >>> low, high = Bound(number=300), Bound(number=320)
    >>> month = Tally(harm="killed", people="people", low=low, high=high)
    >>> strike = Tally(harm="killed", people="people", low=Bound(number=62), high=Bound(number=83))
    >>> rest = without_itemised(month, [strike])
    >>> rest.low.number, rest.high.number
    (217, 258)
    """
    kept = [tally for tally in itemised if tally.harm == report.harm]
    most = sum(tally.high.number or 0 for tally in kept)
    least = sum(tally.low.number or 0 for tally in kept)
    claims = merged((), *(tally.low.claims + tally.high.claims for tally in kept))
    return Tally(
        harm=report.harm,
        people=report.people,
        low=_less(report.low, most, claims),
        high=_less(report.high, least, claims),
        flags=report.flags,
    )


def _less(bound: Bound, number: int, claims: tuple[str, ...]) -> Bound:
    if bound.number is None:
        return bound
    return Bound(number=max(0, bound.number - number), open=bound.open, claims=merged(bound.claims, claims))
