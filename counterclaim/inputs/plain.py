"""Plain text to a document, with what makes a text unfit to read."""

from __future__ import annotations

from counterclaim.core.ids import ID_LENGTH, hash_bytes
from counterclaim.core.types import Document
from counterclaim.inputs.decode import decode_bytes, is_binary
from counterclaim.inputs.given import Given
from counterclaim.inputs.limits import Limits, how_to_raise
from counterclaim.inputs.readings import Reading, check_published, refuse

_HTML_STARTS = ("<!doctype html", "<html")


def read_plain(data: bytes, *, doc: str, origin: str, given: Given) -> Reading:
    """The document of a text file's bytes, or a reading that says why there is none.

    The id comes from the bytes alone. `published` is checked, see `parse_published`.
    """
    if len(data) > given.limits.file_bytes:
        return refuse(origin, "input.too_large", too_large(given.limits))
    decoded = decode_bytes(data, origin, given.charset)
    if decoded.text is None:
        return Reading(None, decoded.issues, origin)
    trouble = find_trouble(decoded.text, given.limits)
    if trouble is not None:
        return refuse(origin, *trouble)
    edtf, date_issues = check_published(given.published, origin)
    digest = hash_bytes(data)
    document = Document(
        id=digest[:ID_LENGTH],
        doc=doc,
        text=decoded.text,
        sha256=digest,
        origin=origin,
        outlet=given.outlet,
        published=edtf,
        encoding=decoded.encoding,
    )
    return Reading(document, decoded.issues + date_issues, origin)


def find_trouble(text: str, limits: Limits) -> tuple[str, str] | None:
    """The code and message of what makes `text` unfit to read, or None.

    >>> from counterclaim.inputs.limits import DEFAULTS
    >>> find_trouble("   ", DEFAULTS)
    ('input.empty', 'holds no text')
    """
    if not text or text.isspace():
        return "input.empty", "holds no text"
    if is_binary(text):
        return "input.binary", "holds control characters as no text does; save its text and read that"
    if text[:2000].lstrip().lower().startswith(_HTML_STARTS):
        return "input.html", "is a page of HTML in a text; give its words, or the page as a file of its own"
    longest = max(map(len, text.split("\n")))
    if longest > limits.line_chars:
        size = f"has a line of {longest:,} characters, more than {limits.line_chars:,}"
        next_step = f"put each article in its own file or table row, or {how_to_raise('line_chars', longest)}"
        return "input.long_line", f"{size}; {next_step}"
    return None


def too_large(limits: Limits) -> str:
    next_step = (
        f"put each article in its own file or table row, or {how_to_raise('file_mib', 4 * limits.file_mib)}"
    )
    return f"is larger than {limits.file_mib} MiB; {next_step}"
