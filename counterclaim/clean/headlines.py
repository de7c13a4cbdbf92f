"""Headlines: short lines without a full stop that stand before running text."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.clean.lines import Line
from counterclaim.core.patterns import pattern

_SHORTEST, _LONGEST = 2, 19  # words
_LIST_ITEM = pattern(r"^ (?: [-–—•*·▪●] | \d+[.)] )\s")  # "- Idlib"
_COUNT = pattern(r"^ [^:]{1,40} :\s .* \d")  # "Idlib: 3 killed"

_QUOTES = ("“", "‘", '"', "'", "«")  # further down, speech without its full stop rather than a title


def looks_like_headline(line: Line) -> bool:
    """Whether the line by itself could be a title: short, no full stop, no item of a list or of a bulletin."""
    return could_be_title(line) and _COUNT.search(line.text) is None


def could_be_title(line: Line) -> bool:
    """Whether the line could be the title right above a story: as titles look, be it "Idlib: 3 killed"."""
    text = line.text
    if not _SHORTEST <= line.words <= _LONGEST or _LIST_ITEM.search(text):
        return False
    first = next((letter for letter in text if letter.isalnum()), "")
    return not (first.islower() or (line.ends_a_sentence and not text.endswith("?")))


def find_headlines(lines: Sequence[Line], labelled: Sequence[bool]) -> set[int]:
    """The indexes of lines that are headlines; `labelled` lines are passed over.

    At the top of a page up to two titles below each other may stand before the running text; further
    down a title must stand between two lines of running text.
    """
    open_lines = [index for index, done in enumerate(labelled) if not done]
    found: set[int] = set()
    for position, index in enumerate(open_lines):
        line, after = lines[index], open_lines[position + 1 : position + 3]
        if not looks_like_headline(line) or not after:
            continue
        if position == 0:
            leads = any(lines[later].is_prose for later in after)
        elif position == 1 and open_lines[0] in found:
            leads = lines[after[0]].is_prose
        else:
            between = lines[open_lines[position - 1]].is_prose and lines[after[0]].is_prose
            leads = between and not line.text.startswith(_QUOTES) and not line.text.endswith("?")
        if leads:
            found.add(index)
    return found
