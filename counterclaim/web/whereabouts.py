"""When and where, as each document tells it: the words that are not the incident's own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from counterclaim.core.incidents import FiledClaim, Incident
from counterclaim.web.days import day_words


class Telling(NamedTuple):
    """A day or place as claims give it. `first` is the first claim of each document that does."""

    words: str
    claims: int
    first: tuple[FiledClaim, ...]


class Whereabouts(NamedTuple):
    """What claims tell besides the incident's own day and place; most told first."""

    days: tuple[Telling, ...]
    places: tuple[Telling, ...]


def find_whereabouts(incident: Incident, filed: Sequence[FiledClaim]) -> Whereabouts:
    """Other days and places. A claim that tells none adds nothing."""
    return Whereabouts(
        days=_tellings(
            (one for one in filed if one.claim.when and one.claim.when != incident.when),
            lambda one: day_words(one.claim.when),
        ),
        places=_tellings(
            (one for one in filed if one.claim.place and one.claim.place != incident.place),
            lambda one: one.claim.place or "",
        ),
    )


def _tellings(filed: Iterable[FiledClaim], words_of: Callable[[FiledClaim], str]) -> tuple[Telling, ...]:
    told: dict[str, list[FiledClaim]] = {}
    for one in filed:
        told.setdefault(words_of(one), []).append(one)
    found = [
        Telling(words, len(claims), tuple({one.document_id: one for one in reversed(claims)}.values())[::-1])
        for words, claims in told.items()
    ]
    return tuple(sorted(found, key=lambda telling: (-telling.claims, telling.words)))
