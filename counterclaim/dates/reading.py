"""What a rule of the grammar gives: a reading, and what it may rest on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from counterclaim.core.edtf import Tense, day_bounds, full_day
from counterclaim.core.errors import DataError
from counterclaim.core.patterns import Match
from counterclaim.core.types import TimeKind

NO_DAY = "relative to the publication day, which is not known"
COUNTED_BACK = "counted back from the publication day, which is not known"
SOON_DAYS = 60
FROM_THE_TEXT = "relative to another time in the text"


class Reading(NamedTuple):
    """What a time phrase means; see `core.types.Time`."""

    edtf: str | None
    basis: str
    kind: TimeKind = "date"
    amount: str | None = None
    part: str | None = None


@dataclass(frozen=True)
class Context:
    """What a phrase is read against."""

    published: str | None  # EDTF of the day the article was written
    tense: Tense | None  # on which side of that day the sentence puts the time; None where no word tells
    read: Callable[[str, Context], Reading]  # for the phrase inside a phrase

    @property
    def future(self) -> bool:
        """Whether the sentence speaks of what is to come."""
        return self.tense == "future"

    @property
    def told(self) -> date | None:
        """The publication day, where it is a full day."""
        return full_day(self.published)

    def day(self) -> date:
        """The publication day.

        Raises:
            UnreadError: it is not known, or not to the day.
        """
        if self.told is None:
            raise UnreadError(NO_DAY)
        return self.told

    def is_soon(self, edtf: str) -> bool:
        """Whether a time is of the next weeks: where no word tells, such a day without a year is to come.

        One of ten months ago would be said with its year.
        """
        first, _ = day_bounds(edtf)
        told = self.told
        return told is not None and first is not None and 0 <= (first - told).days <= SOON_DAYS

    def against(self, edtf: str) -> Reading:
        return Reading(edtf, f"resolved against {self.published}")

    def inner(self, words: str) -> Reading:
        """The reading of a phrase inside the phrase.

        Raises:
            UnreadError: it gives no day; the reason is that of the inner phrase.
        """
        reading = self.read(words, self)
        if reading.edtf is None:
            raise UnreadError(reading.basis)
        return reading


class UnreadError(DataError):
    """Nothing fixes a day; the message is the basis that the reading states."""


Reader = Callable[[Match, Context], Reading]


class Rule(NamedTuple):
    """A form of time phrase, and how it is read. `fixes`: it may stand inside another ("early on …")."""

    pattern: str
    read: Reader
    fixes: bool = False
