"""A workbook (XLSX) to a page of comma-separated values for each sheet; nothing in it is calculated."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time
from io import BytesIO
from itertools import repeat
from typing import Any

from msgspec.structs import replace
from openpyxl import load_workbook

from counterclaim.inputs.convert.pages import ConvertError, Note, Page
from counterclaim.inputs.limits import Limits
from counterclaim.inputs.zips import ZipTrouble, read_member

_ENTITY = (b"<!ENTITY", b"<!DOCTYPE")


def convert_xlsx(data: bytes, limits: Limits) -> list[Page]:
    """A page for each visible sheet with cells; its text is CSV, a line a row, blank rows kept.

    Of a formula the value is read that the spreadsheet program stored; other files that it points at are not
    opened. Whole numbers have no decimals, days are ISO 8601.

    Raises:
        ConvertError: the file is damaged, too large unpacked, locked, declares entities, or has no cells.
    """
    has_formulas = _check_parts(data, limits)
    shown = load_workbook(BytesIO(data), read_only=True, data_only=True, keep_links=False)
    written = load_workbook(BytesIO(data), read_only=True, keep_links=False) if has_formulas else None
    sheets = [sheet for sheet in shown.worksheets if sheet.sheet_state == "visible"]
    hidden = [sheet.title for sheet in shown.worksheets if sheet.sheet_state != "visible"]
    pages = [_page(sheet, written[sheet.title] if written is not None else None) for sheet in sheets]
    kept = [page for page in pages if page.text]
    if not kept:
        raise ConvertError("input.empty", "is a workbook without cells on a visible sheet")
    if hidden:
        names = ", ".join(hidden)
        note = Note("input.passed_over", "info", f"hidden sheets are not read: {names}; show them to have them read")  # fmt: skip
        kept[0] = _with(kept[0], note)
    return kept


def _check_parts(data: bytes, limits: Limits) -> bool:
    """Unpack every part once under the caps, before a library does; whether one may hold a formula."""
    has_formulas = False
    try:
        with zipfile.ZipFile(BytesIO(data)) as packed:
            for member in packed.infolist():
                if not member.filename.endswith((".xml", ".rels")):
                    continue
                part = read_member(packed, member, limits)
                if member.filename.startswith("xl/worksheets/"):
                    has_formulas = has_formulas or b"<f>" in part or b"<f " in part
                if any(mark in part for mark in _ENTITY):
                    message = (
                        "declares XML entities, which no spreadsheet needs and attackers use; save it anew"
                    )
                    raise ConvertError("input.xml", message)
    except ZipTrouble as trouble:
        raise ConvertError(trouble.code, str(trouble)) from trouble
    except zipfile.BadZipFile as error:
        raise ConvertError("input.xlsx", f"is a workbook that cannot be unpacked ({error}); get a fresh copy") from error  # fmt: skip
    return has_formulas


def _page(shown: Any, written: Any | None) -> Page:
    """The sheet's stored values; `written` is the same sheet with its formulas."""
    lines = io.StringIO(newline="")
    writer = csv.writer(lines)
    lost = blank = 0
    formulas = _rows(written) if written is not None else repeat(())
    for values, of_row in zip(_rows(shown), formulas, strict=False):
        lost += sum(
            value is None and isinstance(formula, str) and formula.startswith("=")
            for value, formula in zip(values, of_row, strict=False)
        )
        cells = [_words(value) for value in values]
        while cells and not cells[-1]:
            cells.pop()
        if not cells:
            blank += 1
            continue
        writer.writerows([] for _ in range(blank))
        blank = 0
        writer.writerow(cells)
    page = Page(text=lines.getvalue(), name=shown.title)
    if not lost:
        return page
    message = (
        f"formulas whose value was never stored, in cells: {lost}; open and save it in a spreadsheet program"
    )
    return _with(page, Note("input.formula", "warning", message))


def _rows(sheet: Any) -> Iterator[tuple[Any, ...]]:
    sheet.reset_dimensions()  # what a file says of its own size may be wrong
    rows: Iterable[tuple[Any, ...]] = sheet.iter_rows(values_only=True)
    yield from rows


def _with(page: Page, note: Note) -> Page:
    return replace(page, notes=(*page.notes, note))


def _words(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime) and value.time() == time():
        return value.date().isoformat()
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    return str(value)
