"""`ibc-like`: civilians only, from the certain to the possible; provisional below two independent voices.

Published: documented deaths of civilians, two independent sources else provisional, a minimum and a
maximum where reports differ or where it is unclear whether somebody killed was a civilian. That the
minimum is the lowest number of certain civilians, and the maximum the highest of certain or possible
ones, is our reading of it [D].
"""

from __future__ import annotations

from counterclaim.core.claims import Harm
from counterclaim.incidents.profiles.acts import acts_in, keys_of
from counterclaim.incidents.profiles.evidence import Counted, Evidence
from counterclaim.incidents.profiles.ranges import flags_of, ids_of, merged, range_of, sum_of
from counterclaim.incidents.profiles.result import reconciled
from counterclaim.incidents.profiles.settings import Settings
from counterclaim.incidents.profiles.status import ByStatus, by_status, parts_of
from counterclaim.incidents.tallies import Bound, Reconciled, Tally
from counterclaim.incidents.voices import independent_voices

NAME = "ibc-like.v2"
HARMS: tuple[Harm, ...] = ("killed", "wounded")
VOICES_NEEDED = 2


def tally_ibc(evidence: Evidence, settings: Settings) -> Reconciled:
    """A tally of civilians killed, and one of civilians wounded; 0 where all were combatants."""
    tallies: list[Tally] = []
    considered: list[Counted] = []
    left_out: dict[str, str] = {}
    accused = keys_of(acts_in(evidence.filed))
    for harm in HARMS:
        figures = evidence.of(harm)
        if not figures:
            continue
        sorted_out = by_status(figures, accused)
        if not sorted_out.civilians and not sorted_out.open:
            left_out |= {one.id: "a combatant; only civilians are counted" for one in figures}
            nought = Bound(number=0)
            tallies.append(Tally(harm=harm, people="civilians", low=nought, high=nought, flags=("excluded",)))  # fmt: skip
            continue
        counted = [one for group in sorted_out.civilians for one in group] + sorted_out.open
        considered += counted
        tallies.append(_tally(harm, sorted_out, counted, evidence))
    notes = ["combatants only: the incident is not counted"] if _all_excluded(tallies) else []
    return reconciled(
        NAME, evidence, settings, tallies, considered=considered, left_out=left_out, notes=notes
    )


def _all_excluded(tallies: list[Tally]) -> bool:
    return bool(tallies) and all("excluded" in tally.flags for tally in tallies)


def _tally(harm: Harm, told: ByStatus, counted: list[Counted], evidence: Evidence) -> Tally:
    flags = flags_of(counted)
    certain = [range_of(_certain(group)) for group in told.civilians]
    low = sum_of([one.low for one in certain]) if certain else _least_within(told.open, evidence)
    high = sum_of([one.high for one in certain]) if certain else Bound(number=0)
    if told.open:
        possible = _possible(told, evidence)
        if (possible.number or 0) > (high.number or 0):
            high = possible
        if not certain:
            flags.add("status_assumed")
    voices = independent_voices(one.filed for one in counted)
    if told.contested:
        low = Bound(number=0, claims=merged(low.claims, *(ids_of(group) for group in told.combatants)))
        flags.add("status_contested")
    if len(voices) < VOICES_NEEDED:
        flags.add("provisional")
    if (high.number or 0) < (low.number or 0):
        high = Bound(number=low.number, open=high.open, claims=merged(low.claims, high.claims))
    return Tally(harm=harm, people="civilians", low=low, high=high, flags=tuple(sorted(flags)))


def _certain(group: list[Counted]) -> list[Counted]:
    """Figures that say "civilians"; others of the group only count people who may be."""
    return [one for one in group if one.status == "civilian"]


def _least_within(figures: list[Counted], evidence: Evidence) -> Bound:
    """Nobody counts civilians as a whole: the smallest number among those who count some, else 0."""
    parts = parts_of(figures, evidence, "civilian")
    if not parts:
        return Bound(number=0, claims=ids_of(figures))
    least = min(parts.values(), key=lambda part: (part.claim.min or 0, part.claim.id))
    return Bound(number=least.claim.min, claims=(least.claim.id,))


def _possible(told: ByStatus, evidence: Evidence) -> Bound:
    """The most people of whom nobody says that they were combatants."""
    high = range_of(told.open).high
    certain_combatants = sum_of([range_of(group).low for group in told.combatants])
    number = (high.number or 0) - (certain_combatants.number or 0)
    parts = parts_of([one for one in told.open if one.id in high.claims], evidence, "combatant")
    if parts and not told.combatants:
        number -= min(part.claim.min or 0 for part in parts.values())
    used = [part.claim.id for part in parts.values()] if not told.combatants else certain_combatants.claims
    return Bound(number=max(0, number), open=high.open, claims=merged(high.claims, used))
