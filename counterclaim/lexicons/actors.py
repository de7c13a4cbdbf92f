"""Who is a party: named armed groups, armies, ministries, agencies, monitors and nations of many wars."""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files

import msgspec

from counterclaim.core.patterns import pattern
from counterclaim.lexicons.nations import grammar, nation_at
from counterclaim.lexicons.phrases import Folded, PhraseIndex, Starts
from counterclaim.lexicons.tokens import Word, find_words


class Actor(msgspec.Struct, frozen=True):
    """A party by its canonical short English name.

    `type` is armed_group, military, police, government, ministry, official, state_media, agency,
    outlet, monitor, ngo, igo, coalition, institution, person, nation, or capital (a capital city
    named for its government).
    """

    name: str
    type: str
    country: str | None = None  # ISO 3166 alpha-2; None where it belongs to several or to none
    aliases: tuple[str, ...] = ()
    parent: str | None = None  # canonical name of what it is part of
    speaks_for: str | None = None  # canonical name of the institution a person speaks for


class ActorHit(msgspec.Struct, frozen=True):
    """Where a party is named: `[start, end)` in code points, a possessive ending left out."""

    start: int
    end: int
    actor: Actor


class _Entry(Actor, frozen=True, kw_only=True):
    folded: tuple[Folded, ...]  # name and aliases as the index compares them


class _Table(msgspec.Struct, frozen=True):
    entries: tuple[_Entry, ...]


# What news adds to a name without changing who is meant.
_TAILS = {
    "agency": (("news", "agency"), ("agency",), ("news",)),
    "armed_group": tuple(
        (noun,)
        for noun in "group movement militants militant fighters rebels insurgents militiamen gunmen terrorists extremists jihadists groups".split()
    ),
}


@cache
def _entries() -> tuple[_Entry, ...]:
    data = files("counterclaim.lexicons").joinpath("actors.json").read_bytes()
    return msgspec.json.decode(data, type=_Table).entries


def all_actors() -> tuple[Actor, ...]:
    """The listed actors, in the order of their names."""
    return _entries()


@cache
def _index() -> PhraseIndex[Actor]:
    return PhraseIndex((folded, entry) for entry in _entries() for folded in entry.folded)


@cache
def _starts() -> Starts:
    return Starts(_index(), grammar().forms, grammar().organs)


def find_actors(text: str) -> list[ActorHit]:
    """Named parties from left to right, the longest name at each place, without overlaps.

    >>> [(hit.actor.name, hit.actor.type) for hit in find_actors("Russia's defence ministry blamed ISIL.")]
    [('Russian Ministry of Defence', 'ministry'), ('ISIS', 'armed_group')]
    """
    return actors_among(find_words(text))


def actors_among(words: list[Word]) -> list[ActorHit]:
    """`find_actors` for a text whose words are known."""
    hits, after = [], 0
    for at in _starts().among(words):
        found = _actor_at(words, at) if at >= after else None
        if found is not None:
            count, end, actor = found
            hits.append(ActorHit(words[at].start, end, actor))
            after = at + count
    return hits


def _actor_at(words: list[Word], at: int) -> tuple[int, int, Actor] | None:
    listed = _index().longest(words, at)
    national = nation_at(words, at)
    if national is not None and (listed is None or national.length > listed.length):
        return national.length, national.end, _national(national.name, national.type, national.country)
    if listed is None:
        return None
    length = _with_tail(words, at, listed.length, listed.value.type)
    end = listed.end if length == listed.length else words[at + length - 1].end
    return length, end, listed.value


def _with_tail(words: list[Word], at: int, length: int, type_: str) -> int:
    for tail in _TAILS.get(type_, ()):
        after = at + length + len(tail)
        if tuple(word.norm for word in words[at + length : after]) == tail and all(
            word.joined for word in words[at + length - 1 : after - 1]
        ):
            return length + len(tail)
    return length


@lru_cache(maxsize=10_000)
def _national(name: str, type_: str, country: str) -> Actor:
    return Actor(name=name, type=type_, country=country if country.isupper() else None)


_BEFORE = pattern(
    r"""^ (?: the | an? | so-called | self-styled | self-proclaimed | terrorist
            | [\p{L}.]+ (?: \ [\p{L}]+ )? -? \ ? based ) \s+
    """,
    ignore_case=True,
)
_AFTER = pattern(
    r"""(?: ['’]s? | \s+ (?: group | movement | militia | militants? | news\ agency | agency ) ) $""",
    ignore_case=True,
)


@lru_cache(maxsize=20_000)
def actor_of(words: str) -> Actor | None:
    """The party that a whole phrase names, or None where it is more or other than a known name.

    Articles, "UK-based", "so-called", a possessive ending and "group" do not matter.

    >>> actor_of("the UK-based Syrian Observatory for Human Rights’").name
    'Syrian Observatory for Human Rights'
    >>> actor_of("a local source") is None
    True
    """
    phrase = " ".join(words.split()).strip(' ,.;:"“”()')
    while True:
        tokens = find_words(phrase)
        if not tokens:
            return None
        found = _actor_at(tokens, 0)
        if found is not None and found[0] == len(tokens):
            return found[2]
        shorter = _shortened(phrase)
        if shorter == phrase:
            return None
        phrase = shorter


def _shortened(phrase: str) -> str:
    before = _BEFORE.match(phrase)
    if before is not None:
        return phrase[before.end() :]
    after = _AFTER.search(phrase)
    return phrase if after is None else phrase[: after.start()]
