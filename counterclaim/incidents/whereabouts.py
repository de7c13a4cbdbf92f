"""Where each claim of an article is told to be, if only by its sentence or by what was told before it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from counterclaim.core.claims import Claim
from counterclaim.incidents.signs import Signs


def whereabouts(claims: Sequence[Claim], signs: Sequence[Signs]) -> list[frozenset[str]]:
    """Keys of the places that each claim names; else those of the nearest claim of its sentence, else those told last.

    Args:
        claims: of one article, in the order of the text.
        signs: theirs.
    """
    named = [told.spot.keys | told.spot.wide for told in signs]
    found = list(named)
    last: frozenset[str] = frozenset()
    for _, sentence in groupby(range(len(claims)), key=lambda at: claims[at].passage):
        within = list(sentence)
        placed = [at for at in within if named[at]]
        for at in within:
            if not named[at]:
                here = claims[at].start
                nearest = min(placed, key=lambda one: abs(claims[one].start - here), default=None)
                found[at] = last if nearest is None else named[nearest]
        if placed:
            last = named[placed[-1]]
    return found
