"""Patterns for article text: written in the verbose form, run by RE2 in linear time.

Python's own `re` takes seconds on natural patterns over a few kilobytes; see
docs/design/decisions/0002-re2-on-article-text.md. The compiled half of google-re2 is called directly:
its Python half spends five times as long on a sentence as the search itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, cast

import re2
from re2 import _re2  # type: ignore[attr-defined]

_VERBOSE = re.compile(r"(\\.)|(\[(?:\\.|[^\]\\])*\])|\#[^\n]*|\s+", re.DOTALL)
_UNANCHORED = _re2.RE2.Anchor.UNANCHORED
_AT_START = _re2.RE2.Anchor.ANCHOR_START
_WHOLE = _re2.RE2.Anchor.ANCHOR_BOTH
_NOT_MATCHED = (-1, -1)
_Spans = list[tuple[int, int]]  # of the whole match and of each group; -1, -1 where it took no part


class Match:
    """Where a pattern matched; spans are code points."""

    __slots__ = ("_groups", "_spans", "_text")

    def __init__(self, text: str, spans: _Spans, groups: dict[str, int]) -> None:
        self._text = text
        self._spans = spans
        self._groups = groups

    def start(self, group: int = 0) -> int:
        return self._spans[group][0]

    def end(self, group: int = 0) -> int:
        return self._spans[group][1]

    def group(self, name: int | str = 0) -> str:
        """The words of a group; None where it took no part, which callers that ask for such a group know."""
        start, end = self._spans[name if isinstance(name, int) else self._groups[name]]
        return cast(str, None) if start < 0 else self._text[start:end]

    __getitem__ = group

    def groupdict(self) -> dict[str, str | None]:
        """The words of each named group; None where it took no part."""
        return {name: self.group(index) for name, index in self._groups.items()}


class Pattern:
    """A compiled pattern."""

    __slots__ = ("_match", "groupindex")

    def __init__(self, plain: str, options: Any) -> None:
        compiled = re2.compile(plain, options)  # type: ignore[no-untyped-call]
        self.groupindex: dict[str, int] = compiled.groupindex
        self._match = compiled._regexp.Match

    def search(self, text: str) -> Match | None:
        return self._first(_UNANCHORED, text)

    def match(self, text: str) -> Match | None:
        return self._first(_AT_START, text)

    def fullmatch(self, text: str) -> Match | None:
        return self._first(_WHOLE, text)

    def _first(self, anchor: Any, text: str) -> Match | None:
        data = text.encode()
        spans: _Spans = self._match(anchor, data, 0, len(data))
        if spans[0][0] < 0:
            return None
        return Match(text, spans if len(data) == len(text) else _in_code_points(data, spans), self.groupindex)

    def finditer(self, text: str) -> Iterator[Match]:
        """The matches from left to right, without overlaps."""
        data = text.encode()
        narrow, at, size = len(data) == len(text), 0, len(data)
        while at <= size:
            spans: _Spans = self._match(_UNANCHORED, data, at, size)
            start, end = spans[0]
            if start < 0:
                return
            yield Match(text, spans if narrow else _in_code_points(data, spans), self.groupindex)
            at = end if end > at else _next_code_point(data, at)


def _in_code_points(data: bytes, spans: _Spans) -> _Spans:
    """Spans in bytes of UTF-8 as spans in code points."""
    points, before, last = {-1: -1}, 0, 0
    for at in sorted({at for span in spans for at in span if at >= 0}):
        before += len(data[last:at].decode())
        points[at], last = before, at
    return [(points[start], points[end]) for start, end in spans]


def _next_code_point(data: bytes, at: int) -> int:
    at += 1
    while at < len(data) and data[at] & 0xC0 == 0x80:  # bytes that carry a code point on
        at += 1
    return at


class Patterns:
    """Several patterns that are looked for in one pass over a text.

    `whole`: a pattern must match all of the text.

    >>> Patterns([r"ships?", r"jets?", r"\\bjets\\ "]).found_in("two jets and a ship")
    [0, 1, 2]
    >>> Patterns([r"ships?", r"\\w+"], whole=True).found_in("shipping")
    [1]
    """

    __slots__ = ("_match",)

    def __init__(self, verbose: Iterable[str], *, ignore_case: bool = False, whole: bool = False) -> None:
        make = re2.Set.FullMatchSet if whole else re2.Set.SearchSet
        many = make(_options(ignore_case))  # type: ignore[no-untyped-call]
        for one in verbose:
            many.Add(_plain(one))
        many.Compile()
        self._match = many._set.Match

    def found_in(self, text: str) -> list[int]:
        """Which of the patterns match, by their place in the list."""
        return sorted(self._match(text.encode()))


def pattern(verbose: str, *, ignore_case: bool = False, longest: bool = False) -> Pattern:
    """Compile a verbose pattern: blanks and `#` comments fall away, `\\ ` is a blank.

    `longest`: of all that begin at one place the longest is matched, not the first alternative's.

    >>> pattern(r"at\\ least \\s+ (?P<n>\\d+)  # a bound").search("at least  62")["n"]
    '62'
    """
    options = _options(ignore_case)
    options.longest_match = longest
    return Pattern(_plain(verbose), options)


def _plain(verbose: str) -> str:
    return _VERBOSE.sub(lambda m: m.group(1) or m.group(2) or "", verbose).replace("\\ ", " ")


def _options(ignore_case: bool) -> Any:
    options = re2.Options()
    options.case_sensitive = not ignore_case
    options.max_mem = 64 << 20  # bytes; lexicon alternations outgrow the default of 8 MiB
    return options


def group_span(of: Pattern, match: Match, name: str) -> tuple[int, int] | None:
    """Where a named group matched, or None where it did not take part."""
    index = of.groupindex[name]
    start = match.start(index)
    return None if start < 0 else (start, match.end(index))


def _escape(word: str) -> str:
    return cast(str, re2.escape(word))  # type: ignore[no-untyped-call]


def any_of(phrases: list[str]) -> str:
    """An alternation of literal phrases, longest first, blanks matching any run of blanks.

    >>> any_of(["so", "so far"])
    '(?:so\\\\s+far|so)'
    """
    ordered = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
    words = ("\\s+".join(map(_escape, phrase.split())) for phrase in ordered)
    return "(?:" + "|".join(words) + ")"
