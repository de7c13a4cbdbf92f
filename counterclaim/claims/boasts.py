"""Who says an act was theirs: claims of responsibility, admissions, and that nobody claimed it."""

from __future__ import annotations

from msgspec.structs import replace

from counterclaim.claims.credit import Credit
from counterclaim.claims.deeds import claim_of, clause_at, is_act, party_in
from counterclaim.claims.sentence import Sentence, Slot
from counterclaim.core.claims import Responsibility

CLAIMED = frozenset(
    [
        "claimed responsibility",
        "claim responsibility",
        "claims responsibility",
        "claiming responsibility",
        "announced responsibility",
        "claim of responsibility",
        "was claimed by",
        "later claimed by",
        "been claimed by",
    ]
)
CLAIMING = frozenset(["claimed", "claims", "claiming"])
ATTACKS = frozenset(
    """attack attacks bombing bombings blast blasts ambush assault assaults shooting killing raid raids hijacking kidnapping
    kidnappings abduction strike strikes""".split()
)
ENDING = frozenset([".", ",", "in", "on", "at", "via", "through", "and", "against", "but", "which", "of"])
MAX_CLAIM_GAP = 4  # "claimed several previous bombings"
NEGATION_REACH = 9
_OWNED = "acknowledged accepted accepts admitted admits took takes taken".split()
ADMITTED = frozenset(
    f"{verb} {degree}responsibility"
    for verb in _OWNED
    for degree in ("", "full ", "sole ", "complete ", "total ", "direct ")
)
CREDITED = frozenset(
    f"{verb} credit for" for verb in "took take takes taken taking claimed claims".split()
) | {
    "owned up to",
    "owns up to",
}
MISHAPS = frozenset("incident deaths error mistake tragedy".split())
OWNING = frozenset("confirmed acknowledged conceded confirms acknowledges".split())
OWN = frozenset(["it", "we", "its", "our"])


def boasts_in(sentence: Sentence, given: list[Credit]) -> list[Responsibility]:
    """Claims of responsibility and admissions; `accused` None: the speaker's own act, or nobody's."""
    found = [_claimed(sentence, slot) for slot in _claims(sentence)]
    if found:
        return found
    for slot, _ in sentence.find(ADMITTED):
        owned = Slot(slot.first, clause_at(sentence, slot.first).last)
        return [claim_of(sentence, owned, slot.first, "admits", party_in(sentence, 0, slot.first))]
    return [claim for credit in given if (claim := _own_act(sentence, credit)) is not None]


def owns(sentence: Sentence, content: Slot) -> bool:
    """ "Takes responsibility for the incident": what it was is told elsewhere."""
    return not MISHAPS.isdisjoint(sentence.low[content.first : content.last])


def _claims(sentence: Sentence) -> list[Slot]:
    slots = [slot for slot, _ in sentence.find(CLAIMED)]
    slots += [
        slot for slot, _ in sentence.find(CREDITED) if is_act(sentence, clause_at(sentence, slot.first))
    ]
    for index in sentence.at(CLAIMING):
        after = sentence.low[index + 1 : index + 3 + MAX_CLAIM_GAP]
        noun = next((at for at, word in enumerate(after) if word in ATTACKS), None)
        if noun is not None and after[noun + 1 : noun + 2] and after[noun + 1] in ENDING:
            slots.append(Slot(index, index + 1))
    return slots


def _claimed(sentence: Sentence, slot: Slot) -> Responsibility:
    clause = _until_which(sentence, clause_at(sentence, slot.first), slot.last)
    before = sentence.low[max(clause.first, slot.first - NEGATION_REACH) : slot.first]
    negated = any(low in ("no", "not", "nobody", "none", "n't") for low in before)
    named = (slot.last, len(sentence.tokens)) if sentence.low[slot.last - 1] == "by" else (0, slot.first)
    actor = None if negated else party_in(sentence, *named)
    if not negated and sentence.low[slot.first] in CLAIMING:  # what is credited to the subject
        clause = Slot(slot.first, clause.last)
    claim = claim_of(sentence, clause, slot.first, "claims", actor)
    return replace(claim, polarity="negated") if negated else claim


def _until_which(sentence: Sentence, clause: Slot, index: int) -> Slot:
    """The clause without a relative clause behind: "… the attack, which the army blamed on rebels"."""
    last = next((at for at in range(index, clause.last) if sentence.low[at] == "which"), clause.last)
    return Slot(clause.first, last)


def _own_act(sentence: Sentence, credit: Credit) -> Responsibility | None:
    """ "The coalition confirmed its planes struck" admits; "the militia said it was behind the raid" claims."""
    content = credit.content
    if credit.kind != "say" or credit.source is None:
        return None
    said = sentence.low[content.first : content.last]
    own = OWN & set(said[:2]) or {"its", "our"} & set(said)
    if sentence.low[credit.cue.first] in OWNING and own and is_act(sentence, content):
        return claim_of(sentence, content, credit.cue.first, "admits", None)
    if said[:1] and said[0] in ("it", "we", "they") and "behind" in said[:3] and is_act(sentence, content):
        return claim_of(sentence, content, credit.cue.first, "claims", None)
    return None
