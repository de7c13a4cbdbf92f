"""What reading one input gives: a document or the reason why there is none."""

from __future__ import annotations

import msgspec

from counterclaim.core.errors import DataError
from counterclaim.core.issues import Issue, Severity
from counterclaim.core.types import Document
from counterclaim.inputs.published import parse_published

MAKER = "read.v1"


class Reading(msgspec.Struct, frozen=True):
    """One input, read. At least one comes back for each file, row, entry or member, so none vanishes.

    `document` is None where the input was refused; then one of `issues` has the severity "error". A
    reading without document and error is a remark on a container, such as how many records it held.
    `origin` is the path, address or "-", with #row or #member for what stands inside.
    """

    document: Document | None
    issues: tuple[Issue, ...]
    origin: str


def issue(code: str, severity: Severity, message: str) -> Issue:
    """An issue about a whole input."""
    return Issue(code, severity, MAKER, message)


def refuse(origin: str, code: str, message: str) -> Reading:
    """A reading without a document; `message` says why and what to do next."""
    return Reading(None, (issue(code, "error", f"{origin}: {message}"),), origin)


def check_published(words: str | None, origin: str) -> tuple[str | None, tuple[Issue, ...]]:
    """The EDTF date, and an issue where `words` are given but no date."""
    if words is None:
        return None, ()
    try:
        return parse_published(words), ()
    except DataError as error:
        return None, (issue("input.published", "warning", f"{origin}: {error}; read without a date"),)
