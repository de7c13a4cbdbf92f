"""A workbook gives a reading per row of each visible sheet; nothing in it is calculated, opened or unpacked blindly."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from datetime import datetime
from io import BytesIO
from typing import Any

import pytest
from openpyxl import Workbook

from counterclaim.inputs.limits import Limits
from counterclaim.inputs.readings import Reading

ReadFile = Callable[..., list[Reading]]


def book(*rows: list[Any], **sheets: list[list[Any]]) -> bytes:
    """A workbook with these rows on its first sheet, and further sheets by name; a hidden one ends in _hidden."""
    made = Workbook()
    first = made.active
    assert first is not None
    for row in rows:
        first.append(row)
    for name, others in sheets.items():
        sheet = made.create_sheet(name)
        for row in others:
            sheet.append(row)
        if name.endswith("_hidden"):
            sheet.sheet_state = "hidden"
    packed = BytesIO()
    made.save(packed)
    return packed.getvalue()


def repacked(data: bytes, **parts: bytes) -> bytes:
    """The workbook with parts put in place of its own, or added: xl_worksheets_sheet1 is xl/worksheets/sheet1.xml."""
    names = {f"{name.replace('_', '/')}.xml": part for name, part in parts.items()}
    packed = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in names:
                new.writestr(name, old.read(name))
        for name, part in names.items():
            new.writestr(name, part)
    return packed.getvalue()


def texts(readings: list[Reading]) -> list[str]:
    return [reading.document.text for reading in readings if reading.document]


def codes(readings: list[Reading]) -> list[str]:
    return [issue.code for reading in readings for issue in reading.issues]


def test_each_row_is_a_document_with_its_columns_mapped_as_in_csv(read_file: ReadFile) -> None:
    data = book(
        ["code", "remark", "when"],
        [7, "Two men died.\nOne fled.", datetime(2024, 3, 12)],
        [],
        [8.0, "One man died.", "2024-03-13"],
    )
    first, second = read_file(
        data, "raids.bin", columns={"text": "remark", "doc": "code", "published": "when"}
    )
    assert first.document is not None
    assert second.document is not None
    assert (first.document.doc, first.document.text) == ("7", "Two men died.\nOne fled.")
    assert (first.document.published, second.document.published) == ("2024-03-12", "2024-03-13")
    assert (second.document.doc, second.document.origin.endswith("#Sheet#4")) == ("8", True)


def test_the_same_row_has_the_same_id_as_in_a_csv_file(read_file: ReadFile) -> None:
    (sheet,) = read_file(book(["doc", "text"], ["a", "Two men died."]), "x.xlsx")
    (table,) = read_file(b"doc,text\na,Two men died.\n", "x.csv")
    assert sheet.document is not None
    assert table.document is not None
    assert sheet.document.id == table.document.id


def test_every_visible_sheet_is_read_and_hidden_ones_are_named(read_file: ReadFile) -> None:
    rows = [["text"], ["One man died."]]
    readings = read_file(book(["text"], ["Two men died."], May=rows, notes_hidden=rows), "x.xlsx")
    assert texts(readings) == ["Two men died.", "One man died."]
    assert [
        issue.message for reading in readings for issue in reading.issues if "notes_hidden" in issue.message
    ]


def test_of_a_formula_the_stored_value_is_read_and_one_without_is_named(read_file: ReadFile) -> None:
    data = book(["text", "outlet"], ["Two men died.", '=WEBSERVICE("http://x.example")'])
    readings = read_file(data, "x.xlsx")
    assert texts(readings) == ["Two men died."]
    assert codes(readings) == ["input.formula"]
    assert readings[-1].document is not None
    assert readings[-1].document.outlet is None


def test_a_sheet_without_a_text_column_says_which_there_are(read_file: ReadFile) -> None:
    (refused,) = read_file(book(["code", "remark"], [1, "Two men died."]), "x.xlsx")
    assert "--column text=NAME" in refused.issues[0].message
    assert "remark" in refused.issues[0].message


def test_a_workbook_without_cells_is_empty(read_file: ReadFile) -> None:
    assert codes(read_file(book(), "x.xlsx")) == ["input.empty"]


SHEET = b"""<?xml version="1.0"?>%s<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>
<row r="1"><c r="A1" t="inlineStr"><is><t>text</t></is></c></row>%s</sheetData></worksheet>"""


@pytest.mark.parametrize(
    ("part", "code"),
    [
        (SHEET % (b'<!DOCTYPE w [<!ENTITY a "aaaa">]>', b""), "input.xml"),
        (SHEET % (b"", b"<row/>" * 600_000), "input.bomb"),
        (b"<worksheet", "input.convert"),
        (b"", "input.convert"),
    ],
)
def test_a_hostile_or_damaged_sheet_is_refused_with_its_reason(
    read_file: ReadFile, part: bytes, code: str
) -> None:
    data = repacked(book(["text"], ["Two men died."]), xl_worksheets_sheet1=part)
    assert codes(read_file(data, "x.xlsx")) == [code]


def test_a_cell_far_out_on_a_sheet_takes_no_memory(read_file: ReadFile) -> None:
    far = b'<row r="80000"><c r="XFD80000" t="inlineStr"><is><t>far</t></is></c></row>'
    near = b'<row r="2"><c r="A2" t="inlineStr"><is><t>Two men died.</t></is></c></row>'
    data = repacked(book(["text"]), xl_worksheets_sheet1=SHEET % (b"", near + far))
    readings = read_file(data, "x.xlsx", limits=Limits(convert_mib=512))
    assert texts(readings) == ["Two men died."]
    assert readings[-1].origin.endswith("#80000")


def test_a_link_to_another_workbook_is_not_followed(read_file: ReadFile) -> None:
    link = b'<externalLink xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>'
    data = repacked(book(["text"], ["Two men died."]), xl_externalLinks_externalLink1=link)
    assert texts(read_file(data, "x.xlsx")) == ["Two men died."]


def test_a_workbook_in_a_zip_folder_is_read_too(read_file: ReadFile) -> None:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("raids.xlsx", book(["text"], ["Two men died."]))
    assert texts(read_file(packed.getvalue(), "x.zip")) == ["Two men died."]
