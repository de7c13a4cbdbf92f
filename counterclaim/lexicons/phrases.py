"""An index of names: which of many phrases stands at a word of a text, longest first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Any, Generic, NamedTuple, TypeVar

from counterclaim.lexicons.tokens import LOWER, UPPER, Word

Value = TypeVar("Value")
Folded = tuple[str, str]  # folded words with blanks between; the least case of each as a digit
# Acronyms that are also English words: in a line of capitals they are read as the words.
_WORDS_TOO = frozenset(
    {"is", "who", "pa", "it", "as", "aid", "oas", "set", "nap", "mit", "un", "site", "tip"}
)


class _Row(NamedTuple, Generic[Value]):
    """A phrase: its folded words, their least cases, and its place among the phrases given."""

    norms: tuple[str, ...]
    cases: tuple[int, ...]
    value: Value
    rank: int


class _Starting(NamedTuple, Generic[Value]):
    """The phrases that start with one word."""

    alone: list[_Row[Value]]
    by_second: dict[str, list[_Row[Value]]]  # longest first


class Hit(NamedTuple, Generic[Value]):
    """A phrase that stands in a text: `length` words, ending at code point `end`."""

    length: int  # words
    end: int
    owned: bool  # the last word carries a further s: "Russia's", "SANAs"
    value: Value


class PhraseIndex(Generic[Value]):
    """Phrases by their first and second word."""

    def __init__(self, phrases: Iterable[tuple[Folded, Value]]) -> None:
        self._by_first: dict[str, _Starting[Value]] = {}
        for rank, ((joined, cases), value) in enumerate(phrases):
            row = _Row(tuple(joined.split(" ")), tuple(map(int, cases)), value, rank)
            starting = self._by_first.setdefault(row.norms[0], _Starting([], {}))
            if len(row.norms) == 1:
                starting.alone.append(row)
            else:
                starting.by_second.setdefault(row.norms[1], []).append(row)
        for starting in self._by_first.values():
            for rows in starting.by_second.values():
                rows.sort(key=_longest_first)

    def starts(self, *, small: bool = False) -> frozenset[str]:
        """The first words of the phrases, or of those that ask for no capital there."""
        return frozenset(
            first
            for first, starting in self._by_first.items()
            for row in chain(starting.alone, *starting.by_second.values())
            if row.cases[0] == LOWER or not small
        )

    def longest(self, words: Sequence[Word], at: int) -> Hit[Value] | None:
        """The longest phrase whose first word is `words[at]`; the first given wins a tie."""
        word = words[at]
        starting = self._by_first.get(word.norm)
        if starting is not None:
            best = (_longer(starting, words, at) if word.joined else None) or _alone(starting, words, at)
            if best is not None:
                return best
        starting = self._by_first.get(word.stem) if word.stem else None
        if starting is not None:
            for row in starting.alone:
                if word.stem_case >= row.cases[0]:
                    return Hit(1, word.stem_end, True, row.value)
        return None


def _longest_first(row: _Row[Value]) -> tuple[int, int]:
    return -len(row.norms), row.rank


def _longer(starting: _Starting[Value], words: Sequence[Word], at: int) -> Hit[Value] | None:
    """The longest phrase of two or more words."""
    second = words[at + 1]
    rows = starting.by_second.get(second.norm, [])
    if second.stem and second.stem in starting.by_second:  # "Red Crosss": only where the phrase ends there
        pairs = [row for row in starting.by_second[second.stem] if len(row.norms) == 2]
        rows = sorted([*rows, *pairs], key=_longest_first)
    for row in rows:
        count = len(row.norms)
        if at + count > len(words) or words[at].case < row.cases[0] or not _inner_match(row, words, at):
            continue
        last = words[at + count - 1]
        if last.norm == row.norms[-1] and last.case >= row.cases[-1]:
            return Hit(count, last.end, False, row.value)
        if last.stem == row.norms[-1] and last.stem_case >= row.cases[-1]:
            return Hit(count, last.stem_end, True, row.value)
    return None


def _inner_match(row: _Row[Value], words: Sequence[Word], at: int) -> bool:
    for offset in range(1, len(row.norms) - 1):
        word = words[at + offset]
        if word.norm != row.norms[offset] or word.case < row.cases[offset] or not word.joined:
            return False
    return True


def _alone(starting: _Starting[Value], words: Sequence[Word], at: int) -> Hit[Value] | None:
    """The first phrase of one word."""
    word = words[at]
    for row in starting.alone:
        if word.case < row.cases[0]:
            continue
        if row.cases[0] == UPPER and word.norm in _WORDS_TOO and _in_capitals(words, at):
            continue
        return Hit(1, word.end, False, row.value)
    return None


def _in_capitals(words: Sequence[Word], at: int) -> bool:
    beside = [words[k] for k in (at - 1, at + 1) if 0 <= k < len(words)]
    longer = [word for word in beside if len(word.norm) > 2]
    return bool(longer) and all(word.case == UPPER for word in longer)


class Starts:
    """Where phrases of some indexes can start: a cheap look at all words before the indexes are asked."""

    def __init__(self, *indexes: PhraseIndex[Any]) -> None:
        self._all = frozenset().union(*(index.starts() for index in indexes))
        self._small = frozenset().union(*(index.starts(small=True) for index in indexes))

    def among(self, words: Sequence[Word]) -> list[int]:
        """The positions of words with which some phrase starts, in order."""
        every, small = self._all, self._small
        return [
            at
            for at, word in enumerate(words)
            if word.norm in (firsts := every if word.case else small) or word.stem in firsts
        ]
