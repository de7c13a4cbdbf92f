"""`gtd-like`: all who died, attackers among them, and the attackers apart.

That attackers are included, that vague figures are left blank and that a figure known for one side only
is reported as it is, is published. Which figure counts where reports differ is known from memory only
[M]: the most recent; else the one that most give; else the lowest.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from counterclaim.core.claims import Casualty, Harm
from counterclaim.core.edtf import day_bounds
from counterclaim.core.wording import figure_words
from counterclaim.incidents.profiles.acts import acts_in, keys_of
from counterclaim.incidents.profiles.evidence import Counted, Evidence
from counterclaim.incidents.profiles.ranges import UNKNOWN, flags_of, grouped, ids_of, sum_of
from counterclaim.incidents.profiles.result import reconciled
from counterclaim.incidents.profiles.settings import Settings
from counterclaim.incidents.profiles.weigh import usable
from counterclaim.incidents.tallies import Bound, Flag, Reconciled, Tally
from counterclaim.incidents.voices import voices_of

NAME = "gtd-like.v1"
HARMS: tuple[Harm, ...] = ("killed", "wounded")
ATTACKERS = "attackers"


def tally_gtd(evidence: Evidence, settings: Settings) -> Reconciled:
    """For each harm the total, and how many of it are attackers where figures tell."""
    acts = acts_in(evidence.filed)
    attacking = keys_of(act for act in acts if not isinstance(act.filed.claim, Casualty))
    tallies: list[Tally] = []
    considered: list[Counted] = []
    left_out: dict[str, str] = {}
    notes: list[str] = []
    for harm in HARMS:
        told, unreliable = usable(evidence.of(harm), settings)
        left_out |= unreliable
        vague = [one for one in told if one.qualifier in ("vague", "at_most", "fewer_than")]
        left_out |= {one.id: "too vague a number to be reported" for one in vague}
        exact = [one for one in told if one not in vague]
        considered += exact
        if exact:
            tallies += _tallies(harm, exact, attacking)
            notes += _conflicts(exact, tallies)
        elif vague or evidence.without_number(harm):
            tallies.append(_tally(harm, "people", UNKNOWN, {"unnumbered"}))
    return reconciled(
        NAME, evidence, settings, tallies, considered=considered, left_out=left_out, notes=notes
    )


def _tallies(harm: Harm, exact: Sequence[Counted], attacking: frozenset[str]) -> list[Tally]:
    groups = grouped(exact)
    flags: set[Flag] = set().union(*(flags_of(group) for group in groups))
    totals = [group for group in groups if group[0].group.reach == "all"]
    if not totals and len(groups) > 1:
        flags.add("summed")
    bound = sum_of([_chosen(group) for group in totals or groups])
    found = [_tally(harm, "people", bound, flags)]
    attackers = [group for group in groups if group[0].group.parties & attacking]
    if attackers and len(groups) > 1:
        found.append(_tally(harm, ATTACKERS, sum_of([_chosen(group) for group in attackers]), set()))
    return found


def _tally(harm: Harm, people: str, bound: Bound, flags: set[Flag]) -> Tally:
    return Tally(harm=harm, people=people, low=bound, best=bound, high=bound, flags=tuple(sorted(flags)))


def _chosen(figures: Sequence[Counted]) -> Bound:
    """The latest figure; without one, the number that most voices give; else the lowest."""
    numbers = {one.id: one.low if one.low is not None else one.high or 0 for one in figures}
    latest = _latest(figures)
    if latest is not None:
        return Bound(number=numbers[latest.id], claims=(latest.id,))
    voices: dict[int, set[str]] = {}
    for one in figures:
        voices.setdefault(numbers[one.id], set()).update(voices_of(one.filed))
    given = Counter({number: len(of) for number, of in voices.items()})
    most = max(given.values())
    number = min(number for number, count in given.items() if count == most)
    return Bound(number=number, claims=ids_of(one for one in figures if numbers[one.id] == number))


def _latest(figures: Sequence[Counted]) -> Counted | None:
    """The only figure published after all others; None where days are not known or shared."""
    days = {}
    for one in figures:
        first, last = day_bounds(one.filed.published) if one.filed.published else (None, None)
        if first is None or last is None:
            return None
        days[one.id] = (first, last)
    for one in figures:
        if all(other is one or days[one.id][0] > days[other.id][1] for other in figures):
            return one
    return None


def _conflicts(figures: Sequence[Counted], tallies: Sequence[Tally]) -> list[str]:
    behind = {claim for tally in tallies if tally.best for claim in tally.best.claims}
    return [
        f"{' and '.join(one.filed.claim.speakers) or 'own voice'}: "
        f"{figure_words(one.low, one.high, one.qualifier)} {one.harm}"
        for one in figures
        if one.id not in behind
    ]
