"""One claim in a line, and its place in time."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Literal

import msgspec

from counterclaim.core.edtf import day_bounds
from counterclaim.core.incidents import FiledClaim

WhenBasis = Literal["stated", "published", "unknown"]


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """A claim with its day: the one it states, else the day its article was published."""

    filed: FiledClaim
    when: str | None  # EDTF
    basis: WhenBasis


def entry_of(filed: FiledClaim) -> Entry:
    """The claim with its day."""
    if filed.claim.when:
        return Entry(filed=filed, when=filed.claim.when, basis="stated")
    if filed.published:
        return Entry(filed=filed, when=filed.published, basis="published")
    return Entry(filed=filed, when=None, basis="unknown")


def in_time(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Oldest first; days without a year after those with one, no day last; then by place in the text."""
    return tuple(sorted(entries, key=_key))


def first_day(entry: Entry) -> date | None:
    """The first day that the entry's time allows; its last where it only says until when."""
    first, last = day_bounds(entry.when) if entry.when else (None, None)
    return first or last


def _key(entry: Entry) -> tuple[bool, str, str, str, int, str]:
    day = first_day(entry)
    claim = entry.filed.claim
    told = day.isoformat() if day else ""
    return day is None, told, entry.when or "~", entry.filed.document_id, claim.start, claim.id
