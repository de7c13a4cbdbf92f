"""Whether the figure a model gives stands in the words it quotes, and what those words bound.

The model only says which number phrase it means. Bounds and qualifier are what the counts layer read there,
so that a figure means the same whoever found it.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import takewhile

from counterclaim.core.claims import FigureQualifier
from counterclaim.core.types import Count
from counterclaim.llm.article import fold

_ONE = frozenset(["a", "an", "another"])
_NONE = frozenset(["no", "none", "nobody", "neither", "without"])
_PLURALS = frozenset("people men women children police staff dead wounded injured".split())
_AFTER_HEAD = frozenset("of with in at from near for who that".split())  # "a truck with a trailer" is a truck
MAX_BETWEEN = 3  # words between "a" and its noun: "a 14-year-old local girl"


@dataclass(frozen=True)
class Figure:
    """Bounds of a number of people or things; None is no bound."""

    min: int | None
    max: int | None
    qualifier: FigureQualifier


def figure_in(
    quote: str, counts: list[Count], low: int | None, high: int | None, noun: str | None
) -> Figure | None:
    """The figure of `quote` that the bounds `low` and `high` mean; None where it holds none such.

    Args:
        quote: the words.
        counts: the counts that stand whole in the quote.
        low: the least, as the model gave it; with `high` None too, it gave no number.
        high: the most, as the model gave it.
        noun: its words for whom or what is counted.
    """
    if low is None and high is None:
        return Figure(None, None, "unknown")
    given = {number for number in (low, high) if number is not None}
    exact = [count for count in counts if (count.min, count.max) == (low, high)]
    for count in [*exact, *(count for count in counts if given <= _numbers(count))]:
        return Figure(count.min, count.max, count.qualifier)
    words = fold(quote).replace(",", " ").split()
    if (low, high) == (1, 1) and _counts_one(words, noun):
        return Figure(1, 1, "exact")
    if (low, high) == (0, 0) and not _NONE.isdisjoint(words):
        return Figure(0, 0, "none")
    return None


def _numbers(count: Count) -> set[int]:
    """The numbers that a phrase names or that bound it: "more than 20" names 20 and is at least 21."""
    numbers = {number for number in (count.min, count.max) if number is not None}
    if count.qualifier == "more_than" and count.min is not None:
        numbers.add(count.min - 1)
    if count.qualifier == "fewer_than" and count.max is not None:
        numbers.add(count.max + 1)
    return numbers


def _counts_one(words: list[str], noun: str | None) -> bool:
    """ "A 14-year-old girl": an article stands shortly before the singular noun."""
    head = list(takewhile(lambda word: word not in _AFTER_HEAD, fold(noun or "").split()))[-1:]
    if not head or head[0] in _PLURALS or head[0].endswith("s"):
        return False
    places = [at for at, word in enumerate(words) if word.strip(".;:!?\"'()") == head[0]]
    return any(not _ONE.isdisjoint(words[max(0, at - 1 - MAX_BETWEEN) : at]) for at in places)
