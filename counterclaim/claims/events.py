"""Events: the most telling trigger of a stretch of a sentence."""

from __future__ import annotations

from functools import cache

from counterclaim.claims.context import agent_before, agent_by
from counterclaim.claims.fields import base
from counterclaim.claims.phrases import bare
from counterclaim.claims.sentence import Sentence, Slot
from counterclaim.core.claims import Event, EventType
from counterclaim.lexicons.words import act_classes, act_names

NEGATION_REACH = 6
EVENT_VERBS = frozenset(
    """hit struck targeted bombed shelled attacked detonated exploded launched carried conducted fired dropped
    stormed ambushed occurred took happened killed killing wounded injured destroyed executed beheaded shot arrested abducted
    kidnapped clashed fought advancing advanced blew ripped rocked repelled pounded pushed intensified pounding hitting
    striking targeting landed broke erupted protested looted reached marched fell slammed collided demonstrated
    rallied pillaged ransacked seized ambushed strafed rained bombarded assaulted besieged laid blasted set
    delivered airdropped travelled gathered convened deployed withdrew evacuated met held opened raided mounted rammed""".split()
)


def events_in(sentence: Sentence, scope: Slot) -> list[Event]:
    """At most one event: the most telling type with its trigger in `scope`."""
    table = act_classes("events")
    hits = sentence.find(act_names("events"), scope.first, scope.last)
    if not hits:
        return []
    best, phrase = min(hits, key=lambda hit: (_rank()[table[hit[1]]], hit[0].first))
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


@cache
def _rank() -> dict[str, int]:
    """Event types by how telling they are, the most telling first."""
    return {kind: rank for rank, kind in enumerate(dict.fromkeys(act_classes("events").values()))}


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
