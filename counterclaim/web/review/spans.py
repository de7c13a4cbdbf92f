"""The words around a claim, to be seen and to be marked anew."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from sqlalchemy import Connection, select

from counterclaim.core.claims import Claim
from counterclaim.core.patterns import pattern
from counterclaim.store import schema

_WORD = pattern(r"\S+")
NEAR, FAR = 1, 4  # sentences before and after: at a glance, and when asked for


class Word(NamedTuple):
    """A word of the text, with its place in code points."""

    start: int
    end: int
    text: str


class Context(NamedTuple):
    """The text around a claim: its words with what stands before and after them in the document."""

    start: int  # of `before`
    before: str
    quote: str
    after: str
    earlier: str  # further off
    later: str
    words: tuple[Word, ...]  # of before, quote and after

    @property
    def first(self) -> int:
        """The place of the first word of the claim."""
        return self.start + len(self.before)

    @property
    def last(self) -> int:
        """The end of the last word of the claim."""
        return self.first + len(self.quote)


def find_context(connection: Connection, document_id: str, text: str, claim: Claim) -> Context:
    """The claim's sentences and the next ones on either side, within its article."""
    table = schema.passages.c
    rows = connection.execute(
        select(table.position, table.start, table.end, table.article)
        .where(
            table.document_id == document_id,
            table.position.between(claim.passage - FAR - NEAR, claim.passage + 3 * FAR),
        )
        .order_by(table.position)
    ).all()
    own = [row for row in rows if row.start < claim.end and claim.start < row.end]
    article = own[0].article if own else claim.article
    before = [row for row in rows if row.article == article and row.end <= claim.start]
    after = [row for row in rows if row.article == article and row.start >= claim.end]
    begins = min([claim.start, *(row.start for row in (*own, *before[-NEAR:]))])
    ends = max([claim.end, *(row.end for row in (*own, *after[:NEAR]))])
    further = min([begins, *(row.start for row in before[-FAR:])])
    until = max([ends, *(row.end for row in after[:FAR])])
    return Context(
        start=begins,
        before=text[begins : claim.start],
        quote=text[claim.start : claim.end],
        after=text[claim.end : ends],
        earlier=text[further:begins],
        later=text[ends:until],
        words=_words(text, begins, ends, (claim.start, claim.end)),
    )


def _words(text: str, begins: int, ends: int, borders: Sequence[int]) -> tuple[Word, ...]:
    """The words between two places; one that a border cuts is two, so that the claim's own ends can be kept."""
    found = []
    for match in _WORD.finditer(text[begins:ends]):
        start, end = begins + match.start(), begins + match.end()
        inside = [border for border in borders if start < border < end]
        for first, last in pairwise(sorted({start, *inside, end})):
            found.append(Word(first, last, text[first:last]))
    return tuple(found)
