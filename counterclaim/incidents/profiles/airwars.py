"""`airwars-like`: ranges of civilians and belligerents harmed, and a suggested grade.

Published: minimum and maximum for each category, civilian status assumed unless there is evidence to the
contrary, a perpetrator's word alone being context and no such evidence, and both minima 0 where status is
contested. How figures make a minimum and a maximum is our reading [D].
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from counterclaim.core.claims import Harm
from counterclaim.incidents.profiles.acts import acts_in, keys_of, spoken_by
from counterclaim.incidents.profiles.evidence import Counted, Evidence
from counterclaim.incidents.profiles.grade import suggest_grade
from counterclaim.incidents.profiles.ranges import Range, flags_of, ids_of, merged, range_of, sum_of
from counterclaim.incidents.profiles.result import reconciled
from counterclaim.incidents.profiles.settings import Settings
from counterclaim.incidents.profiles.status import ByStatus, by_status, parts_of
from counterclaim.incidents.tallies import Bound, Flag, Reconciled, Tally

NAME = "airwars-like.v2"
HARMS: tuple[Harm, ...] = ("killed", "wounded")
CIVILIANS, BELLIGERENTS, UNDETERMINED = "civilians", "belligerents", "undetermined"


class _Sorted(NamedTuple):
    tallies: list[Tally]
    civilians: list[Counted]
    context: list[Counted]


def tally_airwars(evidence: Evidence, settings: Settings) -> Reconciled:
    """Civilians, belligerents and people of undetermined status, killed and wounded; and a grade."""
    accused = keys_of(acts_in(evidence.filed))
    tallies: list[Tally] = []
    civilians: list[Counted] = []
    context: list[Counted] = []
    considered: list[Counted] = []
    for harm in HARMS:
        found = _sort(harm, evidence, accused)
        tallies += found.tallies
        civilians += found.civilians
        context += found.context
        considered += [one for one in evidence.of(harm) if one not in found.context]
        considered += evidence.without_number(harm)
    left_out = {one.id: "context: only who is said to have done it calls them combatants" for one in context}
    grade = suggest_grade(evidence, settings, civilians, bool(tallies))
    return reconciled(
        NAME,
        evidence,
        settings,
        tallies,
        considered=[one for one in considered if one.id not in left_out],
        left_out=left_out,
        grade=grade,
    )


def _sort(harm: Harm, evidence: Evidence, accused: frozenset[str]) -> _Sorted:
    figures = evidence.of(harm)
    if not figures:
        return _unnumbered(harm, evidence)
    told = by_status(figures, accused)
    if not told.civilians and not told.open and _only_by_accused(told, accused):
        only = [one for group in told.combatants for one in group]
        return _Sorted([_tally(harm, UNDETERMINED, range_of(only), flags_of(only))], [], told.context)
    civilians = [one for group in told.civilians for one in group]
    if told.contested:
        return _Sorted(_contested(harm, told), civilians, told.context)
    tallies = []
    if told.civilians:
        tallies.append(_of_groups(harm, CIVILIANS, told.civilians))
    if told.combatants:
        tallies.append(_of_groups(harm, BELLIGERENTS, told.combatants))
    if told.open and not told.civilians and not told.combatants:
        tallies += _assumed(harm, told.open, evidence)
        civilians = told.open
    elif told.open:
        tallies += _remainder(harm, told)
    return _Sorted(tallies, civilians, told.context)


def _only_by_accused(told: ByStatus, accused: frozenset[str]) -> bool:
    """Whether nobody but who is said to have done it gives figures at all."""
    return not told.context and all(
        spoken_by(one.filed, accused) for group in told.combatants for one in group
    )


def _tally(harm: Harm, people: str, ends: Range, flags: set[Flag]) -> Tally:
    return Tally(harm=harm, people=people, low=ends.low, high=ends.high, flags=tuple(sorted(flags)))


def _of_groups(harm: Harm, people: str, groups: Sequence[Sequence[Counted]]) -> Tally:
    ranges = [range_of(group) for group in groups]
    flags: set[Flag] = set().union(*(flags_of(group) for group in groups))
    if len(groups) == 1:
        return _tally(harm, people, ranges[0], flags)
    ends = Range(sum_of([one.low for one in ranges]), sum_of([one.high for one in ranges]))
    return _tally(harm, people, ends, {*flags, "summed"})


def _contested(harm: Harm, told: ByStatus) -> list[Tally]:
    """From nobody to everybody, for civilians and belligerents alike."""
    every = [one for groups in (told.civilians, told.combatants) for group in groups for one in group]
    every += told.open
    high = range_of(every).high
    ends = Range(Bound(number=0, claims=ids_of(every)), high)
    flags: set[Flag] = {*flags_of(every), "status_contested"}
    return [_tally(harm, people, ends, flags) for people in (CIVILIANS, BELLIGERENTS)]


def _assumed(harm: Harm, figures: Sequence[Counted], evidence: Evidence) -> list[Tally]:
    """Civilians unless a part is told to be combatants: "twelve dead, four gunmen among them" is eight."""
    low, high = range_of(figures)
    flags: set[Flag] = {*flags_of(figures), "status_assumed"}
    parts = parts_of(figures, evidence, "combatant")
    if not parts:
        return [_tally(harm, CIVILIANS, Range(low, high), flags)]
    numbers = sorted((part.claim.min or 0, part.claim.id) for part in parts.values())
    claims = merged(claim for _, claim in numbers)
    least, most = numbers[0][0], numbers[-1][0]
    without = len(parts) < len(figures)  # somebody tells of no combatants
    civilians = Range(
        Bound(number=max(0, (low.number or 0) - most), open=low.open, claims=merged(low.claims, claims)),
        Bound(
            number=max(0, (high.number or 0) - (0 if without else least)),
            open=high.open,
            claims=merged(high.claims, () if without else claims),
        ),
    )
    combatants = Range(Bound(number=least, claims=claims), Bound(number=most, claims=claims))
    return [
        _tally(harm, CIVILIANS, civilians, flags),
        _tally(harm, BELLIGERENTS, combatants, set()),
    ]


def _remainder(harm: Harm, told: ByStatus) -> list[Tally]:
    """Those of a total whom no figure calls civilians or combatants."""
    total = range_of(told.open).high
    known = sum_of([range_of(group).low for group in (*told.civilians, *told.combatants)])
    left = (total.number or 0) - (known.number or 0)
    if left <= 0:
        return []
    claims = merged(total.claims, known.claims)
    ends = Range(Bound(number=0, claims=claims), Bound(number=left, open=total.open, claims=claims))
    return [_tally(harm, UNDETERMINED, ends, set())]


def _unnumbered(harm: Harm, evidence: Evidence) -> _Sorted:
    told = evidence.without_number(harm)
    if not told:
        return _Sorted([], [], [])
    combatants = all(one.status == "combatant" for one in told)
    bound = Bound(number=None, claims=ids_of(told))
    people = BELLIGERENTS if combatants else CIVILIANS
    tally = _tally(harm, people, Range(bound, bound), {"unnumbered"})
    return _Sorted([tally], [] if combatants else told, [])
