"""`counterclaim import` as a user runs it: what became of each row, dry runs, the template, the exit code."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from counterclaim.cli.main import cli
from tests.imports.rows import event, ged, write_table


def run(*arguments: str | Path, code: int = 0) -> Result:
    done = CliRunner().invoke(cli, ["import", *map(str, arguments)])
    assert done.exit_code == code, done.output
    return done


@pytest.fixture
def table(tmp_path: Path) -> Path:
    return write_table(tmp_path / "ged.csv", [ged(), ged(id=""), ged(id="1003", low="95")])


def test_each_row_is_told_as_json_lines_and_a_refusal_is_the_exit_code(table: Path) -> None:
    store = table.with_name("x.db")
    done = run("ucdp", table, "--store", store, code=3)
    told = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(one["row"], one["outcome"]) for one in told] == [(2, "added"), (3, "refused"), (4, "added")]
    assert "2 added, 0 updated, 0 unchanged, 1 refused, 0 absent; 2 incidents" in done.stderr


def test_a_check_writes_nothing_not_even_a_store(table: Path) -> None:
    store = table.with_name("x.db")
    done = run("ucdp", table, "--store", store, "--check", code=3)
    assert "nothing written; would be: 2 added" in done.stderr
    assert not store.exists()


def test_the_report_is_a_table_of_what_to_look_at_or_a_csv_of_all(table: Path) -> None:
    store = table.with_name("x.db")
    shown = run("ucdp", table, "--store", store, "--format", "table", code=3).stdout
    assert "id is empty" in shown
    assert "not in rising order" in shown
    assert "1001" not in shown
    rows = list(
        csv.DictReader(io.StringIO(run("ucdp", table, "--store", store, "--format", "csv", code=3).stdout))
    )
    assert [row["outcome"] for row in rows] == ["unchanged", "refused", "unchanged"]


def test_acled_is_imported_from_a_workbook(tmp_path: Path) -> None:
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(list(event()))
    sheet.append([float(cell) if cell.isdigit() else cell for cell in event().values()])
    path = tmp_path / "acled.xlsx"
    book.save(path)
    (told,) = [
        json.loads(line) for line in run("acled", path, "--store", tmp_path / "x.db").stdout.splitlines()
    ]
    assert (told["id"], told["outcome"], told["issues"]) == ("SYR77", "added", [])


def test_the_template_has_the_columns_of_our_export_and_the_text(tmp_path: Path) -> None:
    from counterclaim.export.tables import CLAIM_COLUMNS

    (headings,) = csv.reader(io.StringIO(run("claims", "--template").stdout))
    assert {column.name for column in CLAIM_COLUMNS} | {"text"} == set(headings)


def test_claims_without_a_file_say_how_to_begin(tmp_path: Path) -> None:
    assert "--template" in run("claims", "--store", tmp_path / "x.db", code=2).output


def test_a_filled_template_is_imported(tmp_path: Path) -> None:
    row = {"doc": "note", "text": "Two men died in Orsa.", "quote": "Two men died", "type": "casualty", "harm": "killed", "min": "2"}  # fmt: skip
    done = run(
        "claims", write_table(tmp_path / "c.csv", [row]), "--store", tmp_path / "x.db", "--who", "anna"
    )
    assert json.loads(done.stdout)["outcome"] == "added"
