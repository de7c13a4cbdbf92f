"""Who speaks in each stretch of an article, carried over quotations and colons."""

from __future__ import annotations

import msgspec

from counterclaim.claims.attribution import credits_in
from counterclaim.claims.credit import Credit
from counterclaim.claims.memory import Memory, Speaker
from counterclaim.claims.quotes import is_wholly_quoted, quoted_runs
from counterclaim.claims.senses import PRESS
from counterclaim.claims.sentence import Sentence, Slot
from counterclaim.claims.speakers import resolve
from counterclaim.core.claims import Explicitness
from counterclaim.core.types import Mention

SILENCE = frozenset(
    [
        "request for comment",
        "requests for comment",
        "to comment",
        "not commented",
        "no comment",
        "no immediate comment",
        "not respond",
        "not immediately respond",
        "not responded",
        "be reached",
    ]
)
_GOVERNING = frozenset(["Houthis", "Taliban"])  # groups that stand among the nations, having ministries


class Voice(msgspec.Struct, frozen=True):
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


def voices_in(sentence: Sentence, memory: Memory) -> list[Voice]:
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
    body = _body_opening(sentence)
    if not voices:
        memory.add(
            _person_opening(sentence) or ([body] if body is not None and sentence.has(SILENCE) else [])
        )
    memory.topic = body
    memory.group = _last_group(sentence) or memory.group
    memory.alliance = _last_alliance(sentence) or memory.alliance
    return voices


def _person_opening(sentence: Sentence) -> list[Speaker]:
    """Whom a sentence without speakers is about: "he" in the next may mean the person it opens with."""
    opening = sentence.mention_at(0, "person")
    if opening is None or opening[0].last - opening[0].first < 2:
        return []
    name = opening[1].name
    return [Speaker(name, "person", "named", (sentence.words(opening[0].first, opening[0].last),))]


def _body_opening(sentence: Sentence) -> Speaker | None:
    """The party that a sentence opens with: who is asked for comment is "it" in the next."""
    body = sentence.mention_at(1 if sentence.low[0] == "the" and len(sentence.tokens) > 1 else 0, "actor")
    return _party(sentence, *body) if body is not None and body[0].first <= 1 else None


def _last_group(sentence: Sentence) -> Speaker | None:
    groups = [
        (slot, mention)
        for slot, mention in sentence.mentions
        if mention.kind == "actor" and (mention.type == "armed_group" or mention.name in _GOVERNING)
    ]
    return _party(sentence, *groups[-1]) if groups else None


def _last_alliance(sentence: Sentence) -> Speaker | None:
    named = [hit for hit in sentence.mentions if hit[1].kind == "actor" and hit[1].type == "coalition"]
    return _party(sentence, *named[-1]) if named else None


def _party(sentence: Sentence, slot: Slot, mention: Mention) -> Speaker:
    return Speaker(
        mention.name, "institution", "named", (sentence.words(slot.first, slot.last),), mention.type
    )


def spread_voices(text: str, sentences: list[Sentence], voiced: list[list[Voice]]) -> None:
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


def monitors_of(sentences: list[Sentence]) -> tuple[str, ...]:
    """Casualty recorders that an article names, each once."""
    names = (
        mention.name
        for sentence in sentences
        for _, mention in sentence.mentions
        if mention.type == "monitor" and mention.kind == "actor"
    )
    return tuple(dict.fromkeys(names))


def _is_press(sentence: Sentence, told: Slot) -> bool:
    """Whether those told are the press, who then pass it on."""
    hits = (sentence.mention_at(index, "actor") for index in range(told.first, told.last))
    return any(hit is not None and hit[1].type in PRESS for hit in hits)
