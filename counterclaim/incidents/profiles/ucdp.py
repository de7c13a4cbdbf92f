"""`ucdp-like`: deaths as low, best and high, split by whom they belong to.

That best is the sum of its parts is checked against published rows. Which figure is best when sources
disagree is written from memory of the codebook [M]: the most reliable source's; if that cannot be said,
the lower one; low and high are the lowest and highest that are not held to be unreliable.
"""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.core.claims import Harm, Status
from counterclaim.incidents.profiles.evidence import Counted, Evidence
from counterclaim.incidents.profiles.ranges import (
    UNKNOWN,
    Range,
    ids_of,
    merged,
    range_of,
    sum_of,
)
from counterclaim.incidents.profiles.result import reconciled
from counterclaim.incidents.profiles.settings import Settings
from counterclaim.incidents.profiles.tolls import tolls_of
from counterclaim.incidents.profiles.weigh import rank, usable
from counterclaim.incidents.tallies import Bound, Reconciled, Share, Tally

NAME = "ucdp-like.v2"
REST = "unknown"  # people of whom nobody says which side they were on


def tally_ucdp(evidence: Evidence, settings: Settings) -> Reconciled:
    """One tally of the killed; without any confirmed death its best is unknown and its low 0."""
    told, left_out = usable(evidence.of("killed"), settings)
    unnumbered, also_out = usable(evidence.without_number("killed"), settings)
    tallies = []
    if told:
        tallies.append(_tally(told, evidence, settings))
    elif unnumbered:
        low = Bound(number=1, claims=ids_of(unnumbered))
        high = Bound(number=1, open=True, claims=ids_of(unnumbered))
        shares = (Share(people=REST, number=1, claims=ids_of(unnumbered)),)
        tallies.append(Tally(harm="killed", people="people", low=low, best=low, high=high, flags=("unnumbered",), shares=shares))  # fmt: skip
    elif undivided := _undivided(evidence):
        nought = Bound(number=0, claims=ids_of(undivided))
        tallies.append(Tally(harm="killed", people="people", low=nought, high=UNKNOWN, flags=("undivided_only",)))  # fmt: skip
    considered = told or unnumbered or _undivided(evidence)
    return reconciled(
        NAME, evidence, settings, tallies, considered=considered, left_out={**left_out, **also_out}
    )


def _undivided(evidence: Evidence) -> list[Counted]:
    harm: Harm = "killed_or_wounded"
    return [*evidence.of(harm), *evidence.without_number(harm)]


def _tally(told: Sequence[Counted], evidence: Evidence, settings: Settings) -> Tally:
    totals, sides, _ = tolls = tolls_of(told)
    flags = tolls.flags
    bests = [_best(side, settings) for side in sides]
    ranges = [range_of(group) for group in tolls.added]
    low, high = sum_of([one.low for one in ranges]), sum_of([one.high for one in ranges])
    best = _best(totals, settings) if totals else sum_of(bests)
    known = sum_of(bests) if bests else Bound(number=0)
    if (known.number or 0) > (best.number or 0):
        flags.add("parts_exceed_whole")
        best = Bound(number=known.number, claims=merged(best.claims, known.claims))
    low, high = _around(best, Range(low, high))
    shares = [
        Share(people=_called(side, bound), number=bound.number or 0, claims=bound.claims)
        for side, bound in zip(sides, bests, strict=True)
    ]
    if totals:
        if not sides:
            shares = _shares_by_parts(totals, evidence, best.number or 0)
        left = (best.number or 0) - sum(share.number for share in shares)
        if left or not shares:
            shares.append(Share(people=REST, number=left, claims=best.claims))
    people = tolls.people
    return Tally(harm="killed", people=people, low=low, best=best, high=high, flags=tuple(sorted(flags)), shares=tuple(shares))  # fmt: skip


def _called(side: Sequence[Counted], chosen: Bound) -> str:
    """What those call the dead whose figure is chosen; where they disagree, nobody knows."""
    called = {one.group.words for one in side if one.id in chosen.claims}
    return called.pop() if len(called) == 1 else REST


def _best(figures: Sequence[Counted], settings: Settings) -> Bound:
    """The figure of the one speaker ranked highest, else the lowest figure."""
    highest = max(rank(one, settings) for one in figures)
    foremost = [one for one in figures if rank(one, settings) == highest]
    chosen = foremost if len(foremost) == 1 else figures
    return range_of(chosen).low


def _around(best: Bound, told: Range) -> Range:
    low, high = told
    number = best.number or 0
    if (low.number or 0) > number:
        low = best
    if (high.number or 0) < number:
        high = Bound(number=number, open=high.open, claims=best.claims)
    return Range(low, high)


def _shares_by_parts(figures: Sequence[Counted], evidence: Evidence, total: int) -> list[Share]:
    """ "Including five civilians": the largest part of each status, as far as the total goes."""
    ids = ids_of(figures)
    shares = []
    statuses: tuple[tuple[Status, str], ...] = (("civilian", "civilians"), ("combatant", "combatants"))
    for status, words in statuses:
        parts = [part for part in evidence.parts if part.whole in ids and part.claim.status == status]
        if not parts:
            continue
        largest = max(parts, key=lambda part: (part.claim.min or 0, part.claim.id))
        number = min(largest.claim.min or 0, total)
        total -= number
        shares.append(Share(people=words, number=number, claims=(largest.claim.id,)))
    return shares
