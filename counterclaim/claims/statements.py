"""Claims that are not figures: events, control, damage, agreements, intents and plans, by trigger words."""

from __future__ import annotations

from typing import Any

from counterclaim.claims.context import agent_before, agent_by, date_near, modality_of, place_near
from counterclaim.claims.phrases import bare
from counterclaim.claims.sentence import Sentence, Slot
from counterclaim.core.claims import (
    Agreement,
    Change,
    Control,
    Damage,
    Event,
    EventType,
    Intent,
    Outcome,
    Plan,
)
from counterclaim.lexicons.words import act_classes, act_names, act_words

NEGATION_REACH = 6
HELD_PLACES = frozenset(
    """town city village villages towns area areas district districts neighborhood neighbourhood hospital
    base airport airbase crossing province territory territories region positions hill hills suburb suburbs
    dam road highway swathes parts half much fields field complex quarter quarters neighborhoods neighbourhoods
    border east west north south stronghold square checkpoint checkpoints enclave""".split()
)
EVENT_VERBS = frozenset(
    """hit struck targeted bombed shelled attacked detonated exploded launched carried conducted fired dropped
    stormed ambushed occurred took happened killed killing wounded injured destroyed executed beheaded shot arrested abducted
    kidnapped clashed fought advancing advanced blew ripped rocked repelled pounded pushed intensified pounding hitting
    striking targeting landed broke erupted protested looted reached marched fell slammed collided demonstrated
    rallied pillaged ransacked seized ambushed strafed rained bombarded assaulted besieged laid blasted set
    delivered airdropped travelled gathered convened deployed withdrew evacuated met held opened raided mounted rammed""".split()
)
SUFFIX_HOLDS = ("-held", "-controlled", "-ruled", "-run", "-occupied", "-dominated")
# "X fell to the rebels": the place stands before the verb.
PLACE_FIRST = frozenset(
    [
        "fell to",
        "fallen to",
        "has fallen",
        "under the control of",
        "in the hands of",
        "under siege",
        "under a siege",
        "under rebel control",
    ]
)
WANTING = frozenset(
    "vowed wants wanted seeking tried trying plans planned attempt attempted hopes pledged ready set".split()
)


def base(sentence: Sentence, slot: Slot, maker: str, trigger: int) -> dict[str, Any]:
    """The fields that every claim has, for the tokens of `slot`."""
    span = sentence.span(slot.first, slot.last)
    date, when, basis = date_near(sentence, trigger)
    return {
        "start": span.start,
        "end": span.end,
        "quote": sentence.words(slot.first, slot.last),
        "article": sentence.passage.article,
        "passage": sentence.number,
        "maker": maker,
        "place": place_near(sentence, trigger),
        "date": date,
        "when": when,
        "when_basis": basis,
        "modality": modality_of(sentence, slot),
    }


def events_in(sentence: Sentence, scope: Slot) -> list[Event]:
    """At most one event: the most telling type with its trigger in `scope`."""
    table = act_classes("events")
    hits = sentence.find(act_names("events"), scope.first, scope.last)
    if not hits:
        return []
    order = list(dict.fromkeys(table.values()))
    best, phrase = min(hits, key=lambda hit: (order.index(table[hit[1]]), hit[0].first))
    met = [hit for hit in hits if table[hit[1]] in ("meeting", "protest") and hit[0].last < best.first]
    if met and sentence.low[best.first - 1] in ("the", "of", "against", "discuss", "about", "over"):
        best, phrase = met[0]  # what is met or protested about is no news of its own
    verbal = any(bare(low) in EVENT_VERBS for low in sentence.low[scope.first : scope.last])
    located = any(slot.first in scope for slot, _ in sentence.places) or any(
        slot.first in scope for slot, _ in sentence.times
    )
    if not verbal or not (located or best.first - scope.first < 8):
        return []
    kind: EventType = table[phrase]  # type: ignore[assignment]
    actor = agent_before(sentence, best.last) or agent_by(sentence, best.first)
    fields = base(sentence, scope, "events.trigger.v1", best.first)
    negated = _is_denied(sentence, scope, best)
    return [
        Event(
            **fields,
            event_type=kind,
            actor=actor,
            target=_target(sentence, best.last, scope),
            polarity="negated" if negated else "affirmed",
        )
    ]


