"""Parties named after a nation: "Russia's defence ministry", "the Danish government", "the Iraqis".

Every nation has the same organs, so they are put together here instead of being listed.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import NamedTuple

import msgspec

from counterclaim.lexicons.phrases import Folded, Hit, PhraseIndex
from counterclaim.lexicons.tokens import Word

# What follows the hyphen of "US-led" or "Iran-backed": the nation itself is not the party.
_COMPOUND_TAILS = frozenset(
    "led backed based allied made held supported born controlled occupied run trained brokered mediated "
    "sponsored aligned funded designed built affiliated supplied armed friendly linked era imposed "
    "administered bound speaking owned registered flagged".split()
)
_COMPOUND_HEADS = frozenset("pro anti non ex counter".split())


class Nation(msgspec.Struct, frozen=True):
    code: str  # ISO 3166 alpha-2 in capitals; a people without a state has a name in small letters
    name: str
    adjective: str  # the one that canonical names use
    agency: str  # its state news agency, "" where not known
    capital_means: str  # whose government its capital stands for


class Organ(msgspec.Struct, frozen=True):
    folded: Folded
    template: str  # "{adjective} Ministry of Defence", with the fields of Nation
    type: str
    covers_noun: bool  # False: the noun is an act or thing ("air strikes") and the party its nation


class Form(msgspec.Struct, frozen=True):
    folded: Folded
    nation: int
    kind: str  # name, adjective, both (US), people, capital, region (Gaza)


class _Table(msgspec.Struct, frozen=True):
    nations: tuple[Nation, ...]
    forms: tuple[Form, ...]
    organs: tuple[Organ, ...]


class NationHit(NamedTuple):
    """A party that starts at a word: its canonical name, kind and end."""

    length: int  # words
    end: int  # code point
    name: str
    type: str
    country: str


class _Grammar(NamedTuple):
    nations: tuple[Nation, ...]
    forms: PhraseIndex[Form]
    organs: PhraseIndex[Organ]


@cache
def grammar() -> _Grammar:
    data = files("counterclaim.lexicons").joinpath("nations.json").read_bytes()
    table = msgspec.json.decode(data, type=_Table)
    return _Grammar(
        table.nations,
        PhraseIndex((form.folded, form) for form in table.forms),
        PhraseIndex((organ.folded, organ) for organ in table.organs),
    )


def nation_at(words: list[Word], at: int) -> NationHit | None:
    """The party named after a nation that starts at `words[at]`, the longest reading first."""
    table = grammar()
    form = table.forms.longest(words, at)
    if form is None:
        return _organ_of_nation(words, at, table)
    nation, kind = table.nations[form.value.nation], form.value.kind
    after = at + form.length
    if kind in ("name", "adjective", "both", "capital", "region") and words[after - 1].joined:
        organ = table.organs.longest(words, after)
        if organ is not None and _may_own(form, organ, kind):
            return _owned(nation, form, organ)
    if _in_compound(words, at, after):
        return None
    if kind in ("name", "both"):
        return NationHit(form.length, form.end, nation.name, "nation", nation.code)
    if kind == "capital":
        return NationHit(form.length, form.end, nation.capital_means, "capital", nation.code)
    if kind == "people" and at > 0 and words[at - 1].norm == "the" and words[at - 1].joined:
        return NationHit(form.length, form.end, nation.name, "nation", nation.code)
    return None


def is_demonym(words: list[Word], at: int) -> bool:
    """Whether the word belongs to an adjective or a people: "Syrian", "Iraqis"."""
    form = grammar().forms.longest(words, at)
    return form is not None and form.value.kind in ("adjective", "both", "people")


def demonyms_among(words: list[Word]) -> frozenset[int]:
    """The positions of capitalised words that belong to an adjective or a people."""
    return frozenset(at for at, word in enumerate(words) if word.case and is_demonym(words, at))


def _may_own(form: Hit[Form], organ: Hit[Organ], kind: str) -> bool:
    """ "Turkey forces Syria to…" is a verb: a bare country name owns ministries only."""
    if kind in ("adjective", "both"):
        return kind == "both" or not form.owned
    if kind == "capital":
        return organ.value.type in ("official", "police") and form.owned
    return organ.value.covers_noun and (form.owned or organ.value.type in ("ministry", "state_media"))


def _owned(nation: Nation, form: Hit[Form], organ: Hit[Organ]) -> NationHit:
    if not organ.value.covers_noun:
        return NationHit(form.length, form.end, nation.name, "nation", nation.code)
    name = organ.value.template.format(
        adjective=nation.adjective,
        name=nation.name,
        agency=nation.agency or f"{nation.adjective} state news agency",
    )
    return NationHit(form.length + organ.length, organ.end, name, organ.value.type, nation.code)


def _organ_of_nation(words: list[Word], at: int, table: _Grammar) -> NationHit | None:
    """ "Ministry of Defence of the Russian Federation", "the government of Mali"."""
    organ = table.organs.longest(words, at)
    if organ is None or not organ.value.covers_noun or organ.owned:
        return None
    after = at + organ.length
    if after + 1 >= len(words) or words[after].norm not in ("of", "in") or not words[after - 1].joined:
        return None
    if words[after].norm == "in" and organ.value.type != "ministry":
        return None
    after += 2 if words[after + 1].norm == "the" else 1
    form = table.forms.longest(words, after) if after < len(words) else None
    if form is None or form.value.kind not in ("name", "both", "region"):
        return None
    nation = table.nations[form.value.nation]
    hit = _owned(nation, form, organ)
    return hit._replace(length=after + form.length - at, end=form.end)


def _in_compound(words: list[Word], first: int, after: int) -> bool:
    if after < len(words) and words[after - 1].joined and words[after].norm in _COMPOUND_TAILS:
        return words[after].start - words[after - 1].end <= 1
    return first > 0 and words[first - 1].joined and words[first - 1].norm in _COMPOUND_HEADS
