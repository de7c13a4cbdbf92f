"""The stage that turns passages into claims: every rule, then who is credited with each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby

from msgspec.structs import replace

from counterclaim.claims.clauses import RELATIVES, content_words, whole_of
from counterclaim.claims.control import controls_in
from counterclaim.claims.credited import credited, is_inside
from counterclaim.claims.damage import damages_in
from counterclaim.claims.events import events_in
from counterclaim.claims.fields import base
from counterclaim.claims.figures import casualties_in
from counterclaim.claims.heads import CONJUNCTIONS, TAIL_PREPOSITIONS
from counterclaim.claims.learned.found import tagged_claims
from counterclaim.claims.learned.voices import TaggedVoices
from counterclaim.claims.learned.weigh import Candidate, candidates, weighed
from counterclaim.claims.memory import Memory
from counterclaim.claims.pointed import only_points
from counterclaim.claims.records import at_fullest_mention, once_each
from counterclaim.claims.rests import rests_in
from counterclaim.claims.retorts import retorts_in
from counterclaim.claims.scenes import in_scene
from counterclaim.claims.sentence import Sentence, Slot, sentences_of
from counterclaim.claims.stances import stances_in
from counterclaim.claims.terms import agreements_in, intents_in, plans_in
from counterclaim.claims.voices import (
    Voice,
    author_of,
    monitors_of,
    own_voice,
    spread_voices,
    surrounds,
    voices_in,
)
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


@stage("claims_rules.v4", reads="passages articles counts mentions places times", writes="claims")
def read_claims_by_rules(sheet: Sheet) -> Sheet:
    """Fill the claims layer by the rules alone, in text order, each claim with its id."""
    return _with_claims(sheet, [candidate.claim for candidate in candidates_of(sheet)])


@stage("claims.v4", reads="passages articles counts mentions places times tags", writes="claims")
def read_claims(sheet: Sheet) -> Sheet:
    """Fill the claims layer by rules and the trained reader's marks, each claim with its confidence."""
    return _with_claims(sheet, weighed(candidates_of(sheet)))


@stage("claims_reader.v4", reads="passages articles counts mentions places times tags", writes="claims")
def read_claims_by_reader(sheet: Sheet) -> Sheet:
    """Fill the claims layer by the reader's marks alone; speakers are found as ever."""
    found = candidates_of(sheet, by_rules=False)
    return _with_claims(sheet, [each.claim for each in found if each.tag and each.tag.score >= MARKED])


def _with_claims(sheet: Sheet, claims: list[Claim]) -> Sheet:
    named = [replace(claim, id=claim_id(sheet.document.id, claim)) for claim in claims]
    ordered = sorted(named, key=lambda claim: (claim.start, claim.end, claim.id))
    return replace(sheet, claims=tuple(in_scene(ordered)))


FEWEST_FREE = 8  # tokens
TYING = CONJUNCTIONS | RELATIVES | TAIL_PREPOSITIONS
FEWEST_WORDS = 2  # of what somebody is credited with, to be a claim by itself
MARKED = 0.5  # mean probability of a claim that the reader alone is asked for
Finder = Callable[[Sentence, Slot], Sequence[Claim]]
FINDERS: tuple[Finder, ...] = (events_in, controls_in, damages_in, agreements_in, intents_in, plans_in)


def candidates_of(sheet: Sheet, *, by_rules: bool = True) -> list[Candidate]:
    """Every claim that a rule or the reader finds, article by article; a figure told twice is one."""
    found: list[Candidate] = []
    for _, group in groupby(sentences_of(sheet), key=lambda sentence: sentence.passage.article):
        sentences = list(group)
        by_sentence = zip(sentences, voices_of(sheet, sentences), strict=True)
        told: list[Candidate] = []
        for sentence, voices in by_sentence:
            earlier = [candidate.claim for candidate in told]
            by_rule = _claims_of(sentence, voices, earlier) if by_rules else []
            tagged = [(credited(claim, sentence, voices), tag) for claim, tag in tagged_claims(sentence)]
            told += candidates(by_rule, tagged)
        kept = {id(claim) for claim in at_fullest_mention(once_each([candidate.claim for candidate in told]))}
        found += [candidate for candidate in told if id(candidate.claim) in kept]
    return found


