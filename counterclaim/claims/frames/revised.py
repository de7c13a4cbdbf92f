"""Figures that a later one replaces: "killed 53, up from 44", "rose to 53 from 44", "an earlier estimate of 400"."""

from __future__ import annotations

from counterclaim.claims.frames.search import Figure, Search
from counterclaim.claims.people import People
from counterclaim.claims.sentence import Slot

MOVED = frozenset(["up", "down"])
EARLIER = frozenset("earlier previous initial original preliminary provisional first last".split())
ESTIMATES = frozenset("estimate estimates figure count tally report number toll".split())
REACH = 5  # tokens from "up" or "earlier" to the figure


def find_revised(search: Search) -> None:
    """Take the earlier figure of people already told of in the sentence; who they are is told there."""
    for people in search.free():
        first = _opening(search, people)
        told = [
            figure
            for figure in search.found
            if figure.slot.first < people.slot.first and figure.scope != "part" and figure.people.counted
        ]
        if people.counted and people.group is None and first is not None and told:
            figure = max(told, key=lambda figure: figure.slot.first)
            slot = Slot(first, people.slot.last)
            search.take(Figure(people, figure.harm, slot, first, "revised", figure.scope))


def _opening(search: Search, people: People) -> int | None:
    """The token where the words for an earlier figure begin."""
    lows = search.sentence.low
    at = people.slot.first
    before = lows[max(0, at - REACH) : at]
    start = at - len(before)
    if before[-1:] == ("from",):
        if before[-2:-1] and before[-2] in MOVED:
            return at - 2
        risen = search.sentence.count_at(at - 2)
        return at - 1 if risen is not None and lows[risen[0].first - 1] == "to" else None
    if before[-1:] != ("of",) or not before[-2:-1] or before[-2] not in ESTIMATES:
        return None
    return next((start + near for near, low in enumerate(before) if low in EARLIER), None)
