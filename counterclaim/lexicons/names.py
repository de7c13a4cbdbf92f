"""The words of a passage with the parties, demonyms and places among them, read once for all layers."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from counterclaim.lexicons.actors import ActorHit, actors_among
from counterclaim.lexicons.nations import demonyms_among
from counterclaim.lexicons.places import PlaceHit, places_among
from counterclaim.lexicons.tokens import Word, find_words


class Names(NamedTuple):
    """What the lexicons find in a text; offsets are code points of it."""

    words: list[Word]
    actors: list[ActorHit]
    demonyms: frozenset[int]  # positions of words
    places: list[PlaceHit]


# As many passages as all but books have: mentions are found in all of a document before its places.
# Some 10 kB each.
@lru_cache(maxsize=1_000)
def names_in(text: str) -> Names:
    """The names of one passage.

    >>> names = names_in("The Syrian army left Hama.")
    >>> [hit.actor.name for hit in names.actors], [hit.name for hit in names.places]
    (['Syrian army'], ['Hama'])
    """
    words = find_words(text)
    actors, demonyms = actors_among(words), demonyms_among(words)
    return Names(words, actors, demonyms, places_among(text, words, actors, demonyms))
