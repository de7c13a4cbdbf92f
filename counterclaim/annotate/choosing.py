"""Which of its namesakes a name means, by the other places of the document."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from counterclaim.gazetteer.earth import distances_km
from counterclaim.gazetteer.kinds import AREAS, SETTLEMENTS
from counterclaim.gazetteer.lookup import Candidate, weight_of
from counterclaim.gazetteer.table import Entry
from counterclaim.lexicons.places import Place

Floats = NDArray[np.float64]

MOST_NAMES = 60  # of a document: a register of villages has hundreds, and the first say where it is
MOST_CANDIDATES = 25
ROUNDS = 3

# Log odds, fitted by hand on local and world news (benchmarks/quality/geo.py); each may change by a third without
# moving the share of places found by more than a point.
NEAR, NEAR_KM = 4.5, 80.0  # for a neighbour, falling off with distance
AROUND, AROUND_KM = 2.0, 300.0
SAME_DIVISION = 1.2
INSIDE = 4.0  # for the state or province that the document names
HOLDS = 2.5  # for a country or province, by a place in it
SAME_COUNTRY = 1.0
NAMED_COUNTRY = 1.0
SPEAKS = 0.5  # from which a neighbour is named among the reasons
ENOUGH = 14.0  # what all neighbours together can say
SEATED = 4.0  # against a province, where its seat has the same name and nothing says which is meant
CONTAINED = 9.0  # "Paris, Texas"
LISTED_TOWN = 0.5  # and a place of this kind: Washington the city
LISTED_AREA = 2.5  # and it is an area: "Gaza" of Palestine, not of Mozambique
LISTED = 0.5  # the lexicon of wars means this country's place
OF_KIND = 2.5  # "Homs province", "the city of Homs"


class Name(NamedTuple):
    """A name in a document, in all its mentions."""

    key: str  # equal for spellings of one name
    candidates: tuple[Candidate, ...]
    listed: Place | None  # what the lexicons take it for
    kind: str | None  # what the words around call it
    containers: tuple[str, ...]  # the division or country right behind it: "US/Texas", "FR"


class Choice(NamedTuple):
    """The likeliest candidate of a name."""

    candidate: Candidate
    probability: float  # 0 to 1
    near: tuple[int, ...]  # names that spoke most for it
    rivals: int  # candidates that were weighed


def choose(names: Sequence[Name]) -> list[Choice | None]:
    """A choice for each name of a document; None where nobody knows it."""
    weights = _weights(names)
    choices: list[Choice | None] = [None for _ in names]
    for at, first, last in weights.groups:
        best = first + int(weights.share[first:last].argmax())
        by = np.argsort(-weights.support[best], kind="stable")[:2]
        near = tuple(
            weights.groups[other][0] for other in by.tolist() if weights.support[best, other] > SPEAKS
        )
        choices[at] = Choice(weights.pool[best], float(weights.share[best]), near, last - first)
    return choices


def weigh(names: Sequence[Name]) -> list[list[tuple[Candidate, float]]]:
    """The candidates of each name with their probabilities."""
    weights = _weights(names)
    found: list[list[tuple[Candidate, float]]] = [[] for _ in names]
    for at, first, last in weights.groups:
        found[at] = list(zip(weights.pool[first:last], weights.share[first:last].tolist(), strict=True))
    return found


class _Weights(NamedTuple):
    """All candidates of a document's names in one row."""

    pool: list[Candidate]
    groups: list[
        tuple[int, int, int]
    ]  # of a name: its position, where its candidates begin and end in the pool
    share: Floats  # (candidates,), probability
    support: Floats  # (candidates, groups), log odds that a name adds


