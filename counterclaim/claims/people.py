"""Phrases for people in a sentence, counted or not: "at least 120 soldiers", "a child", "medical staff"."""

from __future__ import annotations

import msgspec

from counterclaim.claims.groups import ARTICLES, PHRASE_ENDS, group_at, status_of
from counterclaim.claims.heads import STOPPERS, bare
from counterclaim.claims.sentence import Sentence, Slot
from counterclaim.core.claims import FigureQualifier, Harm, Status
from counterclaim.lexicons.words import act_classes, act_words

SINGULAR = frozenset(
    "pilot child woman man girl boy baby soldier journalist doctor medic commander policeman gunman reporter".split()
)
PLURALS = frozenset(
    "people men women children police staff dead wounded troops personnel youth family".split()
)
POSSESSIVES = frozenset("his her their my our".split())
ONE_OPENERS = ARTICLES | POSSESSIVES | {"another"}  # before a noun for one person
OPENERS = ARTICLES | POSSESSIVES | frozenset("the its many both these those another".split())
# Nouns that name the harm and say nothing of who the people are.
COUNT_NOUNS = frozenset(
    "deaths fatalities casualties injuries arrests killings lives dead wounded injured".split()
)


class People(msgspec.Struct, frozen=True):
    """A phrase for people. `slot` covers count and group; `group` the words for who they are."""

    slot: Slot
    group: Slot | None
    min: int | None
    max: int | None
    qualifier: FigureQualifier
    status: Status
    harm_noun: Harm | None = None  # harm that the phrase itself names: "15 deaths", "10 bodies"
    is_named: bool = False  # one person, by name

    @property
    def counted(self) -> bool:
        return self.min is not None or self.max is not None


def people_in(sentence: Sentence) -> list[People]:
    """Every phrase for people, in text order, without overlaps."""
    found: list[People] = []
    for slot, count in sentence.counts:
        last = sentence.tokens[slot.last - 1]
        if "-" in last.text and last.end > count.span.end:
            continue  # "a four-town truce"
        if _is_age(sentence, slot) or (
            count.min is None and count.max is None and sentence.count_at(slot.last)
        ):
            continue  # "many hundreds of people" are hundreds
        people = _counted(sentence, slot, count.min, count.max, count.qualifier)
        if people is not None and not any(people.slot.meets(other.slot) for other in found):
            found.append(people)
    taken = {index for people in found for index in range(people.slot.first, people.slot.last)}
    table = act_classes("people")
    for index, low in enumerate(sentence.low):
        if index in taken or bare(low) not in table:
            continue
        people = _uncounted(sentence, index, taken)
        if people is not None:
            found.append(people)
            taken.update(range(people.slot.first, people.slot.last))
    return sorted(found, key=lambda people: people.slot.first)


def _is_age(sentence: Sentence, slot: Slot) -> bool:
    """ "Three brothers aged 9, 11 and 14", "a boy of nine"."""
    before = sentence.low[max(0, slot.first - 2) : slot.first]
    if before[1:] == ("of",) and before[0] in ("boy", "girl", "child", "man", "woman"):
        return True
    index = slot.first - 1
    while index > 0 and (sentence.low[index] in (",", "and") or sentence.low[index].isdigit()):
        index -= 1
    return index >= 0 and sentence.low[index] in ("aged", "ages")


def _counted(
    sentence: Sentence, slot: Slot, low: int | None, high: int | None, qualifier: FigureQualifier
) -> People | None:
    if sentence.low[slot.first - 2 : slot.first] == ("family", "of") and low == high:
        family = Slot(slot.first - 2, slot.last)
        return People(family, family, low, high, qualifier, "civilian")
    index = slot.last
    size = len(sentence.tokens)
    while index < size and sentence.low[index] in (
        "of",
        "the",
        "more",
        "other",
        "additional",
        "further",
        "its",
        "their",
    ):
        index += 1
    second = sentence.count_at(index) if index < size and index > slot.last + 1 else None
    if second is not None:
        index = second[0].last  # "twenty of the 45 passengers" are twenty
    group = group_at(sentence, index)
    if group is None:
        if any(low in act_words("things") for low in _noun_run(sentence, index)):
            return None
        if slot.last - slot.first > 1 and qualifier == "vague" and low is None:
            return None
        more = (
            slot.last + 1
            if sentence.low[slot.last : slot.last + 1] in (("more",), ("others",))
            else slot.last
        )
        return People(Slot(slot.first, more), None, low, high, qualifier, "unknown")
    words = sentence.low[group.first : group.last]
    if words[-1] in act_words("things"):
        return None
    head = bare(words[-1])
    harm: Harm | None = act_classes("harm_nouns").get(head) if len(words) <= 3 else None  # type: ignore[assignment]
    named = None if head in COUNT_NOUNS and len(words) == 1 else group
    return People(Slot(slot.first, group.last), named, low, high, qualifier, status_of(words), harm)


