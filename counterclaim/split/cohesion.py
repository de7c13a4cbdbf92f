"""How far the words of a line carry on what stood before, or open something that goes on after it."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import cached_property
from itertools import chain
from math import inf, log, sqrt

from counterclaim.core.kept import Kept
from counterclaim.core.patterns import pattern

NEAR, FAR = 3, 10  # lines looked at on each side
_BLOCK = 6  # lines of the two blocks compared as wholes
_FULL_NAME = pattern(r"\p{Lu}[\p{L}’'\-]+ (?: \s (?: al-|(?:of|for|the|and)\s )? \p{Lu}[\p{L}’'\-]+ )+")
_CAPITAL = pattern(r"\p{Lu}[\p{L}’'\-]+")
_EDGES = ".,:;!?…()[]{}\"'“”‘’«»–—-"
_STOP = frozenset(
    "the and for that with was were has have had from are but not they their his her its who which said says say "
    "will would been this after also into more than when about over there which while could should other some out "
    "against between where what those these them him she you our all one two three four people including told "
    "reports report reported according news agency statement very just only most many much even still being because "
    "since during before under such both did does may might must can any".split()
)
# Points per feature, each from 0 to 1: a logistic regression on some 650 pages glued from news stories
# without their headlines, rounded. How well the sum does stands at `borders.NEEDED`.
OPENS, GIVEN, GIVEN_NEAR, ALIKE, CHAINED = 5.0, -1.5, -2.5, -2.5, -5.0
NAMED_AGAIN, NAMED_AGAIN_AHEAD, NAMES = 1.5, 1.0, 1.0
BIAS = -2.5


class Cohesion:
    """Ties between the lines of one document. Made once per document, asked per line."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._words = [content_words(line) for line in lines]
        self._names: list[frozenset[str]] = []
        self._full: dict[str, list[int]] = defaultdict(list)  # full name: lines
        self._short: dict[str, list[int]] = defaultdict(list)  # its last word by itself: lines
        for index, line in enumerate(lines):
            names, others = _capitals_of(line)
            self._names.append(names)
            for name in names:
                self._full[name].append(index)
            for word in others:
                self._short[word].append(index)

    def score_break(self, index: int, *, above: float = -inf) -> float:
        """Points for a new story at line `index`: above 0 for yes, about -8 to 4.

        A story that opens brings words that go on after it and did not stand before it; the words of
        the story before end; and names that had become short ("Power") are given in full again.
        Blocks of lines, which can only take points away, are not compared where the rest stays at
        `above` or below.
        """
        own, before, after = self._words[index], self._around(index, -FAR), self._around(index + 1, FAR)
        earlier, near, later = _union(before), _union(self._around(index, -NEAR)), _union(after)
        size = max(1, len(own))
        again = self._named_again(index, self._names[index])
        ahead = {name for names in self._names[index : index + NEAR + 1] for name in names}
        by_words = (
            BIAS
            + OPENS * len((own & later) - earlier) / size
            + GIVEN * len(own & earlier) / size
            + GIVEN_NEAR * len(own & near) / size
        )
        by_names = (
            NAMED_AGAIN * min(1, again),
            NAMED_AGAIN_AHEAD * min(3, self._named_again(index, ahead)) / 3,
            NAMES * min(3, len(self._first_named(index))) / 3,
        )
        if by_words + sum(by_names) <= above:
            return above
        by_blocks = (
            ALIKE * self._cosine(_count(self._around(index, -_BLOCK)), _count(self._around(index, _BLOCK))),
            CHAINED * _chained(_count(before), _count(self._around(index, FAR))),
        )
        return sum((*by_blocks, *by_names), start=by_words)

    @cached_property
    def _weight(self) -> dict[str, float]:
        """Words by how rare they are among the lines."""
        seen = _count(self._words)
        return {word: log(1 + len(self._words) / count) ** 2 for word, count in seen.items()}

    def _around(self, index: int, lines: int) -> Sequence[frozenset[str]]:
        """The words of the `lines` lines from `index` on, or before it where negative."""
        return self._words[index : index + lines] if lines > 0 else self._words[max(0, index + lines) : index]

    def _named_again(self, index: int, names: frozenset[str] | set[str]) -> int:
        """How many of `names` stood in full before `index` and have been shortened since."""
        return sum(self._was_shortened(name, index) for name in names)

    def _was_shortened(self, name: str, index: int) -> bool:
        full = self._full[name]
        position = bisect_left(full, index)
        if position == 0:
            return False
        short = self._short.get(name.split()[-1], [])
        nearest = bisect_left(short, index)
        return nearest > 0 and short[nearest - 1] >= full[position - 1]

    def _first_named(self, index: int) -> set[str]:
        return {name for name in self._names[index] if self._full[name][0] == index}

    def _cosine(self, left: Counter[str], right: Counter[str]) -> float:
        norm = sqrt(self._square(left) * self._square(right))
        shared = left.keys() & right.keys()
        return sum(left[word] * right[word] * self._weight[word] for word in shared) / norm if norm else 0.0

    def _square(self, counts: Counter[str]) -> float:
        return sum(n * n * self._weight[word] for word, n in counts.items())


def content_words(text: str) -> frozenset[str]:
    """Word stems that carry the matter: no function words, endings cut.

    >>> sorted(content_words("The strikes destroyed oil tanks"))
    ['destroy', 'oil', 'strik', 'tank']
    """
    return frozenset([_known[token] for token in text.split()]) - {""}


def _content_word(token: str) -> str:
    """The stem of a word that carries the matter, "" for others."""
    word = token.strip(_EDGES).casefold()
    return _stem(word) if len(word) > 2 and word not in _STOP and word[0].isalpha() else ""


_known = Kept(_content_word, most=50_000)


def _stem(word: str) -> str:
    word = word.replace("’", "'").removesuffix("'s").strip("'-")
    for ending in ("ings", "ing", "ies", "ers", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            word = word[: -len(ending)]
            break
    return word.removesuffix("e") if len(word) > 5 else word


def _capitals_of(line: str) -> tuple[frozenset[str], frozenset[str]]:
    """The full names of a line, and the capitalised words that stand outside them."""
    names, parts, start = [], [], 0
    for match in _FULL_NAME.finditer(line):
        names.append(match[0])
        parts.append(line[start : match.start()])
        start = match.end()
    outside = " ".join([*parts, line[start:]]).split()
    return frozenset(names), frozenset(chain.from_iterable([_capitals[token] for token in outside]))


def _capital_words(token: str) -> tuple[str, ...]:
    """The capitalised words of a stretch without blanks, most often one or none."""
    if token.islower():  # most words; clear without the pattern
        return ()
    return tuple(match[0] for match in _CAPITAL.finditer(token))


_capitals = Kept(_capital_words, most=50_000)


def _union(lines: Sequence[frozenset[str]]) -> frozenset[str]:
    return frozenset().union(*lines)


def _count(lines: Sequence[frozenset[str]]) -> Counter[str]:
    return Counter(chain.from_iterable(lines))


def _chained(before: Counter[str], after: Counter[str]) -> float:
    """Share of words that run through, among those that run through, end or begin (0 to 1)."""
    through = sum(min(before[word], after[word]) for word in before.keys() & after.keys())
    ending = sum(count for word, count in before.items() if count > 1 and word not in after)
    beginning = sum(count for word, count in after.items() if count > 1 and word not in before)
    return through / max(1, through + ending + beginning)
