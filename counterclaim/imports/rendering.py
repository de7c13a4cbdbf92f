"""A row of a list as a document: a line for each cell that is not empty, whose words claims quote."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from counterclaim.core.claims import Claim, claim_id
from counterclaim.core.ids import hash_bytes
from counterclaim.core.issues import Issue
from counterclaim.core.spans import Span
from counterclaim.core.types import Article, Document, Segment, Sheet
from counterclaim.split.sentences import passage_of

Blocks = Sequence[Sequence[str]]  # columns in the order in which they are written; a block is a passage


class Rendered(NamedTuple):
    """The text of a row, and where in it each column stands."""

    text: str
    lines: Mapping[str, Span]  # each with its column's name
    blocks: tuple[Span, ...]

    def lines_of(self, *columns: str) -> Span | None:
        """From the first of the columns' lines to the last; None where all are empty."""
        there = [self.lines[column] for column in columns if column in self.lines]
        return Span(there[0].start, there[-1].end) if there else None


def render(cells: Mapping[str, str], blocks: Blocks) -> Rendered:
    r"""The row's cells, each on a line behind its column's name, a blank line between two blocks.

    The order is that of `blocks`, whatever the order in the file, and nothing of a cell is altered.

    >>> rendered = render({"low": "3", "place": "Orsa", "best": ""}, [["place"], ["best", "low"]])
    >>> rendered.text, rendered.lines["low"].of(rendered.text)
    ('place: Orsa\n\nlow: 3', 'low: 3')
    """
    parts: list[str] = []
    lines: dict[str, Span] = {}
    spans = []
    at = 0
    for block in blocks:
        told = [column for column in block if cells.get(column, "").strip()]
        if not told:
            continue
        if parts:
            parts.append("\n\n")
            at += 2
        first = at
        for column in told:
            if at > first:
                parts.append("\n")
                at += 1
            lead = f"{column}: "
            value = cells[column]
            lines[column] = Span(at, at + len(lead) + len(value))
            parts += [lead, value]
            at = lines[column].end
        spans.append(Span(first, at))
    return Rendered("".join(parts), lines, tuple(spans))


class About(NamedTuple):
    """What is known of a row besides its cells."""

    id: str  # of the document: from the list and its own number of the row, never from the words
    doc: str
    origin: str
    outlet: str
    title: str | None
    published: str | None  # EDTF
    stage: str  # versioned name


def sheet_of(rendered: Rendered, about: About, claims: Sequence[Claim], issues: Sequence[Issue]) -> Sheet:
    """The row as a sheet: one article, a passage for each block, all claims of one incident."""
    whole = Span(0, len(rendered.text))
    digest = hash_bytes(rendered.text.encode("utf-8", "surrogatepass"))
    passages = [passage_of(rendered.text, block) for block in rendered.blocks]
    filed = []
    for claim in claims:
        passage = next(at for at, block in enumerate(rendered.blocks) if block.end >= claim.end)
        placed = replace(claim, passage=passage, incident=f"{about.id}.1.1")
        filed.append(replace(placed, id=claim_id(about.id, placed)))
    return Sheet(
        document=Document(
            id=about.id,
            doc=about.doc,
            text=rendered.text,
            sha256=digest,
            origin=about.origin,
            title=about.title,
            outlet=about.outlet,
            published=about.published,
        ),
        segments=(Segment(kind="article", span=whole, article=0, why="a row of a list"),),
        articles=(
            Article(
                span=whole,
                published=about.published,
                published_basis="given" if about.published else "unknown",
            ),
        ),
        passages=tuple(passages),
        claims=tuple(filed),
        issues=tuple(issues),
        stages=(about.stage,),
    )
