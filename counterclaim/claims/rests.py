""" "One of those arrested is Spanish; the rest are Moroccans": what remains of an earlier figure."""

from __future__ import annotations

from collections.abc import Iterable

from counterclaim.claims.fields import base
from counterclaim.claims.groups import status_of
from counterclaim.claims.sentence import Sentence, Slot
from counterclaim.core.claims import Casualty, Claim

RESTS = frozenset(["the rest", "the remainder", "the remaining", "the others"])
MAX_GROUP_TOKENS = 7


def rests_in(sentence: Sentence, known: Iterable[Claim]) -> list[Casualty]:
    """The remainder of the last whole figure of the article, where the sentence says who "the rest" are.

    The number is the whole less its parts told since; None where the whole has no exact number.
    """
    hits = sentence.find(RESTS)
    if not hits:
        return []
    slot, _ = hits[0]
    verb = next(
        (
            i
            for i in range(slot.last, min(len(sentence.low), slot.last + 5))
            if sentence.low[i] in ("are", "were")
        ),
        None,
    )
    figures = [
        claim for claim in known if isinstance(claim, Casualty) and claim.article == sentence.passage.article
    ]
    between = () if verb is None else range(slot.last, verb)
    if any(sentence.count_at(index) is not None for index in between):
        return []  # "the remaining six were rebels": counted by itself
    wholes = [claim for claim in figures if claim.scope != "part" and claim.min is not None]
    if verb is None or not wholes or verb + 1 >= len(sentence.tokens):
        return []
    whole = wholes[-1]
    parts = [
        claim
        for claim in figures
        if claim.scope == "part" and claim.harm == whole.harm and claim.start >= whole.start
    ]
    number = None
    if (
        whole.min == whole.max
        and whole.min is not None
        and parts
        and all(part.min == part.max is not None for part in parts)
    ):
        number = whole.min - sum(part.min or 0 for part in parts)
    last = verb + 1
    while last < len(sentence.tokens) and last - verb <= MAX_GROUP_TOKENS and sentence.tokens[last].is_word:
        last += 1
    fields = base(sentence, Slot(slot.first, last), "figures.rest.v1", slot.first)
    return [
        Casualty(
            **fields,
            harm=whole.harm,
            min=number if number and number > 0 else None,
            max=number if number and number > 0 else None,
            qualifier="exact" if number and number > 0 else "unknown",
            group=sentence.words(verb + 1, last),
            status=status_of(sentence.low[verb + 1 : last]),
            scope="part",
            perpetrator=whole.perpetrator,
        )
    ]
