"""Tables, a document per row: JSON lines, JSON lists, CSV and Parquet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, BinaryIO

import msgspec

from counterclaim.inputs.columns import map_columns, read_row, say_missing
from counterclaim.inputs.decode import decode_bytes
from counterclaim.inputs.given import Given
from counterclaim.inputs.kinds import HEAD, find_delimiter
from counterclaim.inputs.limits import Limits
from counterclaim.inputs.plain import too_large
from counterclaim.inputs.readings import Reading, refuse

_BOM = b"\xef\xbb\xbf"
_BLANK: Any = object()  # a row without any cell, which spreadsheets are full of


def read_lines(stream: BinaryIO, limits: Limits) -> Iterator[tuple[int, bytes]]:
    """Number and bare words of each line that is not blank; of a line over `file_mib` only a byte more than that.

    Lines are numbered from 1, as an editor numbers them. A mark of UTF-8 at the very beginning is left out.
    """
    most = limits.file_bytes + 1
    number = 0
    while line := stream.readline(most):
        number += 1
        bare = (line.removeprefix(_BOM) if number == 1 else line).strip()
        if bare:
            yield number, bare
        while len(line) == most and not line.endswith(b"\n"):  # pass over the rest of a huge row
            line = stream.readline(most)


def read_json_lines(stream: BinaryIO, *, origin: str, stem: str, given: Given) -> Iterator[Reading]:
    """A reading per row, numbered from 1 as an editor numbers lines; blank lines are no rows.

    A bad row becomes a reading with an issue and the rest goes on. The first row settles which column is
    the text; `given` fills in where a row has none.
    """
    text: str | None = None
    seen = False
    for number, bare in read_lines(stream, given.limits):
        seen = True
        where = f"{origin}#{number}"
        row = _decode(bare, where, given)
        if isinstance(row, Reading):
            yield row
            continue
        columns = map_columns(row, given.columns, text)
        text = columns.get("text")
        yield read_row(row, columns, bare, origin=where, doc=f"{stem}#{number}", given=given)
    if not seen:
        yield refuse(origin, "input.empty", "holds no rows")


def _decode(line: bytes, origin: str, given: Given) -> dict[str, Any] | Reading:
    if len(line) > given.limits.file_bytes:
        return refuse(origin, "input.too_large", too_large(given.limits))
    try:
        row: Any = msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        return refuse(
            origin, "input.bad_row", f"is no JSON ({error}); write one JSON object per line, in UTF-8"
        )
    if not isinstance(row, dict):
        return refuse(
            origin, "input.bad_row", "is no JSON object; write one per line, with a column named text"
        )
    return row


def read_json(data: bytes, *, origin: str, stem: str, given: Given) -> Iterator[Reading]:
    """A reading per object of a JSON list, or one for a single object."""
    if len(data) > given.limits.file_bytes:
        yield refuse(origin, "input.too_large", too_large(given.limits))
        return
    try:
        parsed: Any = msgspec.json.decode(data.removeprefix(_BOM))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        yield refuse(origin, "input.bad_row", f"is JSON that breaks off ({error}); get a fresh copy")
        return
    rows = parsed if isinstance(parsed, list) else [parsed]
    yield from read_rows(
        ((row, msgspec.json.encode(row)) for row in rows), origin=origin, stem=stem, given=given
    )


def read_rows(
    rows: Iterable[tuple[Any, bytes]], *, origin: str, stem: str, given: Given, first: int = 1
) -> Iterator[Reading]:
    """A reading per row of cells by heading and its raw bytes, numbered from `first`.

    A table without a text column is refused once, not row by row; blank rows count, but are no rows.
    """
    text: str | None = None
    seen = False
    for number, (row, raw) in enumerate(rows, start=first):
        if row is _BLANK:
            continue
        where = f"{origin}#{number}"
        if not isinstance(row, Mapping):
            yield refuse(where, "input.bad_row", "is no row of named cells; write JSON objects")
            continue
        columns = map_columns(row, given.columns, text)
        if "text" not in columns:
            yield refuse(origin, "input.no_text_column", say_missing(row))
            return
        text, seen = columns["text"], True
        yield read_row(row, columns, raw, origin=where, doc=f"{stem}#{number}", given=given)
    if not seen:
        yield refuse(origin, "input.empty", "holds no rows")


def read_csv(stream: BinaryIO, head: bytes, *, origin: str, stem: str, given: Given) -> Iterator[Reading]:
    """A reading per row below the headings; rows are numbered as a spreadsheet does, headings being 1.

    Cells with line breaks, quotes, a byte order mark and UTF-16 are read as spreadsheets write them.
    """
    try:
        yield from read_rows(
            _named(csv_cells(stream, head, origin=origin, limits=given.limits)),
            origin=origin,
            stem=stem,
            given=given,
            first=2,
        )
    except csv.Error as error:
        message = f"cannot be read on ({error}); check its quotation marks, or raise --limit file_mib"
        yield refuse(origin, "input.bad_row", message)
    except UnicodeDecodeError as error:
        yield refuse(
            origin,
            "input.encoding",
            f"is not {error.encoding} throughout ({error.reason}); save it as UTF-8",
        )


def csv_cells(
    stream: BinaryIO, head: bytes, *, origin: str, limits: Limits
) -> Iterator[tuple[list[str], bytes]]:
    """The cells of each row with the row's raw bytes, the headings first; a blank line has no cells.

    Args:
        stream: begins with `head`.
        head: tells what separates the cells.
        origin: where the table stands.
        limits: of a cell's size.

    Raises:
        csv.Error: a quotation mark is never closed, or a cell is larger than `file_mib`.
        UnicodeDecodeError: UTF-16 that breaks off.
    """
    encoding = "utf-16" if head[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    start = head[:HEAD].decode(encoding, "replace")
    first = start.lstrip().partition("\n")[0]
    delimiter = find_delimiter(start) or max(",;\t|", key=first.count)
    csv.field_size_limit(limits.file_bytes)
    lines = io.TextIOWrapper(stream, encoding, errors="surrogateescape", newline="")
    try:
        for row in csv.reader(lines, delimiter=delimiter):
            raw = delimiter.join(row).encode("utf-8", "surrogateescape")
            yield [_mended(cell, origin) for cell in row], raw
    finally:
        lines.detach()


def _named(rows: Iterator[tuple[list[str], bytes]]) -> Iterator[tuple[Any, bytes]]:
    headings = [heading.strip() for heading in next(rows, ([], b""))[0]]
    for cells, raw in rows:
        if not any(map(str.strip, cells)):
            yield _BLANK, raw
            continue
        yield dict(zip(headings, cells, strict=False)), raw


def _mended(cell: str, origin: str) -> str:
    """A cell whose bytes were not UTF-8, in the code they are likely in."""
    if cell.isascii() or not any("\udc80" <= letter <= "\udcff" for letter in cell):
        return cell
    raw = cell.encode("utf-8", "surrogateescape")
    return decode_bytes(raw, origin).text or raw.decode("utf-8", "replace")


def read_parquet(stream: BinaryIO, *, origin: str, stem: str, given: Given) -> Iterator[Reading]:
    """A reading per row, a batch in memory at a time. Needs the extra `parquet`."""
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError:
        message = "is a Parquet file, which needs pyarrow; pip install 'counterclaim[parquet]'"
        yield refuse(origin, "input.needs", message)
        return
    try:
        table = pyarrow.parquet.ParquetFile(stream)
        yield from read_rows(_parquet_rows(table), origin=origin, stem=stem, given=given)
    except (pyarrow.ArrowException, OSError, ValueError) as error:
        yield refuse(origin, "input.parquet", f"cannot be read on ({str(error)[:200]}); get a fresh copy")


def _parquet_rows(table: Any) -> Iterator[tuple[Any, bytes]]:
    for batch in table.iter_batches(batch_size=256):
        for row in batch.to_pylist():
            cells = {
                name: cell.isoformat() if hasattr(cell, "isoformat") else cell for name, cell in row.items()
            }
            yield cells, repr(sorted(cells.items())).encode("utf-8", "replace")
