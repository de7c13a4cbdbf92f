"""A passage as tokens, with the layers that fall into it; what every rule of this package looks at."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TypeVar

from counterclaim.core.patterns import pattern
from counterclaim.core.spans import Span
from counterclaim.core.types import Count, Mention, Passage, PlaceMention, Sheet, Time

TOKEN = pattern(r"""\b(?:Mrs?|Ms|Dr|Gen|Col|Maj|Capt|Lt|Sgt|Spc|Cpl|Pvt|Brig|Adm|Cmdr|Sen|Rep|Gov|Prof|Rev|St)\.
  | \pN+(?:[.,]\pN+)*(?:[-'’]\pL[\pL\pN]*)* | [\pL\pN]+(?:[-'’.&][\pL\pN]+)* | [^\s]""")
Item = TypeVar("Item", Count, Mention, PlaceMention, Time)
Phrases = frozenset[str] | tuple[str, ...]
OPENING = "“‘«„"
CLOSING = "”»"


@dataclass(frozen=True)
class Token:
    """A word or mark; `start` and `end` are code points of the document."""

    text: str
    low: str
    start: int
    end: int

    @property
    def is_word(self) -> bool:
        return self.text[0].isalnum()

    @property
    def is_capital(self) -> bool:
        return self.text[0].isupper()


@dataclass(frozen=True)
class Slot:
    """Tokens `first` up to, not including, `last`."""

    first: int
    last: int

    def __contains__(self, index: int) -> bool:
        return self.first <= index < self.last


@dataclass(frozen=True)
class Sentence:
    """One passage, ready for rules. Token positions are indices; spans are the document's."""

    passage: Passage
    number: int  # index into `Sheet.passages`
    tokens: tuple[Token, ...]
    counts: tuple[tuple[Slot, Count], ...] = ()
    mentions: tuple[tuple[Slot, Mention], ...] = ()
    places: tuple[tuple[Slot, PlaceMention], ...] = ()
    times: tuple[tuple[Slot, Time], ...] = ()

    @cached_property
    def low(self) -> tuple[str, ...]:
        """The tokens in lower case, straight apostrophes."""
        return tuple(token.low for token in self.tokens)

    def span(self, first: int, last: int) -> Span:
        """The span from token `first` up to, not including, token `last`."""
        return Span(self.tokens[first].start, self.tokens[last - 1].end)

    def words(self, first: int, last: int) -> str:
        """The document's words from token `first` up to `last`."""
        if first >= last:
            return ""
        span = self.span(first, last)
        offset = self.passage.span.start
        return self.passage.exact[span.start - offset : span.end - offset]

    def find(self, phrases: Phrases, start: int = 0, stop: int | None = None) -> list[tuple[Slot, str]]:
        """Where phrases of lower-case words stand, longest first at each place, without overlaps."""
        return [
            (slot, phrase)
            for slot, phrase in self._found(phrases)
            if start <= slot.first and (stop is None or slot.last <= stop)
        ]

    def _found(self, phrases: Phrases) -> list[tuple[Slot, str]]:
        known = self._phrases_found.get(phrases)
        if known is not None:
            return known
        table, lows = _by_first_word(phrases), self.low
        found: list[tuple[Slot, str]] = []
        index = 0
        while index < len(lows):
            for words in table.get(lows[index], ()):
                if lows[index : index + len(words)] == words:
                    found.append((Slot(index, index + len(words)), " ".join(words)))
                    index += len(words) - 1
                    break
            index += 1
        self._phrases_found[phrases] = found
        return found

    @cached_property
    def _phrases_found(self) -> dict[Phrases, list[tuple[Slot, str]]]:
        return {}

    def has(self, phrases: Phrases, start: int = 0, stop: int | None = None) -> bool:
        return bool(self.find(phrases, start, stop))

    def mention_at(self, index: int, *kinds: str) -> tuple[Slot, Mention] | None:
        """The mention that covers a token, of the given kinds or any."""
        return next(
            (hit for hit in self._mentions_by_token.get(index, ()) if not kinds or hit[1].kind in kinds), None
        )

    def count_at(self, index: int) -> tuple[Slot, Count] | None:
        return self._counts_by_token.get(index)

    def is_place(self, index: int) -> bool:
        return index in self._place_tokens

    def is_time(self, index: int) -> bool:
        return index in self._time_tokens

    @cached_property
    def _mentions_by_token(self) -> dict[int, list[tuple[Slot, Mention]]]:
        found: dict[int, list[tuple[Slot, Mention]]] = {}
        for slot, mention in self.mentions:
            for index in range(slot.first, slot.last):
                found.setdefault(index, []).append((slot, mention))
        return found

    @cached_property
    def _counts_by_token(self) -> dict[int, tuple[Slot, Count]]:
        return {index: (slot, count) for slot, count in self.counts for index in range(slot.first, slot.last)}

    @cached_property
    def _place_tokens(self) -> frozenset[int]:
        return frozenset(index for slot, _ in self.places for index in range(slot.first, slot.last))

    @cached_property
    def _time_tokens(self) -> frozenset[int]:
        return frozenset(index for slot, _ in self.times for index in range(slot.first, slot.last))


@cache
def _by_first_word(phrases: Phrases) -> dict[str, list[tuple[str, ...]]]:
    """Phrases as words by their first word, longest first."""
    table: dict[str, list[tuple[str, ...]]] = {}
    for words in sorted(
        (tuple(phrase.split()) for phrase in phrases), key=lambda words: (-len(words), words)
    ):
        table.setdefault(words[0], []).append(words)
    return table


def tokens_of(text: str, offset: int) -> tuple[Token, ...]:
    """Words and marks of a text that starts at `offset` of its document.

    >>> [token.text for token in tokens_of("ISIS’s 140,000 men, F-16.", 0)]
    ['ISIS’s', '140,000', 'men', ',', 'F-16', '.']
    """
    return tuple(
        Token(
            match.group(0),
            match.group(0).lower().replace("’", "'"),
            match.start() + offset,
            match.end() + offset,
        )
        for match in TOKEN.finditer(text)
    )


def sentences_of(sheet: Sheet) -> list[Sentence]:
    """Every passage of a sheet with its share of the layers."""
    shares = _Shares(sheet)
    found = []
    for number, passage in enumerate(sheet.passages or ()):
        tokens = tokens_of(passage.exact, passage.span.start)
        if tokens:
            found.append(
                Sentence(
                    passage,
                    number,
                    tokens,
                    counts=tuple(shares.slots(sheet.counts or (), tokens)),
                    mentions=tuple(shares.slots(sheet.mentions or (), tokens)),
                    places=tuple(shares.slots(sheet.places or (), tokens)),
                    times=tuple(shares.slots(sheet.times or (), tokens)),
                )
            )
    return found


class _Shares:
    """Layer items by position, so that a long document costs no more than its length."""

    def __init__(self, sheet: Sheet) -> None:
        self._starts = {
            id(layer): [item.span.start for item in layer]
            for layer in (sheet.counts or (), sheet.mentions or (), sheet.places or (), sheet.times or ())
        }

    def slots(self, layer: tuple[Item, ...], tokens: tuple[Token, ...]) -> Iterable[tuple[Slot, Item]]:
        starts = self._starts[id(layer)]
        low = bisect_right(starts, tokens[0].start - 1)
        high = bisect_right(starts, tokens[-1].end)
        for item in layer[low:high]:
            inside = [
                index
                for index, token in enumerate(tokens)
                if token.start < item.span.end and item.span.start < token.end
            ]
            if inside:
                yield Slot(inside[0], inside[-1] + 1), item
