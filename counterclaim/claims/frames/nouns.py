"""Nouns that name the harm: "15 deaths", "the deaths of 735 civilians", "no casualties"."""

from __future__ import annotations

from functools import cache

from counterclaim.claims.frames.search import Figure, Search, harm_of, noun_harm_of
from counterclaim.claims.frames.tolls import RAISING
from counterclaim.claims.groups import PARTICIPLES, status_of
from counterclaim.claims.people import People
from counterclaim.claims.sentence import Slot
from counterclaim.lexicons.words import act_names

OF_NOUNS = frozenset(
    """bodies body corpses corpse remains deaths death killing killings injury injuries massacre lives murder execution assassination slaughter
    beheading abduction abductions kidnapping kidnappings arrest arrests detention displacement evacuation
    release rescue""".split()
)
REMAINS = frozenset("bodies body corpses corpse remains".split())  # of a number of people
# "Claimed the lives of 17" is loss; "saved the lives of 17" is none.
LOSSES = frozenset("claimed claims claiming took taken taking cost costing lost loss ended".split())
BARE_NOUNS = frozenset("casualties fatalities deaths injuries".split())
# "To avoid casualties", "the number of deaths": harm that may come or is being counted, told of nobody.
UNTOLD = frozenset(
    """number avoid avoiding possible potential allegation allegations minimise minimize prevent preventing reduce limit
    capable risk risks figure figures tally conflicting investigating investigate protect likely fear fears
    whether""".split()
)
UNTOLD_REACH = 6
FATAL = frozenset("succumbed succumbing died dies dying".split())  # of injuries that are no others
# Only a number makes these tell of people: "the evacuation of the town" is an event.
NUMBERED = frozenset("evacuation evacuations displacement release rescue detention arrests arrest".split())
# "In revenge for the killing of a mayor": the death is known already.
BACKGROUND = frozenset("after for against following over since before avenge avenging".split())
CAUSING = frozenset("causing caused reported confirmed announced mourned".split())
FATE = frozenset(["fate"])
NEWS = LOSSES | CAUSING
NEGATION_REACH = 4  # "no immediate reports of casualties"
NOBODY = frozenset(["nobody", "no one", "none"])


def find_nouns(search: Search) -> None:
    """Take figures whose harm is a noun, and explicit statements that nobody was harmed."""
    for people in search.free():
        if people.harm_noun is not None and people.counted:
            search.take(Figure(people, people.harm_noun, people.slot, people.slot.last - 1, "noun"))
    lows = search.sentence.low
    for index in search.sentence.at(_harm_nouns()):
        low = lows[index]
        harm = "killed" if low == "remains" else noun_harm_of(low)
        if harm is None or any(index in figure.slot for figure in search.found):
            continue
        if low in OF_NOUNS and lows[index + 1 : index + 2] in (("of",), ("to",), ("against",)):
            owner = [people for people in search.free() if index + 2 <= people.slot.first <= index + 4]
            lost = low != "lives" or any(word in LOSSES for word in lows[max(0, index - 3) : index + 9])
            named = low not in REMAINS or (owner and owner[0].counted)
            if owner and lost and named and not _is_background(search, index, owner[0]):
                slot = Slot(index, owner[0].slot.last)
                search.take(Figure(owner[0], harm, slot, index, "noun"))
        elif low in BARE_NOUNS and not _is_untold(search, index):
            search.take(_bare(search, index))
    _find_fates(search)
    _find_adjectives(search)
    _find_nobody(search)


def _is_untold(search: Search, index: int) -> bool:
    """Whether a noun for harm tells of nobody: "to avoid deaths", "succumbed to injuries", "the deaths bring to 58"."""
    lows = search.sentence.low
    before = lows[max(0, index - UNTOLD_REACH) : index]
    raises = not RAISING.isdisjoint(lows[index + 1 : index + 2]) or lows[index + 1 : index + 2] == (":",)
    caused = lows[index] == "injuries" and not FATAL.isdisjoint(before)
    return raises or caused or not UNTOLD.isdisjoint(before)


@cache
def _harm_nouns() -> frozenset[str]:
    return act_names("harm_nouns") | {"remains"}


def _is_background(search: Search, index: int, people: People) -> bool:
    """Whether "the killing of a mayor" only points to a death, or "evacuation of residents" to an event."""
    lows = search.sentence.low
    before = set(lows[max(0, index - 3) : index])
    if not people.counted:  # "the killing of civilians must stop"
        return lows[index] in NUMBERED or not before & NEWS
    return (people.min, people.max) == (1, 1) and bool(BACKGROUND & before)


def _find_adjectives(search: Search) -> None:
    """ "Hundreds of badly injured civilians are in hospital": the harm is told in the phrase alone."""
    for people in search.free():
        words = search.sentence.low[people.slot.first : people.slot.last - 1]
        harm = next((harm_of(word) for word in words if word in PARTICIPLES), None)
        if people.counted and people.group is not None and harm is not None:
            search.take(Figure(people, harm, people.slot, people.slot.first, "noun", "part"))


def _find_fates(search: Search) -> None:
    """ "The fate of around 200 soldiers remained unknown": they are missing."""
    lows = search.sentence.low
    for index in search.sentence.at(FATE):
        owner = [p for p in search.free() if p.counted and index + 2 <= p.slot.first <= index + 4]
        if owner and {"unknown", "unclear"} & set(lows[owner[0].slot.last : owner[0].slot.last + 8]):
            search.take(Figure(owner[0], "missing", Slot(index, owner[0].slot.last), index, "noun"))


def _bare(search: Search, index: int) -> Figure:
    """Casualties without a number: how many is open, or none at all."""
    lows = search.sentence.low
    before = lows[max(0, index - NEGATION_REACH) : index]
    negated = "no" in before or "without" in before
    first = index - 1 if negated and before[-1:] == ("no",) else index
    number = 0 if negated else None
    status = status_of(before[-1:])
    if status == "unknown" and lows[index + 1 : index + 2] in (("on",), ("among",)):
        status = status_of(lows[index + 2 : index + 5])  # "heavy casualties on the rebels"
    people = People(Slot(first, index + 1), None, number, number, "none" if negated else "unknown", status)
    harm = noun_harm_of(lows[index])
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
