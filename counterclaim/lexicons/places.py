"""Places named in a text, and a key that is equal for all spellings of one name."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import NamedTuple

import msgspec

from counterclaim.lexicons.actors import ActorHit, actors_among
from counterclaim.lexicons.nations import demonyms_among
from counterclaim.lexicons.phrases import Folded, PhraseIndex
from counterclaim.lexicons.placewords import PARTICLES, SHIPS, TITLES, guessed_places
from counterclaim.lexicons.skeletons import skeleton_of, skeleton_of_parts
from counterclaim.lexicons.tokens import CAPITAL, Word, bare_end, find_words, words_inside

# A spelling that no list has is taken for a known place from this many letters of skeleton on;
# shorter ones meet ordinary words too often ("Many" has the skeleton of "Mani").
_SHORTEST_SKELETON = 5
_LONGEST_NAME = 4  # words

_BEFORE_COUNTRIES = frozenset(
    """in the from to of into across near inside outside and within northern southern eastern western central
    northeastern northwestern southeastern southwestern north south east west northeast northwest southeast
    southwest""".split()
)


class Place(msgspec.Struct, frozen=True):
    name: str
    kind: (
        str  # country, province, city, town, village, district, camp, airport, base, crossing, region, water
    )
    country: str  # ISO 3166 alpha-2, or "" where it lies in several
    aliases: tuple[str, ...] = ()


class PlaceHit(msgspec.Struct, frozen=True):
    """Where a place is named: `[start, end)` in code points. `kind` None: nothing says what it is."""

    start: int
    end: int
    name: str  # canonical where listed, else the words
    key: str
    kind: str | None


class _Entry(Place, frozen=True, kw_only=True):
    folded: tuple[Folded, ...]  # name and aliases as the index compares them
    skeletons: tuple[str, ...]  # of name and aliases, the name's first
    word_too: bool  # also a word or a person's name: a place only where words around it say so


class _Table(msgspec.Struct, frozen=True):
    entries: tuple[_Entry, ...]


@cache
def _entries() -> tuple[_Entry, ...]:
    data = files("counterclaim.lexicons").joinpath("places.json").read_bytes()
    return msgspec.json.decode(data, type=_Table).entries


def all_places() -> tuple[Place, ...]:
    """The listed places, in the order of their names."""
    return _entries()


@cache
def _index() -> PhraseIndex[_Entry]:
    return PhraseIndex((folded, entry) for entry in _entries() for folded in entry.folded)


@cache
def _small_starts() -> frozenset[str]:
    return _index().starts(small=True)


@cache
def _by_skeleton() -> dict[str, _Entry | None]:
    """Listed places by the skeleton of each spelling; None where it is an alias of two places."""
    places: dict[str, _Entry | None] = {}
    for entry in _entries():
        places.setdefault(entry.skeletons[0], entry)
    names = frozenset(places)
    for entry in _entries():
        for skeleton in entry.skeletons[1:]:
            if skeleton not in names and places.setdefault(skeleton, entry) is not entry:
                places[skeleton] = None
    return places


def key_of(name: str) -> str:
    """A key that is equal for spellings of one place name, listed or not.

    >>> key_of("Deir ez-Zor") == key_of("Dayr az Zawr") == key_of("Deir Azzour")
    True
    >>> key_of("Raqqa") == key_of("Rafah")
    False
    """
    skeleton = skeleton_of(name)
    place = _by_skeleton().get(skeleton)
    return skeleton if place is None else place.skeletons[0]


def place_of(name: str) -> Place | None:
    """The listed place that a whole phrase names in one of its spellings, or None."""
    return _by_skeleton().get(skeleton_of(name))


def find_places(text: str) -> list[PlaceHit]:
    """Places from left to right: listed ones, and capitalised names after words such as "town of".

    >>> [(hit.name, hit.kind) for hit in find_places("in Dayr az Zawr and the village of Tal Wardan")]
    [('Deir ez-Zor', 'city'), ('Tal Wardan', 'village')]
    """
    words = find_words(text)
    return places_among(text, words, actors_among(words), demonyms_among(words))


def places_among(
    text: str, words: list[Word], actors: list[ActorHit], demonyms: frozenset[int]
) -> list[PlaceHit]:
    """`find_places` for a text whose words, parties and demonyms are known."""
    parties = _words_of_parties(words, actors)
    listed = _listed(text, words, parties, demonyms)
    guesses = {
        guess.first: guess
        for guess in guessed_places(
            text, words, parties | demonyms, {at: hit.after for at, hit in listed.items()}
        )
    }
    found = []
    for at in sorted(listed.keys() | guesses.keys()):
        start, hit, guess = words[at].start, listed.get(at), guesses.get(at)
        if hit is not None and (guess or not hit.entry.word_too or hit.after - at > 1):
            kind = hit.entry.kind
            if guess is not None and guess.kind is not None and kind != "country":
                kind = guess.kind
            found.append(PlaceHit(start, hit.end, hit.entry.name, hit.entry.skeletons[0], kind))
        elif hit is None and guess is not None:
            name = text[start : guess.end]
            found.append(PlaceHit(start, guess.end, name, key_of(name), guess.kind))
    return found


class _Listed(NamedTuple):
    after: int  # position of the word after it
    end: int  # code point
    entry: _Entry


def _words_of_parties(words: list[Word], actors: list[ActorHit]) -> frozenset[int]:
    """Words inside names of parties: "Iraq" of "Islamic State of Iraq" is no place there."""
    named = [(hit.start, hit.end) for hit in actors if hit.actor.type not in ("nation", "capital")]
    return words_inside(words, named)


def _listed(
    text: str, words: list[Word], parties: frozenset[int], demonyms: frozenset[int]
) -> dict[int, _Listed]:
    found: dict[int, _Listed] = {}
    small, next_free = _small_starts(), 0
    for at, word in enumerate(words):
        if at < next_free or not (word.case or word.norm in small or word.stem in small):
            continue
        before = words[at - 1].norm if at and words[at - 1].joined else ""
        # "US" and "Congo" are adjectives too; as places they stand behind a word such as "in".
        barred = (
            at in parties
            or before in TITLES
            or before in SHIPS
            or word.norm in SHIPS
            or (at in demonyms and before not in _BEFORE_COUNTRIES)
        )
        hit = None if barred else _place_at(text, words, at)
        if hit is not None:
            found[at] = hit
            next_free = hit.after
    return found


def _place_at(text: str, words: list[Word], at: int) -> _Listed | None:
    exact = _index().longest(words, at)
    if exact is None:
        return _misspelt_at(text, words, at) if words[at].case else None
    after = at + exact.length
    if exact.value.word_too and exact.length == 1 and words[at].joined and words[after].case == CAPITAL:
        return None  # "Tal Hamra" is no "Tal"
    return _Listed(after, exact.end, exact.value)


def _ends_a_name(words: list[Word], at: int) -> bool:
    """ "Ellen Banky" is no Banki, "Northern Jowf" a Jawf."""
    before = words[at - 1]
    return before.case == CAPITAL and words[at].case == CAPITAL and before.norm not in _BEFORE_COUNTRIES


def _misspelt_at(text: str, words: list[Word], at: int) -> _Listed | None:
    """A place whose spelling no list has, by its skeleton; the longest reading first."""
    after = at + 1
    while after < min(len(words), at + _LONGEST_NAME) and words[after - 1].joined:
        if not words[after].case and words[after].norm not in PARTICLES:
            break
        after += 1
    for stop in range(after, at, -1):
        if words[stop - 1].norm in PARTICLES or not words[stop - 1].case:
            continue
        if stop - at == 1 and (at == 0 or not words[at - 1].joined or _ends_a_name(words, at)):
            continue  # the first word of a sentence has its capital for another reason
        skeleton = skeleton_of_parts([word.norm for word in words[at:stop]])
        entry = _by_skeleton().get(skeleton) if len(skeleton) >= _SHORTEST_SKELETON else None
        if entry is not None:
            return _Listed(stop, bare_end(text, words[stop - 1]), entry)
    return None
