"""LibreOffice opens every table that an export makes, and evaluates nothing in it."""

from __future__ import annotations

import csv
import io
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.export.reading import made
from tests.export.telling import event, incident, record, strike_on_soldiers, toll

SOFFICE = shutil.which("soffice")
# Separator, quotation mark and UTF-8; then, last, that formulas are to be evaluated where it finds any.
AS_CSV = "CSV:44,34,76,1,,0,false,true,false,false,false,-1,true"
STARTS = ["=", "+", "-", "@", "\t", "\r", "＝", " ="]


@pytest.mark.skipif(SOFFICE is None, reason="soffice is not installed (Debian: libreoffice-calc)")
def test_libreoffice_opens_every_table_and_finds_no_formula(tmp_path: Path) -> None:
    bad = [f"{start}HYPERLINK(A1)" for start in STARTS]
    told = [toll(3, 3, words, at=40 * at, group=words, place=words) for at, words in enumerate(bad)]
    hostile = incident(*told, event("shelling", bad[0], bad[1]), code="CC-B", title=bad[0], place=bad[0])
    formats = ["claims", "incidents", "ged", "acled", "airwars", "ftm"]
    tables = {
        file.name: file.data
        for file in made(record(strike_on_soldiers(), hostile, outlet=bad[2]), *formats).files
        if file.ending == "csv"
    }
    tables["control.csv"] = b"a\r\n=1+1\r\n"  # what is no export of ours is evaluated
    for name, data in tables.items():
        (tmp_path / name).write_bytes(data)
    subprocess.run(
        [
            str(SOFFICE),
            "--headless",
            f"-env:UserInstallation=file://{tmp_path}/profile",
            f"--infilter={AS_CSV}",
            "--convert-to",
            "xlsx:Calc MS Excel 2007 XML",
            "--outdir",
            str(tmp_path),
            *(str(tmp_path / name) for name in tables),
        ],
        check=True,
        capture_output=True,
        timeout=180,
        env={**os.environ, "HOME": str(tmp_path)},
    )
    opened = {name: load_workbook(tmp_path / f"{name[:-4]}.xlsx").worksheets[0] for name in tables}
    formulas = {
        name: [cell.value for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
        for name, sheet in opened.items()
    }
    assert formulas.pop("control.csv") == ["=1+1"]
    assert not any(formulas.values())
    for name, sheet in opened.items():
        rows = list(csv.reader(io.StringIO(tables[name].decode(), newline="")))
        assert (sheet.max_row, sheet.max_column) == (len(rows), len(rows[0]))
