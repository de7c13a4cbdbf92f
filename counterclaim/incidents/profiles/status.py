"""Civilians and combatants apart: what the figures say of each, for profiles that count civilians."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from counterclaim.core.claims import Status
from counterclaim.incidents.profiles.acts import spoken_by
from counterclaim.incidents.profiles.evidence import Counted, Evidence, Part, regroup
from counterclaim.incidents.profiles.ranges import every_group, grouped
from counterclaim.incidents.profiles.tolls import are_rivals


class ByStatus(NamedTuple):
    """The figures of one harm by what they say of people's status; each list holds one group a list."""

    civilians: list[list[Counted]]
    combatants: list[list[Counted]]
    open: list[Counted]  # nobody says of these people, or of all of them, what they were
    context: list[Counted]  # only who is said to have done it calls them combatants

    @property
    def contested(self) -> bool:
        """Whether one speaker's civilians are another's combatants."""
        return are_rivals(self.civilians, self.combatants)


def by_status(figures: Sequence[Counted], accused: frozenset[str]) -> ByStatus:
    """Sort figures of one harm.

    Args:
        figures: current figures.
        accused: keys of who is said to have done it. That they call the dead combatants is kept as
            context where others give figures and none of them says so.
    """
    context = [one for one in figures if one.status == "combatant" and spoken_by(one.filed, accused)]
    others = [one for one in figures if one not in context]
    if not context or not others or any(one.status == "combatant" for one in others):
        context, others = [], list(figures)
    civilians, combatants, rest = [], [], []
    regrouped = regroup(others)
    groups = grouped(regrouped)
    if all(group[0].group.status == "combatant" for group in groups):
        groups = every_group(regrouped)  # children are none of the fighters
    for group in groups:
        status: Status = group[0].group.status
        if status == "civilian":
            civilians.append(group)
        elif status == "combatant":
            combatants.append(group)
        else:
            rest += group
    return ByStatus(civilians, combatants, rest, context)


def parts_of(figures: Sequence[Counted], evidence: Evidence, status: Status) -> dict[str, Part]:
    """The largest part of this status of each figure, by the figure's claim id."""
    ids = {one.id for one in figures}
    found: dict[str, Part] = {}
    for part in evidence.parts:
        if part.whole not in ids or part.claim.status != status:
            continue
        known = found.get(part.whole)
        if known is None or (part.claim.min or 0) > (known.claim.min or 0):
            found[part.whole] = part
    return found
