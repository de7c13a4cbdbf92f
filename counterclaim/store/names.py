"""Names that are withheld, found in text whatever their case and accents, and what stands in their place.

A name in a document's text is covered by as many code points as it has, so that every place in the text stays
what it was: for claims, for links to a sentence, and for a coder who moves a span without seeing the name.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from counterclaim.core.errors import DataError
from counterclaim.core.kept import Kept
from counterclaim.core.patterns import Pattern, Patterns, pattern
from counterclaim.core.spans import Span
from counterclaim.store.search import fold

_JOINER = "\u2060"  # no width and no break: what pads a pseudonym to the length of the name
_BLOCK = "█"
_WORDS = pattern(r"[a-z0-9]+")
_UNSPACED = pattern(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]")
_ARABIC = pattern(r"\p{Arabic}")
_PARTICLES = r"(?:[wf]?(?:[blk]|al|ll)?)"  # "and", "so", "by", "to", "as", "the", written onto an Arabic word
_FEWEST_LETTERS = 2
_LONGEST = 200
_MOST_SIGNS = 3  # between two words of a name, where its spelling has no more


class Found(NamedTuple):
    """Where a withheld name stands, and whose it is."""

    span: Span
    person: int


class Spelling(NamedTuple):
    """One way to write the name of a withheld person."""

    person: int
    words: str


class Names:
    """The withheld names. The same person has the same pseudonym wherever they are named."""

    def __init__(self, spelled: Iterable[Spelling]) -> None:
        self._spelled = sorted(set(spelled), key=lambda one: (-len(one.words), one))
        sources = [_source(one.words) for one in self._spelled]
        self._patterns: list[Pattern] = [pattern(source) for source in sources]
        self._any = Patterns(sources) if sources else None
        self._hidden: dict[str, str] = Kept(self._replace, most=50_000)

    def __bool__(self) -> bool:
        return self._any is not None

    def find(self, text: str) -> list[Found]:
        """Every place of a withheld name, from left to right. Names that overlap are one place, the longer one's.

        >>> Names([Spelling(1, "José Peña")]).find("So JOSE  PENA's house")
        [Found(span=Span(start=3, end=13), person=1)]
        """
        if not self:
            return []
        folded, origins = _fold(text)
        found = sorted(self._find_all(folded, origins), key=lambda one: (one.span, one.person))
        merged: list[Found] = []
        for one in found:
            if merged and one.span.start < merged[-1].span.end:
                last = merged[-1]
                longer = max(last, one, key=lambda each: each.span.end - each.span.start)
                end = max(last.span.end, one.span.end)
                merged[-1] = Found(Span(last.span.start, end), longer.person)
            else:
                merged.append(one)
        return merged

    def _find_all(self, folded: str, origins: list[int] | None) -> Iterator[Found]:
        for number in self._any.found_in(folded) if self._any is not None else ():
            for match in self._patterns[number].finditer(folded):
                start, end = match.start(), match.end()
                if origins is not None:  # with the marks on its last letter
                    start, end = origins[start], max(origins[end - 1] + 1, origins[end])
                yield Found(Span(start, end), self._spelled[number].person)

    def cover(self, text: str) -> str:
        """The text with every name under a pseudonym of its own length, in code points.

        >>> covered = Names([Spelling(1, "Ana Ruiz")]).cover("Then Ana Ruiz spoke")
        >>> covered, len(covered)
        ('Then [P1]\\u2060\\u2060\\u2060\\u2060 spoke', 19)
        """
        return self._put(text, _fit)

    def hide(self, words: str) -> str:
        """The words with every name replaced; where nothing points into them, so that no length is to be kept.

        >>> Names([Spelling(1, "Ana Ruiz"), Spelling(1, "Ruiz")]).hide("Mr. RUIZ, teacher")
        'Mr. [person 1], teacher'
        """
        return self._hidden[words]

    def _replace(self, words: str) -> str:
        return self._put(words, lambda person, _length: f"[person {person}]")

    def _put(self, text: str, form: Callable[[int, int], str]) -> str:
        """The text with `form(person, length of the name)` in the place of every name."""
        parts, at = [], 0
        for span, person in self.find(text):
            parts += [text[at : span.start], form(person, span.end - span.start)]
            at = span.end
        return "".join([*parts, text[at:]])


def _fit(person: int, length: int) -> str:
    """The longest form of a pseudonym that has room; blocks where none has."""
    for form in (f"[person {person}]", f"[P{person}]", f"P{person}"):
        if len(form) <= length:
            return form + _JOINER * (length - len(form))
    return _BLOCK * length


def check_spelling(spelling: str) -> str:
    """The spelling, trimmed.

    Raises:
        DataError: it is too short to be told from other words, or too long for a name.
    """
    trimmed = " ".join(spelling.split())
    letters = sum(letter.isalpha() for letter in trimmed)
    if letters < _FEWEST_LETTERS or _WORDS.search(_fold(trimmed)[0]) is None:
        raise DataError(f"{spelling!r} is too short for a name; give {_FEWEST_LETTERS} letters at least")
    if len(trimmed) > _LONGEST:
        raise DataError(
            f"{trimmed[:40]!r}… is too long for a name: {len(trimmed)} signs; give {_LONGEST} at most"
        )
    return trimmed


@lru_cache(maxsize=4)  # of the stores that this process serves
def names_of(spelled: tuple[Spelling, ...]) -> Names:
    """The names, compiled once."""
    return Names(spelled)


def _source(spelling: str) -> str:
    """A pattern over folded text: the words of the name, up to three signs between each two, or as many as it has."""
    folded, _ = _fold(spelling)
    words = list(_WORDS.finditer(folded))
    signs = max([_MOST_SIGNS, *(right.start() - left.end() for left, right in pairwise(words))])
    before = after = r"\b"
    if _UNSPACED.search(spelling):
        before = after = ""
    elif _ARABIC.search(spelling):
        before = rf"\b{_PARTICLES}"
    return before + rf"[^a-z0-9]{{1,{signs}}}".join(word.group() for word in words) + after


def _fold(text: str) -> tuple[str, list[int] | None]:
    """The text as names are looked for in it, and for each letter of that, and its end, the place it comes from."""
    if text.isascii():
        return text.lower(), None
    folded = [_FOLDED[letter] for letter in text]
    origins = [place for place, letters in enumerate(folded) for _ in letters]
    return "".join(folded), [*origins, len(text)]


def _fold_letter(letter: str) -> str:
    """As the search index has it; marks on letters and signs without width fall away."""
    return "" if unicodedata.category(letter) in ("Mn", "Cf", "Me") else fold(letter)


_FOLDED: dict[str, str] = Kept(_fold_letter, most=20_000)
