"""Tallies: figures of one incident reconciled by a named rule, every bound with the claims it comes from.

A tally is derived and kept nowhere: it can be dropped and made again from the claims and settings.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from counterclaim.core.claims import Harm
from counterclaim.core.wording import label_words

Flag = Literal[
    "approximate",  # a figure is "about" so many
    "counts_some",  # only figures of some of the people, such as the children, are told
    "disputed",  # current figures that cannot both be
    "excluded",  # the profile does not count such incidents: 0
    "order_unknown",  # one speaker gives several figures, none known to be the later
    "parts_exceed_whole",
    "provisional",  # fewer independent voices than the profile asks for
    "status_assumed",  # nobody says whether civilians or combatants
    "status_contested",  # civilians to one, combatants to another
    "summed",  # over groups of people that different figures count
    "undivided_only",  # only "casualties", dead and wounded undivided
    "unnumbered",  # harm is told without a number
]
GradeName = Literal["Confirmed", "Fair", "Weak", "Contested", "Discounted"]


class Bound(msgspec.Struct, frozen=True, kw_only=True):
    """One end of a tally. `number` None is unknown, which is not nought."""

    number: int | None
    open: bool = False  # the figure it comes from has no end on this side: "at least 62"
    claims: tuple[str, ...] = ()  # ids, sorted; each has a step in the trace


class Share(msgspec.Struct, frozen=True, kw_only=True):
    """How many of a tally's `best` belong to one group of people."""

    people: str
    number: int
    claims: tuple[str, ...] = ()


class VoiceRange(msgspec.Struct, frozen=True, kw_only=True):
    """The current figure or figures of one speaker."""

    speaker: str | None
    low: Bound
    high: Bound


class Tally(msgspec.Struct, frozen=True, kw_only=True):
    """People harmed in one way, by one profile. `best` is None where the profile names none."""

    harm: Harm
    people: str  # "Syrian soldiers", "civilians", "people"
    low: Bound
    best: Bound | None = None
    high: Bound
    flags: tuple[Flag, ...] = ()
    shares: tuple[Share, ...] = ()  # sum to `best`
    by_speaker: tuple[VoiceRange, ...] = ()


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """What became of one claim: its speaker, words and place, whether it counted, and why."""

    claim: str
    speaker: str | None
    document_id: str
    doc: str
    start: int
    end: int
    figure: str  # "at least 62 killed"
    quote: str
    sentence: str
    used: bool
    why: str


class Grade(msgspec.Struct, frozen=True, kw_only=True):
    """A suggested Airwars-like grade, for a person to look at. `initial` is what it was without any admission."""

    name: GradeName
    initial: GradeName
    why: str
    belligerents: tuple[str, ...]
    claims: tuple[str, ...]


class Reconciled(msgspec.Struct, frozen=True, kw_only=True):
    """All that one profile makes of one incident."""

    profile: str  # versioned name
    settings: str  # as of `name_settings`
    tallies: tuple[Tally, ...]
    grade: Grade | None = None
    notes: tuple[str, ...] = ()
    trace: tuple[Step, ...]


def range_words(tally: Tally) -> str:
    """The range as it is printed: equal ends once, an open end with its mark, nought as 0.

    >>> low, high = Bound(number=62), Bound(number=70, open=True)
    >>> range_words(Tally(harm="killed", people="people", low=low, high=high))
    '62–70+'
    >>> nothing = Bound(number=None)
    >>> range_words(Tally(harm="killed", people="people", low=nothing, high=nothing))
    'Unknown'
    """
    low, high = tally.low.number, tally.high.number
    if low is None and high is None:
        return "Unknown"
    least = "?" if low is None else f"{low:,}"
    if high is None:
        return f"{least}–?"
    if low == high:
        return f"{least}+" if tally.high.open else least
    return f"{least}–{high:,}{'+' if tally.high.open else ''}"


def tally_words(tally: Tally) -> str:
    """The range with harm and people: "62–83 killed (Syrian soldiers)"."""
    people = f" ({tally.people})" if tally.people != "people" else ""
    return f"{range_words(tally)} {label_words(tally.harm)}{people}"
