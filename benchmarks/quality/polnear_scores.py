"""How well credits agree with annotated attributions: by content, and by sentence with its speaker."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from benchmarks.quality.polnear_corpus import Article, GoldAttribution, Spans
from benchmarks.quality.polnear_credits import Credited
from benchmarks.quality.reading import sentences_of
from benchmarks.quality.scores import Score, Touched, match, share, trimmed
from counterclaim.core.patterns import pattern
from counterclaim.core.spans import Span, shared
from counterclaim.core.types import Tag

COVERED = (
    0.3  # of a sentence, or of a content: the share that counts as found, as in GenderGapTracker's tests
)
PARTS = ("source", "cue", "content")

_WORD = pattern(r"[\pL\pN]+")
_EMPTY = frozenset("the a an of for and in on to at by s".split())
_PRONOUNS = frozenset("he she it they we i you him her them his hers their its us me who that this".split())


def score_spans(articles: Sequence[Article], tags: Sequence[Sequence[Tag]]) -> dict[str, dict[str, Any]]:
    """Sources, cues and contents as spans: any overlap, overlap matched one to one, and equal edges.

    An interrupted part counts as its pieces; a span shared by several attributions counts once.
    """
    scores = {f"{part} {how}": Score() for part in PARTS for how in ("overlap", "exact")}
    touched = {f"{part} any overlap": Touched() for part in PARTS}
    for article, tagged in zip(articles, tags, strict=True):
        for part in PARTS:
            golds = sorted({span for gold in article.attributions for span in getattr(gold, part)})
            preds = [tag.span for tag in tagged if tag.label == part]
            touched[f"{part} any overlap"].add(golds, preds)
            scores[f"{part} overlap"].add(len(match(golds, preds, shared)), len(golds), len(preds))
            edges = [{trimmed(article.text, span) for span in spans} for spans in (golds, preds)]
            scores[f"{part} exact"].add(len(edges[0] & edges[1]), len(golds), len(preds))
    rows = {name: overlap.row() for name, overlap in touched.items()}
    return rows | {name: score.row() for name, score in scores.items()}


def score_credits(
    articles: Sequence[Article], credited: Iterable[Sequence[Credited]]
) -> dict[str, dict[str, Any]]:
    """Contents found and sentences credited, and how often the speaker of what matched is right.

    contents: one-to-one; of the annotated content COVERED of the code points are in the credited one.
    sentences: those of which COVERED of the code points lie in one attribution's content.
    """
    contents, sentences = Score(), Score()
    content_speakers: list[bool] = []
    sentence_speakers: list[bool] = []
    for article, credits_ in zip(articles, credited, strict=True):
        golds = [gold for gold in article.attributions if gold.content]
        pairs = match(golds, credits_, _content_covered)
        contents.add(len(pairs), len(golds), len(credits_))
        content_speakers += [is_speaker(article.text, gold, credit) for gold, credit in pairs]
        for sentence in sentences_of(article.text):
            told = [gold for gold in golds if coverage(gold.content, sentence) >= COVERED]
            read = [credit for credit in credits_ if coverage(credit.content, sentence) >= COVERED]
            sentences.add(bool(told and read), bool(told), bool(read))
            if told and read:
                credit = max(read, key=lambda credit: (coverage(credit.content, sentence), -_length(credit)))
                sentence_speakers.append(any(is_speaker(article.text, gold, credit) for gold in told))
    return {
        "contents": contents.row(),
        "content speakers": share(content_speakers),
        "sentences": sentences.row(),
        "sentence speakers": share(sentence_speakers),
    }


def coverage(content: Spans, span: Span) -> float:
    """The share of a span that a content covers."""
    return sum(shared(piece, span) for piece in content) / (span.end - span.start)


def is_speaker(text: str, gold: GoldAttribution, credit: Credited) -> bool:
    """Whether the credit goes to the annotated source.

    It does if the words that name the speaker overlap the source, or if one name's words are all in the
    other's; pronouns are no names. Where the annotation names nobody, nobody may be named.
    """
    if not gold.source:
        return credit.source is None and not credit.names
    if credit.source is not None and any(shared(credit.source, span) for span in gold.source):
        return True
    words = _words(" ".join(span.of(text) for span in gold.source))
    return any(_same(words, _words(name)) for name in credit.names)


def _same(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one and other) and (one <= other or other <= one)


def _words(name: str) -> frozenset[str]:
    words = {match.group(0) for match in _WORD.finditer(name.lower().replace("’s", "").replace("'s", ""))}
    return frozenset(words - _EMPTY - _PRONOUNS)


def _content_covered(gold: GoldAttribution, credit: Credited) -> float:
    total = sum(span.end - span.start for span in gold.content)
    found = sum(shared(span, piece) for span in gold.content for piece in credit.content)
    return found / total if found / total >= COVERED else 0.0


def _length(credit: Credited) -> int:
    return sum(span.end - span.start for span in credit.content)
