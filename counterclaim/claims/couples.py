"""Single people who stand together or by name: "a man, a woman and a child" are three, "Adaeze Okoro" is one."""

from __future__ import annotations

from counterclaim.claims.groups import ARTICLES, status_of
from counterclaim.claims.people import People
from counterclaim.claims.sentence import Sentence, Slot

MAX_JOINED = 5  # "a man, a woman and a child"; longer lists are told in numbers
ONE = ARTICLES | {"one", "another"}
# "Troops loyal to Omar Bongo were killed": whom a preposition binds is not who was harmed.
BINDING = frozenset("of to by with for under against from than like and or".split())


def named_in(sentence: Sentence) -> list[People]:
    """People by name, with their titles: each is one person."""
    return [
        People(slot, slot, 1, 1, "exact", status_of(sentence.low[slot.first : slot.last]), is_named=True)
        for slot, mention in sentence.mentions
        if mention.kind == "person"
        and not sentence.tokens[slot.last - 1].text.endswith(("'s", "’s"))
        and not (slot.first > 0 and sentence.low[slot.first - 1] in BINDING)
    ]


def joined(sentence: Sentence, found: list[People]) -> list[People]:
    """ "A woman and a child" are two people, "a man, a woman and a child" three."""
    kept: list[People] = []
    for people in reversed(found):
        after = kept[-1] if kept else None
        if after is not None and _stand_together(sentence, people, after):
            slot = Slot(people.slot.first, after.slot.last)
            number = (people.min or 0) + (after.min or 0)
            kept[-1] = People(
                slot, slot, number, number, "exact", status_of(sentence.low[slot.first : slot.last])
            )
        else:
            kept.append(people)
    return kept[::-1]


def _stand_together(sentence: Sentence, people: People, after: People) -> bool:
    between = sentence.low[people.slot.last : after.slot.first]
    links = between == ("and",) or (between in ((",",), (",", "and")) and (after.min or 0) > 1)
    small = after.min is not None and after.min == after.max and after.min < MAX_JOINED
    return links and small and _is_single(sentence, people) and sentence.low[after.slot.first] in ONE


def _is_single(sentence: Sentence, people: People) -> bool:
    return (people.min, people.max) == (1, 1) and sentence.low[people.slot.first] in ONE
