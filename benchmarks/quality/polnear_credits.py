"""What a system credits to whom in an article: the voices that claims get, or the reader's linked tags."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby

from benchmarks.quality.polnear_corpus import Article, Spans
from benchmarks.quality.reading import document_of, sentences_of
from counterclaim.claims import sentence as rules
from counterclaim.claims.assemble import voices_of
from counterclaim.claims.linked import Tagged, link_attributions
from counterclaim.claims.voices import Voice
from counterclaim.core.spans import Span
from counterclaim.core.types import Sheet


@dataclass(frozen=True)
class Credited:
    """Content credited to somebody, or to nobody named: then without source and names."""

    content: Spans
    source: Span | None = None  # the words that name the speaker
    names: tuple[str, ...] = ()  # what the speaker is called, pronouns resolved where the system does that


def credits_by_voices(article: Article, read: Callable[[Sheet], Sheet]) -> list[Credited]:
    """The article's credits as claims get them, quotations of several sentences included.

    `read` are the stages up to claims; with the reader's among them, its marks help where the rules are silent.
    """
    sheet = read(Sheet(document=document_of(article.name, article.text)))
    found: list[Credited] = []
    for _, group in groupby(rules.sentences_of(sheet), key=lambda sentence: sentence.passage.article):
        sentences = list(group)
        found += [
            _of_voice(sentence, voice)
            for sentence, voices in zip(sentences, voices_of(sheet, sentences), strict=True)
            for voice in voices
            if voice.scope.first < voice.scope.last
        ]
    return found


def _of_voice(sentence: rules.Sentence, voice: Voice) -> Credited:
    credit = voice.credit
    said = (credit.relay or credit.source) if credit is not None else None
    names = dict.fromkeys(name for speaker in voice.speakers for name in (speaker.name, *speaker.aliases))
    return Credited(
        content=(sentence.span(voice.scope.first, voice.scope.last),),
        source=sentence.span(said.first, said.last) if said is not None else None,
        names=tuple(names),
    )


def credits_by_tags(text: str, tags: Sequence[Tagged]) -> list[Credited]:
    """The article's credits by its tags "source", "cue" and "content"; one per cue, interrupted or not."""
    linked = link_attributions(tags, [sentence.start for sentence in sentences_of(text)])
    contents: dict[tuple[str, int], list[Span]] = {}
    sources: dict[tuple[str, int], Span | None] = {}
    for attribution in linked:
        part = attribution.cue or attribution.content
        key = (part.label, part.start)
        contents.setdefault(key, []).append(_span(attribution.content))
        sources[key] = _span(attribution.source) if attribution.source is not None else None
    return [
        Credited(
            content=tuple(spans),
            source=sources[key],
            names=tuple(source.of(text) for source in (sources[key],) if source is not None),
        )
        for key, spans in contents.items()
    ]


def _span(tag: Tagged) -> Span:
    return Span(tag.start, tag.end)
