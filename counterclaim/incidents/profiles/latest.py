"""Which figures the latest reports give, for profiles by which a later report counts before an earlier one."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from counterclaim.incidents.people import people_of
from counterclaim.incidents.profiles.acts import spoken_by
from counterclaim.incidents.profiles.evidence import Counted
from counterclaim.incidents.profiles.ranges import sum_of
from counterclaim.incidents.profiles.tolls import Tolls
from counterclaim.incidents.said import is_later
from counterclaim.incidents.tallies import Bound, Flag


def latest_of(figures: Sequence[Counted], belligerents: frozenset[str]) -> list[Counted]:
    """The figures since whose last mention nobody published another.

    A party's word on those whom it fights replaces nobody's; it stays a figure beside the others. Without days every
    figure stays.

    Args:
        figures: of people who may be the same.
        belligerents: keys of who is said to have done it.
    """
    neutral = [one for one in figures if not _speaks_of_its_foes(one, belligerents)]
    return [one for one in figures if not any(_replaces(other, one) for other in neutral)]


def chosen(tolls: Tolls, choose: Callable[[Sequence[Counted]], Bound], flags: set[Flag]) -> Bound:
    """The total that `choose` takes; the sum of the sides where nobody gives one, or where it outgrew them later.

    "Twelve were killed" is outgrown the day after by "fifteen soldiers and four gunmen were killed".
    """
    summed = sum_of([choose(side) for side in tolls.sides])
    if not tolls.totals:
        return summed
    total = choose(tolls.totals)
    by_id = {one.id: one for one in tolls.figures}
    outgrown = (summed.number or 0) > (total.number or 0) and all(
        _replaces(by_id[later], by_id[earlier]) for later in summed.claims for earlier in total.claims
    )
    if outgrown:
        flags.update(("summed", "parts_exceed_whole"))
    return summed if outgrown else total


def _replaces(other: Counted, one: Counted) -> bool:
    return other.id != one.id and is_later(other.filed, one.last)


def _speaks_of_its_foes(one: Counted, belligerents: frozenset[str]) -> bool:
    if spoken_by(one.filed, belligerents):
        return True
    fighters = people_of(one.group.words, one.group.status).camp
    camps = {people_of(name, "unknown").camp for name in one.filed.claim.speakers}
    return fighters is not None and len(camps) == 1 and not camps & {fighters, None}
