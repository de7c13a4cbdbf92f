"""Claims made of the spans that the trained reader marks: its values, with the rules' numbers and names."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from counterclaim.claims.context import agent_before, is_elsewhere
from counterclaim.claims.dates import date_of
from counterclaim.claims.events import most_telling
from counterclaim.claims.fields import base
from counterclaim.claims.people import People, people_in
from counterclaim.claims.scenes import holds_place, place_words
from counterclaim.claims.sentence import Sentence, Slot
from counterclaim.core.claims import (
    Agreement,
    Assessment,
    Casualty,
    Claim,
    Control,
    Damage,
    Event,
    Intent,
    Plan,
    Responsibility,
)
from counterclaim.core.patterns import pattern
from counterclaim.core.types import Tag
from counterclaim.lexicons.words import act_classes

FEWEST_TOKENS = 2
_LEFT_OPEN = pattern(r"\bnor\ den(?:y|ied)\b")
_PLANS = frozenset(["plan", "plans", "intention"])
# To do something: a plan, and denies nothing.
_REFUSING = frozenset(["refused", "refuses", "refusing", "declined"])
UNNAMED = "reader.event.unnamed.v1"
FEWEST_UNNAMED = 3  # words
_LEADING = frozenset(["that", "and", "but", "or", ",", ";", ":"])
_TRAILING = frozenset(
    """and but or that which who the a an had has have was were is are been be , ; :""".split()
)
UNTOLD = People(Slot(0, 0), None, None, None, "unknown", "unknown")


def tagged_claims(sentence: Sentence) -> list[tuple[Claim, Tag]]:
    """A claim for each marked span of the sentence, without speakers, beside its mark."""
    whole = ((_without_links(sentence, slot), tag) for slot, tag in sentence.claim_tags)
    made = [
        (MAKERS[tag.label](sentence, slot, tag), tag)
        for slot, tag in whole
        if slot.last - slot.first >= FEWEST_TOKENS
    ]
    return [
        (claim, tag)
        for claim, tag in made
        if not (_blames_nobody(claim) or _tells_nothing(claim) or _only_refuses(sentence, claim))
    ]


def _only_refuses(sentence: Sentence, claim: Claim) -> bool:
    """ "The army refused to hand over two officers": no denial of an act."""
    if not isinstance(claim, Responsibility) or claim.stance != "denies":
        return False
    slot = sentence.slot_of(claim.start, claim.end)
    said = sentence.low[slot.first : slot.last + 1]
    return not _REFUSING.isdisjoint(said) or ("no" in said and not _PLANS.isdisjoint(said))


def _without_links(sentence: Sentence, slot: Slot) -> Slot:
    """A marked span without what only ties it to its sentence: "that …", "… and"."""
    first, last = slot.first, slot.last
    while first < last and sentence.low[first] in _LEADING:
        first += 1
    while first < last and sentence.low[last - 1] in _TRAILING:
        last -= 1
    return Slot(first, last)


def _blames_nobody(claim: Claim) -> bool:
    """An accusation without an actor, and "neither confirmed nor denied", hold nobody responsible."""
    if not isinstance(claim, Responsibility):
        return False
    return _LEFT_OPEN.search(claim.quote) is not None or (claim.stance == "accuses" and claim.accused is None)


def _tells_nothing(claim: Claim) -> bool:
    """Whether an event has no word for what happened, and hardly any other: "1 October", "its forces"."""
    return claim.maker == UNNAMED and len(claim.quote.split()) < FEWEST_UNNAMED


def _fields(sentence: Sentence, slot: Slot, tag: Tag) -> dict[str, Any]:
    fields = base(sentence, slot, f"reader.{tag.label}.v1", slot.first)
    fields["modality"] = tag.values["modality"]
    fields["polarity"] = tag.values["polarity"]
    place, date = _marked(sentence, slot, "place"), _marked(sentence, slot, "date")
    if place is not None and holds_place(sentence, place) and not is_elsewhere(sentence, place):
        fields["place"] = place_words(sentence, place)
    dated = date_of(sentence, date) if date is not None else None
    if dated is not None:
        fields["date"], fields["when"], fields["when_basis"] = dated
    return fields


def _casualty(sentence: Sentence, slot: Slot, tag: Tag) -> Claim:
    inside = [people for people in people_in(sentence) if people.slot.first in slot]
    counted = [people for people in inside if people.counted]
    people = next(iter(counted or inside), UNTOLD)
    fields = _fields(sentence, slot, tag)
    fields["polarity"] = "negated" if people.min == people.max == 0 else fields["polarity"]
    group = sentence.words(people.group.first, people.group.last) if people.group else None
    return Casualty(
        **fields,
        harm=tag.values["harm"],  # type: ignore[arg-type]
        min=people.min,
        max=people.max,
        qualifier=people.qualifier,
        group=group or _slot_words(sentence, slot, "group"),
        status=tag.values["status"],  # type: ignore[arg-type]
        scope=tag.values["scope"],  # type: ignore[arg-type]
        perpetrator=_party(sentence, slot),
    )


def _event(sentence: Sentence, slot: Slot, tag: Tag) -> Claim:
    told = most_telling(sentence, slot)
    fields = _fields(sentence, slot, tag)
    if told is None:  # no word says what kind of event it is: the reader's guess
        fields["maker"] = UNNAMED
    return Event(
        **fields,
        event_type=act_classes("events")[told[1]] if told else tag.values["event_type"],  # type: ignore[arg-type]
        actor=_party(sentence, slot) or agent_before(sentence, slot.last),
        target=_slot_words(sentence, slot, "target"),
    )


def _responsibility(sentence: Sentence, slot: Slot, tag: Tag) -> Claim:
    fields = _fields(sentence, slot, tag)
    fields["polarity"] = "negated" if tag.values["stance"] == "denies" else fields["polarity"]
    return Responsibility(**fields, stance=tag.values["stance"], accused=_party(sentence, slot))  # type: ignore[arg-type]


def _control(sentence: Sentence, slot: Slot, tag: Tag) -> Claim:
    return Control(
        **_fields(sentence, slot, tag),
        holder=_party(sentence, slot) or agent_before(sentence, slot.last),
        change=tag.values["change"],  # type: ignore[arg-type]
    )


def _damage(sentence: Sentence, slot: Slot, tag: Tag) -> Claim:
    count = next((count for near, count in sentence.counts if near.first in slot), None)
    return Damage(
        **_fields(sentence, slot, tag),
        object=_slot_words(sentence, slot, "target"),
        min=count.min if count else None,
        max=count.max if count else None,
        outcome=tag.values["outcome"],  # type: ignore[arg-type]
    )


def _agreement(sentence: Sentence, slot: Slot, tag: Tag) -> Claim:
    fields = _fields(sentence, slot, tag)
    return Agreement(**fields, status=tag.values["agreement_status"])  # type: ignore[arg-type]


def _plain(kind: type[Intent | Plan | Assessment]) -> Callable[[Sentence, Slot, Tag], Claim]:
    return lambda sentence, slot, tag: kind(**_fields(sentence, slot, tag))


MAKERS: dict[str, Callable[[Sentence, Slot, Tag], Claim]] = {
    "casualty": _casualty,
    "event": _event,
    "responsibility": _responsibility,
    "control": _control,
    "damage": _damage,
    "agreement": _agreement,
    "intent": _plain(Intent),
    "plan": _plain(Plan),
    "assessment": _plain(Assessment),
}


def _party(sentence: Sentence, slot: Slot) -> str | None:
    """Who acts, by the mark inside the claim: the known actor's name where there is one."""
    for near, tag in sentence.slot_tags:
        if tag.label == "actor" and near.first in slot:
            hit = sentence.mention_at(near.last - 1, "actor") or sentence.mention_at(near.first, "actor")
            return hit[1].name if hit is not None else sentence.words(near.first, near.last)
    return None


def _slot_words(sentence: Sentence, slot: Slot, label: str) -> str | None:
    near = _marked(sentence, slot, label)
    return None if near is None else sentence.words(near.first, near.last)


def _marked(sentence: Sentence, slot: Slot, label: str) -> Slot | None:
    """The first stretch in a claim's span that the reader marks as the slot."""
    return next((near for near, tag in sentence.slot_tags if tag.label == label and near.first in slot), None)
