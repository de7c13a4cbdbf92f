"""Figures behind a label, as tallies list them: "Killed: 11", "Civilians wounded: 4; abducted: 2"."""

from __future__ import annotations

from counterclaim.claims.frames.search import Figure, Search, harm_of, noun_harm_of
from counterclaim.claims.people import named_group, of_group
from counterclaim.claims.sentence import Slot
from counterclaim.core.claims import Harm

COLON = frozenset([":"])
MARKS = frozenset("; , . • * | ( )".split()) | {"-", "–", "—"}
LONGEST = 5  # tokens of a label
NUMBER_ENDS = MARKS | {"and"}


def find_labels(search: Search) -> None:
    """Take each number that stands alone behind a label for people harmed."""
    lows = search.sentence.low
    for colon in search.sentence.at(COLON):
        people = next((p for p in search.free() if p.slot.first == colon + 1 and p.counted), None)
        if people is None or people.group is not None:
            continue
        after = lows[people.slot.last : people.slot.last + 1]
        first = colon
        while first > 0 and lows[first - 1] not in MARKS:
            first -= 1
        harm = _harm_of_label(lows[first:colon])
        if harm is None or not first < colon <= first + LONGEST or (after and after[0] not in NUMBER_ENDS):
            continue
        group = named_group(search.sentence, first)
        if group is not None and group.last <= colon:
            people = of_group(search.sentence, people, group)
        search.used.update(p.slot.first for p in search.people if first <= p.slot.first < colon)
        slot = Slot(first, people.slot.last)
        search.take(Figure(people, harm, slot, first, "label"))


def _harm_of_label(words: tuple[str, ...]) -> Harm | None:
    """The harm that a label ends in or begins with: "civilians killed", "wounded soldiers", "fatalities"."""
    for word in (*words[-1:], *words[:1]):
        harm = harm_of(word) or noun_harm_of(word)
        if harm is not None:
            return harm
    return None
