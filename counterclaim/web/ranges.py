"""Where the figures of one kind of harm lie on a common axis, ready to be drawn."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from counterclaim.core.claims import Casualty, Harm
from counterclaim.core.incidents import Account, FiledClaim
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


class Tick(NamedTuple):
    """A number on the axis and its place in percent."""

    number: int
    at: float


class Chart(NamedTuple):
    """The figures of one harm, and the axis they stand on."""

    harm: Harm
    marks: tuple[Mark, ...]
    ticks: tuple[Tick, ...]


def draw_ranges(accounts: Iterable[Account], harm: Harm) -> Chart | None:
    """One mark for each figure for the whole incident, in the order of the accounts; None without one.

    Parts of larger figures, totals over several events, predictions and denials are left to the matrix.
    """
    stated = [
        (account.speaker, filed, filed.claim)
        for account in accounts
        for filed in account.claims
        if isinstance(filed.claim, Casualty) and filed.claim.harm == harm and counts_whole(filed.claim)
    ]
    if not stated:
        return None
    ticks = _choose_ticks(max(bound for *_, claim in stated for bound in (claim.min or 0, claim.max or 0)))
    length = ticks[-1]
    marks = tuple(_place(speaker, filed, claim, length) for speaker, filed, claim in stated)
    return Chart(harm, marks, tuple(Tick(number, _percent(number, length)) for number in ticks))


def _place(speaker: str | None, filed: FiledClaim, claim: Casualty, length: int) -> Mark:
    low, high = claim.min, claim.max
    return Mark(
        speaker=speaker,
        filed=filed,
        left=_percent(0 if low is None else low, length),
        right=100.0 if high is None else _percent(high, length),
        open_below=low is None,
        open_above=high is None,
        about=claim.qualifier == "about",
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
