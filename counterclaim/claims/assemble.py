"""The stage that turns passages into claims: every rule, then who is credited with each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby

from msgspec.structs import replace

from counterclaim.claims.clauses import closing
from counterclaim.claims.control import controls_in
from counterclaim.claims.credited import credited, is_inside
from counterclaim.claims.damage import damages_in
from counterclaim.claims.events import events_in
from counterclaim.claims.fields import base
from counterclaim.claims.figures import casualties_in
from counterclaim.claims.records import at_fullest_mention, once_each
from counterclaim.claims.rests import rests_in
from counterclaim.claims.sentence import Sentence, Slot, sentences_of
from counterclaim.claims.speakers import Memory
from counterclaim.claims.stances import stances_in
from counterclaim.claims.terms import agreements_in, intents_in, plans_in
from counterclaim.claims.voices import Voice, monitors_of, spread_voices, voices_in
from counterclaim.core.claims import (
    Assessment,
    Claim,
    Control,
    Damage,
    Event,
    Intent,
    Plan,
    Responsibility,
    claim_id,
)
from counterclaim.core.stages import stage
from counterclaim.core.types import Sheet


@stage("claims_rules.v1", reads="passages articles counts mentions places times", writes="claims")
def read_claims(sheet: Sheet) -> Sheet:
    """Fill the claims layer, in text order, each claim with its id."""
    found: list[Claim] = []
    for _, sentences in groupby(sentences_of(sheet), key=lambda sentence: sentence.passage.article):
        found += _claims_of_article(sheet.document.text, list(sentences))
    named = [replace(claim, id=claim_id(sheet.document.id, claim)) for claim in found]
    return replace(sheet, claims=tuple(sorted(named, key=lambda claim: (claim.start, claim.end, claim.id))))


Finder = Callable[[Sentence, Slot], Sequence[Claim]]
FINDERS: tuple[Finder, ...] = (events_in, controls_in, damages_in, agreements_in, intents_in, plans_in)


def _claims_of_article(text: str, sentences: list[Sentence]) -> list[Claim]:
    memory = Memory(monitors=monitors_of(sentences))
    voiced = [voices_in(sentence, memory) for sentence in sentences]
    spread_voices(text, sentences, voiced)
    found: list[Claim] = []
    for sentence, voices in zip(sentences, voiced, strict=True):
        found += _claims_of(sentence, voices, found)
    return at_fullest_mention(once_each(found))


def _claims_of(sentence: Sentence, voices: list[Voice], earlier: list[Claim]) -> list[Claim]:
    """Every claim of one sentence with its speakers; `earlier` are the article's before it."""
    spoken = [voice for voice in voices if voice.speakers and voice.scope.first < voice.scope.last]
    whole = Slot(0, closing(sentence))
    scopes = [voice.scope for voice in spoken] or [whole]
    sources = [
        voice.credit.source
        for voice in voices
        if voice.credit is not None and voice.credit.source is not None
    ]
    claims: list[Claim] = list(casualties_in(sentence, sources))
    claims += rests_in(sentence, [*earlier, *claims])
    claims += stances_in(sentence, [voice.credit for voice in voices if voice.credit is not None])
    for scope in [*scopes, *(_uncovered(whole, scopes) if voices else [])]:
        for find in FINDERS:
            claims += find(sentence, scope)
    claims = _without_doubles(_demanded(sentence, voices, claims))
    found = [credited(claim, sentence, voices) for claim in claims]
    for voice in spoken:
        opinions = any(isinstance(claim, Assessment) for claim in found)
        if not opinions and not any(is_inside(claim, sentence, voice.scope) for claim in found):
            fields = base(sentence, voice.scope, "assessments.credited.v1", voice.scope.first)
            found.append(credited(Assessment(**fields), sentence, [voice]))
    return found


def _demanded(sentence: Sentence, voices: list[Voice], claims: list[Claim]) -> list[Claim]:
    """What somebody vows, urges or threatens is a plan, not yet an event; what is condemned, an opinion."""
    for voice in voices:
        kind = voice.credit.kind if voice.credit is not None else None
        if kind not in ("judge", "demand") or voice.scope.first >= voice.scope.last:
            continue
        replaced = (Event, Intent, Plan) if kind == "judge" else (Event, Control, Plan, Intent, Damage)
        claims = [
            claim
            for claim in claims
            if not (isinstance(claim, replaced) and is_inside(claim, sentence, voice.scope))
        ]
        maker = "assessments.judged.v1" if kind == "judge" else "plans.demand.v1"
        fields = base(sentence, voice.scope, maker, voice.scope.first)
        if kind == "judge":
            claims.append(Assessment(**fields))
        else:
            claims.append(Plan(**{**fields, "modality": "predicted"}))
    return claims


def _without_doubles(claims: list[Claim]) -> list[Claim]:
    """A denial that names the actor is one claim, not also the event it denies; blame states no aim."""
    stances = [claim for claim in claims if isinstance(claim, Responsibility)]
    kept = []
    for claim in claims:
        met = {s.stance for s in stances if claim.start < s.end and s.start < claim.end}
        doubled = isinstance(claim, Event) and "denies" in met
        aimed = isinstance(claim, Intent) and bool(met & {"denies", "accuses"})
        if not (doubled or aimed):
            kept.append(claim)
    return kept


def _uncovered(whole: Slot, scopes: list[Slot]) -> list[Slot]:
    """Stretches of the sentence that nobody is credited with, if long enough to say something."""
    edges = sorted((scope.first, scope.last) for scope in scopes)
    free: list[Slot] = []
    at = whole.first
    for first, last in edges:
        if first - at >= 8:
            free.append(Slot(at, first))
        at = max(at, last)
    if whole.last - at >= 8:
        free.append(Slot(at, whole.last))
    return free