def voices_of(sheet: Sheet, sentences: list[Sentence]) -> list[list[Voice]]:
    """Who speaks in each sentence of an article: by the rules, and by the reader's marks where they are silent."""
    headline = sheet.articles[sentences[0].passage.article].headline if sheet.articles and sentences else None
    author = author_of(headline.of(sheet.document.text)) if headline is not None else None
    memory = Memory(monitors=monitors_of(sentences), author=author)
    tagged = TaggedVoices(sentences, (sheet.tags or {}).get("attribution", ()))
    voiced: list[list[Voice]] = []
    for position, sentence in enumerate(sentences):
        voices = voices_in(sentence, memory)
        tagged.add_to(position, voices, memory)
        voiced.append(voices)
    spread_voices(sheet.document.text, sentences, voiced)
    tagged.finish(voiced)
    if author is not None:
        own_voice(sentences, voiced, author)
    return voiced


def _claims_of(sentence: Sentence, voices: list[Voice], earlier: list[Claim]) -> list[Claim]:
    """Every claim of one sentence with its speakers; `earlier` are the article's before it."""
    spoken = [voice for voice in voices if voice.speakers and voice.scope.first < voice.scope.last]
    whole = whole_of(sentence)
    scopes = [scope for voice in spoken for scope in _own_words(voice, spoken)] or [whole]
    sources = [
        slot
        for voice in voices
        if voice.credit is not None
        for slot in (voice.credit.source, voice.credit.relay, voice.credit.told)
        if slot is not None
    ]
    claims: list[Claim] = list(casualties_in(sentence, sources))
    claims += rests_in(sentence, [*earlier, *claims])
    stances = stances_in(sentence, voices)
    claims += stances or retorts_in(sentence, voices, earlier)
    for scope in [*scopes, *(_uncovered(sentence, whole, voices) if voices else [])]:
        for find in FINDERS:
            claims += find(sentence, scope)
    claims = _without_doubles(_demanded(sentence, voices, claims))
    found = [credited(claim, sentence, voices) for claim in claims]
    for voice in spoken:
        told = content_words(sentence, voice.scope.first, voice.scope.last)
        opinions = any(isinstance(claim, Assessment) for claim in found)
        points = voice.credit is not None and only_points(voice.credit)  # "the ministry denied this"
        if told < FEWEST_WORDS or opinions or points:
            continue
        if not any(is_inside(claim, sentence, voice.scope) for claim in found):
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
    if not stances:
        return claims
    kept = []
    for claim in claims:
        met = {s.stance for s in stances if claim.start < s.end and s.start < claim.end}
        doubled = isinstance(claim, Event) and "denies" in met
        aimed = isinstance(claim, Intent) and bool(met & {"denies", "accuses"})
        if not (doubled or aimed):
            kept.append(claim)
    return kept


def _own_words(voice: Voice, spoken: list[Voice]) -> list[Slot]:
    """What somebody says without what they pass on: of "X said shells fell, Reuters reported" nothing for Reuters."""
    others = [other for other in spoken if other.speakers != voice.speakers]
    passed_on = [other for other in others if surrounds(voice, other)]
    opens = [start for start in map(_opens, passed_on) if start is not None]
    if not opens:
        return [voice.scope]
    last = max(other.scope.last for other in passed_on)
    pieces = Slot(voice.scope.first, max(voice.scope.first, min(opens))), Slot(last, voice.scope.last)
    return [piece for piece in pieces if piece.last - piece.first >= FEWEST_FREE]


def _uncovered(sentence: Sentence, whole: Slot, voices: list[Voice]) -> list[Slot]:
    """Stretches that nobody is credited with, if long enough to say something and not who says what."""
    edges = sorted((voice.scope.first, voice.scope.last) for voice in voices if voice.speakers)
    free: list[Slot] = []
    at = whole.first
    for first, last in edges:
        if first - at >= FEWEST_FREE:
            free.append(Slot(at, first))
        at = max(at, last)
        at += sentence.low[at : at + 1] == (",",)
    if whole.last - at >= FEWEST_FREE:
        free.append(Slot(at, whole.last))
    named = [start for start in map(_opens, voices) if start is not None]
    cut = [
        _until(sentence, slot, min([at for at in named if at in slot], default=slot.last)) for slot in free
    ]
    return [slot for slot in cut if slot.last - slot.first >= FEWEST_FREE]


def _until(sentence: Sentence, slot: Slot, last: int) -> Slot:
    """The stretch up to who speaks, without what ties them to it: "… a string of deals that the UN says"."""
    if last < slot.last:
        while last > slot.first and (
            sentence.low[last - 1] in TYING or not sentence.tokens[last - 1].is_word
        ):
            last -= 1
    return Slot(slot.first, last)


def _opens(voice: Voice) -> int | None:
    """Where the words begin that only tell who says it; None for "the council adopted a resolution urging X to"."""
    credit = voice.credit
    if credit is None or not voice.speakers or voice.scope.first - credit.cue.last > FEWEST_WORDS:
        return None
    return min(slot.first for slot in (credit.source, credit.relay, credit.cue) if slot is not None)
