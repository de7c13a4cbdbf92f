"""Things destroyed or damaged, counted where the text counts them."""

from __future__ import annotations

from counterclaim.claims.fields import base
from counterclaim.claims.heads import bare
from counterclaim.claims.sentence import Sentence, Slot
from counterclaim.core.claims import Damage, Outcome
from counterclaim.core.types import Count
from counterclaim.lexicons.words import act_classes, act_names, act_words


def damages_in(sentence: Sentence, scope: Slot) -> list[Damage]:
    """Things destroyed or damaged, counted where the text counts them."""
    table = act_classes("damage")
    found: list[Damage] = []
    last_object: str | None = None
    for slot, phrase in sentence.find(act_names("damage"), scope.first, scope.last):
        outcome: Outcome = table[phrase]  # type: ignore[assignment]
        passive = any(
            low in ("was", "were", "been", "being")
            for low in sentence.low[max(0, slot.first - 3) : slot.first]
        )
        window = (
            range(max(scope.first, slot.first - 9), slot.first)
            if passive
            else range(slot.last, min(scope.last, slot.last + 9))
        )
        things = [
            index
            for index in window
            if bare(sentence.low[index]) in act_words("structures") and not sentence.is_time(index)
        ]
        if not things:
            continue
        head = things[-1] if passive else _phrase_head(things)
        first = min(slot.first, head)
        counted = _count_before(sentence, window, head)
        count = counted[1] if counted else None
        low, high = (count.min, count.max) if count else (None, None)
        word = sentence.low[head]
        if word in ("another", "others"):
            low, high = (1, 1) if word == "another" else (None, None)
            thing = last_object
        else:
            thing = _object_words(sentence, head, window.start)
            if count is None and any(sentence.low[i] in ("a", "an") for i in window if i < head):
                low, high = 1, 1
        last_object = thing
        if passive and first > 0:
            while (
                first > scope.first
                and head - first < 4
                and sentence.tokens[first - 1].is_word
                and sentence.low[first - 1] not in ("that", "said")
            ):
                first -= 1
            first = max(first, counted[0].first) if counted else first
        fields = base(sentence, Slot(first, max(slot.last, head + 1)), "damage.verb.v1", slot.first)
        found.append(Damage(**fields, object=thing, min=low, max=high, outcome=outcome))
    return found


def _count_before(sentence: Sentence, window: range, head: int) -> tuple[Slot, Count] | None:
    """The number of the things: "three jets and two helicopters were shot down" tells of two; "4 out of 40" are 4."""
    near = [each for each in sentence.counts if each[0].first in window and each[0].first <= head]
    while len(near) > 1 and sentence.low[near[-1][0].first - 1] == "of":
        near.pop()
    return near[-1] if near else None


def _phrase_head(things: list[int]) -> int:
    head = things[0]
    for index in things[1:]:
        if index == head + 1:
            head = index
    return head


def _is_thing(noun: str) -> bool:
    return noun in act_words("structures") or noun == "oil"


def _object_words(sentence: Sentence, head: int, floor: int) -> str:
    first = head
    while first > floor and _is_thing(bare(sentence.low[first - 1])):
        first -= 1
    return sentence.words(first, head + 1)
