"""Where a quote stands in a text: as it is, or with other blanks, quotation marks and dashes."""

from __future__ import annotations

from typing import NamedTuple

from counterclaim.core.errors import DataError
from counterclaim.core.spans import Span

_PLAIN = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "‑": "-"})  # fmt: skip


class Found(NamedTuple):
    """`altered`: the text has other blanks or quotation marks than the quote."""

    span: Span
    altered: bool = False


def find_quote(text: str, quote: str, *, start: int | None = None, sentence: str | None = None) -> Found:
    """The only place at which `quote` stands in `text`.

    Args:
        text: of the document.
        quote: the words.
        start: where they stood when they were exported; believed where they do.
        sentence: tells which of several places is meant.

    >>> find_quote("He said “two men” died.", 'said "two  men"')
    Found(span=Span(start=3, end=17), altered=True)

    Raises:
        DataError: the words stand nowhere, or at several places.
    """
    if start is not None and quote and text.startswith(quote, start):
        return Found(Span(start, start + len(quote)))
    places = _all(text, quote)
    if len(places) > 1 and sentence:
        within = [span for outer in _all(text, sentence) for span in places if outer.covers(span)]
        places = within or places
    if not places:
        return Found(_only(_alike(text, quote), quote), altered=True)
    return Found(_only(places, quote))


def _only(places: list[Span], quote: str) -> Span:
    if not places:
        raise DataError(f"quote {_short(quote)!r} is not in the document; copy the words as they stand there")
    if len(places) > 1:
        raise DataError(
            f"quote {_short(quote)!r} stands {len(places)} times in the document; quote more words, or fill in sentence"
        )
    return places[0]


def _short(quote: str) -> str:
    return quote if len(quote) <= 60 else f"{quote[:59]}…"


def _all(text: str, words: str) -> list[Span]:
    found = []
    at = text.find(words) if words else -1
    while at >= 0:
        found.append(Span(at, at + len(words)))
        at = text.find(words, at + 1)
    return found


def _alike(text: str, quote: str) -> list[Span]:
    folded, places = _folded(text)
    wanted = _folded(quote)[0].strip()
    return [Span(places[span.start], places[span.end - 1] + 1) for span in _all(folded, wanted)]


def _folded(text: str) -> tuple[str, list[int]]:
    """The text with one blank for each run of blanks and plain marks, and where each letter of it stood."""
    letters: list[str] = []
    places: list[int] = []
    for at, letter in enumerate(text.translate(_PLAIN)):
        if not letter.isspace():
            letters.append(letter)
        elif letters and letters[-1] != " ":
            letters.append(" ")
        else:
            continue
        places.append(at)
    return "".join(letters), places
