"""A document's text cut for reading: by article, by segment, by passage, and wherever a mark begins or ends.

Joined again, the pieces are the text, code point for code point, whatever the layers hold.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple, TypeVar

from counterclaim.core.claims import Claim
from counterclaim.core.issues import Issue
from counterclaim.core.spans import Span
from counterclaim.core.types import Article, SegmentKind, Sheet
from counterclaim.web.reader.kinds import kind_of

T = TypeVar("T")

FOLDED: frozenset[SegmentKind] = frozenset({"byline", "caption", "embed", "notice", "menu"})
# Code points. An issue of a whole article is marked where it begins: dots under all of it would hide the claims.
MARKED_WHOLE = 400
_GUTTER = 3  # kinds named in the margin of one passage


class Marks(NamedTuple):
    """What stands at places of the text. `issues` have spans; they and the claims may overlap and cross."""

    claims: Sequence[Claim] = ()
    issues: Sequence[Issue] = ()
    selected: Span | None = None


class Piece(NamedTuple):
    """A run of text that the same marks cover."""

    text: str
    claims: tuple[Claim, ...]  # widest first
    begins: tuple[str, ...]  # ids of the claims that start with it
    odd: bool = False  # an issue is about these words
    noticed: tuple[int, ...] = ()  # positions of the issues that start with it
    selected: bool = False
    opens: bool = False  # the selection starts with it

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of the covering claims, each once, widest claim first."""
        return tuple(dict.fromkeys(kind_of(claim) for claim in self.claims))


class Run(NamedTuple):
    """The pieces of one passage, or of the text between two (`passage` is None)."""

    passage: int | None  # index into `Sheet.passages`, on the first run of the passage only
    pieces: tuple[Piece, ...]

    @property
    def gutter(self) -> tuple[str, ...]:
        """The kinds of claims that begin here, for the margin; few enough to stand beside one line."""
        kinds = [
            kind_of(claim) for piece in self.pieces for claim in piece.claims if claim.id in piece.begins
        ]
        return tuple(dict.fromkeys(kinds))[:_GUTTER]


class Part(NamedTuple):
    """A segment, cut."""

    kind: SegmentKind
    why: str
    repeats: Span | None
    runs: tuple[Run, ...]

    @property
    def folded(self) -> bool:
        """Whether the reader folds it away."""
        return self.kind in FOLDED or self.repeats is not None

    @property
    def text(self) -> str:
        """The words of all its pieces."""
        return "".join(piece.text for run in self.runs for piece in run.pieces)

    @property
    def runs_on(self) -> bool:
        """Whether the next part goes on in the same line."""
        return not self.runs[-1].pieces[-1].text.endswith(("\n", "\r"))


class Section(NamedTuple):
    """Parts of one article that stand together, or parts outside every article (`number` is None)."""

    article: Article | None
    number: int | None  # from 1
    continued: bool  # an earlier section, or an earlier page, holds the article's beginning
    parts: tuple[Part, ...]

    @property
    def is_marked(self) -> bool:
        """Whether a claim, an issue or the selection stands in it."""
        return any(
            piece.claims or piece.odd or piece.noticed or piece.selected
            for part in self.parts
            for run in part.runs
            for piece in run.pieces
        )


class _Stretch(NamedTuple):
    span: Span
    kind: SegmentKind
    article: int | None
    why: str
    repeats: Span | None


def cut_document(sheet: Sheet, marks: Marks, shown: Span | None = None) -> tuple[Section, ...]:
    """The text in sections, or only what of it is `shown`."""
    shown = shown or Span(0, len(sheet.document.text))
    articles = sheet.articles or ()
    sections: list[Section] = []
    begun = {segment.article for segment in sheet.segments or () if segment.span.start < shown.start}
    for number, cut in groupby(_cut_parts(sheet, marks, shown), key=lambda pair: pair[0].article):
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


def _cut_parts(sheet: Sheet, marks: Marks, shown: Span) -> Iterator[tuple[_Stretch, Part]]:
    stretches = list(_stretches(sheet, shown))
    passages = [
        (index, passage.span)
        for index, passage in enumerate(sheet.passages or ())
        if passage.span.overlaps(shown)
    ]
    passages_in = _spread(passages, [span for _, span in passages], [one.span for one in stretches])
    runs_in = [list(_runs(one.span, inside)) for one, inside in zip(stretches, passages_in, strict=True)]
    over = [span for runs in runs_in for _, span in runs]
    issues = [(at, issue.span) for at, issue in enumerate(marks.issues) if issue.span is not None]
    claims_in = iter(_spread(marks.claims, [Span(one.start, one.end) for one in marks.claims], over))
    issues_in = iter(_spread(issues, [span for _, span in issues], over))
    begun = {index for index, span in passages if span.start < shown.start}
    for stretch, runs in zip(stretches, runs_in, strict=True):
        cut = []
        for passage, span in runs:
            first = None if passage in begun else passage
            pieces = _cut_pieces(sheet.document.text, span, next(claims_in), next(issues_in), marks.selected)
            cut.append(Run(first, pieces))
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


def _stretches(sheet: Sheet, shown: Span) -> Iterator[_Stretch]:
    """The segments in order; text that no segment holds is read as if it were article."""
    at = shown.start
    for segment in sorted(sheet.segments or (), key=lambda segment: segment.span):
        start, end = max(at, segment.span.start), min(shown.end, segment.span.end)
        if start >= end:
            continue
        if at < start:
            yield _Stretch(Span(at, start), "article", None, "", None)
        yield _Stretch(Span(start, end), segment.kind, segment.article, segment.why, segment.repeats)
        at = end
    if at < shown.end:
        yield _Stretch(Span(at, shown.end), "article", None, "", None)


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


def _cut_pieces(
    text: str,
    within: Span,
    claims: Sequence[Claim],
    issues: Sequence[tuple[int, Span]],
    selected: Span | None,
) -> tuple[Piece, ...]:
    narrow = [span for _, span in issues if span.end - span.start <= MARKED_WHOLE]
    spans = [Span(claim.start, claim.end) for claim in claims] + narrow + ([selected] if selected else [])
    borders = {within.start, within.end, *(span.start for _, span in issues)}
    borders.update(at for span in spans for at in (span.start, span.end))
    inside = sorted(at for at in borders if within.start <= at <= within.end)
    widest_first = sorted(claims, key=lambda claim: (claim.start - claim.end, claim.start, claim.id))
    return tuple(
        Piece(
            text[start:end],
            tuple(claim for claim in widest_first if claim.start <= start and end <= claim.end),
            tuple(claim.id for claim in widest_first if claim.start == start),
            odd=any(span.start <= start and end <= span.end for span in narrow),
            noticed=tuple(at for at, span in issues if span.start == start),
            selected=selected is not None and selected.start <= start and end <= selected.end,
            opens=selected is not None and selected.start == start,
        )
        for start, end in pairwise(inside)
    )
