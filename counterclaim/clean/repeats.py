"""Lines that say again, word for word, what stood earlier in the document."""

from __future__ import annotations

from collections.abc import Sequence

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
    spans: list[tuple[int, int]] = []
    places: dict[int, list[int]] = {}  # hash of the first words of a stretch: where it starts
    found: dict[int, Span] = {}
    for index, line in enumerate(lines):
        own, own_spans = _words_of(line)
        key_length = min(SHORTEST, len(own))
        if key_length == SHORTEST:
            for place in places.get(hash(tuple(own[:SHORTEST])), ()):
                if words[place : place + len(own)] == own:
                    found[index] = Span(spans[place][0], spans[place + len(own) - 1][1])
                    break
        if len(words) > MAX_WORDS:
            break
        first = len(words)
        words += own
        spans += own_spans
        for place in range(max(0, first - SHORTEST + 1), len(words) - SHORTEST + 1):
            starts = places.setdefault(hash(tuple(words[place : place + SHORTEST])), [])
            if len(starts) < _TRIES:
                starts.append(place)
    return found


def _words_of(line: Line) -> tuple[list[str], list[tuple[int, int]]]:
    """The words of a line before its credit, without case and marks at their edges; and where they stand."""
    credit = find_credit(line.text)
    text = line.text if credit is None else line.text[:credit]
    words: list[str] = []
    spans: list[tuple[int, int]] = []
    position = 0
    for token in text.split():
        position = text.index(token, position)
        if word := token.strip(_EDGES):
            start = line.body.start + text.index(word, position)
            words.append(word.casefold())
            spans.append((start, start + len(word)))
        position += len(token)
    return words, spans
