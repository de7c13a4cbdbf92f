"""The running text of a page that was copied whole, with its menus, teasers, comments and small print.

Such a page has hundreds of lines of which a tenth are the article. Each line gets points for reading and
standing like running text; neighbours decide together.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import accumulate

import msgspec

from counterclaim.clean.edges import find_pages
from counterclaim.clean.headlines import could_be_title
from counterclaim.clean.lines import Line
from counterclaim.core.patterns import pattern
from counterclaim.lexicons.notices import phrases_of

# A page is taken for a whole one with as many lines, share of short lines, and lines known as menu or
# notice. Texts that were cleaned or typed have a quarter of short lines at most.
MIN_LINES, MIN_SHORT_SHARE, MIN_FURNITURE = 20, 0.3, 3
MAX_LINES = 50_000  # ten times the longest live page; a longer text is a dump of many things
_SHORT = 6  # words; a line with fewer, without a full stop, is a short one
_PROSE = 8  # words of a sentence that counts as running text
_LONG = 15
_MOST = 80  # words of a line that count
_WORD = 12  # code points that count as a word where a script has no blanks between words
_GAP = 6  # lines between two lines of running text that still stand together
_BREAK = 20  # lines without running text that part one page from the next, or an article from its comments
_ITEM = pattern(r"^ (?: [*+o•·▪●–—\-] | \d{1,2}[.)]? ) (?: \s|$)")
# "… and the ministry said that…", as teasers end. Of 65 lines of eight words and more that end so on the dev half 59 are
# no running text; of the others half.
_CUT_OFF = pattern(r"(?: \.\.\. | … ) [\])]? \W* $")
_CLOSING = pattern(
    rf"""^\W* (?: \d[\d,.]*\s+ | (?: view|show|read|post|add|all|no|load )\s+ )? {phrases_of("closing_starts")} (?: \W|$)""",
    ignore_case=True,
)
_CLOSING_WORDS = 7  # of a line that says what follows the article
_AFTER_CLOSING = 4  # lines below it

# Points: a logistic regression on 91 pages of news, shops and blogs, laid out by inscriptis and without
# their layout, rounded. Cross-validated by page: see docs/reference/benchmarks.md, pageclean.
BIAS = -4.6
LONG, SENTENCE, ITEM = 0.5, 1.1, 0.3
MENU, NOTICE, SIDE = (
    -2.2,
    -2.2,
    -2.0,
)  # what the line's own words tell; side is a caption, byline, date, embed
INDENT, OWN_INDENT, BLANK_ABOVE = 1.5, 0.3, 0.5
PROSE_ABOVE, PROSE_NEAR, DENSE = 0.2, 1.9, 2.6
CLOSES, AFTER_CLOSING = -0.9, -1.4
BEGUN, SPENT, TO_COME, SHARE = 1.4, -1.9, -0.6, 0.9
CHANGE = 1.0  # between running text and what is not
_SIDE_KINDS = frozenset({"caption", "byline", "dateline", "embed"})
_DENSE_WORDS = 40
_SEA = 8  # lines between running text and an island of it
_ISLAND_WORDS, _ISLAND_SHARE = 50, 0.15  # what is smaller, in words and beside the largest, is no story
_TITLE_REACH = 8  # lines above running text among which its title stands


class Parts(msgspec.Struct, frozen=True):
    """Lines of whole pages by their index; all empty where a document does not look like one."""

    outside: frozenset[int] = frozenset()  # no running text
    titles: frozenset[int] = frozenset()  # stand above running text as its title
    ends: frozenset[int] = frozenset()  # the last of a page that another follows


def find_parts(text: str, lines: Sequence[Line], kinds: Mapping[int, str]) -> Parts:
    """What the lines of a page that was copied whole are to its article.

    Args:
        text: of the document.
        lines: all its lines.
        kinds: labels by line, as the lines' own words give them.
    """
    if not _is_whole_page(lines, kinds):
        return Parts()
    inside: list[bool] = []
    pages = find_pages(lines, kinds)
    for first, last in pages:
        part = lines[first:last]
        own = {index - first: kind for index, kind in kinds.items() if first <= index < last}
        inside += _drop_islands(_choose(_Page(text, part, own).score_lines()), part)
    outside = {index for index, chosen in enumerate(inside) if not chosen}
    titles = set()
    for index in range(1, len(lines)):
        if inside[index] and not inside[index - 1]:
            above = range(index - 1, max(-1, index - 1 - _TITLE_REACH), -1)
            titles |= set(_find_title(lines, [row for row in above if row in outside], kinds))
    ends = frozenset(last - 1 for _, last in pages[:-1])
    return Parts(frozenset(outside - titles), frozenset(titles), ends)


def _is_whole_page(lines: Sequence[Line], kinds: Mapping[int, str]) -> bool:
    short = sum(line.words < _SHORT and not line.ends_a_sentence for line in lines)
    furniture = sum(kind in ("menu", "notice") for kind in kinds.values())
    return (
        MIN_LINES <= len(lines) <= MAX_LINES
        and short >= MIN_SHORT_SHARE * len(lines)
        and furniture >= MIN_FURNITURE
    )


def _groups(flags: Sequence[bool], gap: int) -> list[list[int]]:
    """Indexes of what is set, together where no more than `gap` apart."""
    groups: list[list[int]] = []
    for index in [index for index, flag in enumerate(flags) if flag]:
        if groups and index - groups[-1][-1] <= gap:
            groups[-1].append(index)
        else:
            groups.append([index])
    return groups


def _drop_islands(inside: Sequence[bool], lines: Sequence[Line]) -> list[bool]:
    """The same without the few lines far from other running text, as teasers and small print are."""
    islands = _groups(inside, _SEA)
    sizes = [sum(lines[index].words for index in island) for island in islands]
    least = min(_ISLAND_WORDS, _ISLAND_SHARE * max(sizes, default=0))
    kept = {index for island, size in zip(islands, sizes, strict=True) if size >= least for index in island}
    return [index in kept for index in range(len(inside))]


def _find_title(lines: Sequence[Line], above: Sequence[int], kinds: Mapping[int, str]) -> list[int]:
    """The nearest line above running text that could be its title: at least four words."""
    for index in above:
        if kinds.get(index) in (None, "headline") and lines[index].words > 3 and could_be_title(lines[index]):
            return [index]
    return []


class _Unit(msgspec.Struct, frozen=True):
    """Running text that no long stretch of other lines interrupts; its lines are `first` to `last`."""

    first: int
    last: int
    words: int


class _Page:
    """A page's lines with what is asked about their places."""

    def __init__(self, text: str, lines: Sequence[Line], kinds: Mapping[int, str]) -> None:
        self.lines, self.kinds = lines, kinds
        self.items = [_ITEM.search(line.text) is not None for line in lines]
        self.ends = [line.ends_a_sentence and _CUT_OFF.search(line.text[-8:]) is None for line in lines]
        self.words = [min(max(line.words, len(line.text) // _WORD), _MOST) for line in lines]
        self.prose = [
            words >= _PROSE and ends and not item and kinds.get(index) not in ("menu", "notice")
            for index, (words, ends, item) in enumerate(zip(self.words, self.ends, self.items, strict=True))
        ]
        self.closing = [
            line.words <= _CLOSING_WORDS and _CLOSING.search(line.text) is not None for line in lines
        ]
        starts = [text.rfind("\n", 0, line.body.start) + 1 for line in lines]
        self.indents = [line.body.start - start for line, start in zip(lines, starts, strict=True)]
        self.blank_above = [start > 1 and text[start - 2] == "\n" for start in starts]
        self.read = [words if prose else 0 for words, prose in zip(self.words, self.prose, strict=True)]
        self.before = [0, *accumulate(self.read)]

    def score_lines(self) -> list[float]:
        """Points of each line for being running text; above 0 for yes."""
        size = len(self.lines)
        main = self._usual_indent(range(size))
        own = self._own_indents()
        points = [BIAS] * size
        units = self._units()
        largest = max(1, *(unit.words for unit in units))
        for unit in units:
            for index in range(unit.first, unit.last + 1):
                points[index] += self._score_place(index, unit)
                points[index] += SHARE * max(1, unit.words) / largest
        for index in range(size):
            points[index] += self._score_words(index) + self._score_around(index)
            points[index] += INDENT * (abs(self.indents[index] - main) <= 2)
            points[index] += OWN_INDENT * (own.get(index) == self.indents[index])
        return points

    def _score_words(self, index: int) -> float:
        kind = self.kinds.get(index)
        return (
            LONG * (self.words[index] >= _LONG)
            + SENTENCE * self.ends[index]
            + ITEM * self.items[index]
            + MENU * (kind == "menu")
            + NOTICE * (kind == "notice")
            + SIDE * (kind in _SIDE_KINDS)
            + CLOSES * self.closing[index]
        )

    def _score_around(self, index: int) -> float:
        near = self.prose[max(0, index - 2) : index] + self.prose[index + 1 : index + 3]
        around = self.words[max(0, index - 3) : index + 4]
        return (
            PROSE_ABOVE * (index > 0 and self.prose[index - 1])
            + PROSE_NEAR * sum(near) / 4
            + DENSE * sum(around) / len(around) / _DENSE_WORDS
            + BLANK_ABOVE * self.blank_above[index]
            + AFTER_CLOSING * any(self.closing[max(0, index - _AFTER_CLOSING) : index + 1])
        )

    def _score_place(self, index: int, unit: _Unit) -> float:
        """How much of the running text around stands before and after the line."""
        whole = max(1, unit.words)
        before = (self.before[index] - self.before[unit.first]) / whole
        after = 1 - (self.before[index + 1] - self.before[unit.first]) / whole
        return BEGUN * (before > 0) + SPENT * before + TO_COME * after

    def _units(self) -> list[_Unit]:
        starts, last = [0], None
        for index in [index for index, prose in enumerate(self.prose) if prose]:
            if last is not None and index - last > _BREAK:
                starts.append(index)
            last = index
        ends = [*(start - 1 for start in starts[1:]), len(self.lines) - 1]
        return [
            _Unit(first, end, self.before[end + 1] - self.before[first])
            for first, end in zip(starts, ends, strict=True)
        ]

    def _own_indents(self) -> dict[int, int]:
        """The usual indent of the lines that stand together with each line."""
        usual = [(group, self._usual_indent(group)) for group in _groups(self.prose, _GAP)]
        return {row: indent for group, indent in usual for row in range(group[0], group[-1] + 1)}

    def _usual_indent(self, rows: Sequence[int]) -> int:
        """The indent at which most of the running text of some lines stands."""
        counts: Counter[int] = Counter()
        for row in rows:
            counts[self.indents[row]] += self.read[row]
        return counts.most_common(1)[0][0] if counts else 0


def _choose(points: Sequence[float]) -> list[bool]:
    """The best course through the lines, in or out of running text, where each change costs `CHANGE`."""
    out, inside = 0.0, -CHANGE
    came_from: list[tuple[bool, bool]] = []  # whether the line before was inside, for either course
    for score in points:
        came_from.append((inside - CHANGE > out, inside > out - CHANGE))
        out, inside = max(out, inside - CHANGE), max(inside, out - CHANGE) + score
    chosen = []
    state = inside - CHANGE > out
    for from_out, from_inside in reversed(came_from):
        chosen.append(state)
        state = from_inside if state else from_out
    return chosen[::-1]
