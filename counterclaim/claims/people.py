"""Phrases for people in a sentence, counted or not: "at least 120 soldiers", "a child", "medical staff"."""

from __future__ import annotations

from dataclasses import dataclass

from counterclaim.claims.phrases import STOPPERS, bare
from counterclaim.claims.sentence import Sentence, Slot
from counterclaim.core.claims import FigureQualifier, Harm, Status
from counterclaim.lexicons.words import act_classes, act_words

ARTICLES = frozenset(["a", "an"])
# Words that end a phrase for people though they look like part of it.
PHRASE_ENDS = frozenset(
    """hostage killed wounded injured dead hurt died missing kidnapped abducted arrested detained fled displaced
    evacuated trapped besieged executed beheaded in on at near from by after during when who that which
    were was are is have has had been including among with to for as taken reported said held left
    suffering suffered into since while before under inside outside between across around over
    lost remain remained sustained captured rescued stranded""".split()
)
MAX_PAIRED = 5  # "a man, a woman and a child"; longer lists are told in numbers
SINGULAR = frozenset(
    "pilot child woman man girl boy baby soldier journalist doctor medic commander policeman gunman reporter".split()
)
# Nouns that name the harm and say nothing of who the people are.
COUNT_NOUNS = frozenset(
    "deaths fatalities casualties injuries arrests killings lives dead wounded injured".split()
)
MAX_GROUP_TOKENS = 9


@dataclass(frozen=True)
class People:
    """A phrase for people. `slot` covers count and group; `group` the words for who they are."""

    slot: Slot
    group: Slot | None
    min: int | None
    max: int | None
    qualifier: FigureQualifier
    status: Status
    harm_noun: Harm | None = None  # harm that the phrase itself names: "15 deaths", "10 bodies"

    @property
    def counted(self) -> bool:
        return self.min is not None or self.max is not None


def people_in(sentence: Sentence) -> list[People]:
    """Every phrase for people, in text order, without overlaps."""
    found: list[People] = []
    for slot, count in sentence.counts:
        people = _counted(sentence, slot, count.min, count.max, count.qualifier)
        if people is not None and not any(_overlap(people.slot, other.slot) for other in found):
            found.append(people)
    index = 0
    while index < len(sentence.tokens):
        if not any(index in people.slot for people in found):
            people = _uncounted(sentence, index, found)
            if people is not None:
                found.append(people)
                index = people.slot.last
                continue
        index += 1
    return _pairs(sentence, sorted(found, key=lambda people: people.slot.first))


def _pairs(sentence: Sentence, found: list[People]) -> list[People]:
    """ "A woman and a child" are two people."""
    joined: list[People] = []
    for people in found:
        last = joined[-1] if joined else None
        if (
            last is not None
            and (people.min, people.max) == (1, 1)
            and last.min is not None
            and last.min == last.max
            and last.min < MAX_PAIRED
            and sentence.low[last.slot.last : people.slot.first] == ("and",)
            and sentence.low[people.slot.first] in ARTICLES | {"one"}
            and sentence.low[last.slot.first] in ARTICLES | {"one"}
        ):
            slot = Slot(last.slot.first, people.slot.last)
            words = sentence.low[slot.first : slot.last]
            joined[-1] = People(slot, slot, last.min + 1, last.min + 1, "exact", status_of(words))
        else:
            joined.append(people)
    return joined


def status_of(words: tuple[str, ...]) -> Status:
    """Who the people are said to be, from the nouns for them.

    >>> status_of(("syrian", "soldiers")), status_of(("women", "and", "rebels")), status_of(("people",))
    ('combatant', 'mixed', 'unknown')
    """
    table = act_classes("people")
    kinds = {table.get(bare(word)) for word in words}
    if "civilian" in kinds and "combatant" in kinds:
        return "mixed"
    if "civilian" in kinds:
        return "civilian"
    return "combatant" if "combatant" in kinds else "unknown"


def _counted(
    sentence: Sentence, slot: Slot, low: int | None, high: int | None, qualifier: FigureQualifier
) -> People | None:
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
    group = _group(sentence, index)
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


