"""Tolls: "put the death toll at 83", "a toll of 12", "the number of servicemen killed has climbed to 220"."""

from __future__ import annotations

import msgspec

from counterclaim.claims.frames.search import Figure, Search, harm_of, noun_harm_of
from counterclaim.claims.people import People, named_group, of_group
from counterclaim.claims.sentence import Slot
from counterclaim.core.claims import Harm
from counterclaim.lexicons.words import act_words

MAX_GAP = 9
MAX_LINKED_GAP = 28  # "the toll from the attack on a crowded market … has risen to 126"
LINKS = frozenset(
    """to at as is was reached of hit hits stands passed exceeded reaches exceeds topped tops surpassed surpasses passes
    nears neared""".split()
)
BREAKERS = frozenset([";", "including", "since", "after", "when", "according", "because"])
OPEN_TOLLS = frozenset(["could", "may", "might", "would", "likely", "expected"])  # "the toll could rise"
TOTALS = frozenset(["total", "tally", "count"])
DEAD = frozenset(["dead", "deaths"])
NUMBERS = frozenset(["number of", "numbers of"])
PUT = frozenset(
    [
        "put it",
        "puts it",
        "put the figure",
        "puts the figure",
        "put the number",
        "puts the number",
        "gave the figure",
    ]
)
PUT_AT = (("at",), ("as",))
RAISING = frozenset(
    """bringing brought brings taking took takes raising raised raises pushing pushed pushes lifting lifted lowering
    lowered cutting revised revising""".split()
)
RAISED_BEFORE = 6  # tokens from the verb to "the number of", the figure between
OPENERS = frozenset("death the a put casualty overall total previous initial".split())
NUMBERED_REACH = 12  # tokens from "the number of" to what happened to them
NUMBERED_ENDS = frozenset("; , rose risen climbed reached stands to at is may could would might".split())
NUMBERED_HARMS = frozenset(
    ["killed", "wounded", "killed_or_wounded", "missing", "abducted", "detained", "displaced"]
)


class Toll(msgspec.Struct, frozen=True):
    """Words that call for a figure of people harmed. `group` are the words for who they are."""

    slot: Slot
    phrase: str
    harm: Harm = "killed"
    group: Slot | None = None


def find_tolls(search: Search) -> None:
    """Take the figure of each toll named in the sentence."""
    sentence = search.sentence
    tolls = [
        Toll(slot, phrase) for slot, phrase in [*sentence.find(act_words("toll_nouns")), *_raised(search)]
    ]
    for toll in [*_numbers(search), *tolls, *_put(search)]:  # "a toll put the number of wounded at 111"
        slot = toll.slot
        if toll.phrase == "toll" and sentence.low[slot.first - 1 : slot.first] == ("road",):
            continue
        if any(slot.first in people.slot and people.counted for people in search.people):
            continue  # "14 fatalities" is told by its noun
        people = _figure_of(search, toll)
        if people is None:
            continue
        between = range(slot.first, max(slot.last, people.slot.first))
        search.used.update(other.slot.first for other in search.people if other.slot.first in between)
        first = min(slot.first, people.slot.first)
        while first > 0 and sentence.low[first - 1] in OPENERS:
            first -= 1
        whole = Slot(first, max(slot.last, people.slot.last))
        if toll.group is not None and people.group is None:
            people = of_group(sentence, people, toll.group)
        search.take(Figure(people, toll.harm, whole, slot.first, "toll"))


def _raised(search: Search) -> list[tuple[Slot, str]]:
    """ "Bringing the total to 31", "its military dead to 209": tolls only where they are raised."""
    lows = search.sentence.low
    return [
        (slot, "toll")
        for slot, phrase in search.sentence.find(TOTALS | DEAD)
        if RAISING & set(lows[max(0, slot.first - (4 if phrase in DEAD else 2)) : slot.first])
        and (phrase in TOTALS or lows[slot.last : slot.last + 1] == ("to",))
    ]


def _put(search: Search) -> list[Toll]:
    """ "The president put it at 180", "gave the figure as 90": of whom is told before, and mostly of the dead."""
    lows = search.sentence.low
    return [
        Toll(slot, "figure")
        for slot, _ in search.sentence.find(PUT)
        if lows[slot.last : slot.last + 1] in PUT_AT
    ]


def _numbers(search: Search) -> list[Toll]:
    """ "The number of civilians wounded", "the number of those who have died", "the number of deaths"."""
    lows = search.sentence.low
    found = []
    for slot, phrase in search.sentence.find(NUMBERS):
        for index in range(slot.last, min(len(lows), slot.last + NUMBERED_REACH)):
            harm = harm_of(lows[index]) or noun_harm_of(lows[index])
            if lows[index] == "victims" and index == slot.last:
                harm = "killed"
            if harm in NUMBERED_HARMS:
                group = named_group(search.sentence, slot.last + (lows[slot.last] == "the"))
                found.append(Toll(Slot(slot.first, index + 1), phrase, harm, group))
                break
            if lows[index] in NUMBERED_ENDS or lows[index] in act_words("things"):
                break
    return found


def _figure_of(search: Search, toll: Toll) -> People | None:
    lows, slot = search.sentence.low, toll.slot
    counted = [
        people
        for people in search.free()
        if people.counted and not search.has_own_verb(people) and search.part_opener(people) is None
    ]
    before = [p for p in counted if p.group is None and slot.first - 3 <= p.slot.last <= slot.first]
    if before and toll.phrase in NUMBERS:
        raised = RAISING & set(lows[max(0, before[-1].slot.first - RAISED_BEFORE) : before[-1].slot.first])
        return before[-1] if raised else None  # "raised to 13 the number of marines killed"
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
    if toll.phrase in NUMBERS or toll.phrase == "figure":
        near = []
    chosen = linked[:1] or (before[-1:] if toll.phrase != "toll" else []) or near[:1] or before[-1:]
    return chosen[0] if chosen else None