def _noun_run(sentence: Sentence, index: int) -> tuple[str, ...]:
    """The words right behind a number that can belong to its noun phrase."""
    last = index
    while last < len(sentence.tokens) and last - index < 5 and sentence.tokens[last].is_word:
        if sentence.low[last] in PHRASE_ENDS or sentence.low[last] in STOPPERS:
            break
        last += 1
    return sentence.low[index:last]


def named_group(sentence: Sentence, start: int) -> Slot | None:
    """The words at `start` for who the people are; None where a noun like "people" only counts them."""
    group = group_at(sentence, start)
    return group if group is not None and sentence.low[group.last - 1] not in COUNT_NOUNS else None


def of_group(sentence: Sentence, people: People, group: Slot) -> People:
    """A bare number, with the words for who they are told elsewhere."""
    status = status_of(sentence.low[group.first : group.last])
    return msgspec.structs.replace(people, group=group, status=status)


def _uncounted(sentence: Sentence, index: int, taken: set[int]) -> People | None:
    """A noun for people without a number: "a child" is one; a bare plural leaves the number open."""
    low = bare(sentence.low[index])
    if sentence.tokens[index].text.endswith(("'s", "’s")):
        return None
    if low in act_classes("harm") and sentence.low[index - 1 : index] != ("the",):
        return None
    first = index
    while first > 0 and index - first < 4 and first - 1 not in taken:
        before = sentence.low[first - 1]
        if before == "no":
            first -= 1
            break
        if (
            (before in STOPPERS and not sentence.tokens[first - 1].text.isupper())
            or before in PHRASE_ENDS
            or (before.endswith(("ing", "s")) and before in act_classes("harm"))
            or before in ("of", "and", "or", "mostly", "including", "among")
            or not sentence.tokens[first - 1].is_word
        ):
            break
        first -= 1
        if before in OPENERS:
            break
    last = index + 1
    last = _nouns_end(sentence, last)
    coupled = sentence.low[last : last + 1] == ("and",) and _nouns_end(sentence, last + 1) > last + 1
    if coupled:
        last = _nouns_end(sentence, last + 1)
    opener = sentence.low[first]
    status = status_of(sentence.low[first:last])
    singular = _is_singular(low)
    if opener == "no":
        return People(Slot(first, last), Slot(first + 1, last), 0, 0, "none", status)
    if singular and (opener in ONE_OPENERS or (opener == "the" and low in SINGULAR)):
        number = 2 if low == "couple" or (coupled and _is_singular(bare(sentence.low[last - 1]))) else 1
        return People(Slot(first, last), Slot(first, last), number, number, "exact", status)
    if singular and first == index and _is_in_headline(sentence, first, last):
        return People(Slot(first, last), Slot(first, last), 1, 1, "exact", status)
    if opener == "both":
        return People(Slot(first, last), Slot(first + 1, last), 2, 2, "exact", status)
    if opener == "many":
        return People(Slot(first, last), Slot(first + 1, last), None, None, "vague", status)
    return People(Slot(first, last), Slot(first, last), None, None, "unknown", status)


def _is_in_headline(sentence: Sentence, first: int, last: int) -> bool:
    """ "Bomb kills soldier in Mali": one without an article, right behind the verb, no noun behind it."""
    verb = "".join(sentence.low[max(0, first - 1) : first])
    after = sentence.tokens[last : last + 1]
    ends = not after or not after[0].is_word or after[0].low in PHRASE_ENDS
    return verb.endswith("s") and verb in act_classes("harm") and ends


def _is_singular(noun: str) -> bool:
    return not noun.endswith("s") and noun not in PLURALS


def _nouns_end(sentence: Sentence, index: int) -> int:
    """Past the nouns for people from `index` on."""
    table = act_classes("people")
    while (
        index < len(sentence.tokens)
        and bare(sentence.low[index]) in table
        and sentence.low[index] not in PHRASE_ENDS
    ):
        index += 1
    return index
