"""Which incidents are wanted: by kind, time, country, speaker or code."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from counterclaim.export.gather import Gathered


class Filters(NamedTuple):
    """An incident must meet all that are given; one of several values of a filter is enough.

    An incident whose day, country or kind nobody tells meets no filter for it.
    """

    codes: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()  # ISO 3166 alpha-2 or alpha-3, or names
    speakers: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None  # included

    def lets(self, one: Gathered) -> bool:
        """Whether the incident is wanted."""
        incident = one.incident
        return (
            (not self.codes or bool({incident.code, *incident.previous_codes} & set(self.codes)))
            and (not self.kinds or one.kind in self.kinds)
            and (not self.countries or self._lies_in(one))
            and (not self.speakers or self._is_told_by(one))
            and self._is_within(one)
        )

    def _lies_in(self, one: Gathered) -> bool:
        country = one.country
        if country is None:
            return False
        known = {name.casefold() for name in (country.alpha2, country.alpha3, country.name)}
        return any(wanted.casefold() in known for wanted in self.countries)

    def _is_told_by(self, one: Gathered) -> bool:
        told = {name.casefold() for filed in one.filed for name in filed.claim.speakers}
        return any(wanted.casefold() in told for wanted in self.speakers)

    def _is_within(self, one: Gathered) -> bool:
        if self.since is None and self.until is None:
            return True
        if one.days is None:
            return False
        first, last = one.days
        return (self.since is None or last >= self.since) and (self.until is None or first <= self.until)

    def in_words(self) -> dict[str, object]:
        """The filters that are set, for the record of an export."""
        return {
            name: str(value) if isinstance(value, date) else list(value)
            for name, value in self._asdict().items()
            if value
        }
