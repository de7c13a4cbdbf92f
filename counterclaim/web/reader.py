"""A document's text cut for reading: by article, by segment, by passage, and at every claim's border.

Joined again, the pieces are the text, code point for code point, whatever the layers hold.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple, TypeVar

from counterclaim.core.claims import Claim, claim_type
from counterclaim.core.spans import Span
from counterclaim.core.types import Article, SegmentKind, Sheet

T = TypeVar("T")

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
    begun: set[int | None] = set()
    for number, cut in groupby(_cut_parts(sheet, claims), key=lambda pair: pair[0].article):
        sections.append(
            Section(
                article=articles[number] if number is not None and number < len(articles) else None,
                number=None if number is None else number + 1,
                continued=number is not None and number in begun,
                parts=tuple(part for _, part in cut),
            )
        )
        begun.add(number)
    return tuple(sections)


def _cut_parts(sheet: Sheet, claims: Sequence[Claim]) -> Iterator[tuple[_Stretch, Part]]:
    stretches = list(_stretches(sheet))
    passages = [(index, passage.span) for index, passage in enumerate(sheet.passages or ())]
    passages_in = _spread(passages, [span for _, span in passages], [one.span for one in stretches])
    runs_in = [list(_runs(one.span, inside)) for one, inside in zip(stretches, passages_in, strict=True)]
    claims_in = iter(
        _spread(
            claims,
            [Span(one.start, one.end) for one in claims],
            [span for runs in runs_in for _, span in runs],
        )
    )
    begun: set[int] = set()
    for stretch, runs in zip(stretches, runs_in, strict=True):
        cut = []
        for passage, span in runs:
            first = None if passage in begun else passage
            cut.append(Run(first, _cut_pieces(sheet.document.text, span, next(claims_in))))
            if passage is not None:
                begun.add(passage)
        yield stretch, Part(stretch.kind, stretch.why, stretch.repeats, tuple(cut))


def _spread(items: Sequence[T], spans: Sequence[Span], over: Sequence[Span]) -> list[list[T]]:
    """For each of the spans `over`, which lie in order without overlap, the items that touch it."""
    touching: list[list[T]] = [[] for _ in over]
    starts = [span.start for span in over]
    for item, span in zip(items, spans, strict=True):
        first = max(0, bisect_right(starts, span.start) - 1)
        for index in range(first, max(first + 1, bisect_left(starts, span.end))):
            if index < len(over):
                touching[index].append(item)
    return touching


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


def _runs(within: Span, passages: Sequence[tuple[int, Span]]) -> Iterator[tuple[int | None, Span]]:
    """The passages inside and the text between them, as spans that fill `within`."""
    at = within.start
    for index, span in passages:
        start, end = max(at, span.start), min(within.end, span.end)
        if start >= end:
            continue
        if at < start:
            yield None, Span(at, start)
        yield index, Span(start, end)
        at = end
    if at < within.end:
        yield None, Span(at, within.end)


def _cut_pieces(text: str, within: Span, claims: Sequence[Claim]) -> tuple[Piece, ...]:
    borders = {within.start, within.end}
    for claim in claims:
        borders.update(at for at in (claim.start, claim.end) if within.start < at < within.end)
    widest_first = sorted(claims, key=lambda claim: (claim.start - claim.end, claim.start, claim.id))
    return tuple(
        Piece(
            text[start:end],
            tuple(claim for claim in widest_first if claim.start <= start and end <= claim.end),
            tuple(claim.id for claim in widest_first if claim.start == start),
        )
        for start, end in pairwise(sorted(borders))
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
