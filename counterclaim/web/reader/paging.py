"""A long document in pages, each short enough to be sent and drawn at once."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import pairwise

from counterclaim.core.spans import Span
from counterclaim.core.types import Sheet

# Code points. Long enough for almost every article with what is glued to it; a page of so many with a claim in
# every third sentence is 0.25 MB of HTML.
LEAST = 60_000


def pages_of(sheet: Sheet) -> tuple[Span, ...]:
    """The whole text in pages of at least `LEAST` and, but for the last one, less than twice as many code points.

    A page begins with an article where one begins in time, else with a segment or sentence.
    """
    length = len(sheet.document.text)
    articles = sorted(article.span.start for article in sheet.articles or ())
    others = sorted(
        {
            *(segment.span.start for segment in sheet.segments or ()),
            *(passage.span.start for passage in sheet.passages or ()),
        }
    )
    borders = [0]
    while length - borders[-1] >= 2 * LEAST:
        first = borders[-1] + LEAST
        borders.append(
            next(
                (
                    starts[at]
                    for starts in (articles, others)
                    if (at := bisect_left(starts, first)) < len(starts) and starts[at] < first + LEAST
                ),
                first,
            )
        )
    return tuple(Span(start, end) for start, end in pairwise([*borders, length])) or (Span(0, length),)


def page_at(pages: tuple[Span, ...], position: int) -> int:
    """The number of the page, from 1, that holds a position of the text; the last one for any behind its end."""
    return max(1, bisect_right([page.start for page in pages], position))


def at_query(position: int) -> str:
    """What an address needs so that its fragment is on the page: nothing in the first `LEAST` code points.

    >>> at_query(120), at_query(99_000)
    ('', '?at=99000')
    """
    return f"?at={position}" if position >= LEAST else ""
