"""One page of a document as the reader shows it: its text in sections, and what stands beside them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from counterclaim.core.claims import Claim
from counterclaim.core.incidents import FiledClaim
from counterclaim.core.issues import Issue
from counterclaim.core.spans import Quote, Span, quote_of
from counterclaim.core.types import Sheet
from counterclaim.web.reader.cut import Marks, Section, cut_document
from counterclaim.web.reader.kinds import Key, legend_of
from counterclaim.web.reader.paging import page_at, pages_of


class Asked(NamedTuple):
    """What the address asks for: a page by its number, or the one that holds a place or a selection."""

    page: int | None = None
    at: int | None = None
    selection: Span | None = None


class Entry(NamedTuple):
    """A claim in the outline, numbered through the whole document."""

    number: int
    claim: Claim


class Selection(NamedTuple):
    """The words that the address selects; `quote` is None where the text ends before them."""

    span: Span
    quote: Quote | None


class Shown(NamedTuple):
    """One page of a document."""

    span: Span
    page: int  # from 1
    pages: int
    sections: tuple[Section, ...]
    entries: tuple[Entry, ...]
    legend: tuple[Key, ...]
    issues: tuple[Issue, ...]  # with a place on this page
    found: int  # claims of the whole document
    whole: tuple[Issue, ...]  # of the whole document, without a place in it
    selection: Selection | None

    @property
    def numbers(self) -> dict[str, int]:
        """The number of each claim, by its id."""
        return {entry.claim.id: entry.number for entry in self.entries}


def show_page(sheet: Sheet, filed: Sequence[FiledClaim], issues: Sequence[Issue], asked: Asked) -> Shown:
    """The page asked for, the last one where there are fewer; `filed` are the claims as ruled."""
    pages = pages_of(sheet)
    place = asked.selection.start if asked.selection else asked.at
    number = page_at(pages, place) if place is not None else min(asked.page or 1, len(pages))
    span = pages[number - 1]
    ordered = sorted((one.claim for one in filed), key=lambda claim: (claim.start, claim.end, claim.id))
    entries = tuple(
        Entry(n, claim) for n, claim in enumerate(ordered, 1) if _stands_in(claim.start, claim.end, span)
    )
    here = tuple(one for one in issues if one.span and _stands_in(one.span.start, one.span.end, span))
    selection = _select(sheet.document.text, asked.selection)
    marks = Marks(
        claims=[entry.claim for entry in entries],
        issues=here,
        selected=selection.span if selection and selection.quote else None,
    )
    return Shown(
        span=span,
        page=number,
        pages=len(pages),
        sections=cut_document(sheet, marks, span),
        entries=entries,
        legend=legend_of(entry.claim for entry in entries),
        issues=here,
        found=len(filed),
        whole=tuple(issue for issue in issues if issue.span is None),
        selection=selection,
    )


def _stands_in(start: int, end: int, span: Span) -> bool:
    return start < span.end and (span.start < end or span.start == start)


def _select(text: str, span: Span | None) -> Selection | None:
    if span is None:
        return None
    within = Span(span.start, min(span.end, len(text)))
    return Selection(within, quote_of(text, within)) if within.start < within.end else Selection(span, None)
