"""Half-open spans in Unicode code points, and the two W3C selectors built from them."""

from __future__ import annotations

from typing import Protocol

import msgspec

# Code points of context kept on each side of a quote; the W3C model leaves the number open, and 32
# is what annotation clients commonly use.
CONTEXT_LENGTH = 32


class Span(msgspec.Struct, frozen=True, order=True):
    """`[start, end)` in code points of the document's text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words that the span covers.

        >>> Span(4, 7).of("The dam broke")
        'dam'
        """
        return text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end


class Stretch(Protocol):
    """Anything that begins and ends somewhere in a text: a span, a claim, a mark."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


def shared(one: Stretch, other: Stretch) -> int:
    """Code points that two stretches have in common.

    >>> shared(Span(0, 4), Span(3, 9)), shared(Span(0, 2), Span(5, 9))
    (1, 0)
    """
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def share_of_shorter(one: Stretch, other: Stretch) -> float:
    """What two stretches have in common, as a share of the shorter one.

    >>> share_of_shorter(Span(0, 4), Span(2, 12))
    0.5
    """
    return shared(one, other) / max(1, min(one.end - one.start, other.end - other.start))


class Quote(msgspec.Struct, frozen=True):
    """W3C TextQuoteSelector: finds the words again where positions have moved."""

    exact: str
    prefix: str
    suffix: str


def quote_of(text: str, span: Span) -> Quote:
    """The quote selector of a span.

    >>> quote_of("a bridge fell", Span(2, 8))
    Quote(exact='bridge', prefix='a ', suffix=' fell')
    """
    return Quote(
        exact=span.of(text),
        prefix=text[max(0, span.start - CONTEXT_LENGTH) : span.start],
        suffix=text[span.end : span.end + CONTEXT_LENGTH],
    )


def trim(text: str, start: int, end: int) -> Span:
    """The span without blanks at its edges.

    >>> trim("  two words ", 0, 12)
    Span(start=2, end=11)
    """
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
