"""Cuts text into the word pieces that the reader's encoder knows, and long texts into windows."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

LOWER, CAPITALISED, UPPER, DIGITS = range(4)
SHAPES = 4
SENTENCE_ENDS = frozenset(".!?")
CLOSERS = frozenset("\"'”’)]")

Ints = NDArray[np.int64]


@dataclass(frozen=True)
class Pieces:
    """Word pieces of one text, without the encoder's start and end marks; each (pieces,)."""

    ids: Ints
    shapes: Ints  # how the piece's word is written: the vocabulary is lower-case
    starts: Ints  # code points of the text, half-open
    ends: Ints
    first: NDArray[np.bool_]  # the piece opens a word

    def __len__(self) -> int:
        return len(self.ids)

    def opens_word(self, at: int) -> bool:
        """Whether a word begins at piece `at`, or the text has ended."""
        return at == len(self) or bool(self.first[at])

    def between(self, first: int, last: int) -> Pieces:
        """Pieces `first` up to, not including, `last`, as those of the text that they cover."""
        cut, offset = slice(first, last), self.starts[first]
        return Pieces(
            self.ids[cut],
            self.shapes[cut],
            self.starts[cut] - offset,
            self.ends[cut] - offset,
            self.first[cut],
        )


def pieces_of(tokenizer: Tokenizer, text: str) -> Pieces:
    """The word pieces of a text."""
    encoding = tokenizer.encode(text, add_special_tokens=False)
    words = np.asarray(encoding.word_ids, dtype=np.int64)
    offsets = np.asarray(encoding.offsets, dtype=np.int64).reshape(-1, 2)
    first = np.ones(len(words), dtype=np.bool_)
    first[1:] = words[1:] != words[:-1]
    at = np.flatnonzero(first)
    ends = np.append(offsets[at[1:] - 1, 1], offsets[-1:, 1])
    of_word = [_shape(text[start:end]) for start, end in zip(offsets[at, 0], ends, strict=True)]
    shapes = np.asarray(of_word, dtype=np.int64)[np.cumsum(first) - 1] if len(at) else words
    return Pieces(np.asarray(encoding.ids, dtype=np.int64), shapes, offsets[:, 0], offsets[:, 1], first)


def windows_of(text: str, pieces: Pieces, limit: int) -> list[tuple[int, int]]:
    """Stretches of at most `limit` pieces, ended at a sentence where one ends in the second half.

    >>> from counterclaim.models.load import load_tokenizer
    >>> text = "Shelling hit the town. Nine died. Nobody claimed it."
    >>> windows_of(text, pieces_of(load_tokenizer(), text), limit=10)
    [(0, 9), (9, 13)]
    """
    edges = [0]
    while len(pieces) - edges[-1] > limit:
        begin, furthest = edges[-1], edges[-1] + limit
        ends = (at for at in range(furthest, begin + limit // 2, -1) if _ends_sentence(text, pieces, at))
        words = (at for at in range(furthest, begin, -1) if pieces.first[at])
        edges.append(next(ends, next(words, furthest)))
    return list(pairwise([*edges, len(pieces)])) if len(pieces) else []


def _ends_sentence(text: str, pieces: Pieces, at: int) -> bool:
    """Whether a sentence ends between piece `at - 1` and piece `at`."""
    between = text[pieces.ends[at - 1] : pieces.starts[at]]
    if "\n" in between:
        return True
    last = text[pieces.starts[at - 1] : pieces.ends[at - 1]]
    if last in CLOSERS and at > 1:
        last = text[pieces.starts[at - 2] : pieces.ends[at - 2]]
    return last in SENTENCE_ENDS and bool(between)


def _shape(word: str) -> int:
    if not word[0].isalpha():
        return DIGITS if word[0].isdigit() else LOWER
    if word[0].islower():
        return LOWER
    return UPPER if len(word) > 1 and word.isupper() else CAPITALISED
