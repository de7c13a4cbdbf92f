"""`accounts`: what every speaker says now, side by side, and how far apart they lie. Our own profile.

It names no best figure, weighs nobody and leaves nobody out.
"""

from __future__ import annotations

from typing import get_args

from counterclaim.core.claims import Harm
from counterclaim.incidents.profiles.evidence import Counted, Evidence
from counterclaim.incidents.profiles.ranges import UNKNOWN, flags_of, ids_of, range_of
from counterclaim.incidents.profiles.result import reconciled
from counterclaim.incidents.profiles.settings import Settings
from counterclaim.incidents.tallies import Bound, Reconciled, Tally, VoiceRange

NAME = "accounts.v1"
STANDING: Harm = "besieged"  # a condition of people that goes on, not what an incident did to them


def tally_accounts(evidence: Evidence, settings: Settings) -> Reconciled:
    """A tally for each harm and group of people: each speaker's current range, and the envelope of all."""
    tallies: list[Tally] = []
    considered: list[Counted] = []
    for harm in get_args(Harm):
        figures = [] if harm == STANDING else evidence.of(harm)
        considered += figures
        tallies += [_tally(harm, of_group) for of_group in _by_group(figures)]
        unnumbered = [] if harm == STANDING else evidence.without_number(harm)
        considered += unnumbered
        if not figures:
            tallies += [_unnumbered(harm, of_group) for of_group in _by_group(unnumbered)]
    standing = [*evidence.of(STANDING), *evidence.without_number(STANDING)]
    left_out = {one.id: "a standing condition, not a casualty of this incident" for one in standing}
    return reconciled(NAME, evidence, settings, tallies, considered=considered, left_out=left_out)


def _by_group(figures: list[Counted]) -> list[list[Counted]]:
    return [
        [one for one in figures if one.group.key == key] for key in sorted({one.group.key for one in figures})
    ]


def _unnumbered(harm: Harm, told: list[Counted]) -> Tally:
    bound = Bound(number=None, claims=ids_of(told))
    return Tally(harm=harm, people=told[0].group.words, low=bound, high=UNKNOWN, flags=("unnumbered",))


def _tally(harm: Harm, figures: list[Counted]) -> Tally:
    low, high = range_of(figures)
    return Tally(
        harm=harm,
        people=figures[0].group.words,
        low=low,
        high=high,
        flags=tuple(sorted(flags_of(figures))),
        by_speaker=_by_speaker(figures),
    )


def _by_speaker(figures: list[Counted]) -> tuple[VoiceRange, ...]:
    """By the lowest figure, then by name; what nobody is credited with last."""
    of: dict[str, list[Counted]] = {}
    for one in figures:
        for speaker in one.filed.claim.speakers or ("",):
            of.setdefault(speaker, []).append(one)
    ranges = []
    for speaker, said in of.items():
        low, high = range_of(said)
        ranges.append(VoiceRange(speaker=speaker or None, low=low, high=high))
    return tuple(
        sorted(ranges, key=lambda one: (one.speaker is None, one.low.number or 0, one.speaker or ""))
    )
