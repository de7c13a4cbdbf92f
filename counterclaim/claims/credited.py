"""Giving a claim the speakers of the innermost credit that covers it."""

from __future__ import annotations

from msgspec.structs import replace

from counterclaim.claims.own_acts import acts_itself
from counterclaim.claims.pointed import denies_harm
from counterclaim.claims.sentence import Sentence, Slot
from counterclaim.claims.voices import Voice
from counterclaim.core.claims import Agreement, Casualty, Claim, Control, Damage, Event, Responsibility
from counterclaim.core.spans import shared
from counterclaim.lexicons.actors import actor_of

# Who condemns, denies or claims an attack is not the one who counts its victims.
PRESUPPOSING = frozenset(["judge", "deny", "demand"])
_OWN = frozenset(
    ["it", "they", "we", "its forces", "its troops", "its fighters", "their forces", "our forces"]
)
_TAKEN_BY = {"denies": "deny", "admits": "admit", "accuses": "accuse"}  # stance to kind of cue


def credited(claim: Claim, sentence: Sentence, voices: list[Voice]) -> Claim:
    """The claim with the speakers of the innermost credit that covers it."""
    covering = [voice for voice in voices if _covers(voice, sentence, claim)]
    if isinstance(claim, Casualty):
        covering = [voice for voice in covering if not _presupposes(voice, sentence)]
    if not covering:
        return claim
    named = [voice for voice in covering if voice.speakers]
    if isinstance(claim, Responsibility):
        named = [voice for voice in named if _takes(voice, claim)] or named
    voice = min(named or covering, key=lambda voice: voice.scope.last - voice.scope.first)
    hearsay = any(voice.credit is not None and voice.credit.kind == "hearsay" for voice in covering)
    modality = claim.modality
    if hearsay and modality == "asserted":
        modality = "alleged"
    source = voice.credit.source if voice.credit is not None else None
    credit = sentence.span(source.first, source.last) if source is not None else None
    changed = replace(
        claim,
        speakers=tuple(speaker.name for speaker in voice.speakers),
        speaker_aliases=tuple(
            dict.fromkeys(alias for s in voice.speakers for alias in s.aliases if alias != s.name)
        ),
        via=tuple(speaker.name for speaker in voice.via),
        credit=(credit.start, credit.end) if credit is not None else None,
        explicitness=voice.explicitness,
        modality=modality,
    )
    if voice.credit is not None and voice.credit.kind == "deny" and _is_deniable(changed):
        changed = replace(changed, polarity="negated")
    if (
        isinstance(changed, Responsibility)
        and voice.speakers
        and _is_anothers(changed, voice.speakers[0].name)
    ):
        return replace(changed, stance="accuses")
    if isinstance(changed, Event) and voice.speakers:
        told = sentence.slot_of(changed.start, changed.end)
        if acts_itself(sentence, told, voice.speakers[0]):
            return replace(changed, actor=voice.speakers[0].name)
    if isinstance(changed, Control) and (changed.holder or "").lower() in _OWN and voice.speakers:
        return replace(changed, holder=voice.speakers[0].name)
    if (
        isinstance(changed, Responsibility)
        and (changed.stance in ("admits", "denies") or _is_own_claim(changed))
        and changed.accused is None
        and voice.speakers
    ):
        return replace(changed, accused=voice.speakers[0].name)
    return changed


def _is_own_claim(claim: Responsibility) -> bool:
    return claim.stance == "claims" and claim.polarity == "affirmed"


def _is_anothers(claim: Responsibility, speaker: str) -> bool:
    """Whether a claimed act is of a party of another country than who speaks: "Yerevan said Azerbaijani troops shot a farmer"."""
    if not _is_own_claim(claim):
        return False
    named, speaks = (actor_of(name) for name in (claim.accused or "", speaker))
    if named is None or speaks is None or not (named.country and speaks.country):
        return False
    return named.country != speaks.country and "armed_group" not in (named.type, speaks.type)


def _is_deniable(claim: Claim) -> bool:
    """What did not happen where it is denied; of an agreement only that it was broken."""
    broken = isinstance(claim, Agreement) and claim.status == "violated"
    return broken or isinstance(claim, Event | Control | Damage | Casualty)


def _takes(voice: Voice, claim: Responsibility) -> bool:
    """Whether it is by this credit that the stance is taken: "the minister claimed X, which the army denied"."""
    return voice.credit is not None and voice.credit.kind == _TAKEN_BY.get(claim.stance)


def _presupposes(voice: Voice, sentence: Sentence) -> bool:
    """ "Condemned the bombing that killed 58", "claimed responsibility for a bombing that killed 30"."""
    if voice.credit is None:
        return False
    if denies_harm(sentence, voice.credit):
        return False
    opening = sentence.low[voice.scope.first : voice.scope.first + 1]
    return voice.credit.kind in PRESUPPOSING or opening == ("responsibility",)


def _covers(voice: Voice, sentence: Sentence, claim: Claim) -> bool:
    if voice.scope.first >= voice.scope.last:
        return False
    span = sentence.span(voice.scope.first, voice.scope.last)
    return 2 * shared(span, claim) >= claim.end - claim.start


def is_inside(claim: Claim, sentence: Sentence, scope: Slot) -> bool:
    span = sentence.span(scope.first, scope.last)
    return claim.start < span.end and span.start < claim.end
