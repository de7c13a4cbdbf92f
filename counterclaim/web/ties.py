"""Pairs of related claims for a page: few enough to be read, with each claim in some pair before any comes twice."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from counterclaim.core.claims import Casualty
from counterclaim.core.incidents import FiledClaim, Incident, Relation


class Tie(NamedTuple):
    """A relation with both its claims."""

    relation: Relation
    one: FiledClaim
    other: FiledClaim


class Ties(NamedTuple):
    """The ties shown, and how many more there are: forty figures that differ make 780 pairs."""

    shown: tuple[Tie, ...]
    more: int = 0

    @property
    def number(self) -> int:
        return len(self.shown) + self.more


def find_ties(incident: Incident, filed: Mapping[str, FiledClaim], kinds: Iterable[str], most: int) -> Ties:
    """Up to `most` ties of these kinds. Those whose claim was rejected since are left out.

    What is not about two figures comes first: the chart shows how figures lie apart.
    """
    wanted = frozenset(kinds)
    found = [
        Tie(told, filed[told.claim], filed[told.other])
        for told in incident.relations
        if told.kind in wanted and told.claim in filed and told.other in filed
    ]
    found.sort(key=_is_about_figures)
    met: set[str] = set()
    fresh: list[Tie] = []
    again: list[Tie] = []
    for tie in found:
        ids = {tie.relation.claim, tie.relation.other}
        (again if ids <= met else fresh).append(tie)
        met |= ids
    chosen = {id(tie) for tie in [*fresh, *again][:most]}
    shown = tuple(tie for tie in found if id(tie) in chosen)
    return Ties(shown, len(found) - len(shown))


def _is_about_figures(tie: Tie) -> bool:
    return isinstance(tie.one.claim, Casualty) and isinstance(tie.other.claim, Casualty)
