"""Plain text to a document, with what makes a text unfit to read."""

from __future__ import annotations

from counterclaim.core.ids import ID_LENGTH, hash_bytes
from counterclaim.core.types import Document
from counterclaim.read.decode import decode_bytes, is_binary
from counterclaim.read.readings import Reading, check_published, refuse

MAX_BYTES = 32 << 20  # of one file or table row; no page of a news site comes near it
MAX_LINE = 1_000_000  # characters; the longest real one-line feed item seen is under 200,000
_HTML_STARTS = ("<!doctype html", "<html")


def read_plain(
    data: bytes, *, doc: str, origin: str, published: str | None = None, outlet: str | None = None
) -> Reading:
    """The document of a text file's bytes, or a reading that says why there is none.

    The id comes from the bytes alone. `published` is checked, see `parse_published`.
    """
    if len(data) > MAX_BYTES:
        return refuse(origin, "input.too_large", too_large())
    decoded = decode_bytes(data, origin)
    if decoded.text is None:
        return Reading(None, decoded.issues, origin)
    trouble = find_trouble(decoded.text)
    if trouble is not None:
        return refuse(origin, *trouble)
    edtf, date_issues = check_published(published, origin)
    digest = hash_bytes(data)
    document = Document(
        id=digest[:ID_LENGTH],
        doc=doc,
        text=decoded.text,
        sha256=digest,
        origin=origin,
        outlet=outlet,
        published=edtf,
        encoding=decoded.encoding,
    )
    return Reading(document, decoded.issues + date_issues, origin)


def find_trouble(text: str) -> tuple[str, str] | None:
    """The code and message of what makes `text` unfit to read, or None.

    >>> find_trouble("   ")
    ('input.empty', 'holds no text')
    """
    if not text or text.isspace():
        return "input.empty", "holds no text"
    if is_binary(text):
        return "input.binary", "holds control characters as no text does; save its text and read that"
    if text[:2000].lstrip().lower().startswith(_HTML_STARTS):
        return "input.html", "is HTML, which a later version will read; save the page as text and read that"
    longest = max(map(len, text.split("\n")))
    if longest > MAX_LINE:
        size = f"has a line of {longest:,} characters, more than {MAX_LINE:,}"
        return "input.long_line", f"{size}; put each article in its own file or table row"
    return None


def too_large() -> str:
    return f"is larger than {MAX_BYTES >> 20} MiB; put each article in its own file or table row"
