"""Lines of a document, which are what labels are given to."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import msgspec

from counterclaim.core.patterns import pattern
from counterclaim.core.spans import Span, trim

_SENTENCE_END = pattern(r"[.!?…:;,؟۔।。] [\"'”’»)\]]* (?: \s+ Enditem )? $")  # Xinhua's last word
_WORDS_OF_PROSE = 20  # a title seldom has as many; a line of damaged prose without full stops does


class Line(msgspec.Struct, frozen=True):
    """A line with words in it. `span` takes in its line end and the blank lines after it."""

    span: Span
    body: Span  # without blanks at its edges
    text: str  # of the body
    words: int

    @property
    def ends_a_sentence(self) -> bool:
        return _SENTENCE_END.search(self.text[-16:]) is not None

    @property
    def is_prose(self) -> bool:
        """Whether the line reads as running text rather than a title, name or link."""
        return self.words >= _WORDS_OF_PROSE or (self.words >= 6 and self.ends_a_sentence)


def find_lines(text: str) -> Iterator[Line]:
    """The lines of `text` in order; their spans cover it without gap or overlap.

    Blank lines before the first line join it. A text of blanks alone is one line with an empty body.
    """
    found = [(start, trim(text, start, end)) for start, end in _filled_lines(text)]
    if not found:
        if text:
            yield Line(Span(0, len(text)), Span(0, 0), "", 0)
        return
    starts = [0, *(start for start, _ in found[1:]), len(text)]
    for (_, body), span in zip(found, pairwise(starts), strict=True):
        words = body.of(text)
        yield Line(Span(*span), body, words, len(words.split()))


def _filled_lines(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each line that is not blank. Lines end at \\n, \\r\\n or \\r."""
    start = 0
    for line in text.split("\n"):
        for part in line.split("\r"):
            if part and not part.isspace():
                yield start, start + len(part)
            start += len(part) + 1
