"""Responsibility: who accuses, admits, denies or claims an act, from cues and fixed wordings."""

from __future__ import annotations

from itertools import islice

from msgspec.structs import replace

from counterclaim.claims.clauses import closing
from counterclaim.claims.credit import Credit
from counterclaim.claims.fields import base
from counterclaim.claims.sentence import Sentence, Slot
from counterclaim.core.claims import Responsibility, Stance
from counterclaim.lexicons.words import act_classes, act_names

CLAIMED = (
    "claimed responsibility",
    "claim responsibility",
    "claims responsibility",
    "claiming responsibility",
    "claim of responsibility",
    "claimed the attack",
    "claimed the bombing",
    "was claimed by",
    "later claimed by",
    "been claimed by",
)
ADMITTED = (
    "acknowledged responsibility",
    "accepted responsibility",
    "admitted responsibility",
    "took responsibility",
)
DISOWNED = (
    "was not behind",
    "were not behind",
    "not responsible for",
    "was not involved",
    "were not involved",
    "no involvement in",
    "had no part in",
    "did not carry out",
    "had not carried out",
    "did not attack",
    "did not bomb",
    "did not shell",
    "did not target",
    "never targeted",
    "never bombed",
    "denied responsibility",
    "denied involvement",
    "denied any involvement",
    "denies involvement",
    "denies responsibility",
)
ACCUSED_PASSIVE = ("accused of", "blamed for")
CRIMES = frozenset(
    """targeting using violating violated violations breaking breaching crimes genocide torture rape looting
    supporting backing arming funding involvement carrying besieging starving blocking preventing perpetrating
    ethnic cleansing displacement weapons behind responsible terrorism shooting firing""".split()
)
BLAMING = (
    "responsible for",
    "was behind",
    "were behind",
    "is behind",
    "to blame",
    "blamed on",
    "the perpetrators",
    "carried out by",
    "perpetrated by",
    "at the hands of",
    "bears responsibility",
    "bear responsibility",
)
# "No confirmed cases of air strikes on troops": the document itself denies an act.
NO_CASES = (
    "cases",
    "evidence",
    "reports",
    "indication",
    "indications",
    "confirmation",
    "proof",
    "sign",
    "signs",
)


def stances_in(sentence: Sentence, given: list[Credit]) -> list[Responsibility]:
    """Responsibility claims of a sentence. `accused` None where the text names nobody."""
    found: list[Responsibility] = []
    for slot, _ in sentence.find(CLAIMED):
        negated = any(low in ("no", "not", "nobody", "none", "n't") for low in sentence.low[: slot.first])
        named = (slot.last, len(sentence.tokens)) if sentence.low[slot.last - 1] == "by" else (0, slot.first)
        actor = None if negated else _actor(sentence, *named)
        scope = Slot(0, closing(sentence))
        claim = _claim(sentence, scope, slot.first, "claims", actor)
        found.append(replace(claim, polarity="negated") if negated else claim)
    credited = (stance for credit in given if (stance := _from_credit(sentence, credit)) is not None)
    return found or list(islice(credited, 1)) or _worded(sentence, given)


def _from_credit(sentence: Sentence, credit: Credit) -> Responsibility | None:
    content = credit.content
    if credit.kind == "accuse" and _is_violence(sentence, content):
        blamed_on = [i for i in range(content.first, content.last) if sentence.low[i] == "on"]
        blames = sentence.low[credit.cue.first].startswith("blam")
        start = blamed_on[-1] if blames and blamed_on else content.first
        accused = _actor(sentence, start, content.last) or _words_to(sentence, content)
        return _claim(sentence, content, credit.cue.first, "accuses", accused)
    if credit.kind in ("admit", "deny") and _is_act(sentence, content):
        return _claim(
            sentence, content, credit.cue.first, "admits" if credit.kind == "admit" else "denies", None
        )
    return None


def _worded(sentence: Sentence, given: list[Credit]) -> list[Responsibility]:
    end = closing(sentence)
    whole = Slot(0, end)
    for slot, _ in sentence.find(ADMITTED):
        return [_claim(sentence, whole, 0, "admits", _actor(sentence, 0, slot.first))]
    for slot, _ in sentence.find(DISOWNED):
        content = next((c.content for c in given if slot.first in c.content), whole)
        return [_claim(sentence, content, content.first, "denies", None)]
    for slot, _ in sentence.find(ACCUSED_PASSIVE):
        if any(
            low in ("been", "was", "were", "are", "is")
            for low in sentence.low[max(0, slot.first - 3) : slot.first]
        ):
            claim = _claim(sentence, whole, 0, "accuses", _actor(sentence, 0, slot.first))
            return [replace(claim, modality="alleged", explicitness="passive")]
    for slot, _ in sentence.find(BLAMING):
        content = next((c.content for c in given if slot.first in c.content), whole)
        before = sentence.low[slot.last - 1] in ("for", "behind", "blame")
        accused = (
            _actor(sentence, content.first, slot.first)
            if before
            else _actor(sentence, slot.last, content.last)
        )
        if accused is not None and _is_act(sentence, content):
            return [_claim(sentence, content, content.first, "accuses", accused)]
    for index, low in enumerate(sentence.low[:-3]):
        window = sentence.low[index + 1 : index + 4]
        nouns = [word for word in window if word in NO_CASES]
        if low == "no" and nouns:
            noun = index + 1 + window.index(nouns[0])
            if sentence.low[noun + 1 : noun + 2] == ("of",) and _is_act(sentence, Slot(noun, end)):
                scope = Slot(index, end)
                return [_claim(sentence, scope, index, "denies", _actor(sentence, noun, end))]
    return []


def _claim(
    sentence: Sentence, slot: Slot, trigger: int, stance: Stance, accused: str | None
) -> Responsibility:
    return Responsibility(
        **base(sentence, slot, f"stances.{stance}.v1", trigger),
        stance=stance,
        accused=accused,
        polarity="negated" if stance == "denies" else "affirmed",
    )


def _is_violence(sentence: Sentence, slot: Slot) -> bool:
    """An accusation of harm, attack, siege or crime; blame for a manoeuvre at a meeting is an opinion."""
    lows = sentence.low[slot.first : slot.last]
    table = act_classes("events")
    kinds = {table[phrase] for _, phrase in sentence.find(act_names("events"), slot.first, slot.last)}
    return (
        bool(kinds - {"meeting", "notification", "protest"})
        or any(low in act_classes("harm") or low in CRIMES for low in lows)
        or (
            sentence.low[slot.first - 1].startswith("blam")
            and _actor(sentence, slot.first, slot.last) is not None
        )
    )


def _is_act(sentence: Sentence, slot: Slot) -> bool:
    """Whether the words name an attack or harm, not an opinion."""
    return (
        sentence.has(act_names("events"), slot.first, slot.last)
        or any(low in act_classes("harm") for low in sentence.low[slot.first : slot.last])
        or any(
            low in ("targeting", "using", "involvement", "carrying")
            for low in sentence.low[slot.first : slot.last]
        )
    )


def _actor(sentence: Sentence, first: int, last: int) -> str | None:
    for slot, mention in sentence.mentions:
        if (
            mention.kind == "actor"
            and first <= slot.first < last
            and mention.type not in ("agency", "outlet")
        ):
            return mention.name
    return None


def _words_to(sentence: Sentence, content: Slot) -> str | None:
    last = content.first
    while last < content.last and sentence.low[last] not in ("of", "for", "on"):
        last += 1
    return sentence.words(content.first, last) or None
