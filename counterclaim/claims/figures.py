"""Casualty claims: people killed, wounded, taken, driven out, with the figure's bounds.

Each claim names the frame that found it: "figures.toll.v1", "figures.subject.v1", …
"""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.claims.dates import is_of_holding, is_of_saying, since_of_a_record
from counterclaim.claims.fields import base
from counterclaim.claims.frames.labels import find_labels
from counterclaim.claims.frames.nouns import find_nouns
from counterclaim.claims.frames.objects import find_object
from counterclaim.claims.frames.parts import find_parts
from counterclaim.claims.frames.revised import find_revised
from counterclaim.claims.frames.search import Figure, Search
from counterclaim.claims.frames.shares import find_open_shares, find_shares
from counterclaim.claims.frames.subjects import find_subject
from counterclaim.claims.frames.tolls import RAISING, find_tolls
from counterclaim.claims.frames.triggers import triggers_in
from counterclaim.claims.heads import bare
from counterclaim.claims.sentence import Sentence, Slot
from counterclaim.core.claims import Casualty, Scope, Status
from counterclaim.lexicons.words import act_classes, act_names, act_words

WARS = frozenset("war conflict insurgency uprising rebellion genocide".split())
LEAST_OF_WAR = 1_000  # people; no single incident is told with these words and more
ACROSS = frozenset(["across"])
AREAS = frozenset("villages towns cities districts provinces states regions counties camps".split())
TOLD_OF = (("that",), ("which",), (",",))
MAX_EVENT_GAP = 6  # tokens
WHEN = frozenset(["this month", "last month", "this year", "last year"])
STANDING = frozenset(
    ["have fled", "has fled", "said to have fled", "have been displaced", "been displaced", "in recent days"]
)


def casualties_in(sentence: Sentence, sources: Sequence[Slot] = ()) -> list[Casualty]:
    """Every casualty claim of a sentence, in text order, without speakers.

    `sources` are the phrases that name speakers; whoever speaks is not counted.
    """
    search = Search.of(sentence, sources)
    find_tolls(search)
    find_labels(search)
    find_shares(search)
    find_open_shares(search)
    counted = [figure.slot for figure in search.found if figure.frame in ("toll", "label")]
    for index, harm in triggers_in(search):
        if any(index in slot for slot in counted):
            continue  # "the number of those killed has climbed to 220"
        if not find_object(search, index, harm):
            find_subject(search, index, harm)
    find_nouns(search)
    find_revised(search)
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
        scope=_scope(sentence, figure, found),
        perpetrator=figure.agent,
        polarity="negated" if zero else "affirmed",
    )


def _status(figure: Figure, found: list[Figure]) -> Status:
    """Who they are; a bare number is of the people counted before it: "killed 4 guards and wounded 2"."""
    people = figure.people
    if figure.frame == "toll" or people.status != "unknown":
        return people.status
    parts = {
        other.people.status
        for other in found
        if other.scope == "part" and other.harm == figure.harm and other.slot.first > figure.slot.first
    }
    if figure.scope != "part" and ("mixed" in parts or {"civilian", "combatant"} <= parts):
        return "mixed"
    if people.group is not None:
        return "unknown"
    before = [
        other
        for other in found
        if other.slot.first < figure.slot.first and other.people.group is not None and other.scope != "part"
    ]
    return before[-1].people.status if before and people.counted else people.status


def _scope(sentence: Sentence, figure: Figure, found: list[Figure]) -> Scope:
    if figure.scope == "part" or (figure.frame != "toll" and _is_share(sentence, figure)):
        return "part"
    standing = figure.harm == "besieged" or (figure.harm == "displaced" and sentence.has(STANDING))
    record = since_of_a_record(sentence)
    total = any(
        slot.first != record
        and not is_of_saying(sentence, slot)
        and not _dates_one(sentence, slot, phrase)
        and not _is_of_another(sentence, slot, figure, found)
        for slot, phrase in sentence.find(act_words("cumulative"))
    )
    wide = standing or total or _is_of_war(sentence, figure) or _is_across(sentence, figure)
    return "cumulative" if wide else "incident"


def _dates_one(sentence: Sentence, time: Slot, phrase: str) -> bool:
    """ "30 people were killed in an attack in Majete last month": the month of one event, no total of it.

    So is that of "the bombing of a church last month that killed 23".
    """
    if phrase not in WHEN:
        return False
    told_of = sentence.low[time.last : time.last + 1] in TOLD_OF
    for slot, _ in sentence.find(act_names("events")):
        before = sentence.low[max(0, slot.first - 2) : slot.first]
        near = told_of and 0 <= time.first - slot.last <= MAX_EVENT_GAP
        if {"a", "an"} & set(before) or (near and "the" in before):
            return True
    return False


def _is_across(sentence: Sentence, figure: Figure) -> bool:
    """ "Put the number of dead across nine villages at 77", "killed 40 people across three provinces"."""
    lows = sentence.low
    for index in sentence.at(ACROSS):
        counted = sentence.count_at(index + 1)
        several = lows[index + 1 : index + 2] == ("several",)
        if (counted or several) and AREAS & set(lows[index + 2 : index + 5]):
            return index - figure.slot.last <= MAX_EVENT_GAP
    return False


def _is_of_another(sentence: Sentence, slot: Slot, figure: Figure, found: list[Figure]) -> bool:
    """Whether a time of counting is of another figure or verb.

    "Announced five more deaths, bringing to 3,315 the toll since the war began": of the toll alone. "Beheaded two
    sailors they had held since May": of the holding.
    """
    if is_of_holding(sentence, slot) and figure.harm not in ("abducted", "detained", "missing"):
        return True
    raised = [
        other
        for other in found
        if other.frame == "toll" and figure.slot.last <= other.slot.first < slot.first
    ]
    return figure.frame != "toll" and any(
        RAISING & set(sentence.low[max(0, other.slot.first - 3) : other.slot.first + 1]) for other in raised
    )


def _is_of_war(sentence: Sentence, figure: Figure) -> bool:
    """ "The war, now in its eighth year, has killed nearly 100,000 people", "the toll of the conflict"."""
    if figure.frame == "toll":
        return bool(WARS & set(sentence.low[figure.slot.first : figure.slot.last]))
    large = max(figure.people.min or 0, figure.people.max or 0) >= LEAST_OF_WAR
    perfect = sentence.low[figure.trigger - 1] in ("has", "have", "had", "and")
    return large and figure.frame == "object" and perfect and bool(WARS & set(sentence.low[: figure.trigger]))


def _is_share(sentence: Sentence, figure: Figure) -> bool:
    """ "15 of the wounded", "one of those arrested"; "killing 14 of them" tells of nobody before."""
    slot = figure.people.slot
    if figure.frame == "object" and sentence.low[slot.last : slot.last + 2] == ("of", "them"):
        return False
    words = tuple(bare(low) for low in sentence.low[slot.first : slot.last + 3])
    for index in range(len(words) - 1):
        if words[index] != "of" or words[index + 1] not in ("the", "those", "them", "whom"):
            continue
        if index > 0 and words[index - 1] in (",", "("):
            continue  # "wounding 30 people, six of whom" are 30; "30 people, of whom six"
        noun = words[index + 2] if index + 2 < len(words) else ""
        if (
            words[index + 1] in ("them", "whom")
            or noun in act_classes("harm")
            or noun in act_classes("harm_nouns")
        ):
            return True
    return False
