"""Where whole pages end and others begin, on a text that several were copied to.

What a page's foot says and how the next page's head opens are looked for between stretches of running text.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate, pairwise
from math import exp

from counterclaim.clean.lines import Line
from counterclaim.clean.notices import plain_words
from counterclaim.core.patterns import pattern
from counterclaim.lexicons.notices import phrases_of

_RIGHTS = pattern(
    r"""© | ⓒ | \(c\)\s*\d{4} | \bcopyright\b | \ball\ rights\ reserved | \balle\ rechte | \bderechos\ reservados | \btous\ droits
      | \bdireitos\ reservados | \bdiritti\ riservati | все\ права""",
    ignore_case=True,
)
_HEAD = pattern(rf"^\W* {phrases_of('page_head_starts')} (?: \W|$)", ignore_case=True)
_FOOT = pattern(rf"^\W* {phrases_of('page_foot_starts')} (?: \W|$)", ignore_case=True)
_RIGHTS_WORDS = 40  # of a line that says whose the page is
_LINK_WORDS, _SHORT = 8, 3  # of a link in a head or foot, and of most entries of a menu
_PAGE_WORDS = 40  # of running text that makes a page
_PROSE_WORDS = 8
MIN_GAP = 5  # lines between running text that a foot and a head need
_ABOVE, _BELOW, _FAR = 15, 12, 20  # lines looked at
_FEW = 6  # lines; shares are taken of as many at least
_ROOM = 40  # lines below; more tell no more
_PAGES = 5  # the last ones, whose openings are compared
_RESTART = 8  # first lines of a page, seven of which open another page of the site; feet repeat fewer

# Points: how likely an edge stands at a line, by a conditional logistic regression (at one of a gap's
# lines, or nowhere), rounded. What each sign is worth: docs/reference/benchmarks.md, pageclean.
BIAS = -7.2
RIGHTS, RIGHTS_NEAR, FOOT = 2.4, 2.2, 2.1
HEAD, MENU, SEEN, ROOM = 5.0, 2.2, -4.0, 1.6
RESTARTS = 12.0  # chosen: two pages of one site, whose menu comes again from its first line on


def find_pages(lines: Sequence[Line], kinds: Mapping[int, str]) -> list[tuple[int, int]]:
    """The first line of each page and the one after its last; one page where no edge is found.

    Args:
        lines: all of a document.
        kinds: labels by line, as the lines' own words give them.

    Linear in the lines.
    """
    prose = [
        is_prose(line) and kinds.get(index) not in ("menu", "notice") for index, line in enumerate(lines)
    ]
    before = [0, *accumulate(line.words * told for line, told in zip(lines, prose, strict=True))]
    signs = _Signs(lines, kinds)
    edges = [0]
    for last, following in pairwise([index for index, told in enumerate(prose) if told]):
        if (
            following - last <= MIN_GAP
            or min(before[last + 1] - before[edges[-1]], before[-1] - before[following]) < _PAGE_WORDS
        ):
            continue
        points = {at: signs.score(at, last + 1, following, edges) for at in range(last + 1, following + 1)}
        if _is_likely(points.values()):
            edges.append(max(points, key=points.__getitem__))
    return list(pairwise([*edges, len(lines)]))


def is_prose(line: Line) -> bool:
    """Whether the line is a sentence of running text by its length and end."""
    return line.words >= _PROSE_WORDS and line.ends_a_sentence


def _is_likely(points: Iterable[float]) -> bool:
    """Whether an edge at one of the lines is more likely than none."""
    return sum(exp(score) for score in points) > 1


class _Signs:
    """What stands in the lines of a document that tells a page's foot or head."""

    def __init__(self, lines: Sequence[Line], kinds: Mapping[int, str]) -> None:
        link = [line.words <= _LINK_WORDS for line in lines]
        rights = [line.words <= _RIGHTS_WORDS and _RIGHTS.search(line.text) is not None for line in lines]
        self._rights = _Count(rights)
        self._head = _Count(
            [short and _HEAD.search(line.text) is not None for short, line in zip(link, lines, strict=True)]
        )
        self._foot = _Count(
            [
                kinds.get(index) == "notice" or (short and _FOOT.search(line.text) is not None)
                for index, (short, line) in enumerate(zip(link, lines, strict=True))
            ]
        )
        self._short = _Count([line.words <= _SHORT for line in lines])
        self._words = [plain_words(line.text) for line in lines]
        first: dict[str, int] = {}
        self._first = [first.setdefault(words, index) for index, words in enumerate(self._words)]

    def score(self, at: int, gap: int, following: int, starts: Sequence[int]) -> float:
        """Points for a page that starts at line `at`.

        Args:
            at: an index among the lines.
            gap: the first line after the running text above.
            following: the next line of running text.
            starts: the first lines of the pages above.
        """
        above, below = max(gap, at - _ABOVE), min(following, at + _BELOW)
        most_above, most_below = max(_FEW, at - above), max(_FEW, below - at)
        points = BIAS + ROOM * min(1.0, (following - at) / _ROOM)
        points += RIGHTS * self._rights.any(max(gap, at - 1), at)
        points += RIGHTS_NEAR * self._rights.any(max(gap, at - _FAR), at)
        points += FOOT * self._foot.of(above, at) / most_above
        points += HEAD * self._head.of(at, below) / _FEW
        points += MENU * self._short.of(at, below) / most_below
        if any(self._restarts(start, at) for start in starts[-_PAGES:]):
            return points + RESTARTS
        seen = sum(first < at for first in self._first[at:below])
        return points + SEEN * seen / most_below

    def _restarts(self, start: int, at: int) -> bool:
        """Whether the lines from `at` on are those that the page at `start` opens with."""
        pairs = list(
            zip(self._words[start : start + _RESTART], self._words[at : at + _RESTART], strict=False)
        )
        alike = {one for one, other in pairs if one == other and one}
        return len(alike) >= _RESTART - 1


class _Count:
    """How many of some flags are set in a range."""

    def __init__(self, flags: Sequence[bool]) -> None:
        self._sums = [0, *accumulate(flags)]

    def of(self, start: int, end: int) -> int:
        return self._sums[end] - self._sums[start]

    def any(self, start: int, end: int) -> bool:
        return self.of(start, end) > 0
