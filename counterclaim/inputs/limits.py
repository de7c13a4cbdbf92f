"""The caps on what is read and fetched: one table, each raised by name."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from counterclaim.core.errors import DataError

_LARGEST = 1_000_000_000


class Limits(msgspec.Struct, frozen=True):
    """How much of anything is read; the last word of a name is its unit, or names what is counted."""

    file_mib: int = 32  # one document's bytes, packed or not; no page of a news site comes near it
    line_chars: int = 1_000_000  # the longest real one-line feed item seen is under 200,000
    html_tags: int = 60_000  # long live pages have some 20,000
    html_depth: int = 200  # elements inside each other; lxml returns nothing at 255
    tag_chars: int = 4_096  # of one tag with its attributes; a longer one loses its attributes
    pages: int = 2_000  # of a PDF
    members: int = 100_000  # of a zip, mail, feed or web archive
    nested: int = 3  # archives inside each other
    ratio: int = 100  # unpacked to packed size, of what unpacks to more than a mebibyte
    unpacked_mib: int = 4_096  # all members of one zip or gzip together
    convert_seconds: int = 20  # to convert one HTML, PDF, Word or feed file
    convert_mib: int = 1_024  # memory to do so
    fetch_mib: int = 20  # one fetched answer
    fetch_seconds: int = 30  # one address with its redirects
    redirects: int = 3

    @property
    def file_bytes(self) -> int:
        return self.file_mib << 20


DEFAULTS = Limits()


def set_limits(settings: Iterable[str]) -> Limits:
    """The limits with some set anew, each as NAME=NUMBER.

    >>> set_limits(["file_mib=64"]).file_mib
    64

    Raises:
        DataError: there is no such limit, or its value is no whole number from 1 to a thousand million.
    """
    values = {}
    for setting in settings:
        name, _, number = setting.partition("=")
        if name not in Limits.__struct_fields__:
            raise DataError(f"no limit {name!r}; there are {', '.join(Limits.__struct_fields__)}")
        if not (number.isascii() and number.isdigit() and 1 <= int(number[:11]) <= _LARGEST):
            raise DataError(f"{setting!r} sets no limit; write {name}=NUMBER, from 1 to {_LARGEST}")
        values[name] = int(number)
    return msgspec.structs.replace(DEFAULTS, **values)


def how_to_raise(name: str, value: int) -> str:
    """The next step for a person who met a limit."""
    return f"if you trust it, read it with --limit {name}={value}"
