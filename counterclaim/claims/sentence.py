"""A passage as tokens, with the layers that fall into it; what every rule of this package looks at."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache, cached_property
from operator import attrgetter
from typing import NamedTuple, TypeVar

import msgspec

from counterclaim.core.kept import Kept
from counterclaim.core.patterns import pattern
from counterclaim.core.spans import Span
from counterclaim.core.types import Count, Mention, Passage, PlaceMention, Sheet, Tag, Time

TOKEN = pattern(r"""\b(?:Mrs?|Ms|Dr|Gen|Col|Maj|Capt|Lt|Sgt|Spc|Cpl|Pvt|Brig|Adm|Cmdr|Sen|Rep|Gov|Prof|Rev|St)\.
  | \b\p{Lu}(?:\.\p{Lu})+\. | \pN+(?:[.,]\pN+)*(?:[-'’]\pL[\pL\pN]*)* | [\pL\pN]+(?:[-'’.&][\pL\pN]+)* | [^\s]""")
Item = TypeVar("Item", Count, Mention, PlaceMention, Tag, Time)
Phrases = frozenset[str]  # of words in lower case, a blank between two
OPENING = "“‘«„"
CLOSING = "”»"
DASHES = frozenset("-–—")


class Token(msgspec.Struct, frozen=True, gc=False):
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


class Slot(msgspec.Struct, frozen=True, gc=False):
    """Tokens `first` up to, not including, `last`."""

    first: int
    last: int

    def __contains__(self, index: int) -> bool:
        return self.first <= index < self.last

    def meets(self, other: Slot) -> bool:
        """Whether the two share a token."""
        return self.first < other.last and other.first < self.last


@dataclass(frozen=True)
class Sentence:
    """One passage, ready for rules. Token positions are indices; spans are the document's."""

    passage: Passage
    number: int  # index into `Sheet.passages`
    tokens: tuple[Token, ...]
    low: tuple[str, ...]  # the tokens in lower case, straight apostrophes
    counts: tuple[tuple[Slot, Count], ...] = ()
    mentions: tuple[tuple[Slot, Mention], ...] = ()
    places: tuple[tuple[Slot, PlaceMention], ...] = ()
    times: tuple[tuple[Slot, Time], ...] = ()
    claim_tags: tuple[tuple[Slot, Tag], ...] = ()  # what the trained reader marks, if it has read
    slot_tags: tuple[tuple[Slot, Tag], ...] = ()
    _found: dict[Phrases, list[tuple[Slot, str]]] = field(default_factory=dict)

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

    def slot_of(self, start: int, end: int) -> Slot:
        """The tokens of the document's span from `start` up to `end`."""
        return _slot_in(self.tokens, start, end)

    def find(self, phrases: Phrases, start: int = 0, stop: int | None = None) -> list[tuple[Slot, str]]:
        """Where phrases of lower-case words stand, longest first at each place, without overlaps."""
        found = self._found.get(phrases)
        if found is None:
            found = self._found[phrases] = self._look_for(_table_of(phrases))
        if not found:
            return []
        return [
            (slot, phrase)
            for slot, phrase in found
            if start <= slot.first and (stop is None or slot.last <= stop)
        ]

    def _look_for(self, table: _Table) -> list[tuple[Slot, str]]:
        found: list[tuple[Slot, str]] = []
        if table.firsts.isdisjoint(self._vocabulary):
            return found
        low, after = self.low, 0
        for index, word in enumerate(low):
            if word not in table.firsts or index < after:
                continue
            for words, phrase in table.by_first[word]:
                if low[index : index + len(words)] == words:
                    after = index + len(words)
                    found.append((Slot(index, after), phrase))
                    break
        return found

    def at(self, words: frozenset[str]) -> list[int]:
        """The tokens that are one of `words`, in order."""
        if words.isdisjoint(self._vocabulary):
            return []
        return [index for index, low in enumerate(self.low) if low in words]

    @cached_property
    def _vocabulary(self) -> frozenset[str]:
        """The different words: most rules see in them at once that none of their own is there."""
        return frozenset(self.low)

    def has(self, phrases: Phrases, start: int = 0, stop: int | None = None) -> bool:
        return bool(self.find(phrases, start, stop))

    def mention_at(self, index: int, *kinds: str) -> tuple[Slot, Mention] | None:
        """The mention that covers a token, of the given kinds or any."""
        for hit in self._mentions_by_token.get(index, ()):
            if not kinds or hit[1].kind in kinds:
                return hit
        return None

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


