"""Happenings that agree, two by two, and the parts of all happenings that such pairs connect."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from counterclaim.incidents.group import Pair, parts_of
from counterclaim.incidents.ruled import Verdicts
from counterclaim.incidents.score import judge
from counterclaim.incidents.told import Told


class Part(NamedTuple):
    """Happenings, by name, that agreeing pairs connect, and all pairs among them."""

    names: list[str]  # sorted
    pairs: list[Pair]


def pairs_with(one: Told, others: Iterable[Told]) -> Iterator[Pair]:
    """The pairs of one happening with those of the others that agree with it."""
    for other in others:
        first, second = sorted((one, other), key=lambda told: told.name)
        judged = judge(first, second)
        if judged is not None:
            yield Pair(judged.score, first.name, second.name, ", ".join(judged.reasons))


def ruled_pairs(told: Mapping[str, Told], verdicts: Verdicts) -> list[Pair]:
    """The pairs that a ruling puts together, newest first counting."""
    found: dict[tuple[str, str], Pair] = {}
    by_claim = {claim: one.name for one in told.values() for claim in one.claims}
    for verdict in verdicts.touching(by_claim):
        if verdict.decision != "same":
            continue
        names = sorted({by_claim[claim] for claim in (*verdict.claims, *verdict.others) if claim in by_claim})
        for at, first in enumerate(names):
            for second in names[at + 1 :]:
                if verdicts.between(told[first].claims, told[second].claims) == verdict:
                    basis = f"{verdict.who or 'somebody'} ruled so"
                    found.setdefault((first, second), Pair(1.0, first, second, basis))
    return list(found.values())


def connected_parts(names: Iterable[str], pairs: Iterable[Pair]) -> list[Part]:
    """The parts that these pairs connect, in the order of their first names."""
    every = list(pairs)
    parts = [Part(part, []) for part in parts_of(names, every)]
    home = {name: part for part in parts for name in part.names}
    for pair in every:
        home[pair.one].pairs.append(pair)
    return parts
