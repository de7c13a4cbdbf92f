"""Verbs and participles with people as subject: "62 soldiers were killed", "33 dead", "dozens hurt"."""

from __future__ import annotations

from itertools import pairwise

from msgspec.structs import replace

from counterclaim.claims.context import agent_by, back_over_auxiliaries
from counterclaim.claims.frames.objects import GAP_BREAKERS, JOINTS, WOUNDING
from counterclaim.claims.frames.search import ACTIVE, Figure, Search, harm_of
from counterclaim.claims.frames.triggers import (
    ADJECTIVAL,
    CONTEXTUAL,
    INTRANSITIVE,
    PASSIVES,
    injuries_end,
)
from counterclaim.claims.heads import bare
from counterclaim.claims.people import People
from counterclaim.claims.sentence import Slot
from counterclaim.core.claims import Harm, Scope
from counterclaim.lexicons.words import act_classes

# What may follow a participle that is no adjective: "civilians killed in", not "besieged towns".
AFTER_PARTICIPLE = frozenset(
    """in on at by and or , . ; : – — - ( ) as after when during since while from near inside with for to
    said according including among this last over outside before so across because but that if who
    under behind between because her him himself herself were was are have along together""".split()
)
NEVER_ADJECTIVES = INTRANSITIVE | CONTEXTUAL
NEVER_ACTIVE = NEVER_ADJECTIVES | ADJECTIVAL
HANGING = frozenset("from of with in among near for against".split())
# "Many more wounded" tells of people; "relatives of soldiers killed in the war" does not.
QUANTITIES = frozenset("many some several number more few other others left leaving".split())
HARMED = frozenset("killed wounded injured hurt dead missing".split())
AMONG = (("among", "the"), ("among", "those"))
DYING = frozenset(["died", "succumbed"])
NOBODY_AMONG = (("one", "among"), ("none", "among"), ("nobody", "among"))
AMOUNTS = frozenset(
    "number some many most all several one bodies".split()
)  # "some of the soldiers were killed"
MAX_DEFINITE_TOKENS = 3
TOGETHER = (("along", "with"), ("together", "with"), ("as", "well", "as"))
POSSESSIVES = frozenset(["her", "his", "their"])
KIN = frozenset(
    """brother sister son daughter father mother husband wife cousin uncle aunt nephew niece grandson granddaughter
    grandfather grandmother friend colleague neighbour neighbor fiance""".split()
)
MAX_SUBJECT_GAP = 16
MAX_BARE_GAP = 3  # "33 … dead": a number without a noun stands close to its harm
MAX_OF_THEM_GAP = 9  # "seven of them, including a commander, were"


def find_subject(search: Search, index: int, harm: Harm) -> None:
    """Take the people to whom the harm at `index` was done, told before it."""
    sentence = search.sentence
    lows = sentence.low
    low = lows[index]
    start = back_over_auxiliaries(sentence, index)
    if low in ACTIVE or _acts_itself(search, start, index) or _is_of_noun_behind(search, index):
        return
    if low == "siege":
        start = back_over_auxiliaries(sentence, index - 1)
    bare = any(people.slot.last == index and _is_bare(search, people) for people in search.free())
    bare = bare and low in HARMED
    adjective = start == index and not bare and low not in NEVER_ADJECTIVES
    if adjective and _is_adjective(search, index):
        return
    people = _relative_of(search, start) or _subject_of(search, start, index)
    if (
        low in DYING
        and lows[max(0, start - 1) : start] == ("who",)
        and _take_later_dead(search, start - 1, index)
    ):
        return
    if people is None or (not people.counted and not _told_of(search, people, start, index)):
        return
    if lows[max(0, people.slot.first - 2) : people.slot.first] in NOBODY_AMONG:
        return  # "no one among the miners was hurt" is told as nobody
    if _told_already(search, people, start):
        return
    harm, last = _harm_end(search, index, harm)
    slot = Slot(people.slot.first, last)
    scope = _scope(search, people, start, index)
    figure = Figure(people, harm, slot, index, "subject", scope, agent_by(sentence, index))
    search.take(figure)
    _take_joined_before(search, figure)
    _take_joined_behind(search, figure, last)


