"""Lines that were broken at a page's or mail's width, joined to paragraphs again."""

from __future__ import annotations

from collections.abc import Iterator

_FULL = 0.8  # of the usual longest line, from which on a line is taken to have been broken
_SHORTEST = 40  # code points of a width; lists and tables of short lines stay as they are
_ITEMS = ("-", "–", "—", "•", "*", "·", ">")


def unwrap(text: str) -> str:
    """The text with broken lines joined; hyphens at line ends go where a word goes on in lower case.

    >>> unwrap("The convoy was hit at the edge of the town, wit-\\nnesses said, and two men were killed there.")
    'The convoy was hit at the edge of the town, witnesses said, and two men were killed there.'
    """
    lines = [line.rstrip() for line in text.splitlines()]
    lengths = sorted(len(line) for line in lines if line)
    width = lengths[int(0.9 * len(lengths))] if lengths else 0
    if width < _SHORTEST:
        return "\n".join(lines)
    return "\n".join(_join(lines, _FULL * width))


def _join(lines: list[str], full: float) -> Iterator[str]:
    held = lines[0]
    goes_on = len(held) >= full
    for line in lines[1:]:
        words = line.lstrip()
        if goes_on and words and not words.startswith(_ITEMS):
            broken = held.endswith("-") and held[-2:-1].isalpha() and words[0].islower()
            held = held[:-1] + words if broken else f"{held} {words}"
        else:
            yield held
            held = line
        goes_on = len(line) >= full
    yield held
