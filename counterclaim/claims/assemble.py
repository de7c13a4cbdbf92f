"""The stage that turns passages into claims: every rule, then who is credited with each."""

from __future__ import annotations

from dataclasses import dataclass

from msgspec.structs import replace

from counterclaim.claims.attribution import Credit, credits_in
from counterclaim.claims.figures import casualties_in
from counterclaim.claims.quotes import is_wholly_quoted, quoted_runs
from counterclaim.claims.rests import rests_in
from counterclaim.claims.sentence import Sentence, Slot, sentences_of
from counterclaim.claims.speakers import Memory, Speaker, resolve
from counterclaim.claims.stances import stances_in
from counterclaim.claims.statements import (
    agreements_in,
    base,
    controls_in,
    damages_in,
    events_in,
    intents_in,
    plans_in,
)
from counterclaim.core.claims import (
    Assessment,
    Casualty,
    Claim,
    Control,
    Damage,
    Event,
    Explicitness,
    Intent,
    Plan,
    Responsibility,
    claim_id,
)
from counterclaim.core.stages import stage
from counterclaim.core.types import Sheet


@dataclass(frozen=True)
class Voice:
    """Resolved speakers for a stretch of a sentence."""

    credit: Credit | None
    scope: Slot
    speakers: tuple[Speaker, ...]
    via: tuple[Speaker, ...] = ()

    @property
    def explicitness(self) -> Explicitness:
        if self.credit is not None and self.credit.kind == "hearsay":
            return "passive"
        return self.speakers[0].explicitness if self.speakers else "outlet"


@stage("claims_rules.v1", reads="passages articles counts mentions places times", writes="claims")
def read_claims(sheet: Sheet) -> Sheet:
    """Fill the claims layer, in text order, each claim with its id."""
    found: list[Claim] = []
    sentences = sentences_of(sheet)
    for article in sorted({sentence.passage.article for sentence in sentences}):
        found += _claims_of_article(
            sheet.document.text, [sentence for sentence in sentences if sentence.passage.article == article]
        )
    named = [replace(claim, id=claim_id(sheet.document.id, claim)) for claim in found]
    return replace(sheet, claims=tuple(sorted(named, key=lambda claim: (claim.start, claim.end, claim.id))))


def _claims_of_article(text: str, sentences: list[Sentence]) -> list[Claim]:
    memory = Memory(monitors=_monitors(sentences))
    voiced = [_voices(sentence, memory) for sentence in sentences]
    _spread(text, sentences, voiced)
    found: list[Claim] = []
    for sentence, voices in zip(sentences, voiced, strict=True):
        found += _claims_of(sentence, voices, found)
    return _at_fullest_mention(_once(found))


def _spread(text: str, sentences: list[Sentence], voiced: list[list[Voice]]) -> None:
    """Carry speakers over quotations of several sentences and over "The minister said:"."""
    for run in quoted_runs(text, sentences):
        named = [voice for position in run for voice in voiced[position] if voice.speakers]
        if named:
            for position in run:
                voiced[position] = voiced[position] or [_whole(sentences[position], named[-1].speakers)]
    speaking: tuple[Speaker, ...] = ()
    last: tuple[Speaker, ...] = ()
    for position, voices in enumerate(voiced):
        if not voices and speaking:
            voices.append(_whole(sentences[position], speaking))
        elif not voices and last and is_wholly_quoted(sentences[position]):
            voices.append(_whole(sentences[position], last))
        for voice in voices:
            if voice.speakers:
                last = voice.speakers
                speaking = voice.speakers if voice.credit is not None and voice.credit.opens else speaking
                if voice.credit is not None and not voice.credit.opens and voice.speakers != speaking:
                    speaking = ()


def _whole(sentence: Sentence, speakers: tuple[Speaker, ...]) -> Voice:
    return Voice(None, Slot(0, len(sentence.tokens)), speakers)


def _monitors(sentences: list[Sentence]) -> tuple[str, ...]:
    """Casualty recorders that an article names, each once."""
    names = (
        mention.name
        for sentence in sentences
        for _, mention in sentence.mentions
        if mention.type == "monitor"
    )
    return tuple(dict.fromkeys(names))


def _voices(sentence: Sentence, memory: Memory) -> list[Voice]:
    """The sentence's credits with their speakers; the memory learns them as they come."""
    voices: list[Voice] = []
    for credit in credits_in(sentence):
        if credit.kind == "hearsay":
            voices.append(Voice(credit, credit.content, ()))
            continue
        assert credit.source is not None  # noqa: S101 - only hearsay has no source
        said = resolve(sentence, credit.source, memory)
        via: list[Speaker] = []
        if credit.relay is not None:
            via, said = said, resolve(sentence, credit.relay, memory)
        if credit.told is not None and _is_press(sentence, credit.told):
            via = resolve(sentence, credit.told, memory)
        voices.append(Voice(credit, credit.content, tuple(said), tuple(via)))
        memory.add(said if credit.told is not None else [*via, *said])
    return voices


def _is_press(sentence: Sentence, told: Slot) -> bool:
    """Whether those told are the press, who then pass it on."""
    hit = sentence.mention_at(told.first, "actor")
    return hit is not None and hit[1].type in ("agency", "outlet", "state_media")