class _Table(NamedTuple):
    """Phrases by their first word, longest first, each as words and as one string."""

    firsts: frozenset[str]
    by_first: dict[str, list[tuple[tuple[str, ...], str]]]


@cache
def _table_of(phrases: Phrases) -> _Table:
    table: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for words in sorted(
        (tuple(phrase.split()) for phrase in phrases), key=lambda words: (-len(words), words)
    ):
        table.setdefault(words[0], []).append((words, " ".join(words)))
    return _Table(frozenset(table), table)


def tokens_of(text: str, offset: int) -> tuple[Token, ...]:
    """Words and marks of a text that starts at `offset` of its document.

    >>> [token.text for token in tokens_of("ISIS’s 140,000 men, F-16.", 0)]
    ['ISIS’s', '140,000', 'men', ',', 'F-16', '.']
    """
    found, at = [], offset
    for chunk in text.split(" "):  # no token has a blank in it
        for word, low, start, end in _known[chunk]:
            found.append(Token(word, low, at + start, at + end))
        at += len(chunk) + 1
    return tuple(found)


def _read_chunk(chunk: str) -> tuple[tuple[str, str, int, int], ...]:
    """The tokens of a stretch without blanks, most often one or two."""
    word = chunk.removesuffix(",")
    if word.isascii() and word.isalpha():  # most words; clear without the pattern
        plain, end = (word, word.lower(), 0, len(word)), len(word)
        return (plain,) if end == len(chunk) else (plain, (",", ",", end, end + 1))
    return tuple(
        (match.group(), match.group().lower().replace("’", "'"), match.start(), match.end())
        for match in TOKEN.finditer(chunk)
    )


_known = Kept(_read_chunk, most=50_000)


def sentences_of(sheet: Sheet) -> list[Sentence]:
    """Every passage of a sheet with its share of the layers."""
    tags = sheet.tags or {}
    claim_tags, slot_tags = tags.get("claims", ()), tags.get("slots", ())
    layers = (
        sheet.counts or (),
        sheet.mentions or (),
        sheet.places or (),
        sheet.times or (),
        claim_tags,
        slot_tags,
    )
    shares = _Shares(layers)
    found = []
    for number, passage in enumerate(sheet.passages or ()):
        tokens = tokens_of(passage.exact, passage.span.start) if passage.relevant else ()
        if tokens:
            found.append(
                Sentence(
                    passage,
                    number,
                    tokens,
                    tuple([token.low for token in tokens]),
                    counts=tuple(shares.slots(sheet.counts or (), tokens)),
                    mentions=tuple(shares.slots(sheet.mentions or (), tokens)),
                    places=tuple(shares.slots(sheet.places or (), tokens)),
                    times=tuple(shares.slots(sheet.times or (), tokens)),
                    claim_tags=tuple(shares.slots(claim_tags, tokens)),
                    slot_tags=tuple(shares.slots(slot_tags, tokens)),
                )
            )
    return found


_start_of, _end_of = attrgetter("start"), attrgetter("end")


def _slot_in(tokens: tuple[Token, ...], start: int, end: int) -> Slot:
    first = bisect_right(tokens, start, key=_end_of)
    return Slot(first, bisect_left(tokens, end, lo=first, key=_start_of))


class _Shares:
    """Layer items by position, so that a long document costs no more than its length."""

    def __init__(self, layers: Iterable[tuple[Count | Mention | PlaceMention | Tag | Time, ...]]) -> None:
        self._starts = {id(layer): [item.span.start for item in layer] for layer in layers}

    def slots(self, layer: tuple[Item, ...], tokens: tuple[Token, ...]) -> Iterable[tuple[Slot, Item]]:
        starts = self._starts[id(layer)]
        if not starts:
            return
        low = bisect_right(starts, tokens[0].start - 1)
        high = bisect_right(starts, tokens[-1].end)
        for item in layer[low:high]:
            slot = _slot_in(tokens, item.span.start, item.span.end)
            if slot.first < slot.last:
                yield slot, item
