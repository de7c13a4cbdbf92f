"""Denials that only point to what they deny: "the army rejected the claim", after a sentence that accuses it."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.claims.deeds import PEACEFUL, claim_of
from counterclaim.claims.pointed import only_points
from counterclaim.claims.sentence import Sentence
from counterclaim.claims.voices import Voice
from counterclaim.core.claims import Casualty, Claim, Damage, Event, Responsibility


def retorts_in(sentence: Sentence, voices: list[Voice], earlier: Sequence[Claim]) -> list[Responsibility]:
    """A denial by each speaker who denies what the sentence before accuses somebody of.

    `accused` is whom that sentence names; None where it names nobody, so that it is the speaker.
    """
    before = [claim for claim in earlier if claim.passage == sentence.number - 1]
    found = []
    for voice in voices:
        credit = voice.credit
        if credit is None or not only_points(credit):
            continue
        names = {speaker.name for speaker in voice.speakers}
        boasted = {claim.speakers for claim in before if _is_boast(claim)}
        charges = [
            claim
            for claim in before
            if _is_charge(claim) and names.isdisjoint(claim.speakers) and claim.speakers not in boasted
        ]
        if charges:
            accused = next((name for name in map(_accused, charges) if name), None)
            found.append(claim_of(sentence, credit.content, credit.cue.first, "denies", accused))
    return found


def _is_charge(claim: Claim) -> bool:
    """Whether a claim tells of an act that somebody else would deny; nobody denies what its doer boasts of."""
    if isinstance(claim, Responsibility):
        return claim.stance == "accuses" and claim.polarity == "affirmed"
    harmful = isinstance(claim, Event) and claim.event_type not in {*PEACEFUL, "protest", "other"}
    harmful = harmful or (isinstance(claim, Casualty) and claim.harm in ("killed", "wounded", "abducted"))
    harmful = harmful or isinstance(claim, Damage)
    return harmful and claim.polarity == "affirmed" and _accused(claim) not in claim.speakers


def _is_boast(claim: Claim) -> bool:
    return isinstance(claim, Responsibility) and claim.stance in ("claims", "admits")


def _accused(claim: Claim) -> str | None:
    if isinstance(claim, Responsibility):
        return claim.accused
    if isinstance(claim, Casualty):
        return claim.perpetrator
    return claim.actor if isinstance(claim, Event) else None
