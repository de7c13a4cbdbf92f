"""Tolls: "put the death toll at 83", "the number of dead rose to 43", "a toll of 12"."""

from __future__ import annotations

from counterclaim.claims.frames.search import Figure, Search
from counterclaim.claims.people import People
from counterclaim.claims.sentence import Slot
from counterclaim.lexicons.words import act_words

MAX_GAP = 9
MAX_LINKED_GAP = 28  # "the toll from the attack on a crowded market … has risen to 126"
LINKS = frozenset("to at is was reached of hit hits stands passed exceeded reaches".split())
BREAKERS = frozenset([";", "including", "since", "after", "when", "according"])
OPENERS = frozenset("death the a put casualty overall total previous initial".split())


def find_tolls(search: Search) -> None:
    """Take the figure of each toll named in the sentence."""
    sentence = search.sentence
    for slot, phrase in sentence.find(act_words("toll_nouns")):
        if phrase == "toll" and sentence.low[slot.first - 1 : slot.first] == ("road",):
            continue
        people = _figure_of(search, slot, phrase)
        if people is None:
            continue
        between = range(slot.first, people.slot.first)
        search.used.update(other.slot.first for other in search.people if other.slot.first in between)
        first = min(slot.first, people.slot.first)
        while first > 0 and sentence.low[first - 1] in OPENERS:
            first -= 1
        whole = Slot(first, max(slot.last, people.slot.last))
        search.take(Figure(people, "killed", whole, slot.first, "toll"))


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
    ]
    before = [p for p in counted if p.group is None and slot.first - 3 <= p.slot.last <= slot.first]
    chosen = linked[:1] or (before[-1:] if phrase != "toll" else []) or near[:1] or before[-1:]
    return chosen[0] if chosen else None
