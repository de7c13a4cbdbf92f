"""Tables of any size, row by row: CSV as releases and spreadsheet programs write it, XLSX and JSON lines."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

import msgspec

from counterclaim.core.errors import DataError
from counterclaim.inputs.convert.pages import ConvertError
from counterclaim.inputs.given import Given
from counterclaim.inputs.kinds import HEAD, tell_kind
from counterclaim.inputs.limits import Limits
from counterclaim.inputs.plain import too_large
from counterclaim.inputs.tables import csv_cells, read_lines

_BOM = b"\xef\xbb\xbf"
_RECODED = "is not UTF-8 and was read as windows-1252; check its accents, and save the table as UTF-8"


class Row(NamedTuple):
    """A row of cells by heading. `number` is the one that a spreadsheet shows, the headings being row 1."""

    number: int
    cells: Mapping[str, str]
    trouble: str | None = None  # why it cannot be read, with the next step
    remark: str | None = None  # what was odd, though it was read


def read_table(path: Path, limits: Limits) -> Iterator[Row]:
    """The rows of a table, one in memory at a time; of a workbook those of its first visible sheet.

    Blank rows, and the row of tags that HXL files have below the headings, are passed over.

    Raises:
        DataError: the file is no table, or cannot be read on; the message says what to do.
    """
    with path.open("rb") as stream:
        head = stream.read(HEAD)
        stream.seek(0)
        kind = tell_kind(head)
        if kind == "jsonl":
            yield from _json_rows(stream, limits)
        elif kind == "zip":
            sheet = _first_sheet(stream.read(limits.file_bytes + 1), path, limits)
            yield from _csv_rows(BytesIO(sheet), path, limits)
        elif kind in ("csv", "plain"):
            yield from _csv_rows(stream, path, limits)
        else:
            raise DataError(f"{path}: is no table but {kind}; save it as CSV, XLSX or JSON lines")


def _first_sheet(data: bytes, path: Path, limits: Limits) -> bytes:
    from counterclaim.inputs.workbooks import sheets_of

    if len(data) > limits.file_bytes:
        raise DataError(f"{path}: {too_large(limits)}; or save it as CSV, which may be of any size")
    if b"xl/workbook.xml" not in data:
        raise DataError(f"{path}: is a zip archive; unpack the table in it and import that")
    try:
        return sheets_of(data, origin=str(path), given=Given(limits=limits))[0].data
    except ConvertError as error:
        raise DataError(f"{path}: {error}") from error


def _csv_rows(stream: BinaryIO, path: Path, limits: Limits) -> Iterator[Row]:
    head = stream.read(HEAD)
    stream.seek(0)
    rows = csv_cells(stream, head, origin=str(path), limits=limits)
    number = 0
    headings: list[str] | None = None
    try:
        for number, (cells, raw) in enumerate(rows, start=1):
            if not any(map(str.strip, cells)):
                continue
            if headings is None:
                headings = [cell.strip() for cell in cells]
                continue
            while len(cells) > len(headings) and not cells[-1].strip():
                cells.pop()
            if len(cells) != len(headings):
                told = f"has {len(cells)} cells where the headings have {len(headings)}; look for a stray quotation mark or separator"  # fmt: skip
                yield Row(number, {}, trouble=told)
                continue
            if all(not cell.strip() or cell.startswith("#") for cell in cells):
                continue  # HXL
            named = dict(zip(headings, cells, strict=True))
            yield Row(number, named, remark=None if _is_utf8(raw) else _RECODED)
    except csv.Error as error:
        message = f"{path}: cannot be read on after row {number} ({error}); check its quotation marks, or raise --limit file_mib"  # fmt: skip
        raise DataError(message) from error
    except UnicodeDecodeError as error:
        raise DataError(f"{path}: is not {error.encoding} throughout; save it as UTF-8") from error
    if headings is None:
        raise DataError(f"{path}: holds no rows; a table begins with a row of headings")


def _is_utf8(raw: bytes) -> bool:
    try:
        raw.decode()
    except UnicodeDecodeError:
        return False
    return True


def _json_rows(stream: BinaryIO, limits: Limits) -> Iterator[Row]:
    for number, bare in read_lines(stream, limits):
        try:
            row = msgspec.json.decode(bare, type=dict[str, Any])
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
            yield Row(number, {}, trouble=f"is no JSON object ({error}); write one per line, in UTF-8")
            continue
        yield Row(number, {name: _words(value) for name, value in row.items()})


def _words(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        return "; ".join(map(_words, value))
    return value if isinstance(value, str) else msgspec.json.encode(value).decode()