def _claims_of(sentence: Sentence, voices: list[Voice], earlier: list[Claim]) -> list[Claim]:
    whole = Slot(0, _closing(sentence))
    scopes = [voice.scope for voice in voices if voice.speakers and voice.scope.first < voice.scope.last] or [
        whole
    ]
    free = _uncovered(whole, scopes) if voices else []
    claims: list[Claim] = list(casualties_in(sentence))
    claims += rests_in(sentence, [*earlier, *claims])
    claims += stances_in(sentence, [voice.credit for voice in voices if voice.credit is not None])
    for scope in [*scopes, *free]:
        claims += events_in(sentence, scope)
        claims += controls_in(sentence, scope)
        claims += damages_in(sentence, scope)
        claims += agreements_in(sentence, scope)
        claims += intents_in(sentence, scope)
        claims += plans_in(sentence, scope)
    claims = _without_doubles(_demanded(sentence, voices, claims))
    credited = [_credited(claim, sentence, voices) for claim in claims]
    for voice in voices:
        if (
            voice.speakers
            and voice.scope.first < voice.scope.last
            and not any(_inside(claim, sentence, voice.scope) for claim in credited)
        ):
            fields = base(sentence, voice.scope, "assessments.credited.v1", voice.scope.first)
            credited.append(_credited(Assessment(**fields), sentence, [voice]))
    return credited


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
            if not (isinstance(claim, replaced) and _inside(claim, sentence, voice.scope))
        ]
        maker = "assessments.judged.v1" if kind == "judge" else "plans.demand.v1"
        fields = base(sentence, voice.scope, maker, voice.scope.first)
        if kind == "judge":
            claims.append(Assessment(**fields))
        else:
            claims.append(Plan(**{**fields, "modality": "predicted"}))
    return claims


def _without_doubles(claims: list[Claim]) -> list[Claim]:
    """A denial that names the actor is one responsibility claim, not also the event it denies."""
    denials = [claim for claim in claims if isinstance(claim, Responsibility) and claim.stance == "denies"]
    return [
        claim
        for claim in claims
        if not (
            isinstance(claim, Event | Intent)
            and any(claim.start < denial.end and denial.start < claim.end for denial in denials)
        )
    ]


def _closing(sentence: Sentence) -> int:
    end = len(sentence.tokens)
    while end > 1 and sentence.tokens[end - 1].text in ".!?…":
        end -= 1
    return end


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


def _inside(claim: Claim, sentence: Sentence, scope: Slot) -> bool:
    span = sentence.span(scope.first, scope.last)
    return claim.start < span.end and span.start < claim.end


def _credited(claim: Claim, sentence: Sentence, voices: list[Voice]) -> Claim:
    """The claim with the speakers of the innermost credit that covers it."""
    covering = [voice for voice in voices if _covers(voice, sentence, claim)]
    if not covering:
        return claim
    named = [voice for voice in covering if voice.speakers]
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
    if isinstance(changed, Event) and voice.credit is not None and voice.credit.kind == "deny":
        return replace(changed, polarity="negated")
    if (
        isinstance(changed, Responsibility)
        and changed.stance in ("admits", "denies")
        and changed.accused is None
        and voice.speakers
    ):
        return replace(changed, accused=voice.speakers[0].name)
    return changed


def _covers(voice: Voice, sentence: Sentence, claim: Claim) -> bool:
    if voice.scope.first >= voice.scope.last:
        return False
    span = sentence.span(voice.scope.first, voice.scope.last)
    shared = min(span.end, claim.end) - max(span.start, claim.start)
    return 2 * shared >= claim.end - claim.start


def _at_fullest_mention(claims: list[Claim]) -> list[Claim]:
    """One record for a figure that an article tells several times, at its fullest mention.

    The same speaker's same figure is one; a figure told without credit is the speaker's where the
    article credits it; "kills 16" in the opening is the "at least 16" told in full below.
    """
    figures = [claim for claim in claims if isinstance(claim, Casualty) and _number(claim) is not None]
    if not figures:
        return claims
    first = figures[0].passage
    dropped: set[int] = set()
    for claim in figures:
        for other in figures:
            if (
                other is claim
                or id(other) in dropped
                or other.harm != claim.harm
                or _number(other) != _number(claim)
            ):
                continue
            same = (claim.min, claim.max, claim.speakers) == (other.min, other.max, other.speakers)
            parts = claim.scope == "part" or other.scope == "part"
            if same and (not parts or (claim.scope == other.scope and claim.group == other.group)):
                fuller = _fullness(other, first) > _fullness(claim, first)
            else:
                uncredited = not claim.speakers and claim.explicitness == "outlet" and not parts
                credited = bool(other.speakers) and other.max == claim.max
                opening = claim.passage <= first < other.passage
                fuller = uncredited and (credited or opening)
            if fuller:
                dropped.add(id(claim))
                break
    return [claim for claim in claims if id(claim) not in dropped]


def _number(claim: Casualty) -> int | None:
    return claim.min if claim.min is not None else claim.max


def _fullness(claim: Casualty, opening: int) -> tuple[bool, int, int]:
    """Body before opening, long before short, then the earlier."""
    return claim.passage > opening, len(claim.quote), -claim.start


def _once(claims: list[Claim]) -> list[Claim]:
    seen: set[tuple[object, ...]] = set()
    kept: list[Claim] = []
    for claim in claims:
        key = (
            type(claim),
            claim.start,
            claim.end,
            getattr(claim, "harm", None),
            getattr(claim, "min", None),
            getattr(claim, "change", None),
        )
        if key not in seen:
            seen.add(key)
            kept.append(claim)
    return kept
