"""JSON-lines tables: one document per row, read line by line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

import msgspec

from counterclaim.core.ids import ID_LENGTH, hash_bytes
from counterclaim.core.issues import Issue
from counterclaim.core.types import Document
from counterclaim.read.plain import MAX_BYTES, find_trouble, too_large
from counterclaim.read.readings import Reading, check_published, issue, refuse

COLUMNS = ("doc", "title", "outlet", "published")  # honoured beside "text"; others are left alone
_BOM = b"\xef\xbb\xbf"


def read_lines(stream: BinaryIO) -> Iterator[bytes]:
    """Each line with its newline; of a line over `MAX_BYTES` only the first `MAX_BYTES + 1` bytes."""
    while line := stream.readline(MAX_BYTES + 1):
        yield line
        while len(line) > MAX_BYTES and not line.endswith(b"\n"):  # pass over the rest of a huge row
            line = stream.readline(MAX_BYTES + 1)


def is_row(line: bytes) -> bool:
    """Whether a line is a JSON object with a text column."""
    try:
        row = msgspec.json.decode(line.removeprefix(_BOM))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return False
    return isinstance(row, dict) and isinstance(row.get("text"), str)


def read_table(
    lines: Iterable[bytes], *, origin: str, stem: str, published: str | None, outlet: str | None
) -> Iterator[Reading]:
    """A reading per row, numbered from 1 as an editor numbers lines; blank lines are no rows.

    A bad row becomes a reading with an issue and the rest goes on. `published` and `outlet` fill in
    where a row has none.
    """
    seen = False
    for number, line in enumerate(lines, start=1):
        bare = (line.removeprefix(_BOM) if number == 1 else line).strip()
        if not bare:
            continue
        seen = True
        yield _read_row(
            bare, origin=f"{origin}#{number}", doc=f"{stem}#{number}", published=published, outlet=outlet
        )
    if not seen:
        yield refuse(origin, "input.empty", "holds no rows")


def _read_row(line: bytes, *, origin: str, doc: str, published: str | None, outlet: str | None) -> Reading:
    if len(line) > MAX_BYTES:
        return refuse(origin, "input.too_large", too_large())
    try:
        row: Any = msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        return refuse(
            origin, "input.bad_row", f"is no JSON ({error}); write one JSON object per line, in UTF-8"
        )
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        return refuse(origin, "input.bad_row", "has no text; each row needs a column named text")
    text: str = row["text"]
    trouble = find_trouble(text)
    if trouble is not None:
        return refuse(origin, *trouble)
    given = {column: _words(row.get(column)) for column in COLUMNS}
    issues = _odd_columns(row, given, origin)
    edtf, date_issues = check_published(given["published"] or published, origin)
    document = Document(
        id=hash_bytes(msgspec.json.encode([given["doc"], given["outlet"], text]))[:ID_LENGTH],
        doc=given["doc"] or doc,
        text=text,
        sha256=hash_bytes(line),
        origin=origin,
        title=given["title"],
        outlet=given["outlet"] or outlet,
        published=edtf,
    )
    return Reading(document, issues + date_issues, origin)


def _words(value: object) -> str | None:
    """What a cell says, or None where it is blank; a whole number counts as its digits."""
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return value.strip() or None if isinstance(value, str) else None


def _odd_columns(row: dict[str, object], given: dict[str, str | None], origin: str) -> tuple[Issue, ...]:
    return tuple(
        issue("input.column", "warning", f"{origin}: the column {column} holds no words; read without it")
        for column, words in given.items()
        if words is None and row.get(column) not in (None, "") and not isinstance(row.get(column), str)
    )
