"""Verbs with people as object: "killed 62 soldiers", "wounding a nurse and two drivers"."""

from __future__ import annotations

from msgspec.structs import replace

from counterclaim.claims.context import agent_before, back_over_auxiliaries
from counterclaim.claims.frames.openers import is_of_them
from counterclaim.claims.frames.search import ACTIVE, Figure, Search, harm_of
from counterclaim.claims.frames.triggers import ADJECTIVAL, INTRANSITIVE, LEAVING, PASSIVES
from counterclaim.claims.people import People
from counterclaim.claims.sentence import Slot
from counterclaim.core.claims import Harm
from counterclaim.lexicons.words import act_words

GAP_BREAKERS = frozenset("; : ” said says according but after before because while".split())
OBJECT_BREAKERS = GAP_BREAKERS | frozenset(
    "in by and , as when on of from were was due including among mostly mainly with".split()
)
JOINTS = (
    ("and",),
    (",",),
    (",", "and"),
    ("as", "well", "as"),
    ("and", "another"),
    ("as", "well", "as", "another"),
)
REFLEXIVES = frozenset(["himself", "herself", "themselves"])
WOUNDING = frozenset(["wounded", "injured", "wounding", "injuring"])
# "Displaced families live there": who they are, not what a verb did to them.
STANDING_ADJECTIVES = frozenset(["displaced"])
MAX_OBJECT_GAP = 4


def find_object(search: Search, index: int, harm: Harm) -> bool:
    """Take the people behind an active verb; whether there were any."""
    if not _takes_object(search, index):
        return False
    lows = search.sentence.low
    start, undivided, linked = _object_start(search, index, harm)
    for people in sorted([*search.free(), *search.free_named()], key=lambda people: people.slot.first):
        gap = lows[start : people.slot.first]
        unnamed = people.harm_noun == harm and not people.counted
        if (
            people.slot.first < start
            or len(gap) > (1 if linked or people.is_named else MAX_OBJECT_GAP)
            or unnamed
        ):
            continue
        if gap[-1:] == ("and",) and any(word in act_words("things") for word in gap):
            gap = ()  # "killed 11 goats and a herder"
        if any(word in OBJECT_BREAKERS or harm_of(word) for word in gap):
            break
        if search.has_own_verb(people) and lows[index] not in ACTIVE:
            break
        if lows[index] in STANDING_ADJECTIVES and not people.counted:
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


def _takes_object(search: Search, index: int) -> bool:
    lows = search.sentence.low
    low = lows[index]
    auxiliaries = lows[back_over_auxiliaries(search.sentence, index) : index]
    passive = any(word in PASSIVES for word in auxiliaries)
    if low == "dead" and lows[index - 1 : index] == ("shot",) and not passive:
        return True  # "shot dead 12 villagers"
    if low in ("stranded", "trapped") and not passive:
        return search.sentence.count_at(index + 1) is not None  # "stranded thousands"
    if low in INTRANSITIVE or low in ADJECTIVAL or (passive and low not in ACTIVE):
        return False
    if low == "lost" and lows[index + 2 : index + 3] in (("lives",), ("life",)):
        return False
    return not (
        (low in LEAVING and low != "carrying") or low in ("treated", "siege", "sustained", "suffered")
    )


def _object_start(search: Search, index: int, harm: Harm) -> tuple[int, bool, bool]:
    """Where the object may begin, whether dead and wounded are one figure, whether a second verb stands between."""
    lows = search.sentence.low
    start = index + 1
    second = lows[start + 1] if start + 1 < len(lows) else ""
    linked = lows[start : start + 1] in (("and",), ("or",))
    undivided = linked and second in WOUNDING and harm == "killed"
    joins = undivided or (linked and second.endswith(("ed", "ing")))
    if joins:
        start += 2  # "killed and wounded dozens", "killed and burned five men"
    if lows[start : start + 1] and lows[start] in REFLEXIVES and lows[start + 1 : start + 2] == ("and",):
        start += 2  # "killed herself and four worshippers"
    return start, undivided, joins and not undivided


def _take_joined(search: Search, figure: Figure) -> None:
    """The others of "killing a nurse, two drivers and a guard"."""
    lows = search.sentence.low
    last: People = figure.people
    for other in search.free():
        between = lows[last.slot.last : other.slot.first]
        shares = is_of_them(search.sentence, other)  # "two soldiers, one of whom later died"
        if between in JOINTS and other.counted and not search.has_own_verb(other) and not shares:
            search.take(replace(figure, people=other, slot=other.slot))
            last = other
