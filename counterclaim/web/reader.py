"""A document's text cut for reading: by article, by segment, by passage, and at every claim's border.

Joined again, the pieces are the text, code point for code point, whatever the layers hold.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from counterclaim.core.claims import Claim, claim_type
from counterclaim.core.spans import Span
from counterclaim.core.types import Article, SegmentKind, Sheet

FOLDED: frozenset[SegmentKind] = frozenset({"byline", "caption", "embed", "notice", "menu"})


class Piece(NamedTuple):
    """A run of text that the same claims cover."""

    text: str
    claims: tuple[Claim, ...]  # widest first
    begins: tuple[str, ...]  # ids of the claims that start with it

    @property
    def types(self) -> tuple[str, ...]:
        """The types of the covering claims, each once, widest claim first."""
        return tuple(dict.fromkeys(claim_type(claim) for claim in self.claims))


class Run(NamedTuple):
    """The pieces of one passage, or of the text between two (`passage` is None)."""

    passage: int | None  # index into `Sheet.passages`, on the first run of the passage only
    pieces: tuple[Piece, ...]


class Part(NamedTuple):
    """A segment, cut."""

    kind: SegmentKind
    why: str
    repeats: bool
    runs: tuple[Run, ...]

    @property
    def folded(self) -> bool:
        """Whether the reader folds it away."""
        return self.kind in FOLDED

    @property
    def runs_on(self) -> bool:
        """Whether the next part goes on in the same line."""
        return not self.runs[-1].pieces[-1].text.endswith(("\n", "\r"))


class Section(NamedTuple):
    """Parts of one article that stand together, or parts outside every article (`number` is None)."""

    article: Article | None
    number: int | None  # from 1
    continued: bool  # an earlier section holds the article's beginning
    parts: tuple[Part, ...]


class _Stretch(NamedTuple):
    span: Span
    kind: SegmentKind
    article: int | None
    why: str
    repeats: bool


def cut_document(sheet: Sheet, claims: Sequence[Claim]) -> tuple[Section, ...]:
    """The whole text in sections; `claims` may overlap and cross each other."""
    articles = sheet.articles or ()
    sections: list[Section] = []
    open_article: int | None = None
    begun: set[int] = set()
    passages_begun: set[int] = set()
    for stretch in _stretches(sheet):
        runs = tuple(_cut_runs(sheet, stretch.span, claims, passages_begun))
        part = Part(stretch.kind, stretch.why, stretch.repeats, runs)
        if sections and stretch.article == open_article:
            last = sections[-1]
            sections[-1] = last._replace(parts=(*last.parts, part))
            continue
        open_article = stretch.article
        known = open_article is not None and open_article < len(articles)
        sections.append(
            Section(
                article=articles[open_article] if known and open_article is not None else None,
                number=None if open_article is None else open_article + 1,
                continued=open_article in begun,
                parts=(part,),
            )
        )
        if open_article is not None:
            begun.add(open_article)
    return tuple(sections)


def _stretches(sheet: Sheet) -> Iterator[_Stretch]:
    """The segments in order; text that no segment holds is read as if it were article."""
    at, length = 0, len(sheet.document.text)
    for segment in sorted(sheet.segments or (), key=lambda segment: segment.span):
        start, end = max(at, segment.span.start), min(length, segment.span.end)
        if start >= end:
            continue
        if at < start:
            yield _Stretch(Span(at, start), "article", None, "", False)
        yield _Stretch(
            Span(start, end), segment.kind, segment.article, segment.why, segment.repeats is not None
        )
        at = end
    if at < length:
        yield _Stretch(Span(at, length), "article", None, "", False)


def _cut_runs(sheet: Sheet, within: Span, claims: Sequence[Claim], begun: set[int]) -> Iterator[Run]:
    at = within.start
    text = sheet.document.text
    inside = [claim for claim in claims if claim.start < within.end and claim.end >= within.start]
    for index, passage in enumerate(sheet.passages or ()):
        start, end = max(at, passage.span.start), min(within.end, passage.span.end)
        if start >= end:
            continue
        if at < start:
            yield Run(None, _cut_pieces(text, Span(at, start), inside))
        yield Run(None if index in begun else index, _cut_pieces(text, Span(start, end), inside))
        begun.add(index)
        at = end
    if at < within.end:
        yield Run(None, _cut_pieces(text, Span(at, within.end), inside))


def _cut_pieces(text: str, within: Span, claims: Sequence[Claim]) -> tuple[Piece, ...]:
    near = [claim for claim in claims if claim.start < within.end and claim.end >= within.start]
    borders = {within.start, within.end}
    for claim in near:
        borders.update(at for at in (claim.start, claim.end) if within.start < at < within.end)
    ordered = sorted(borders)
    widest_first = sorted(near, key=lambda claim: (claim.start - claim.end, claim.start, claim.id))
    return tuple(
        Piece(
            text[start:end],
            tuple(claim for claim in widest_first if claim.start <= start and end <= claim.end),
            tuple(claim.id for claim in widest_first if claim.start == start),
        )
        for start, end in pairwise(ordered)
    )


def highlight_rules(claims: Sequence[Claim]) -> str:
    """A stylesheet that lights up every piece of the claim which the address names.

    One claim can be cut into many pieces, and no script is needed to find them.
    """
    return "".join(
        f".reader:has(#claim-{claim.id}:target) .in-{claim.id}{{background:var(--lit);color:var(--lit-ink)}}\n"
        for claim in claims
        if claim.id.isascii() and claim.id.isalnum()  # an id from a foreign sheet may be no name in CSS
    )
