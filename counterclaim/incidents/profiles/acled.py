"""`acled-like`: one conservative number of dead, the dispute in the notes.

From ACLED's FAQ on fatalities (2024): the most conservative estimate where reports differ; 10 for "tens",
12 for "dozens", 100 for "hundreds" and so on; the wounded are not counted and the dead not split by side;
totals are revised later, so that of reports of several days the latest count (`latest.py`, our reading [D]).
What stands for "several" or an unknown number is known from memory only [M]: it is left unknown unless
the settings say otherwise.
"""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.core.counts import VAGUE_FLOORS
from counterclaim.core.wording import figure_words
from counterclaim.incidents.profiles.acts import acts_in, keys_of
from counterclaim.incidents.profiles.evidence import Counted, Evidence
from counterclaim.incidents.profiles.latest import chosen, latest_of
from counterclaim.incidents.profiles.ranges import UNKNOWN, ids_of
from counterclaim.incidents.profiles.result import reconciled
from counterclaim.incidents.profiles.settings import Settings
from counterclaim.incidents.profiles.tolls import tolls_of
from counterclaim.incidents.profiles.weigh import usable
from counterclaim.incidents.tallies import Bound, Flag, Reconciled, Tally

NAME = "acled-like.v2"
# What number words stand for, by the floor that the reader gives them. "Scores" and what follows it are
# our reading of "and so on" [D].
_STANDS_FOR = {
    VAGUE_FLOORS[words]: number
    for words, number in {
        "tens": 10,
        "dozens": 12,
        "several dozen": 12,
        "scores": 20,
        "hundreds": 100,
        "several hundred": 100,
        "thousands": 1_000,
        "several thousand": 1_000,
        "tens of thousands": 10_000,
        "hundreds of thousands": 100_000,
    }.items()
}


def tally_acled(evidence: Evidence, settings: Settings) -> Reconciled:
    """One tally of the killed with low, best and high alike; unknown is never 0."""
    told, left_out = usable(evidence.of("killed"), settings)
    numbered = [(one, number) for one in told if (number := _conservative(one)) is not None]
    without = [one for one in told if _conservative(one) is None]
    vague, also_out = usable(evidence.without_number("killed"), settings)
    vague += without
    notes = [f"{_who(one)}: number not stated" for one in vague]
    tallies: list[Tally] = []
    if numbered:
        bound, flags = _total(numbered, keys_of(acts_in(evidence.filed)))
        tallies.append(_tally(bound, flags))
        notes = [*_disputes(numbered, bound), *notes]
    elif vague:
        rule = settings.unnumbered
        bound = Bound(number=rule.fatalities if rule else None, claims=ids_of(vague))
        tallies.append(_tally(bound, {"unnumbered"}))
        if rule:
            notes.append(f"{rule.fatalities} stands for an unknown number: {rule.author}, {rule.date}")
    elif undivided := [
        *evidence.of("killed_or_wounded"),
        *evidence.without_number("killed_or_wounded"),
    ]:
        tallies.append(_tally(UNKNOWN, {"undivided_only"}))
        notes = [f"{_who(one)}: dead and wounded undivided" for one in undivided]
    return reconciled(
        NAME,
        evidence,
        settings,
        tallies,
        considered=[*told, *vague],
        left_out={**left_out, **also_out},
        notes=notes,
    )


def _conservative(one: Counted) -> int | None:
    """The least that the figure stands for: 20 for "more than 20", 12 for "dozens"."""
    if one.low is None:
        return one.high if one.high == 0 else None
    if one.qualifier == "vague":
        return _STANDS_FOR.get(one.low)
    return max(0, one.low - 1) if one.qualifier == "more_than" else one.low


def _total(numbered: Sequence[tuple[Counted, int]], belligerents: frozenset[str]) -> tuple[Bound, set[Flag]]:
    """The lowest total of the latest reports; without totals, the lowest figures that add up, summed."""
    numbers = {one.id: number for one, number in numbered}
    tolls = tolls_of([one for one, _ in numbered])
    flags = tolls.flags

    def lowest(figures: Sequence[Counted]) -> Bound:
        latest = latest_of(figures, belligerents)
        number = min(numbers[one.id] for one in latest)
        return Bound(number=number, claims=ids_of(one for one in latest if numbers[one.id] == number))

    return chosen(tolls, lowest, flags), flags


def _tally(bound: Bound, flags: set[Flag]) -> Tally:
    return Tally(harm="killed", people="people", low=bound, best=bound, high=bound, flags=tuple(sorted(flags)))  # fmt: skip


def _disputes(numbered: Sequence[tuple[Counted, int]], bound: Bound) -> list[str]:
    """Figures other than the one coded: "Observatory: 83"."""
    return [
        f"{_who(one)}: {figure_words(one.low, one.high, one.qualifier)}"
        for one, number in numbered
        if one.id not in bound.claims and number != bound.number
    ]


def _who(one: Counted) -> str:
    return " and ".join(one.filed.claim.speakers) or f"{one.filed.outlet or one.filed.doc}, own voice"
