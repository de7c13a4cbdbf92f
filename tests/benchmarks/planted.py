"""Known tags in the reader's place, and tags told by their words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from counterclaim.core.types import Tag


def tag(text: str, label: str, words: str, score: float = 1.0, occurrence: int = 0) -> Tag:
    """A tag on the words where they stand for the first time, or a later one."""
    start = -1
    for _ in range(occurrence + 1):
        start = text.index(words, start + 1)
    return Tag(label, start, start + len(words), score)


class PlantedReader:
    """Gives the planted tags of each text, whatever the head."""

    def __init__(self, tags: Mapping[str, Sequence[Tag]]) -> None:
        self._tags = tags

    def tag(self, texts: Sequence[str], heads: Sequence[str]) -> list[dict[str, Sequence[Tag]]]:
        return [dict.fromkeys(heads, self._tags[text]) for text in texts]
