"""`gtd-like`: all who died, attackers among them, and the attackers apart.

That attackers are included, that vague figures are left blank and that a figure known for one side only
is reported as it is, is published. Which figure counts where reports differ is known from memory only
[M]: of the most recent ones the one that most give; else the lowest.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from counterclaim.core.claims import Casualty, Harm
from counterclaim.core.wording import figure_words
from counterclaim.incidents.profiles.acts import acts_in, keys_of
from counterclaim.incidents.profiles.evidence import Counted, Evidence
from counterclaim.incidents.profiles.latest import chosen, latest_of
from counterclaim.incidents.profiles.ranges import UNKNOWN, ids_of, sum_of
from counterclaim.incidents.profiles.result import reconciled
from counterclaim.incidents.profiles.settings import Settings
from counterclaim.incidents.profiles.tolls import tolls_of
from counterclaim.incidents.profiles.weigh import usable
from counterclaim.incidents.tallies import Bound, Flag, Reconciled, Tally
from counterclaim.incidents.voices import voices_of

NAME = "gtd-like.v2"
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
            tallies += _tallies(harm, exact, attacking, keys_of(acts))
            notes += _conflicts(exact, tallies)
        elif vague or evidence.without_number(harm):
            tallies.append(_tally(harm, "people", UNKNOWN, {"unnumbered"}))
    return reconciled(
        NAME, evidence, settings, tallies, considered=considered, left_out=left_out, notes=notes
    )


def _tallies(
    harm: Harm, exact: Sequence[Counted], attacking: frozenset[str], doers: frozenset[str]
) -> list[Tally]:
    tolls = tolls_of(exact)
    flags = tolls.flags

    def choose(figures: Sequence[Counted]) -> Bound:
        return _chosen(latest_of(figures, doers))

    found = [_tally(harm, "people", chosen(tolls, choose, flags), flags)]
    attackers = [side for side in tolls.sides if all(one.group.parties & attacking for one in side)]
    if attackers and len(tolls.sides) + bool(tolls.totals) > 1:
        found.append(_tally(harm, ATTACKERS, sum_of([choose(side) for side in attackers]), set()))
    return found


def _tally(harm: Harm, people: str, bound: Bound, flags: set[Flag]) -> Tally:
    return Tally(harm=harm, people=people, low=bound, best=bound, high=bound, flags=tuple(sorted(flags)))


def _chosen(figures: Sequence[Counted]) -> Bound:
    """The number that most voices give; else the lowest."""
    numbers = {one.id: one.low if one.low is not None else one.high or 0 for one in figures}
    voices: dict[int, set[str]] = {}
    for one in figures:
        voices.setdefault(numbers[one.id], set()).update(voices_of(one.filed))
    given = Counter({number: len(of) for number, of in voices.items()})
    most = max(given.values())
    number = min(number for number, count in given.items() if count == most)
    return Bound(number=number, claims=ids_of(one for one in figures if numbers[one.id] == number))


def _conflicts(figures: Sequence[Counted], tallies: Sequence[Tally]) -> list[str]:
    behind = {claim for tally in tallies if tally.best for claim in tally.best.claims}
    return [
        f"{' and '.join(one.filed.claim.speakers) or 'own voice'}: "
        f"{figure_words(one.low, one.high, one.qualifier)} {one.harm}"
        for one in figures
        if one.id not in behind
    ]
