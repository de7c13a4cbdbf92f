"""What makes a phrase for people a subset of another: "including", brackets, a list behind a colon."""

from __future__ import annotations

from counterclaim.claims.people import People
from counterclaim.claims.sentence import DASHES, Sentence
from counterclaim.lexicons.words import act_classes

WORDS = frozenset(
    [
        "including",
        "among them",
        "of whom",
        "of them",
        "of which",
        "included",
        "includes",
        "include",
        "among those killed",
        "among the dead",
        "among the victims",
        "among the wounded",
        "most of them",
        "many of them",
        "among whom",
        "mostly",
        "mainly",
        "some of them",
    ]
)
SHARED = frozenset(["of whom", "of which"])
BRACKETS = DASHES | {"("}
LISTS = frozenset([":", "namely"])
LISTED = ((), ("and",), (",",), (",", "and"))  # what joins "11 women, nine children and a nurse"
OF_THEM = (("of", "them"), ("of", "whom"))
MAX_COUNTED_GAP, MAX_GAP = 5, 3  # tokens between opening words and their people
MAX_BRACKET_GAP, MAX_LIST_GAP = 4, 14  # tokens between the whole and the mark that opens its parts


def opener_of(sentence: Sentence, everyone: list[People], people: People) -> int | None:
    """The token where `people`, or the list they stand in, open as a subset; None where they do not."""
    worded = _worded(sentence, people)
    if worded is not None:
        return worded
    before = [other for other in everyone if other.slot.last <= people.slot.first]
    if not before or not people.counted:
        return None
    last = before[-1]
    between = sentence.low[last.slot.last : people.slot.first]
    apposed = between in LISTED or (bool(between) and between[-1] in BRACKETS)
    if is_of_them(sentence, people) and last.counted and apposed:
        return people.slot.first  # "22 people, seven of them children"
    if between and last.counted and _opens_list(between):
        return people.slot.first - 1
    return opener_of(sentence, everyone, last) if between in LISTED else None


def is_of_them(sentence: Sentence, people: People) -> bool:
    """ "Seven of them", "15 of whom"."""
    return people.group is None and sentence.low[people.slot.last : people.slot.last + 2] in OF_THEM


def _has_own_harm(sentence: Sentence, index: int) -> bool:
    """ "Twelve students, of whom five were later found murdered": told of by itself."""
    low = sentence.low[index : index + 6]
    return low[:1] in (("were",), ("was",), ("have",), ("had",)) and not act_classes(
        "harm"
    ).keys().isdisjoint(low)


def _opens_list(between: tuple[str, ...]) -> bool:
    """ "Eleven people (six soldiers and …)", "left nine dead: four gunmen, …"."""
    mark, gap = between[-1], len(between) - 1
    return (mark in BRACKETS and gap <= MAX_BRACKET_GAP) or (mark in LISTS and gap <= MAX_LIST_GAP)


def _worded(sentence: Sentence, people: People) -> int | None:
    for slot, phrase in sentence.find(WORDS):
        between = sentence.low[slot.last : people.slot.first]
        near = len(between) <= (MAX_COUNTED_GAP if people.counted else MAX_GAP)
        broken = any(low in act_classes("harm") or low in ("said", ";", "who", "–") for low in between)
        own = phrase in SHARED and _has_own_harm(sentence, people.slot.last)
        if slot.last <= people.slot.first and near and not broken and not own:
            return slot.first
    return None
