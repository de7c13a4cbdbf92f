"""Where the figures of one kind of harm lie on a common axis, and the bands a named rule makes of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from counterclaim.core.claims import Casualty, Harm
from counterclaim.core.incidents import Account, FiledClaim
from counterclaim.incidents.figures import bears_on
from counterclaim.incidents.tallies import Bound, Step, Tally
from counterclaim.web.listing import counts_whole

# The highest figure stays this far inside the axis, so that an open bound has room for its arrow.
_HEADROOM = 1.12
_STEPS = (1, 2, 5)
_MOST_STEPS = 5


class Mark(NamedTuple):
    """One figure on the axis; positions in percent of its length."""

    speaker: str | None
    filed: FiledClaim
    left: float
    right: float
    open_below: bool
    open_above: bool
    about: bool
    left_out: bool = False  # the rule leaves it out: the trace says why


class Band(NamedTuple):
    """From the low to the high end of a tally; positions in percent. `best` is None where the rule names none."""

    tally: Tally
    left: float
    width: float
    best: float | None
    open_below: bool
    open_above: bool


class Tick(NamedTuple):
    """A number on the axis and its place in percent."""

    number: int
    at: float


class Chart(NamedTuple):
    """The figures of one harm, the bands over them, and the axis they stand on."""

    harm: Harm
    marks: tuple[Mark, ...]
    ticks: tuple[Tick, ...]
    bands: tuple[Band, ...] = ()

    @property
    def shade(self) -> Band | None:
        """The band that lies behind all marks: the only one there is."""
        return self.bands[0] if len(self.bands) == 1 else None


def draw_ranges(
    accounts: Iterable[Account],
    harm: Harm,
    tallies: Iterable[Tally] = (),
    trace: Mapping[str, Step] | None = None,
) -> Chart | None:
    """One mark for each figure for the whole incident, in the order of the accounts; None without one.

    Parts of larger figures, totals over several events, predictions and denials are left to the matrix.
    `tallies` of other harms are passed over; `trace` is by claim id.
    """
    stated = [
        (account.speaker, filed, filed.claim)
        for account in accounts
        for filed in account.claims
        if counts_whole(filed.claim) and bears_on(filed.claim, harm)
    ]
    if not stated:
        return None
    shown = [tally for tally in tallies if tally.harm == harm and _number(tally.high) is not None]
    numbers = [bound for *_, claim in stated for bound in (claim.min or 0, claim.max or 0)]
    ticks = _choose_ticks(max(*numbers, *(_number(tally.high) or 0 for tally in shown)))
    length = ticks[-1]
    steps = trace or {}
    return Chart(
        harm,
        tuple(_place(speaker, filed, claim, length, steps) for speaker, filed, claim in stated),
        tuple(Tick(number, _percent(number, length)) for number in ticks),
        tuple(_draw_band(tally, length) for tally in shown),
    )


def _number(bound: Bound | None) -> int | None:
    return None if bound is None else bound.number


def _place(
    speaker: str | None, filed: FiledClaim, claim: Casualty, length: int, trace: Mapping[str, Step]
) -> Mark:
    low, high = claim.min, claim.max
    step = trace.get(claim.id)
    return Mark(
        speaker=speaker,
        filed=filed,
        left=_percent(0 if low is None else low, length),
        right=100.0 if high is None else _percent(high, length),
        open_below=low is None,
        open_above=high is None,
        about=claim.qualifier == "about",
        left_out=step is not None and not step.used,
    )


def _draw_band(tally: Tally, length: int) -> Band:
    left, right = _percent(tally.low.number or 0, length), _percent(tally.high.number or 0, length)
    best = _number(tally.best)
    return Band(
        tally=tally,
        left=left,
        width=round((100.0 if tally.high.open else right) - left, 2),
        best=None if best is None else _percent(best, length),
        open_below=tally.low.open or tally.low.number is None,
        open_above=tally.high.open,
    )


def _percent(number: int, length: int) -> float:
    return round(100 * number / length, 2)


def _choose_ticks(highest: int) -> Sequence[int]:
    """Round numbers from nought to beyond the highest figure.

    >>> _choose_ticks(83), _choose_ticks(0)
    ([0, 20, 40, 60, 80, 100], [0, 1])
    """
    needed = max(1.0, highest * _HEADROOM)
    scale = 1
    while True:
        for step in (scale * one for one in _STEPS):
            count = int(-(-needed // step))
            if count <= _MOST_STEPS:
                return [step * number for number in range(count + 1)]
        scale *= 10
