"""What converting gives: pages of text with their metadata, or why there are none."""

from __future__ import annotations

import msgspec

from counterclaim.core.issues import Severity


class Note(msgspec.Struct, frozen=True):
    """What a person should know of a conversion; becomes an issue."""

    code: str
    severity: Severity
    message: str


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """One document's text and what its file says of it. Dates are as the file writes them."""

    text: str
    name: str | None = None  # of an entry in a feed
    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    modified: str | None = None
    encoding: str = "utf-8"
    notes: tuple[Note, ...] = ()


class ConvertError(Exception):
    """A file that gives no text; the message says why and what to do next."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
