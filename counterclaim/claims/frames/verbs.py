"""Verbs with people as object ("killed 62 soldiers") or subject ("62 soldiers were killed")."""

from __future__ import annotations

from dataclasses import replace

from counterclaim.claims.context import agent_before, agent_by, back_over_auxiliaries
from counterclaim.claims.frames.search import ACTIVE, Figure, Search, harm_of
from counterclaim.claims.frames.triggers import LEAVING
from counterclaim.claims.people import People
from counterclaim.claims.sentence import Slot
from counterclaim.core.claims import Harm, Scope

INTRANSITIVE = frozenset(
    """died die dies dying perished drowned fled flee fleeing flees surrendered surrendering suffocated
    suffocating choking defected disappeared succumbed burned starved""".split()
)
ADJECTIVAL = frozenset("dead missing homeless hostage stranded stuck unaccounted siege".split())
PASSIVES = frozenset(["was", "were", "been", "being", "be", "are", "is"])
GAP_BREAKERS = frozenset("; : ” said says according but after before because while".split())
OBJECT_BREAKERS = GAP_BREAKERS | frozenset("in by and , as when on of from were was".split())
# What may follow a participle that is no adjective: "civilians killed in", not "besieged towns".
AFTER_PARTICIPLE = frozenset(
    """in on at by and or , . ; : – — - ( ) as after when during since while from near inside with for to
    said according including among this last over outside before so across because but that if who
    under behind between because her him himself herself""".split()
)
JOINTS = (("and",), (",",), (",", "and"), ("as", "well", "as"))
REFLEXIVES = frozenset(["himself", "herself", "themselves"])
WOUNDING = frozenset(["wounded", "injured", "wounding", "injuring"])
MAX_SUBJECT_GAP = 16
MAX_OBJECT_GAP = 4
MAX_BARE_GAP = 3  # "33 … dead": a number without a noun stands close to its harm


def find_object(search: Search, index: int, harm: Harm) -> bool:
    """Take the people behind an active verb; whether there were any."""
    lows = search.sentence.low
    low = lows[index]
    auxiliaries = lows[back_over_auxiliaries(search.sentence, index) : index]
    passive = any(word in PASSIVES for word in auxiliaries)
    if low in INTRANSITIVE or low in ADJECTIVAL or (passive and low not in ACTIVE):
        return False
    if low == "lost" and lows[index + 2 : index + 3] in (("lives",), ("life",)):
        return False
    if (low in LEAVING and low != "carrying") or low in ("treated", "siege"):
        return False
    start = index + 1
    second = lows[start + 1] if start + 1 < len(lows) else ""
    linked = lows[start : start + 1] in (("and",), ("or",))
    undivided = linked and second in WOUNDING and harm == "killed"
    if undivided or (linked and second.endswith(("ed", "ing"))):
        start += 2  # "killed and wounded dozens", "killed and burned five men"
    if lows[start : start + 1] and lows[start] in REFLEXIVES and lows[start + 1 : start + 2] == ("and",):
        start += 2  # "killed herself and four worshippers"
    for people in search.free():
        gap = lows[start : people.slot.first]
        unnamed = people.harm_noun == harm and not people.counted
        if people.slot.first < start or len(gap) > MAX_OBJECT_GAP or unnamed:
            continue
        if any(word in OBJECT_BREAKERS or harm_of(word) for word in gap):
            break
        if search.has_own_verb(people) and low not in ACTIVE:
            break
        figure = Figure(
            people,
            "killed_or_wounded" if undivided else harm,
            Slot(index, people.slot.last),
            index,
            "object",
            agent=agent_before(search.sentence, index),
        )
        search.take(figure)
        _take_joined(search, figure)
        return True
    return False


def _take_joined(search: Search, figure: Figure) -> None:
    """The others of "killing a nurse, two drivers and a guard"."""
    lows = search.sentence.low
    last = figure.people
    for other in search.free():
        between = lows[last.slot.last : other.slot.first]
        if between in JOINTS and other.counted and not search.has_own_verb(other):
            search.take(replace(figure, people=other, slot=other.slot))
            last = other


def find_subject(search: Search, index: int, harm: Harm) -> None:
    """Take the people to whom the harm at `index` was done, told before it."""
    sentence = search.sentence
    lows = sentence.low
    low = lows[index]
    if low in ACTIVE:
        return
    start = back_over_auxiliaries(sentence, index)
    if low == "siege":
        start = back_over_auxiliaries(sentence, index - 1)
    if start == index and low not in INTRANSITIVE and _is_adjective(search, index):
        return
    people = _subject_of(search, start, index)
    if people is None or (not people.counted and not _told_of(search, people, start, index)):
        return
    last = index + 1
    if "hostage" in lows[index : last + 1]:
        harm, last = "abducted", index + 1 + (low != "hostage")
    joined = lows[last : last + 1] in (("and",), ("or",)) and lows[last + 1 : last + 2] in (
        ("wounded",),
        ("injured",),
    )
    if joined and not any(last + 1 in other.slot for other in search.people):
        harm, last = "killed_or_wounded", last + 2
    scope: Scope = "part" if "among" in lows[people.slot.last : start + 1] else "incident"
    slot = Slot(people.slot.first, last)
    figure = Figure(people, harm, slot, index, "subject", scope, agent_by(sentence, index))
    search.take(figure)
    _take_joined_before(search, figure)


def _take_joined_before(search: Search, figure: Figure) -> None:
    """The others of "two guards, nine rebels and four soldiers were killed"; "and" joins the last two."""
    lows = search.sentence.low
    first = figure.people
    for other in reversed(search.free()):
        between = lows[other.slot.last : first.slot.first]
        listed = between in JOINTS and (between != (",",) or first is not figure.people)
        if other.slot.last <= first.slot.first and listed and other.counted:
            search.take(replace(figure, people=other, slot=other.slot))
            first = other


def _subject_of(search: Search, start: int, index: int) -> People | None:
    lows = search.sentence.low
    near = [
        people
        for people in search.free()
        if people.slot.last <= index
        and index - people.slot.last <= MAX_SUBJECT_GAP
        and not any(
            low in GAP_BREAKERS or (harm_of(low) and low != "wounded")
            for low in lows[people.slot.last : start]
        )
        and (people.group is not None or start - people.slot.last <= MAX_BARE_GAP)
    ]
    main = [people for people in near if people.slot.last == index or search.part_opener(people) is None]
    counted = [people for people in main if people.counted]
    adjacent = [people for people in counted if people.slot.last >= start]
    chosen = adjacent or counted[-1:] or main[-1:]
    return chosen[0] if chosen else None


def _told_of(search: Search, people: People, start: int, index: int) -> bool:
    """Whether a phrase without a number is what the harm is told of, and not a stray noun."""
    lows = search.sentence.low
    if people.slot.last < start - 1 or "who" in lows[people.slot.last : start]:
        return False
    low = lows[index]
    if low in ADJECTIVAL or low in INTRANSITIVE or start < index:
        return True
    return low in ("killed", "wounded", "injured") and people.slot.last == index


def _is_adjective(search: Search, index: int) -> bool:
    """ "Two besieged towns": the participle belongs to the noun behind it."""
    after = search.sentence.tokens[index + 1 : index + 2]
    return (
        bool(after)
        and after[0].is_word
        and after[0].low not in AFTER_PARTICIPLE
        and not after[0].low.endswith("ly")
        and not search.sentence.is_time(index + 1)
        and harm_of(after[0].low) is None
    )
