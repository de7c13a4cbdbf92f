"""Words of a text as the lexicons compare them: folded, with their case, offsets in code points.

Apostrophes inside a word do not count, so "Russia's" and the damaged "Russias" are one word, and
"U.S." is "us" in capitals.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from operator import attrgetter

import msgspec
from anyascii import anyascii

from counterclaim.core.kept import Kept
from counterclaim.core.patterns import pattern

LOWER, CAPITAL, UPPER = 0, 1, 2

_WORD = pattern(
    r"""(?: \p{Lu}\. ){2,}                                     # U.S. with its dots
      | \p{Lu}\.\p{Lu}\b                                       # U.S with one dot lost
      | [\p{L}\p{M}\p{N}]+ (?: ['’‘ʼʻʿʾ`´] [\p{L}\p{M}\p{N}]+ )*  # Sana'a, Russia's
    """
)
_APOSTROPHES = "'’‘ʼʻʿʾ`´"
_DROPPED = str.maketrans("", "", _APOSTROPHES + ".")
# What may stand between two words of one name; a comma or a full stop may not.
_SPACED = " - "  # as damaged text has it in "al - Shabaab", "Deir - ez - Zor"
_LONGEST_PARTICLE = 4  # letters
_JOINTS = frozenset({"", " ", "-", "‐", "‑", "–", _SPACED, "\u00a0", "\n", " \n", "\r\n", "  ", "' ", "’ "})


class Word(msgspec.Struct, frozen=True, gc=False):
    """One word. `stem` is the word without a final s, where it has one: "russia" of "Russia's"."""

    start: int
    end: int
    norm: str
    case: int
    stem: str  # "" where the word does not end in s
    stem_end: int
    stem_case: int
    joined: bool  # only a blank or hyphen stands between this word and the next


def find_words(text: str) -> list[Word]:
    """The words of `text` in order.

    >>> [(word.norm, word.stem) for word in find_words("Russia's U.S. envoy")]
    [('russias', 'russia'), ('us', 'u'), ('envoy', '')]
    """
    found: list[tuple[int, _Spelt]] = []
    at = 0
    for chunk in text.split(" "):  # no word has a blank in it
        found += [(at, spelt) for spelt in _known[chunk]]
        at += len(chunk) + 1
    words = []
    following = 0  # where the next word starts, 0 behind the last; words are put together from the last on
    for at, (start, end, norm, case, stem, stem_end, stem_case) in reversed(found):
        between = text[at + end : following]
        apart = between == _SPACED and end - start > _LONGEST_PARTICLE  # "BAGHDAD - Police said"
        joined = following > 0 and between in _JOINTS and not apart
        words.append(Word(at + start, at + end, norm, case, stem, at + stem_end, stem_case, joined))
        following = at + start
    words.reverse()
    return words


# A word as it is by itself: its fields in the order of `Word`, offsets counted from its chunk's start.
_Spelt = tuple[int, int, str, int, str, int, int]


def _read_chunk(chunk: str) -> tuple[_Spelt, ...]:
    """The words of a stretch without blanks, most often one."""
    if chunk.isascii():  # a plain word, with a mark behind it or none, is clear without the pattern
        bare = chunk if chunk[-1:].isalnum() else chunk[:-1]
        if bare.isalnum():
            return (_spelt(bare, bare, 0),)
    words = [(match.group(), match.start()) for match in _WORD.finditer(chunk)]
    return tuple(_spelt(raw, raw.translate(_DROPPED), start) for raw, start in words)


_known = Kept(_read_chunk, most=50_000)


def _spelt(raw: str, bare: str, start: int) -> _Spelt:
    """The fields of a word that stands as `raw` in its chunk, as `bare` without apostrophes and dots."""
    norm = (bare if bare.isascii() else anyascii(bare).translate(_DROPPED)).lower()
    end = start + len(raw)
    if not norm.endswith("s") or len(norm) < 2:
        return start, end, norm, _case_of(bare), "", end, LOWER
    length = len(raw) - 1
    if raw[length - 1] in _APOSTROPHES:
        length -= 1
    stem_case = _case_of(raw[:length].translate(_DROPPED))
    return start, end, norm, _case_of(bare), norm[:-1], start + length, stem_case


def _case_of(bare: str) -> int:
    if len(bare) > 1 and bare.isupper():
        return UPPER
    return CAPITAL if bare[:1].isupper() else LOWER


def bare_end(text: str, word: Word) -> int:
    """Where a word ends without a possessive ending that still has its apostrophe."""
    return word.stem_end if word.stem and text[word.stem_end] in _APOSTROPHES else word.end


def first_from(words: Sequence[Word], start: int) -> int:
    """The position of the first word that starts at code point `start` or later."""
    return bisect_left(words, start, key=_start_of)


def words_inside(words: Sequence[Word], spans: Iterable[tuple[int, int]]) -> frozenset[int]:
    """The positions of words that start inside one of the spans (code points)."""
    inside: set[int] = set()
    for start, end in spans:
        inside.update(range(first_from(words, start), first_from(words, end)))
    return frozenset(inside)


_start_of = attrgetter("start")


def fold_phrase(phrase: str) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """The folded words of a name and the least case that each must have in a text.

    A capital in the name asks for a capital in the text, an acronym for capitals throughout; a
    small letter asks for nothing.
    """
    words = find_words(phrase)
    return tuple(word.norm for word in words), tuple(word.case for word in words)
