"""Files that need converting, as readings: HTML, PDF, Word, RSS and Atom."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from counterclaim.core.ids import ID_LENGTH, hash_bytes, hash_fields
from counterclaim.core.issues import Issue
from counterclaim.core.types import Document
from counterclaim.inputs.convert.pages import ConvertError, Page
from counterclaim.inputs.converter import convert_file
from counterclaim.inputs.given import Given
from counterclaim.inputs.plain import find_trouble, too_large
from counterclaim.inputs.readings import Reading, check_published, issue, refuse


def read_converted(kind: str, data: bytes, *, doc: str, origin: str, given: Given) -> Iterator[Reading]:
    """The document of a file's bytes, or one for each entry of a feed; else a reading that says why not.

    The id comes from the bytes and the text made of them: another release of a library may make another
    text, and a claim belongs to the text it stands in. A feed's entry is known by its name, outlet and text,
    as a table's row is.
    """
    if len(data) > given.limits.file_bytes:
        yield refuse(origin, "input.too_large", too_large(given.limits))
        return
    try:
        pages = convert_file(kind, data, given)
    except ConvertError as error:
        yield refuse(origin, error.code, str(error))
        return
    digest = hash_bytes(data)
    if kind != "feed":
        yield _reading(
            pages[0], hash_fields([digest, pages[0].text]), digest, doc=doc, origin=origin, given=given
        )
        return
    for number, page in enumerate(pages, start=1):
        where = f"{origin}#{number}"
        name = page.name or f"{doc}#{number}"
        key = hash_bytes(msgspec.json.encode([name, page.outlet, page.text]))[:ID_LENGTH]
        yield _reading(page, key, digest, doc=name, origin=where, given=given)


def _reading(page: Page, key: str, digest: str, *, doc: str, origin: str, given: Given) -> Reading:
    trouble = find_trouble(page.text, given.limits)
    if trouble is not None:
        return refuse(origin, *trouble)
    edtf, date_issues = check_published(page.published or given.published, origin)
    document = Document(
        id=key,
        doc=doc,
        text=page.text,
        sha256=digest,
        origin=origin,
        title=page.title,
        outlet=page.outlet or given.outlet,
        published=edtf,
        encoding=page.encoding,
    )
    notes = tuple(issue(note.code, note.severity, f"{origin}: {note.message}") for note in page.notes)
    return Reading(document, notes + date_issues + _modified(page, edtf, origin), origin)


def _modified(page: Page, published: str | None, origin: str) -> tuple[Issue, ...]:
    """A remark where the page was changed on another day than it was published."""
    day, _ = check_published(page.modified, origin)
    if day is None or day == published:
        return ()
    message = f"{origin}: last changed on {day}; what it says may be newer than its publication day"
    return (issue("date.modified", "info", message),)
