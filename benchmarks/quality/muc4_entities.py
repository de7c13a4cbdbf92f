"""Role fillers out of tagged mentions: mentions of one filler are grouped, and one name stands for it."""

from __future__ import annotations

from collections.abc import Sequence

from benchmarks.quality.ceaf import normal_name
from counterclaim.core.types import Tag

SLOTS = ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon")


def fillers_of(text: str, tags: Sequence[Tag]) -> dict[str, list[list[str]]]:
    """The entities of each slot, each by its most certain name."""
    return {
        slot: [[name] for name in _entities(text, [tag for tag in tags if tag.label == slot])]
        for slot in SLOTS
    }


def _entities(text: str, tags: Sequence[Tag]) -> list[str]:
    groups: list[list[Tag]] = []
    for tag in tags:
        for group in groups:
            if any(_same(text, tag, other) for other in group):
                group.append(tag)
                break
        else:
            groups.append([tag])
    best = [max(group, key=lambda tag: (tag.score, -tag.start)) for group in groups]
    return [tag.span.of(text) for tag in best]


def _same(text: str, one: Tag, other: Tag) -> bool:
    """Whether one name's words are all in the other's, or the later stands in brackets behind the earlier."""
    words, others = (frozenset(normal_name(tag.span.of(text)).split()) for tag in (one, other))
    first, second = sorted((one, other), key=lambda tag: tag.start)
    return words <= others or others <= words or text[first.end : second.start].strip() == "("
