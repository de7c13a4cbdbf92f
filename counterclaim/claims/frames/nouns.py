"""Nouns that name the harm: "15 deaths", "the deaths of 735 civilians", "no casualties"."""

from __future__ import annotations

from counterclaim.claims.frames.search import Figure, Search, harm_of, noun_harm_of
from counterclaim.claims.people import People
from counterclaim.claims.sentence import Slot

OF_NOUNS = frozenset(
    """deaths death killing killings injury injuries massacre lives murder execution assassination slaughter
    beheading abduction abductions kidnapping kidnappings arrest arrests detention displacement evacuation
    release rescue""".split()
)
# "Claimed the lives of 17" is loss; "saved the lives of 17" is none.
LOSSES = frozenset("claimed claims claiming took taken taking cost costing lost loss ended".split())
BARE_NOUNS = frozenset("casualties fatalities deaths injuries".split())
NEGATION_REACH = 4  # "no immediate reports of casualties"
NOBODY = ("nobody", "no one", "none")


def find_nouns(search: Search) -> None:
    """Take figures whose harm is a noun, and explicit statements that nobody was harmed."""
    for people in search.free():
        if people.harm_noun is not None and people.counted:
            search.take(Figure(people, people.harm_noun, people.slot, people.slot.last - 1, "noun"))
    lows = search.sentence.low
    for index, low in enumerate(lows):
        harm = noun_harm_of(low)
        if harm is None or any(index in figure.slot for figure in search.found):
            continue
        if low in OF_NOUNS and lows[index + 1 : index + 2] in (("of",), ("to",)):
            owner = [people for people in search.free() if index + 2 <= people.slot.first <= index + 4]
            lost = low != "lives" or any(word in LOSSES for word in lows[max(0, index - 3) : index + 9])
            if owner and lost:
                slot = Slot(index, owner[0].slot.last)
                search.take(Figure(owner[0], harm, slot, index, "noun"))
        elif low in BARE_NOUNS:
            search.take(_bare(search, index))
    _find_nobody(search)


def _bare(search: Search, index: int) -> Figure:
    """Casualties without a number: how many is open, or none at all."""
    before = search.sentence.low[max(0, index - NEGATION_REACH) : index]
    negated = "no" in before or "without" in before
    first = index - 1 if negated and before[-1:] == ("no",) else index
    number = 0 if negated else None
    people = People(Slot(first, index + 1), None, number, number, "none" if negated else "unknown", "unknown")
    harm = noun_harm_of(search.sentence.low[index])
    assert harm is not None  # noqa: S101 - callers pass nouns of the table
    return Figure(people, harm, people.slot, index, "noun")


def _find_nobody(search: Search) -> None:
    """ "No one was injured", "none of the passengers was hurt"."""
    sentence = search.sentence
    for slot, _ in sentence.find(NOBODY):
        for index in range(slot.last, min(len(sentence.low), slot.last + 7)):
            harm = harm_of(sentence.low[index])
            if harm in ("killed", "wounded") and not any(index in figure.slot for figure in search.found):
                group = next((p for p in search.people if slot.last <= p.slot.first < index), None)
                people = People(
                    Slot(slot.first, index + 1),
                    group.group if group else None,
                    0,
                    0,
                    "none",
                    group.status if group else "unknown",
                )
                search.used.update(p.slot.first for p in search.people if p.slot.first in people.slot)
                search.take(Figure(people, harm, people.slot, index, "noun"))
                return
