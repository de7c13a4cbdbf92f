"""What a user sees of `counterclaim read`."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest

from tests.cli.conftest import EXAMPLES, Run

WIRE = "Shells hit the market in Dorel on Monday, killing at least 12 people, the health ministry said.\n"


def test_piped_output_is_one_json_line_per_document_with_doc_and_claims(run: Run, tmp_path: Path) -> None:
    (tmp_path / "wire.txt").write_text(WIRE, "utf-8")
    lines = run("read", "wire.txt").stdout.splitlines()
    assert len(lines) == 1
    sheet = json.loads(lines[0])
    assert sheet["doc"] == "wire"
    figures = [
        (claim["harm"], claim["min"], claim["max"])
        for claim in sheet["claims"]
        if claim["type"] == "casualty"
    ]
    assert figures == [("killed", 12, None)]


def test_a_table_of_documents_keeps_the_names_its_rows_give(run: Run, tmp_path: Path) -> None:
    rows = [
        {"doc": "a1", "outlet": "Coastal News", "published": "2024-03-13", "text": WIRE},
        {"doc": "a2", "title": "Market", "text": WIRE.replace("12", "15")},
    ]
    (tmp_path / "rows.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    sheets = [json.loads(line) for line in run("read", "rows.jsonl", "--format", "jsonl").stdout.splitlines()]
    assert [sheet["doc"] for sheet in sheets] == ["a1", "a2"]
    assert sheets[0]["document"]["outlet"] == "Coastal News"
    assert sheets[1]["document"]["title"] == "Market"


def test_standard_input_is_read_where_the_path_is_a_dash(run: Run) -> None:
    sheet = json.loads(run("read", "-", stdin=WIRE).stdout)
    assert sheet["document"]["text"] == WIRE


def test_a_table_for_the_terminal_names_document_and_figures(run: Run, tmp_path: Path) -> None:
    (tmp_path / "wire.txt").write_text(WIRE, "utf-8")
    shown = run("read", "wire.txt", "--format", "table").stdout
    assert "wire" in shown
    assert "at least 12 killed" in shown


def test_a_weekday_is_resolved_only_when_the_day_of_publication_is_given(run: Run, tmp_path: Path) -> None:
    (tmp_path / "wire.txt").write_text(WIRE, "utf-8")
    without = json.loads(run("read", "wire.txt").stdout)["claims"][0]
    assert (without["date"], without["when"]) == ("Monday", None)
    given = json.loads(run("read", "wire.txt", "--published", "2024-03-13").stdout)["claims"][0]
    assert given["when"] == "2024-03-11"


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("empty.txt", b"", "input.empty"),
        ("binary.txt", b"\x00\x01\x02\x7fELF" * 50, "input.binary"),
        ("line.txt", b"word " * 400_000, "input.long_line"),
        ("page.pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" + b"\x00" * 50, "input.pdf"),
    ],
)
def test_an_input_that_cannot_be_read_is_named_and_the_rest_goes_on(
    run: Run, tmp_path: Path, name: str, content: bytes, code: str
) -> None:
    (tmp_path / name).write_bytes(content)
    (tmp_path / "wire.txt").write_text(WIRE, "utf-8")
    done = run("read", name, "wire.txt", "--store", "s.db", code=3)
    assert code in done.stderr
    assert name in done.stderr
    assert [json.loads(line)["doc"] for line in done.stdout.splitlines()] == ["wire"]
    kept = [json.loads(line) for line in run("issues", "--store", "s.db").stdout.splitlines()]
    assert code in [item["issue"]["code"] for item in kept]


def test_a_wrongly_encoded_file_is_read_with_a_warning(run: Run, tmp_path: Path) -> None:
    (tmp_path / "old.txt").write_bytes("The café in Dorel was hit, killing three people.".encode("cp1252"))
    done = run("read", "old.txt")
    assert "input.encoding" in done.stderr
    assert "café" in json.loads(done.stdout)["document"]["text"]


def test_a_missing_path_is_named_and_sets_the_exit_code(run: Run) -> None:
    assert "nowhere.txt" in run("read", "nowhere.txt", code=3).stderr


def test_reading_the_same_pages_again_adds_no_row(run: Run, tmp_path: Path) -> None:
    def rows() -> dict[str, int]:
        with sqlite3.connect(tmp_path / "s.db") as store:
            return {
                table: store.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
                for table in ("documents", "claims", "passages", "issues", "incidents", "relations")
            }

    run("read", EXAMPLES, "--store", "s.db")
    first = rows()
    assert first["documents"] == 3
    again = run("read", EXAMPLES, "--store", "s.db")
    assert "3 unchanged" in again.stderr
    assert rows() == first


def test_a_publication_day_given_later_reads_the_document_again(run: Run, tmp_path: Path) -> None:
    (tmp_path / "wire.txt").write_text(WIRE, "utf-8")
    run("read", "wire.txt", "--store", "s.db")
    again = run("read", "wire.txt", "--store", "s.db", "--published", "2024-03-13")
    assert "1 read again" in again.stderr
    assert json.loads(again.stdout)["claims"][0]["when"] == "2024-03-11"


def test_a_publication_day_that_is_no_day_is_a_usage_error(run: Run) -> None:
    assert "soon" in run("read", "-", "--published", "soon", code=2).stderr