def _is_denied(sentence: Sentence, scope: Slot, trigger: Slot) -> bool:
    """ "No strikes were carried out", "there have been no confirmed cases of strikes"."""
    return any(
        low in ("no", "never", "not") or low.endswith("n't")
        for low in sentence.low[max(scope.first, trigger.first - NEGATION_REACH) : trigger.first]
    )


def _target(sentence: Sentence, index: int, scope: Slot) -> str | None:
    """Who or what is hit: the phrase behind "on", "against", "hit" or "targeted"."""
    for near in range(index - 1, min(scope.last - 1, index + 8)):
        if sentence.low[near] in (
            "bombed",
            "stormed",
            "shelled",
            "ambushed",
            "raided",
            "bombarded",
            "pounded",
            "on",
            "against",
            "hit",
            "targeting",
            "targeted",
            "struck",
            "destroyed",
            "attacked",
        ):
            last = near + 1
            while (
                last < scope.last
                and last - near < 7
                and sentence.tokens[last].is_word
                and sentence.low[last]
                not in (
                    "in",
                    "on",
                    "near",
                    "and",
                    "at",
                    "killing",
                    "late",
                    "early",
                    "that",
                    "which",
                    "of",
                    "to",
                    "during",
                    "after",
                )
            ):
                last += 1
            if last > near + 1 and not sentence.is_time(near + 1):
                first = near + 1
                while first < last - 1 and sentence.low[first] in ("the", "a", "an", "its", "their"):
                    first += 1
                return sentence.words(first, last)
    return None


def controls_in(sentence: Sentence, scope: Slot) -> list[Control]:
    """Statements of control, and attributive ones ("rebel-held Idlib") marked optional."""
    table = act_classes("control")
    found: list[Control] = []
    for slot, phrase in sentence.find(act_names("control"), scope.first, scope.last)[:1]:
        backwards = sentence.low[slot.last : slot.last + 1] == ("by",) or phrase in PLACE_FIRST
        after = range(slot.last, min(scope.last, slot.last + 9))
        before = range(max(scope.first, slot.first - 6), slot.first)
        if not any(
            sentence.is_place(i) or bare(sentence.low[i]) in HELD_PLACES
            for i in (before if backwards else after)
        ):
            continue
        if _only_wanted(sentence, slot):
            continue
        change: Change = table[phrase]  # type: ignore[assignment]
        if backwards:
            holder = agent_by(sentence, slot.last - 1) or _actor_after(sentence, slot.last)
            place = _place_in(sentence, before)
        else:
            holder = _holder(sentence, slot.first)
            place = _control_place(sentence, slot)
        fields = base(sentence, scope, "control.verb.v1", slot.first)
        fields["place"] = place or fields["place"]
        found.append(Control(**fields, holder=holder, change=change))
    for index in range(scope.first, scope.last):
        attributive = _attributive(sentence, index)
        if attributive is not None:
            found.append(attributive)
    return found


def _attributive(sentence: Sentence, index: int) -> Control | None:
    """ "rebel-held Idlib", "the government-besieged town of Madaya"."""
    low = sentence.low[index]
    if "-" not in low:
        return None
    suffix = next((suffix for suffix in (*SUFFIX_HOLDS, "-besieged") if low.endswith(suffix)), None)
    if suffix is None or index + 1 >= len(sentence.tokens):
        return None
    last = min(len(sentence.tokens), index + 4)
    while last > index + 2 and not (sentence.is_place(last - 1) or sentence.low[last - 1] in HELD_PLACES):
        last -= 1
    if not any(sentence.is_place(i) or sentence.low[i] in HELD_PLACES for i in range(index + 1, last)):
        return None
    fields = base(sentence, Slot(index, last), "control.attributive.v1", index)
    change: Change = "besieges" if suffix == "-besieged" else "holds"
    return Control(**fields, holder=sentence.tokens[index].text[: -len(suffix)], change=change, optional=True)


