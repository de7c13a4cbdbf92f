"""Lines that say again, word for word, what stood earlier in the document."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from counterclaim.clean.captions import find_credit
from counterclaim.clean.lines import Line
from counterclaim.core.spans import Span

SHORTEST = 5  # words; "reports say" and the like come again by themselves
# Words indexed per document: a book's worth. Repeats further down are not looked for, which keeps
# memory under 100 MB on the largest input that is read.
MAX_WORDS = 300_000
_TRIES = 20  # earlier places with the same first words that are compared
_EDGES = "".join(chr(code) for code in range(33, 127) if not chr(code).isalnum()) + "“”‘’«»…–—¿¡،؛؟۔"


def find_repeats(lines: Sequence[Line]) -> dict[int, Span]:
    """The earlier words that each repeating line repeats, by the line's index.

    Case, punctuation and a photo credit at the end do not count; the whole line must be found in one
    stretch of earlier lines.
    """
    words: list[str] = []
    starts: list[int] = []  # of each line, among the words
    for line in lines:
        starts.append(len(words))
        words += _words_of(line)
        if starts[-1] > MAX_WORDS:
            break
    own = [words[start:end] for start, end in pairwise([*starts, len(words)])]
    places = _places_of(frozenset(tuple(said[:SHORTEST]) for said in own if len(said) >= SHORTEST), words)
    found: dict[int, Span] = {}
    for index, said in enumerate(own):
        for place in places.get(tuple(said[:SHORTEST]), ()):
            if place + len(said) > starts[index]:
                break
            if words[place : place + len(said)] == said:
                found[index] = _span_of(lines, starts, place, place + len(said))
                break
    return found


def _places_of(
    openings: frozenset[tuple[str, ...]], words: Sequence[str]
) -> dict[tuple[str, ...], list[int]]:
    """Where the first words of lines stand among the words of all, the first `_TRIES` places of each."""
    places: dict[tuple[str, ...], list[int]] = {opening: [] for opening in openings}
    firsts = {opening[0] for opening in openings}
    for at in [at for at, word in enumerate(words) if word in firsts]:
        starts = places.get(tuple(words[at : at + SHORTEST]))
        if starts is not None and len(starts) < _TRIES:
            starts.append(at)
    return places


def _text_of(line: Line) -> str:
    """A line before its credit."""
    credit = find_credit(line.text)
    return line.text if credit is None else line.text[:credit]


def _words_of(line: Line) -> list[str]:
    """The words of a line, without case and marks at their edges."""
    return [word for token in _text_of(line).casefold().split() if (word := token.strip(_EDGES))]


def _span_of(lines: Sequence[Line], starts: Sequence[int], first: int, last: int) -> Span:
    """The span of words `first` up to, not including, `last`; `starts` are the lines' first words."""
    from_line, to_line = bisect_right(starts, first) - 1, bisect_right(starts, last - 1) - 1
    start = _spans_of(lines[from_line])[first - starts[from_line]][0]
    return Span(start, _spans_of(lines[to_line])[last - 1 - starts[to_line]][1])


def _spans_of(line: Line) -> list[tuple[int, int]]:
    """Where the words of a line stand in the document."""
    text, spans, position = _text_of(line), [], 0
    for token in text.split():
        position = text.index(token, position)
        if word := token.strip(_EDGES):
            start = line.body.start + text.index(word, position)
            spans.append((start, start + len(word)))
        position += len(token)
    return spans