def _uncounted(sentence: Sentence, index: int, found: list[People]) -> People | None:
    """A noun for people without a number: "a child" is one; a bare plural leaves the number open."""
    table = act_classes("people")
    low = bare(sentence.low[index])
    if low not in table or sentence.tokens[index].text.endswith(("'s", "’s")):
        return None
    if low in act_classes("harm") and sentence.low[index - 1 : index] != ("the",):
        return None
    first = index
    while first > 0 and index - first < 4 and not any(first - 1 in people.slot for people in found):
        before = sentence.low[first - 1]
        if before == "no":
            first -= 1
            break
        if (
            (before in STOPPERS and not sentence.tokens[first - 1].text.isupper())
            or before in PHRASE_ENDS
            or before in ("of", "and", "or", "mostly", "including", "among")
            or not sentence.tokens[first - 1].is_word
        ):
            break
        first -= 1
        if before in ("a", "an", "the", "his", "her", "their", "its", "many", "both", "these", "those"):
            break
    last = index + 1
    while (
        last < len(sentence.tokens)
        and bare(sentence.low[last]) in table
        and sentence.low[last] not in PHRASE_ENDS
    ):
        last += 1
    if (
        last + 1 < len(sentence.tokens)
        and sentence.low[last] == "and"
        and bare(sentence.low[last + 1]) in table
    ):
        last += 2
    opener = sentence.low[first]
    status = status_of(sentence.low[first:last])
    singular = not low.endswith("s") and low not in (
        "people",
        "men",
        "women",
        "children",
        "police",
        "staff",
        "dead",
        "wounded",
    )
    if opener == "no":
        return People(Slot(first, last), Slot(first + 1, last), 0, 0, "none", status)
    if singular and (opener in ARTICLES or (opener == "the" and low in SINGULAR)):
        return People(Slot(first, last), Slot(first, last), 1, 1, "exact", status)
    if opener == "both":
        return People(Slot(first, last), Slot(first + 1, last), 2, 2, "exact", status)
    if opener == "many":
        return People(Slot(first, last), Slot(first + 1, last), None, None, "vague", status)
    return People(Slot(first, last), Slot(first, last), None, None, "unknown", status)


def _group(sentence: Sentence, start: int) -> Slot | None:
    """The words for who is counted, from `start` to the last noun for people."""
    table = act_classes("people")
    size = len(sentence.tokens)
    last_noun = None
    index = start
    while index < size and index - start < MAX_GROUP_TOKENS:
        low = sentence.low[index]
        token = sentence.tokens[index]
        if low in ("them", "whom", "those") or (low == "and" and _starts_another(sentence, index + 1)):
            break
        if not token.is_word or low in PHRASE_ENDS or sentence.count_at(index):
            if not (
                low in ("dead", "wounded", "missing", "injured")
                and last_noun is None
                and _is_noun_use(sentence, index)
            ):
                break
            last_noun = index
        if low in ("of", "and"):
            if last_noun is None or not (
                low == "and" or sentence.low[last_noun] in ("members", "member", "forces", "bodies", "lives")
            ):
                break
        elif bare(low) in table:
            last_noun = index
            if sentence.tokens[index].text.endswith(("'s", "’s")):
                last_noun = None
        elif (
            bare(low) in act_classes("harm_nouns")
            and low
            not in (
                "dead",
                "wounded",
                "missing",
                "injured",
                "displaced",
            )
        ) or (
            token.is_capital
            and token.text.endswith(("ns", "is", "ese", "ish", "ans", "ris", "nis", "tes", "ts", "ds"))
        ):
            last_noun = index
        index += 1
    if last_noun is None:
        return None
    last = last_noun + 1
    if sentence.low[last_noun] in ("members", "member") and sentence.low[last : last + 1] == ("of",):
        while (
            last < size
            and last - last_noun < 8
            and sentence.tokens[last].is_word
            and sentence.low[last] not in PHRASE_ENDS
        ):
            last += 1
    return Slot(start, last)


def _starts_another(sentence: Sentence, index: int) -> bool:
    """ "Two drivers and a guard": what follows "and" is counted by itself."""
    after = sentence.low[index : index + 1]
    return bool(after) and (after[0] in ARTICLES or sentence.count_at(index) is not None)


def _is_noun_use(sentence: Sentence, index: int) -> bool:
    """ "15 of the wounded", "the dead": a noun, not the verb of the sentence."""
    return index > 0 and sentence.low[index - 1] == "the"


def _overlap(left: Slot, right: Slot) -> bool:
    return left.first < right.last and right.first < left.last
