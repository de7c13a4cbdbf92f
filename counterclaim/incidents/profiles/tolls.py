"""Which groups of dead add up, and which are rival accounts of one toll.

"22 fighters were killed" by one speaker and "17 civilians were killed" by another are two words for the
same dead, not 39 dead. They add up where one speaker tells of both, where a side tells of its own dead,
and where the fighters are said to have killed the civilians.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from counterclaim.core.claims import Casualty
from counterclaim.incidents.parties import sides_of
from counterclaim.incidents.people import are_of_one_side, people_of
from counterclaim.incidents.profiles.evidence import Counted
from counterclaim.incidents.profiles.ranges import flags_of, grouped
from counterclaim.incidents.tallies import Flag
from counterclaim.incidents.voices import voices_of


class Tolls(NamedTuple):
    """Figures of one harm: totals over everybody, and the lists of figures that add up beside them."""

    totals: list[Counted]
    sides: list[list[Counted]]
    contested: bool  # one of the sides has rival accounts: civilians to one, combatants to another

    @property
    def added(self) -> list[list[Counted]]:
        """The lists whose figures make the sum: the totals where somebody gives any."""
        return [self.totals] if self.totals else self.sides

    @property
    def figures(self) -> list[Counted]:
        return [*self.totals, *(one for side in self.sides for one in side)]

    @property
    def people(self) -> str:
        """What the figures call the dead; of several groups only "people"."""
        called = {one.group.key: one.group.words for one in self.figures}
        return next(iter(called.values())) if len(called) == 1 else "people"

    @property
    def flags(self) -> set[Flag]:
        """What to know about the figures, however they are chosen from."""
        flags = flags_of(self.figures)
        if self.contested:
            flags.add("status_contested")
        if len(self.added) > 1:
            flags.add("summed")
        return flags


def tolls_of(figures: Sequence[Counted]) -> Tolls:
    """The figures by what they add up to. A total beside nothing but rival accounts is one account more."""
    groups = grouped(figures)
    totals = [one for group in groups if group[0].group.reach == "all" for one in group]
    sides = [group for group in groups if group[0].group.reach != "all"]
    civilians = [group for group in sides if group[0].group.status == "civilian"]
    combatants = [group for group in sides if group[0].group.status == "combatant"]
    if not are_rivals(civilians, combatants):
        return Tolls(totals, sides, contested=False)
    rival = [*civilians[0], *combatants[0]]
    others = [group for group in sides if group not in (civilians[0], combatants[0])]
    if totals and not others:
        rival, totals = [*rival, *totals], []
    return Tolls(totals, [rival, *others], contested=True)


def are_rivals(civilians: Sequence[Sequence[Counted]], combatants: Sequence[Sequence[Counted]]) -> bool:
    """Whether the one group of civilians can be what others call the one group of combatants."""
    if len(civilians) != 1 or len(combatants) != 1 or civilians[0][0].group.reach == "some":
        return False
    if _voices(civilians[0]) & _voices(combatants[0]):
        return False
    fighters = people_of(combatants[0][0].group.words, "combatant")
    speakers = [name for one in combatants[0] for name in one.filed.claim.speakers]
    killers = [
        claim.perpetrator
        for one in civilians[0]
        if isinstance(claim := one.filed.claim, Casualty) and claim.perpetrator is not None
    ]
    return not any(are_of_one_side(people_of(name, "combatant"), fighters) for name in (*speakers, *killers))


def _voices(figures: Sequence[Counted]) -> frozenset[str]:
    """Keys of all who speak: of one state or group, whatever part of it speaks."""
    named = frozenset(key for one in figures for name in one.filed.claim.speakers for key in sides_of(name))
    return named.union(*(voices_of(one.filed) for one in figures))
