"""Which column of a table holds what, and a row of cells as a document."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

import msgspec

from counterclaim.core.ids import ID_LENGTH, hash_bytes
from counterclaim.core.issues import Issue
from counterclaim.core.types import Document
from counterclaim.inputs.given import Given
from counterclaim.inputs.kinds import TEXT_HEADINGS
from counterclaim.inputs.plain import find_trouble
from counterclaim.inputs.readings import Reading, check_published, issue, refuse

COLUMNS = ("doc", "title", "outlet", "published", "text")
# Headings by which a column is known without being told, after its own name.
_ALSO = {
    "doc": ("id", "url", "link"),
    "title": ("headline",),
    "outlet": ("publisher", "site", "sitename"),
    "published": ("published_at", "publish_date", "date_published", "date_publish", "pubdate", "date"),
    "text": TEXT_HEADINGS[1:],
}


def map_columns(
    headings: Collection[str], told: Mapping[str, str], text: str | None = None
) -> dict[str, str]:
    """The heading of each of `COLUMNS` that a row has; what the user told goes first.

    `text` is the heading of the text where an earlier row has settled it.

    >>> map_columns(["URL", "Body", "mood"], {"title": "mood"})
    {'doc': 'URL', 'title': 'mood', 'text': 'Body'}
    """
    by_name = {heading.strip().casefold(): heading for heading in reversed(list(headings))}
    found = {}
    for column in COLUMNS:
        names = (told[column],) if column in told else (column, *_ALSO[column])
        heading = next((by_name[name.casefold()] for name in names if name.casefold() in by_name), None)
        if heading is not None:
            found[column] = heading
    return found if text is None else {**found, "text": text}


def say_missing(headings: Collection[str]) -> str:
    """What to do about a table whose text column is unknown."""
    there = ", ".join(map(str, list(headings)[:20])) or "none"
    return f"has no column named text (there are: {there}); name the one to read with --column text=NAME"


def read_row(
    row: Mapping[str, Any], columns: Mapping[str, str], raw: bytes, *, origin: str, doc: str, given: Given
) -> Reading:
    """The document of one row, or a reading that says why there is none.

    Args:
        row: cells by heading.
        columns: headings as `map_columns` gives them.
        raw: the row as the file has it.
        origin: where the row stands.
        doc: the document's name where the row has none.
        given: what its giver says.
    """
    text = row.get(columns.get("text", "text"))
    if not isinstance(text, str):
        return refuse(origin, "input.bad_row", say_missing(row))
    trouble = find_trouble(text, given.limits)
    if trouble is not None:
        return refuse(origin, *trouble)
    cells = {column: row.get(columns[column]) for column in COLUMNS[:-1] if column in columns}
    words = {column: _words(cells.get(column)) for column in COLUMNS[:-1]}
    edtf, date_issues = check_published(words["published"] or given.published, origin)
    document = Document(
        id=hash_bytes(msgspec.json.encode([words["doc"], words["outlet"], text]))[:ID_LENGTH],
        doc=words["doc"] or doc,
        text=text,
        sha256=hash_bytes(raw),
        origin=origin,
        title=words["title"],
        outlet=words["outlet"] or given.outlet,
        published=edtf,
    )
    return Reading(document, _odd_cells(cells, words, origin) + date_issues, origin)


def _words(value: object) -> str | None:
    """What a cell says, or None where it is blank; a whole number counts as its digits."""
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return value.strip() or None if isinstance(value, str) else None


def _odd_cells(
    cells: Mapping[str, object], words: Mapping[str, str | None], origin: str
) -> tuple[Issue, ...]:
    return tuple(
        issue("input.column", "warning", f"{origin}: the column {column} holds no words; read without it")
        for column, cell in cells.items()
        if words[column] is None and cell not in (None, "") and not isinstance(cell, str)
    )
