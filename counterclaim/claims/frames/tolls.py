"""Tolls: "put the death toll at 83", "the number of dead rose to 43", "a toll of 12"."""

from __future__ import annotations

from counterclaim.claims.frames.search import Figure, Search, harm_of
from counterclaim.claims.people import People
from counterclaim.claims.sentence import Slot
from counterclaim.core.claims import Harm
from counterclaim.lexicons.words import act_words

MAX_GAP = 9
MAX_LINKED_GAP = 28  # "the toll from the attack on a crowded market … has risen to 126"
LINKS = frozenset("to at is was reached of hit hits stands passed exceeded reaches".split())
BREAKERS = frozenset([";", "including", "since", "after", "when", "according", "because"])
OPEN_TOLLS = frozenset(["could", "may", "might", "would", "likely", "expected"])  # "the toll could rise"
TOTALS = frozenset(["total", "tally", "count", "number of dead", "number of those killed"])
RAISING = frozenset("bringing brought taking took raising raised pushing pushed".split())
OPENERS = frozenset("death the a put casualty overall total previous initial".split())


def find_tolls(search: Search) -> None:
    """Take the figure of each toll named in the sentence."""
    sentence = search.sentence
    for slot, phrase in [*sentence.find(act_words("toll_nouns")), *_raised(search)]:
        if phrase == "toll" and sentence.low[slot.first - 1 : slot.first] == ("road",):
            continue
        if any(slot.first in people.slot and people.counted for people in search.people):
            continue  # "14 fatalities" is told by its noun
        people = _figure_of(search, slot, phrase)
        if people is None:
            continue
        between = range(slot.first, people.slot.first)
        search.used.update(other.slot.first for other in search.people if other.slot.first in between)
        first = min(slot.first, people.slot.first)
        while first > 0 and sentence.low[first - 1] in OPENERS:
            first -= 1
        whole = Slot(first, max(slot.last, people.slot.last))
        search.take(Figure(people, _harm(search, slot, people), whole, slot.first, "toll"))


def _harm(search: Search, slot: Slot, people: People) -> Harm:
    """Killed, but where the number of others is told: "an earlier toll had put the number of wounded at 111"."""
    lows = search.sentence.low
    for index in range(slot.last, people.slot.first - 1):
        told = [low for low in lows[index + 1 : index + 4] if low not in ("of", "the", "those", "people")]
        if lows[index] == "number" and told and (harm := harm_of(told[0])) is not None:
            return harm
    return "killed"


def _raised(search: Search) -> list[tuple[Slot, str]]:
    """ "Bringing the total to 31": a total is a toll only where it is raised."""
    lows = search.sentence.low
    return [
        (slot, "toll")
        for slot, _ in search.sentence.find(TOTALS)
        if RAISING & set(lows[max(0, slot.first - 2) : slot.first])
    ]


def _figure_of(search: Search, slot: Slot, phrase: str) -> People | None:
    lows = search.sentence.low
    counted = [people for people in search.free() if people.counted and not search.has_own_verb(people)]
    after = [people for people in counted if people.slot.first >= slot.last]
    linked = [
        people
        for people in after
        if people.slot.first <= slot.last + MAX_LINKED_GAP
        and lows[people.slot.first - 1] in LINKS
        and not any(low in BREAKERS for low in lows[slot.last : people.slot.first])
    ]
    near = [
        people
        for people in after
        if people.slot.first <= slot.last + MAX_GAP
        and lows[people.slot.first - 1] not in ("include", "included", "includes")
        and not OPEN_TOLLS & set(lows[slot.last : people.slot.first])
    ]
    before = [p for p in counted if p.group is None and slot.first - 3 <= p.slot.last <= slot.first]
    chosen = linked[:1] or (before[-1:] if phrase != "toll" else []) or near[:1] or before[-1:]
    return chosen[0] if chosen else None
