"""An index of names: which of many phrases stands at a word of a text, longest first."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Generic, NamedTuple, TypeVar

from counterclaim.lexicons.tokens import UPPER, Word

Value = TypeVar("Value")
Folded = tuple[str, str]  # folded words with blanks between; the least case of each as a digit
# Acronyms that are also English words: in a line of capitals they are read as the words.
_WORDS_TOO = frozenset(
    {"is", "who", "pa", "it", "as", "aid", "oas", "set", "nap", "mit", "un", "site", "tip"}
)


_Row = tuple[list[str], str, Value]


class Hit(NamedTuple, Generic[Value]):
    """A phrase that stands in a text: `length` words, ending at code point `end`."""

    length: int  # words
    end: int
    owned: bool  # the last word carries a further s: "Russia's", "SANAs"
    value: Value


class PhraseIndex(Generic[Value]):
    """Phrases by their first word."""

    def __init__(self, phrases: Iterable[tuple[Folded, Value]]) -> None:
        self._by_first: dict[str, list[_Row[Value]]] = {}
        for (joined, cases), value in phrases:
            norms = joined.split(" ")
            self._by_first.setdefault(norms[0], []).append((norms, cases, value))
        for rows in self._by_first.values():
            if len(rows) > 1:
                rows.sort(key=lambda row: -len(row[0]))

    def longest(self, words: list[Word], at: int) -> Hit[Value] | None:
        """The longest phrase whose first word is `words[at]`; the first given wins a tie."""
        word = words[at]
        best = None
        rows = self._by_first.get(word.norm)
        if rows is not None:
            best = _first_match(rows, words, at)
        if word.stem and (best is None or best.length == 1):
            for norms, cases, value in self._by_first.get(word.stem, ()):
                if best is None and len(norms) == 1 and word.stem_case >= int(cases[0]):
                    return Hit(1, word.stem_end, True, value)
        return best


def _first_match(rows: list[_Row[Value]], words: list[Word], at: int) -> Hit[Value] | None:
    for norms, cases, value in rows:
        count = len(norms)
        if at + count > len(words) or words[at].case < int(cases[0]):
            continue
        if count == 1:
            if int(cases[0]) == UPPER and norms[0] in _WORDS_TOO and _in_capitals(words, at):
                continue
            return Hit(1, words[at].end, False, value)
        if not _inner_match(norms, cases, words, at):
            continue
        last = words[at + count - 1]
        if last.norm == norms[-1] and last.case >= int(cases[-1]):
            return Hit(count, last.end, False, value)
        if last.stem == norms[-1] and last.stem_case >= int(cases[-1]):
            return Hit(count, last.stem_end, True, value)
    return None


def _inner_match(norms: list[str], cases: str, words: list[Word], at: int) -> bool:
    if not words[at].joined:
        return False
    for offset in range(1, len(norms) - 1):
        word = words[at + offset]
        if word.norm != norms[offset] or word.case < int(cases[offset]) or not word.joined:
            return False
    return True


def _in_capitals(words: list[Word], at: int) -> bool:
    beside = [words[k] for k in (at - 1, at + 1) if 0 <= k < len(words)]
    longer = [word for word in beside if len(word.norm) > 2]
    return bool(longer) and all(word.case == UPPER for word in longer)
