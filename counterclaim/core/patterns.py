"""Patterns for article text: written in the verbose form, run by RE2 in linear time.

Python's own `re` takes seconds on natural patterns over a few kilobytes; see
docs/design/decisions/0002-re2-on-article-text.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Protocol, cast

import re2

_VERBOSE = re.compile(r"(\\.)|(\[(?:\\.|[^\]\\])*\])|\#[^\n]*|\s+", re.DOTALL)


class Match(Protocol):
    """What we use of a match; the stubs of google-re2 are untyped."""

    def group(self, *names: int | str) -> str: ...
    def groupdict(self) -> dict[str, str | None]: ...
    def start(self, group: int = 0) -> int: ...
    def end(self, group: int = 0) -> int: ...
    def __getitem__(self, name: int | str) -> str: ...


class Pattern(Protocol):
    """A compiled pattern; spans are code points."""

    groupindex: dict[str, int]

    def search(self, text: str, pos: int = 0) -> Match | None: ...
    def match(self, text: str, pos: int = 0) -> Match | None: ...
    def fullmatch(self, text: str) -> Match | None: ...
    def finditer(self, text: str) -> Iterator[Match]: ...


def pattern(verbose: str, *, ignore_case: bool = False) -> Pattern:
    """Compile a verbose pattern: blanks and `#` comments fall away, `\\ ` is a blank.

    >>> pattern(r"at\\ least \\s+ (?P<n>\\d+)  # a bound").search("at least  62")["n"]
    '62'
    """
    plain = _VERBOSE.sub(lambda m: m.group(1) or m.group(2) or "", verbose).replace("\\ ", " ")
    options = re2.Options()
    options.case_sensitive = not ignore_case
    options.max_mem = 64 << 20  # bytes; lexicon alternations outgrow the default of 8 MiB
    return cast(Pattern, re2.compile(plain, options))  # type: ignore[no-untyped-call]


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