def _weights(names: Sequence[Name]) -> _Weights:
    pool: list[Candidate] = []
    groups: list[tuple[int, int, int]] = []
    for at, name in enumerate(names[:MOST_NAMES]):
        first = len(pool)
        pool += name.candidates[:MOST_CANDIDATES]
        if len(pool) > first:
            groups.append((at, first, len(pool)))
    if not pool:
        return _Weights([], [], np.zeros(0), np.zeros((0, 0)))
    starts = np.array([first for _, first, _ in groups])
    families = _numbered([names[at].key for at, first, last in groups for _ in range(first, last)])
    prior = np.array(
        [
            _prior(names[at], found, seats)
            for at, first, last in groups
            for seats in [_seats(names[at])]
            for found in pool[first:last]
        ]
    )
    pull = _pull(families, pool)
    share = _shares(prior, starts)
    support = np.zeros((len(pool), len(groups)))
    for _ in range(ROUNDS):
        support = np.maximum.reduceat(pull * share, starts, axis=1)
        share = _shares(prior + ENOUGH * np.tanh(support.sum(axis=1) / ENOUGH), starts)
    return _Weights(pool, groups, share, support)


def _prior(name: Name, found: Candidate, seats: frozenset[str]) -> float:
    entry, weight = found.entry, weight_of(found)
    if name.listed is not None and name.listed.country == entry.country:
        weight += LISTED + (LISTED_TOWN if _same_kind(name.listed.kind, entry.kind) else 0.0)
        weight += LISTED_AREA if entry.kind == name.listed.kind and entry.kind in AREAS else 0.0
    if lies_in(entry, name.containers):
        weight += CONTAINED
    if name.kind is not None:
        weight += OF_KIND if _same_kind(name.kind, entry.kind) else 0.0
    if name.kind not in ("province", "district") and entry.kind == "province" and entry.admin1 in seats:
        weight -= SEATED
    return weight


def lies_in(entry: Entry, containers: tuple[str, ...]) -> bool:
    """Whether the place lies in one of the countries or divisions: "FR", "US/Texas"."""
    return entry.country in containers or f"{entry.country}/{entry.admin1}" in containers


def _seats(name: Name) -> frozenset[str]:
    """Divisions in which the name is a city's too: "Homs" alone is the city, not the governorate."""
    return frozenset(
        found.entry.admin1
        for found in name.candidates
        if found.entry.kind in ("city", "capital") and found.own_name
    )


def _same_kind(said: str, kind: str) -> bool:
    return said == kind or (said in SETTLEMENTS and kind in SETTLEMENTS)


def _shares(weight: Floats, starts: NDArray[np.intp]) -> Floats:
    """The probability of each candidate among those of its name."""
    groups = np.repeat(np.arange(len(starts)), np.diff([*starts, len(weight)]))
    odds = np.exp(weight - np.maximum.reduceat(weight, starts)[groups])
    return np.asarray(odds / np.add.reduceat(odds, starts)[groups])


def _pull(families: NDArray[np.int_], found: Sequence[Candidate]) -> Floats:
    """How much each candidate (row) gains from each (column), were that one meant."""
    entries = [one.entry for one in found]
    km = distances_km(np.array([e.lat for e in entries]), np.array([e.lon for e in entries]))
    country = _numbered([e.country for e in entries])
    division = _numbered([f"{e.country}/{e.admin1}" if e.admin1 else "" for e in entries])
    kinds = np.array([e.kind for e in entries])
    same_country = (country[:, None] == country) & (country > 0)
    same_division = (division[:, None] == division) & (division > 0)
    pull = NEAR * np.exp(-km / NEAR_KM) + AROUND * np.exp(-km / AROUND_KM)
    pull += SAME_COUNTRY * same_country + SAME_DIVISION * same_division
    province, nation = kinds == "province", kinds == "country"
    pull = np.where(province, INSIDE * same_division + SAME_COUNTRY * same_country, pull)
    pull = np.where(nation, NAMED_COUNTRY * same_country, pull)
    pull = np.where(nation[:, None] & same_country, np.maximum(pull, HOLDS), pull)
    pull = np.where(province[:, None] & same_division, np.maximum(pull, HOLDS), pull)
    pull = np.where((kinds == "region") | (kinds == "water"), pull * 0.5, pull)
    return np.where(families[:, None] == families, 0.0, pull)  # a name says nothing for itself


def _numbered(values: list[str]) -> NDArray[np.int_]:
    """A number for each value, 0 for ""."""
    numbers: dict[str, int] = {"": 0}
    return np.array([numbers.setdefault(value, len(numbers)) for value in values])