def _take_later_dead(search: Search, who: int, index: int) -> bool:
    """ "Wounded a corporal, who later died": dead too, of the wounded told right before."""
    before = [
        figure
        for figure in search.found
        if figure.harm == "wounded" and figure.people.counted and who - 1 <= figure.people.slot.last <= who
    ]
    if before:
        people = before[-1].people
        slot = Slot(people.slot.first, index + 1)
        search.take(Figure(people, "killed", slot, index, "subject", "part", before[-1].agent))
    return bool(before)


def _scope(search: Search, people: People, start: int, index: int) -> Scope:
    """Part: "were among those killed", "ten of the 14 people killed"."""
    between = search.sentence.low[people.slot.last : start + 2]
    if search.sentence.low[people.slot.first - 1 : people.slot.first] == ("whose",):
        return "part"
    among = any(pair in AMONG for pair in pairwise(between))
    return "part" if among or (start == index and _is_of_counted(search, people)) else "incident"


def _is_bare(search: Search, people: People) -> bool:
    """ "Over 100 wounded", "tens of others injured": behind a bare number a participle is no adjective."""
    return people.counted and (people.group is None or search.sentence.low[people.slot.last - 1] == "others")


def _harm_end(search: Search, index: int, harm: Harm) -> tuple[Harm, int]:
    """The harm with what follows it, and where it ends: "killed or wounded", "taken hostage"."""
    lows = search.sentence.low
    if lows[index] == "lost":
        return harm, index + 3  # "lost their lives"
    last = injuries_end(search, index)
    if "hostage" in lows[index : last + 1]:
        return "abducted", index + 1 + (lows[index] != "hostage")
    link = 1 if lows[last : last + 1] in (("and",), ("or",), (",",)) else 0
    second = lows[last + link : last + link + 1]
    if harm == "killed" and second and second[0] in WOUNDING and second[0].endswith("ed"):
        counted = any(last + link in other.slot for other in search.people)
        own = any(other.slot.first == last + link + 1 for other in search.people)
        if not counted and not own:
            return "killed_or_wounded", last + link + 1
    return harm, last


def _acts_itself(search: Search, start: int, index: int) -> bool:
    """ "Rebels had captured the town": whoever stands before an active perfect is not its victim."""
    auxiliaries = search.sentence.low[start:index]
    perfect = bool({"have", "has", "had"} & set(auxiliaries)) and not set(auxiliaries) & PASSIVES
    low = search.sentence.low[index]
    return perfect and low not in NEVER_ACTIVE and low.endswith("ed")


def _told_already(search: Search, people: People, start: int) -> bool:
    """ "The child who was killed", "the victims were killed", "photos of the mayor": told of before."""
    lows = search.sentence.low
    first, last = people.slot.first, people.slot.last
    if (people.min, people.max) not in ((None, None), (1, 1)):
        return False
    definite = lows[first] == "the"
    if definite and "who" in lows[last:start] and last - first <= MAX_DEFINITE_TOKENS:
        return True
    if lows[last - 1] == "victims" and not people.counted:
        return True
    owned = lows[max(0, first - 2) : first]
    return definite and owned[1:] == ("of",) and owned[0] not in AMOUNTS and start > last - 1


def _take_joined_before(search: Search, figure: Figure) -> None:
    """The others of "two guards, nine rebels and four soldiers were killed"; "and" joins the last two."""
    lows = search.sentence.low
    first = figure.people
    everyone = sorted([*search.free(), *search.free_named()], key=lambda people: people.slot.first)
    for other in reversed(everyone):
        between = lows[other.slot.last : first.slot.first]
        if between and between[-1] in POSSESSIVES:
            between = between[:-1]
        listed = between in JOINTS and (between != (",",) or first is not figure.people)
        differs = other.harm_noun not in (None, figure.harm)  # "34 bodies and 120 injured"
        part = search.part_opener(other) is not None and search.part_opener(first) is None
        if other.slot.last <= first.slot.first and listed and other.counted and not differs and not part:
            search.take(replace(figure, people=other, slot=other.slot))
            first = other


def _take_joined_behind(search: Search, figure: Figure, last: int) -> None:
    """The others of "eight soldiers were killed along with two policemen"."""
    lows = search.sentence.low
    link = next((len(words) for words in TOGETHER if lows[last : last + len(words)] == words), None)
    if link is None:
        return
    for other in search.free():
        if other.slot.first == last + link and other.counted and not search.has_own_verb(other):
            search.take(replace(figure, people=other, slot=other.slot))


