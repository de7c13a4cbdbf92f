"""Workbooks (XLSX): each visible sheet as a table, a document per row as in CSV."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import NamedTuple

from counterclaim.inputs.convert.pages import ConvertError
from counterclaim.inputs.converter import convert_file
from counterclaim.inputs.given import Given
from counterclaim.inputs.kinds import HEAD
from counterclaim.inputs.plain import too_large
from counterclaim.inputs.readings import Reading, issue, refuse
from counterclaim.inputs.tables import read_csv


class SheetTable(NamedTuple):
    """A sheet as the bytes of a CSV file, with remarks on it."""

    name: str
    data: bytes
    remarks: tuple[Reading, ...]


def read_workbook(data: bytes, *, doc: str, origin: str, given: Given) -> Iterator[Reading]:
    """A reading per row of every visible sheet, its first row being the headings; columns are mapped as in CSV."""
    if len(data) > given.limits.file_bytes:
        yield refuse(origin, "input.too_large", too_large(given.limits))
        return
    try:
        sheets = sheets_of(data, origin=origin, given=given)
    except ConvertError as error:
        yield refuse(origin, error.code, str(error))
        return
    for sheet in sheets:
        yield from sheet.remarks
        where, stem = (f"{name}#{sheet.name}" for name in (origin, doc))
        yield from read_csv(BytesIO(sheet.data), sheet.data[:HEAD], origin=where, stem=stem, given=given)


def sheets_of(data: bytes, *, origin: str, given: Given) -> list[SheetTable]:
    """The visible sheets of a workbook that have cells, converted in the worker process.

    Raises:
        ConvertError: there are none; the message says why and what to do next.
    """
    tables = []
    for page in convert_file("xlsx", data, given):
        where = f"{origin}#{page.name}"
        remarks = tuple(
            Reading(None, (issue(note.code, note.severity, f"{where}: {note.message}"),), where)
            for note in page.notes
        )
        tables.append(SheetTable(page.name or "", page.text.encode(), remarks))
    return tables
