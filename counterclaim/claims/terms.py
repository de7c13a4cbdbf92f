"""Agreements, intents and plans, by trigger words."""

from __future__ import annotations

from functools import cache

from counterclaim.claims.fields import base
from counterclaim.claims.sentence import Sentence, Slot
from counterclaim.core.claims import Agreement, Intent, Plan
from counterclaim.lexicons.words import act_classes, act_names, act_words


def agreements_in(sentence: Sentence, scope: Slot) -> list[Agreement]:
    """A ceasefire, deal or resolution; one per scope."""
    hits = sentence.find(act_words("agreements"), scope.first, scope.last)
    if not hits:
        return []
    slot, _ = hits[0]
    told = {phrase: said for said, phrase in reversed(sentence.find(act_names("agreement_status")))}
    phrase, status = next(
        ((phrase, kind) for phrase, kind in act_classes("agreement_status").items() if phrase in told),
        ("", "in_force"),
    )
    first = slot.first
    while (
        first > scope.first
        and slot.first - first < 3
        and sentence.low[first - 1] not in ("the", "a", "an", "of", "in", "under", "to", ",")
        and sentence.tokens[first - 1].is_word
    ):
        first -= 1
    at = min(told[phrase].first, slot.first) if phrase else slot.first
    fields = base(sentence, scope, "agreements.noun.v1", at)
    return [Agreement(**fields, agreement=sentence.words(first, slot.last), status=status)]  # type: ignore[arg-type]


def intents_in(sentence: Sentence, scope: Slot) -> list[Intent]:
    hits = sentence.find(act_words("intent"), scope.first, scope.last)
    return [Intent(**base(sentence, scope, "intents.phrase.v1", hits[0][0].first))] if hits else []


# What is refused without any plan: "refused to comment".
TELLING = frozenset("comment say answer confirm discuss name identify elaborate give speak disclose".split())
# Refused twice over, a threat: "will not allow it", "will not go unpunished", "will not stop".
YET_MEANT = frozenset("allow permit tolerate let hesitate go only just stop cease rest".split())


@cache
def _planning() -> frozenset[str]:
    return act_words("plan") | act_words("plan_negated")


def plans_in(sentence: Sentence, scope: Slot) -> list[Plan]:
    """What somebody will do, or will not; one per scope."""
    hits = sentence.find(_planning(), scope.first, scope.last)
    if not hits:
        return []
    slot, phrase = hits[0]
    behind = sentence.low[slot.last : slot.last + 1]
    if behind == ("have",) or (phrase.startswith("refus") and not TELLING.isdisjoint(behind)):
        return []
    fields = base(sentence, scope, "plans.phrase.v1", slot.first)
    fields["modality"] = "conditional" if fields["modality"] == "conditional" else "predicted"
    negated = phrase in act_words("plan_negated") and YET_MEANT.isdisjoint(behind)
    return [Plan(**fields, polarity="negated" if negated else "affirmed")]
