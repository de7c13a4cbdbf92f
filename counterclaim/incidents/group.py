"""Pairs brought together to groups in which nothing keeps any two apart.

What happens in one connected part of the pairs changes nothing in another: a store groups anew only
the parts that a document touches.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from counterclaim.core.sphere import distance_km
from counterclaim.incidents.compare import keeps_apart
from counterclaim.incidents.points import Point
from counterclaim.incidents.ruled import Verdicts
from counterclaim.incidents.score import log_odds
from counterclaim.incidents.told import Told

LONGEST_DAYS = 3  # an incident never spans more, first and last day included, unless a person rules so
# Mean log odds between two groups from which a pair joins them. From -1 to 0, precision of hard planted pairs
# rises from 92 to 94 and B-cubed of the train documents from 92.7 to 93.4; at 0.7 the dev documents lose 2.4.
LEAST_MEAN = 0.0
_COMPARED = 12  # happenings of either group; names are hashes, so that the first are as good as any
WIDEST_KM = 60.0  # between any two of its places, beyond what is known of each; set by hand


class Pair(NamedTuple):
    """Two happenings that agree. `score` is 0 to 1, 1 by ruling; `basis` are the reasons, in words."""

    score: float
    one: str  # names, the first in the alphabet first
    other: str
    basis: str


class Group(NamedTuple):
    """Happenings that are one incident, by name, and the pairs through which they came together."""

    told: tuple[Told, ...]
    pairs: tuple[Pair, ...]


def parts_of(names: Iterable[str], pairs: Iterable[Pair]) -> list[list[str]]:
    """The connected parts of the pairs, each sorted, in the order of their first names."""
    leader = {name: name for name in names}

    def lead(name: str) -> str:
        while leader[name] != name:
            leader[name] = name = leader[leader[name]]
        return name

    for pair in pairs:
        first, second = sorted((lead(pair.one), lead(pair.other)))
        leader[second] = first
    found: dict[str, list[str]] = {}
    for name in sorted(leader):
        found.setdefault(lead(name), []).append(name)
    return list(found.values())


def group(told: Mapping[str, Told], pairs: Sequence[Pair], verdicts: Verdicts) -> list[Group]:
    """The groups of some happenings: rulings first, then the strongest pair first.

    Args:
        told: happenings by name.
        pairs: among them; the order changes nothing.
        verdicts: rulings in force.
    """
    groups = _Groups(told, verdicts)
    for pair in sorted(pairs, key=lambda pair: (-pair.score, pair.one, pair.other)):
        groups.join(pair)
    return groups.made()


class _Groups:
    def __init__(self, told: Mapping[str, Told], verdicts: Verdicts) -> None:
        self._told = told
        self._verdicts = verdicts
        self._members = {name: [name] for name in sorted(told)}
        self._home = {name: name for name in told}
        self._pairs: dict[str, list[Pair]] = {name: [] for name in told}
        self._odds: dict[tuple[str, str], float] = {}
        self._ruled: dict[str, set[str]] = {name: {name} for name in told}  # put together by a person

    def join(self, pair: Pair) -> None:
        home, guest = sorted((self._home[pair.one], self._home[pair.other]))
        if home == guest or not self._may_join(
            self._members[home], self._members[guest], by_ruling=pair.score >= 1.0
        ):
            return
        moved = self._members.pop(guest)
        self._members[home] += moved
        self._pairs[home] += [*self._pairs.pop(guest), pair]
        for name in moved:
            self._home[name] = home
        if pair.score >= 1.0:
            together = self._ruled[pair.one] | self._ruled[pair.other]
            self._ruled.update(dict.fromkeys(together, together))

    def made(self) -> list[Group]:
        return [
            Group(tuple(self._told[name] for name in sorted(names)), tuple(sorted(self._pairs[home])))
            for home, names in self._members.items()
        ]

    def _may_join(self, home: Sequence[str], guests: Sequence[str], *, by_ruling: bool) -> bool:
        for name in home:
            for guest in guests:
                verdict = self._verdicts.between(self._told[name].claims, self._told[guest].claims)
                if verdict is not None and verdict.decision == "different":
                    return False
        if by_ruling:
            return True
        for name in home:
            for guest in guests:
                if not any(
                    keeps_apart(self._told[a], self._told[b]) is None
                    for a in sorted(self._ruled[name])
                    for b in sorted(self._ruled[guest])
                ):
                    return False
        if any(len(self._ruled[name]) > 1 for name in (*home, *guests)):
            return True
        everyone = [self._told[name] for name in (*home, *guests)]
        return _few_days(everyone) and _close(everyone) and self._alike(home, guests)

    def _alike(self, home: Sequence[str], guests: Sequence[str]) -> bool:
        """Whether the happenings of the two groups are rather one in the mean: one vague report joins no two."""
        pairs = [(name, guest) for name in sorted(home)[:_COMPARED] for guest in sorted(guests)[:_COMPARED]]
        return sum(self._log_odds(a, b) for a, b in pairs) >= LEAST_MEAN * len(pairs)

    def _log_odds(self, name: str, other: str) -> float:
        pair = min(name, other), max(name, other)
        if pair not in self._odds:
            self._odds[pair] = log_odds(self._told[pair[0]], self._told[pair[1]])
        return self._odds[pair]


def _few_days(told: Sequence[Told]) -> bool:
    windows = [
        window
        for one in told
        if (window := one.window) and window.told and not window.any_year and not window.is_long
    ]
    if not windows:
        return True
    return max(each.last for each in windows) - min(each.first for each in windows) < LONGEST_DAYS


def _close(told: Sequence[Told]) -> bool:
    placed = sorted({one.points for one in told if one.points})
    return all(_near(a, b) for at, a in enumerate(placed) for b in placed[at + 1 :])


def _near(some: Sequence[Point], others: Sequence[Point]) -> bool:
    return any(distance_km(a[:2], b[:2]) <= WIDEST_KM + a[2] + b[2] for a in some for b in others)