def _is_of_counted(search: Search, people: People) -> bool:
    """ "Ten of the 14 people killed": part of a figure that the phrase itself tells."""
    inside = range(people.slot.first, people.slot.last)
    counts = {search.sentence.count_at(index) for index in inside if search.sentence.count_at(index)}
    return len(counts) > 1


def _subject_of(search: Search, start: int, index: int) -> People | None:
    near = [people for people in search.free() if _is_near(search, people, start, index)]
    wholes = [people for people in near if search.part_opener(people) is None]
    main = (
        wholes
        if any(people.counted for people in wholes)
        else [p for p in near if p.slot.last == index] or wholes
    )
    main = [people for people in main if not _hangs_on(search, people, main)]
    counted = [people for people in main if people.counted]
    adjacent = [people for people in counted if people.slot.last >= start]
    named = [people for people in search.free_named() if people.slot.last == start]
    aside = [people for people in search.free_named() if start < index and _is_aside(search, people, start)]
    chosen = adjacent or named or counted[-1:] or aside or main[-1:]
    return chosen[0] if chosen else None


def _relative_of(search: Search, start: int) -> People | None:
    """ "A shopkeeper whose brother was killed": one of the dead, and not the shopkeeper."""
    lows = search.sentence.low
    if start < 2 or lows[start - 2] != "whose" or lows[start - 1] not in KIN:
        return None
    slot = Slot(start - 1, start)
    return People(slot, slot, 1, 1, "exact", "civilian")


def _is_aside(search: Search, people: People, start: int) -> bool:
    """ "The mayor, Aru Tembe, was killed", "Aru Tembe, 34, was killed": by name between commas, or with an age."""
    lows = search.sentence.low
    between = lows[people.slot.last : start]
    if between == (",",):
        return lows[people.slot.first - 1 : people.slot.first] == (",",)
    return len(between) == 3 and between[0] == between[2] == "," and between[1].isdigit()


def _hangs_on(search: Search, people: People, near: list[People]) -> bool:
    """ "Four teachers from one school": a phrase behind a preposition belongs to the one before it."""
    before = search.sentence.low[people.slot.first - 1 : people.slot.first]
    earlier = [other for other in near if other.counted and other.slot.last < people.slot.first]
    return (
        bool(earlier)
        and bool(before)
        and before[0] in HANGING
        and earlier[-1].slot.last == people.slot.first - 1
    )


def _is_near(search: Search, people: People, start: int, index: int) -> bool:
    lows = search.sentence.low
    gap = start - people.slot.last
    if people.slot.last > index or index - people.slot.last > MAX_SUBJECT_GAP:
        return False
    if people.harm_noun in ("killed", "wounded") and people.harm_noun != harm_of(lows[index]):
        return False  # "three bodies were found and people are trapped"
    between = lows[people.slot.last : start]
    if any(low in GAP_BREAKERS or (harm_of(low) and low != "wounded") for low in between):
        return False
    of_them = between[:2] in (("of", "them"), ("of", "whom"))
    return people.group is not None or gap <= (MAX_OF_THEM_GAP if of_them else MAX_BARE_GAP)


def _told_of(search: Search, people: People, start: int, index: int) -> bool:
    """Whether a phrase without a number is what the harm is told of, and not a stray noun."""
    lows = search.sentence.low
    between = lows[people.slot.last : start]
    if people.slot.last < start - 1 or "who" in between or "and" in between:
        return False
    low = lows[index]
    if low in ADJECTIVAL or low in INTRANSITIVE or start < index:
        return True
    some = QUANTITIES & set(lows[max(0, people.slot.first - 1) : index])
    return bool(some) and low in ("killed", "wounded", "injured") and people.slot.last == index


def _is_of_noun_behind(search: Search, index: int) -> bool:
    """ "Among the fleeing civilians": who they are, told of nobody before."""
    lows = search.sentence.low
    intransitive = lows[index] in INTRANSITIVE and lows[index].endswith("ing")
    return intransitive and bare("".join(lows[index + 1 : index + 2])) in act_classes("people")


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
