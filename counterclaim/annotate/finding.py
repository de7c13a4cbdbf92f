"""Looks one name up, as `counterclaim places find` does: every candidate, weighed as in a document."""

from __future__ import annotations

import msgspec

from counterclaim.annotate.choosing import lies_in, weigh
from counterclaim.annotate.located import containers_of, name_of
from counterclaim.core.located import Located
from counterclaim.core.spans import Span
from counterclaim.core.types import PlaceMention
from counterclaim.gazetteer import Candidate, Gazetteer, located_of
from counterclaim.lexicons.places import key_of, place_of


class Found(msgspec.Struct, frozen=True):
    """A place that a name may mean, with its probability beside what it is said to be near."""

    place: Located
    population: int
    probability: float


def find_candidates(name: str, near: str | None, gazetteer: Gazetteer) -> list[Found]:
    """What a name may mean, likeliest first.

    Args:
        name: as it would stand in a text.
        near: a country, province or town that the text names beside it, if any.
        gazetteer: where to look.
    """
    beside = near or ""
    inside = containers_of(beside, gazetteer) if beside else ()
    names = [name_of(name, [_mention(name)], gazetteer, containers=inside)]
    if beside:
        names.append(name_of(beside, [_mention(beside)], gazetteer))
    weighed = sorted(weigh(names)[0], key=lambda pair: -pair[1])
    return [
        Found(
            located_of(one.entry, *_reasons(one, beside, inside)),
            one.entry.population,
            round(share, 3),
        )
        for one, share in weighed
    ]


def _reasons(one: Candidate, near: str, inside: tuple[str, ...]) -> tuple[str, ...]:
    spelt = (
        "its own name" if one.own_name and one.spelt else "one of its names" if one.spelt else "spelt alike"
    )
    return (spelt, f"in {near}") if lies_in(one.entry, inside) else (spelt,)


def _mention(word: str) -> PlaceMention:
    listed = place_of(word)
    return PlaceMention(span=Span(0, len(word)), name=listed.name if listed else word, key=key_of(word))
