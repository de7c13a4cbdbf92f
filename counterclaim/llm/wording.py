"""What a model or server wrote, made fit for a message: short, on one line, nothing unprintable."""

from __future__ import annotations

MAX_SHOWN = 160  # characters; an issue says what was refused, it does not keep it


def shorten(text: str) -> str:
    """The first words of a text.

    >>> shorten("twelve   people\\x1b[31m")
    'twelve people[31m'
    """
    line = " ".join(text[: 4 * MAX_SHOWN].split())
    line = "".join(character for character in line if character.isprintable())
    return line if len(line) <= MAX_SHOWN else line[: MAX_SHOWN - 1] + "…"
