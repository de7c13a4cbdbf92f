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
    if not voices:
        memory.add(_told_of(sentence))
    return voices


def _told_of(sentence: Sentence) -> list[Speaker]:
    """Who a sentence without speakers is about: "he" or "it" in the next may mean whom it opens with."""
    opening = sentence.mention_at(0, "person")
    if opening is not None and opening[0].last - opening[0].first >= 2:
        name = opening[1].name
        return [Speaker(name, "person", "named", (sentence.words(opening[0].first, opening[0].last),))]
    body = sentence.mention_at(1 if sentence.low[0] == "the" else 0, "actor")
    if body is None or body[0].first > 1 or not _is_silent(sentence):
        return []
    words = sentence.words(0, body[0].last)
    return [Speaker(body[1].name, "institution", "named", (words,), body[1].type)]


def _is_silent(sentence: Sentence) -> bool:
    """ "The army did not respond to requests for comment": who is asked is who speaks next."""
    return sentence.has(SILENCE)


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
