"""Casualty claims: people killed, wounded, taken, driven out, with the figure's bounds.

Each claim names the frame that found it: "figures.toll.v1", "figures.subject.v1", …
"""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.claims.fields import base
from counterclaim.claims.frames.nouns import find_nouns
from counterclaim.claims.frames.parts import find_parts, find_shares
from counterclaim.claims.frames.search import Figure, Search
from counterclaim.claims.frames.tolls import find_tolls
from counterclaim.claims.frames.triggers import triggers_in
from counterclaim.claims.frames.verbs import find_object, find_subject
from counterclaim.claims.phrases import bare
from counterclaim.claims.sentence import Sentence, Slot
from counterclaim.core.claims import Casualty, Scope, Status
from counterclaim.lexicons.words import act_classes, act_words

STANDING = (
    "have fled",
    "has fled",
    "said to have fled",
    "have been displaced",
    "been displaced",
    "in recent days",
)


def casualties_in(sentence: Sentence, sources: Sequence[Slot] = ()) -> list[Casualty]:
    """Every casualty claim of a sentence, in text order, without speakers.

    `sources` are the phrases that name speakers; whoever speaks is not counted.
    """
    search = Search.of(sentence, sources)
    find_tolls(search)
    find_shares(search)
    for index, harm in triggers_in(search):
        if not find_object(search, index, harm):
            find_subject(search, index, harm)
    find_nouns(search)
    find_parts(search)
    found = sorted(search.found, key=lambda figure: (figure.slot.first, figure.slot.last))
    return [_claim(sentence, figure, found) for figure in found]


def _claim(sentence: Sentence, figure: Figure, found: list[Figure]) -> Casualty:
    people = figure.people
    fields = base(sentence, figure.slot, f"figures.{figure.frame}.v1", figure.trigger)
    zero = people.min == 0 and people.max == 0
    return Casualty(
        **fields,
        harm=figure.harm,
        min=people.min,
        max=people.max,
        qualifier=people.qualifier,
        group=sentence.words(people.group.first, people.group.last) if people.group else None,
        status=_status(figure, found),
        scope=_scope(sentence, figure),
        perpetrator=figure.agent,
        polarity="negated" if zero else "affirmed",
    )


def _status(figure: Figure, found: list[Figure]) -> Status:
    """Who they are; a bare number is of the people counted before it: "killed 4 guards and wounded 2"."""
    if figure.people.group is not None or figure.frame == "toll":
        return figure.people.status
    before = [
        other for other in found if other.slot.first < figure.slot.first and other.people.group is not None
    ]
    return before[-1].people.status if before and figure.people.counted else figure.people.status


def _scope(sentence: Sentence, figure: Figure) -> Scope:
    if figure.scope == "part" or _is_share(sentence, figure):
        return "part"
    standing = figure.harm == "besieged" or (figure.harm == "displaced" and sentence.has(STANDING))
    return "cumulative" if standing or sentence.has(act_words("cumulative")) else "incident"


def _is_share(sentence: Sentence, figure: Figure) -> bool:
    """ "15 of the wounded", "one of those arrested"."""
    slot = figure.people.slot
    words = tuple(bare(low) for low in sentence.low[slot.first : slot.last + 3])
    for index in range(len(words) - 1):
        if words[index] != "of" or words[index + 1] not in ("the", "those", "them", "whom"):
            continue
        noun = words[index + 2] if index + 2 < len(words) else ""
        if (
            words[index + 1] in ("them", "whom")
            or noun in act_classes("harm")
            or noun in act_classes("harm_nouns")
        ):
            return True
    return False
