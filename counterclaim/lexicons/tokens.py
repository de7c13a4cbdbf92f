"""Words of a text as the lexicons compare them: folded, with their case, offsets in code points.

Apostrophes inside a word do not count, so "Russia's" and the damaged "Russias" are one word, and
"U.S." is "us" in capitals.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from anyascii import anyascii

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
_JOINTS = frozenset({"", " ", "-", "‐", "‑", "–", " - ", "\u00a0", "\n", " \n", "\r\n", "  ", "' ", "’ "})


class Word(NamedTuple):
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
    spans = [(match.start(), match.end()) for match in _WORD.finditer(text)]
    words = []
    for position, (start, end) in enumerate(spans):
        raw = text[start:end]
        norm, case, stem, stem_length, stem_case = _fold(raw)
        following = spans[position + 1][0] if position + 1 < len(spans) else -1
        joined = following >= 0 and text[end:following] in _JOINTS
        words.append(Word(start, end, norm, case, stem, start + stem_length, stem_case, joined))
    return words


@lru_cache(maxsize=50_000)
def _fold(raw: str) -> tuple[str, int, str, int, int]:
    bare = raw.translate(_DROPPED)
    norm = (bare if bare.isascii() else anyascii(bare).translate(_DROPPED)).lower()
    if not norm.endswith("s") or len(norm) < 2:
        return norm, _case_of(bare), "", len(raw), LOWER
    length = len(raw) - 1
    if raw[length - 1] in _APOSTROPHES:
        length -= 1
    return norm, _case_of(bare), norm[:-1], length, _case_of(raw[:length].translate(_DROPPED))


def _case_of(bare: str) -> int:
    if len(bare) > 1 and bare.isupper():
        return UPPER
    return CAPITAL if bare[:1].isupper() else LOWER


def bare_end(text: str, word: Word) -> int:
    """Where a word ends without a possessive ending that still has its apostrophe."""
    return word.stem_end if word.stem and text[word.stem_end] in _APOSTROPHES else word.end


def fold_phrase(phrase: str) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """The folded words of a name and the least case that each must have in a text.

    A capital in the name asks for a capital in the text, an acronym for capitals throughout; a
    small letter asks for nothing.
    """
    words = find_words(phrase)
    return tuple(word.norm for word in words), tuple(word.case for word in words)
