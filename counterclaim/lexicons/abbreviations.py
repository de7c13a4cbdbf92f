"""Short forms of states and provinces behind a town: "Lebanon, Pa.", "Austin, TX"."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import NamedTuple

import msgspec

from counterclaim.core.patterns import Pattern, any_of, pattern


class Abbreviation(msgspec.Struct, frozen=True):
    short: str
    name: str  # of the division
    country: str  # ISO 3166 alpha-2


class ShortHit(NamedTuple):
    """Where an abbreviation stands: `[start, end)` in code points."""

    start: int
    end: int
    name: str


class _Table(msgspec.Struct, frozen=True):
    entries: tuple[Abbreviation, ...]


@cache
def _entries() -> dict[str, Abbreviation]:
    data = files("counterclaim.lexicons").joinpath("abbreviations.json").read_bytes()
    return {entry.short: entry for entry in msgspec.json.decode(data, type=_Table).entries}


@cache
def _pattern() -> Pattern:
    shorts = list(_entries())
    dotted = [short for short in shorts if short.count(".") > 1]
    return pattern(
        rf"""(?P<behind> \p{{L}}\.?,\ )(?P<after> {any_of(shorts)} )(?:[^\p{{L}}]|$)  # Athens, Ga.; Austin, TX
           | (?:^|[^\p{{L}}.])(?P<alone> {any_of(dotted)} )(?:[^\p{{L}}]|$)            # in N.Y.
        """
    )


def find_abbreviations(text: str) -> list[ShortHit]:
    """Abbreviations behind a comma, and those with two full stops anywhere.

    >>> [hit.name for hit in find_abbreviations("A man from Lebanon, Pa., moved to S.C. in May.")]
    ['Pennsylvania', 'South Carolina']
    """
    if ", " not in text and "." not in text[:-1]:
        return []
    found = []
    for match in _pattern().finditer(text):
        group = "after" if match.groupdict()["after"] is not None else "alone"
        index = _pattern().groupindex[group]
        entry = _entries()[match.group(group)]
        found.append(ShortHit(match.start(index), match.end(index), entry.name))
    return found