def _only_wanted(sentence: Sentence, slot: Slot) -> bool:
    """ "vowed to retake", "seeking to capture": a plan, not a change."""
    before = sentence.low[max(0, slot.first - 3) : slot.first]
    return before[-1:] == ("to",) and bool(set(before) & WANTING)


def _actor_after(sentence: Sentence, index: int) -> str | None:
    for near in range(index, min(len(sentence.tokens), index + 5)):
        hit = sentence.mention_at(near, "actor")
        if hit is not None:
            return hit[1].name
    return None


def _place_in(sentence: Sentence, window: range) -> str | None:
    named = [slot for slot, _ in sentence.places if slot.first in window]
    return sentence.words(named[-1].first, named[-1].last) if named else None


def _holder(sentence: Sentence, index: int) -> str | None:
    named = agent_before(sentence, index)
    if named is not None:
        return named
    first = index
    while (
        first > 0
        and index - first < 5
        and sentence.tokens[first - 1].is_word
        and sentence.low[first - 1] not in ("that", "said", "and")
    ):
        first -= 1
    words = sentence.words(first, index)
    return words or None


def _control_place(sentence: Sentence, slot: Slot) -> str | None:
    named = [place for place, _ in sentence.places if slot.last <= place.first <= slot.last + 12]
    if named:
        return sentence.words(named[0].first, named[0].last)
    for index in range(slot.last, min(len(sentence.tokens), slot.last + 7)):
        if bare(sentence.low[index]) in HELD_PLACES:
            return sentence.words(slot.last, index + 1)
    return None


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
        count = next(
            (count for near, count in sentence.counts if near.first in window and near.first <= head), None
        )
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
        fields = base(sentence, Slot(first, max(slot.last, head + 1)), "damage.verb.v1", slot.first)
        found.append(Damage(**fields, object=thing, min=low, max=high, outcome=outcome))
    return found


def _phrase_head(things: list[int]) -> int:
    head = things[0]
    for index in things[1:]:
        if index == head + 1:
            head = index
    return head


def _object_words(sentence: Sentence, head: int, floor: int) -> str:
    first = head
    while first > floor and bare(sentence.low[first - 1]) in act_words("structures") | {"oil"}:
        first -= 1
    return sentence.words(first, head + 1)


def agreements_in(sentence: Sentence, scope: Slot) -> list[Agreement]:
    """A ceasefire, deal or resolution; one per scope."""
    hits = sentence.find(act_words("agreements"), scope.first, scope.last)
    if not hits:
        return []
    slot, _ = hits[0]
    told = [phrase for _, phrase in sentence.find(act_names("agreement_status"))]
    table = act_classes("agreement_status")
    status = next((kind for phrase, kind in table.items() if phrase in told), "in_force")
    first = slot.first
    while (
        first > scope.first
        and slot.first - first < 3
        and sentence.low[first - 1] not in ("the", "a", "an", "of", "in", "under", "to", ",")
        and sentence.tokens[first - 1].is_word
    ):
        first -= 1
    fields = base(sentence, scope, "agreements.noun.v1", slot.first)
    return [Agreement(**fields, agreement=sentence.words(first, slot.last), status=status)]  # type: ignore[arg-type]


def intents_in(sentence: Sentence, scope: Slot) -> list[Intent]:
    hits = sentence.find(act_words("intent"), scope.first, scope.last)
    return [Intent(**base(sentence, scope, "intents.phrase.v1", hits[0][0].first))] if hits else []


def plans_in(sentence: Sentence, scope: Slot) -> list[Plan]:
    hits = sentence.find(act_words("plan"), scope.first, scope.last)
    if not hits or sentence.low[hits[0][0].last : hits[0][0].last + 1] == ("have",):
        return []
    fields = base(sentence, scope, "plans.phrase.v1", hits[0][0].first)
    fields["modality"] = "conditional" if fields["modality"] == "conditional" else "predicted"
    return [Plan(**fields)]
