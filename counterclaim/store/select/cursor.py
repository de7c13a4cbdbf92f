"""Where a page ends: the values by which its last row was put in order, in a form to be handed back."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from counterclaim.core.errors import DataError
from counterclaim.store.select.selection import Selection, Value

Values = tuple[Value | None, ...]


class Place(NamedTuple):
    """One expression of ORDER BY. What is NULL comes last, whichever way the others go."""

    sql: str
    descending: bool
    may_be_null: bool

    @property
    def order(self) -> str:
        """As in ORDER BY. Largest first has NULL last anyway."""
        if self.descending:
            return f"{self.sql} DESC"
        return f"{self.sql} NULLS LAST" if self.may_be_null else self.sql


class _Cursor(msgspec.Struct, frozen=True, array_like=True):
    list: str
    sort: str
    values: tuple[str | int | float | None, ...]


_DECODER = msgspec.json.Decoder(_Cursor)


def write_cursor(selection: Selection, values: Sequence[Value | None]) -> str:
    """The cursor behind a row with these values of its places."""
    told = _Cursor(selection.list, selection.sort or selection.listing.sort, tuple(values))
    return base64.urlsafe_b64encode(msgspec.json.encode(told)).rstrip(b"=").decode()


def read_cursor(selection: Selection) -> Values:
    """The values that the selection's cursor holds.

    Raises:
        DataError: it is no cursor, or one of another list or order.
    """
    words = selection.after
    try:
        told = _DECODER.decode(base64.urlsafe_b64decode(words.encode() + b"=" * (-len(words) % 4)))
    except (binascii.Error, msgspec.DecodeError, ValueError) as error:
        raise DataError("after: not a cursor that a list gave; leave it out to begin at the start") from error
    order = selection.sort or selection.listing.sort
    fits = len(told.values) == 1 + len(selection.listing.keys) and None not in told.values[1:]
    if (told.list, told.sort) != (selection.list, order) or not fits or not _kept(told.values):
        raise DataError(
            f"after: a cursor of another list or order ({told.list[:40]} by {told.sort[:40]}); "
            "leave it out to begin at the start"
        )
    return told.values


def _kept(values: Values) -> bool:
    """Whether SQLite can hold them: numbers of 64 bits, text without NUL."""
    return all(
        "\x00" not in value if isinstance(value, str) else value is None or -(2**63) <= value < 2**63
        for value in values
    )
