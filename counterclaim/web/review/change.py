"""What a decision changes in the published ranges."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from counterclaim.core.claims import Harm
from counterclaim.core.incidents import FiledClaim, Incident
from counterclaim.incidents.matched import match_tallies
from counterclaim.incidents.profiles import reconcile
from counterclaim.incidents.tallies import Tally


class Row(NamedTuple):
    """A range before and after; None where there is none."""

    harm: Harm
    people: str
    before: Tally | None
    after: Tally | None

    @property
    def same(self) -> bool:
        """Whether both ends stay what they are."""
        return ends(self.before) == ends(self.after)


class Stood(NamedTuple):
    """The incident that a claim stands in, with its ranges now and without the claim."""

    incident: Incident
    claims: int
    rows: tuple[Row, ...]


def ends(tally: Tally | None) -> object:
    """What of a range is printed."""
    if tally is None:
        return None
    best = tally.best.number if tally.best is not None else None
    return tally.low.number, best, tally.high.number, tally.high.open


def compare(profile: str, before: Sequence[FiledClaim], after: Sequence[FiledClaim]) -> tuple[Row, ...]:
    """The ranges of one profile for two sets of claims, side by side.

    Raises:
        NotFoundError: there is no such profile.
    """
    pairs = match_tallies(reconcile(profile, before).tallies, reconcile(profile, after).tallies)
    return tuple(
        Row(known.harm, known.people, old, new) for old, new in pairs if (known := old or new) is not None
    )


def without(filed: Iterable[FiledClaim], claims: Collection[str]) -> list[FiledClaim]:
    """The others."""
    return [one for one in filed if one.claim.id not in claims]
