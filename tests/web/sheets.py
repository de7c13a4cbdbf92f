"""Sheets written by hand: text in parts, and claims that stand in its words."""

from __future__ import annotations

import re
from typing import Any

from msgspec.structs import replace

from counterclaim.core.claims import Casualty, Claim, claim_id
from counterclaim.core.ids import hash_bytes
from counterclaim.core.spans import Span
from counterclaim.core.types import Article, Document, Segment, Sheet
from counterclaim.split.sentences import passage_of


def build_sheet(doc: str, parts: Any, claims: list[tuple[str, Claim]], **given: Any) -> Sheet:
    """A sheet whose text is the parts joined; each claim comes with the words that it stands in."""
    text = "".join(words for *_, words in parts)
    document = Document(
        id=hash_bytes(text.encode())[:16],
        doc=doc,
        text=text,
        sha256=hash_bytes(text.encode()),
        **{"origin": f"pages/{doc}", **given},
    )
    segments, passages, at = [], [], 0
    for kind, article, words in parts:
        span = Span(at, at + len(words))
        why = "" if kind == "article" else f"made by hand as {kind}"
        segments.append(Segment(kind=kind, span=span, article=article, why=why))
        if kind == "article":
            for match in re.finditer(r"\S[^.\n]*[.]?", words):
                sentence = Span(at + match.start(), at + match.end())
                passages.append(passage_of(text, sentence, article, len(segments) - 1))
        at = span.end
    numbers = sorted({article for _, article, _ in parts if article is not None})
    articles = []
    for number in numbers:
        own = [one.span for one in segments if one.article == number]
        articles.append(Article(span=Span(own[0].start, own[-1].end)))
    placed = []
    for words, claim in claims:
        start = text.index(words)
        index = next(i for i, one in enumerate(passages) if one.span.start <= start < one.span.end)
        claim = replace(
            claim,
            start=start,
            end=start + len(words),
            quote=words,
            passage=index,
            article=passages[index].article,
            maker="hand.v1",
            score=0.87 if isinstance(claim, Casualty) else None,
        )
        placed.append(replace(claim, id=claim_id(document.id, claim)))
    return Sheet(
        document=document,
        segments=tuple(segments),
        articles=tuple(articles),
        passages=tuple(passages),
        claims=tuple(placed),
        stages=("hand.v1",),
    )


def killed(low: int | None, high: int | None, qualifier: Any = "exact", **more: Any) -> Casualty:
    return Casualty(
        **{
            "start": 0,
            "end": 0,
            "quote": "",
            "harm": "killed",
            "min": low,
            "max": high,
            "qualifier": qualifier,
            "group": "soldiers",
            "explicitness": "named",
            **more,
        }
    )
