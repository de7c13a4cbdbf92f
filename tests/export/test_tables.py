"""Tables that open in any program: guarded against formulas, numbers as they are, Parquet read by others."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.export.cells import comma_separated, guard, tab_separated
from tests.export.reading import data, made, rows
from tests.export.telling import incident, record, strike_on_soldiers, toll

STARTS = ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", " =", "\u00a0@"]


@pytest.mark.parametrize("start", STARTS)
def test_no_text_begins_as_a_formula(start: str) -> None:
    bad = f"{start}HYPERLINK(A1)"
    told = toll(3, 3, bad, group=bad)
    out = made(record(incident(told, title=bad, place="Hadira"), outlet=bad), "claims", "incidents", "acled", "ged", "airwars", "polecat")  # fmt: skip
    for file in out.files:
        if file.ending not in ("csv", "tsv"):
            continue
        for row in rows(out, file.name):
            for name, cell in row.items():
                numeric = (
                    next(column.kind for column in file.columns or () if column.name == name) != "string"
                )
                assert numeric or guard(cell) == cell, (file.name, name, cell)


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=30))
def test_guarded_text_is_the_text_with_one_mark_in_front_at_most(words: str) -> None:
    assert guard(words) in (words, f"'{words}")
    assert not guard(words).lstrip().startswith(("=", "+", "-", "@"))


@given(st.lists(st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=20), min_size=2, max_size=2), max_size=5))  # fmt: skip
def test_a_table_reads_back_as_it_was_guarded(cells: list[list[str]]) -> None:
    written = comma_separated(["a", "b"], [{"a": one, "b": other} for one, other in cells])
    read = list(csv.reader(io.StringIO(written.decode(), newline="")))
    assert read == [["a", "b"], *([guard(one), guard(other)] for one, other in cells)]


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=20), max_size=5))
def test_a_table_with_tabs_has_one_line_a_row(cells: list[str]) -> None:
    written = tab_separated(["a", "b"], [{"a": cell, "b": 1} for cell in cells]).decode()
    assert len(written.split("\n")) == len(cells) + 2
    assert all(line.count("\t") == 1 for line in written.split("\n")[:-1])


def test_numbers_are_untouched_be_they_negative() -> None:
    assert comma_separated(["lat"], [{"lat": -33.5}]) == b"lat\r\n-33.5\r\n"


def test_unknown_is_empty_and_none_is_nought() -> None:
    told = record(incident(toll(0, 0, "army")), incident(toll(5, None, "medics", at=50), code="CC-B"))
    first, second = rows(made(told, "incidents"), "incidents.csv")
    assert (first["killed_low"], first["killed_high"]) == ("0", "0")
    assert (second["killed_high"], second["killed_high_open"], second["killed_best"]) == ("5", "yes", "")


def test_several_groups_of_dead_are_told_in_words_and_never_added_up() -> None:
    told = record(
        incident(
            toll(3, 3, "medics", group="civilians", status="civilian"),
            toll(9, 9, "medics", at=50, group="Syrian soldiers", status="combatant"),
        )
    )
    (row,) = rows(made(told, "incidents"), "incidents.csv")
    assert row["killed_low"] == ""
    assert row["tallies"] == "9 killed (Syrian soldiers); 3 killed (civilians)"


def test_every_claim_has_its_words_and_place_in_the_text() -> None:
    table = rows(made(record(strike_on_soldiers()), "claims"), "claims.csv")
    assert [(row["type"], row["min"], row["max"], row["incident"]) for row in table][:2] == [
        ("casualty", "62", "", "CC-AAAAAA"),
        ("casualty", "62", "62", "CC-AAAAAA"),
    ]
    assert {row["start"] for row in table} == {"0", "100", "200", "700"}


def test_parquet_keeps_open_bounds_as_null_integers() -> None:
    out = made(record(strike_on_soldiers()), "parquet")
    table = pq.read_table(io.BytesIO(data(out, "claims.parquet")))
    assert str(table.schema.field("max").type) == "int64"
    assert table.column("max").to_pylist() == [None, 62, None, 83]
    assert str(pq.read_table(io.BytesIO(data(out, "incidents.parquet"))).schema.field("date_start").type) == "date32[day]"  # fmt: skip


def test_pandas_and_duckdb_read_the_parquet(tmp_path: Path) -> None:
    pandas = pytest.importorskip("pandas", reason="pandas is not installed")
    duckdb = pytest.importorskip("duckdb", reason="duckdb is not installed")
    path = tmp_path / "claims.parquet"
    path.write_bytes(data(made(record(strike_on_soldiers()), "parquet"), "claims.parquet"))
    assert pandas.read_parquet(path)["min"].sum() == 62 + 62 + 83
    found = duckdb.sql(
        f"SELECT speakers, max FROM '{path}' WHERE min IS NOT NULL ORDER BY min, max"
    ).fetchall()
    assert found == [
        ("Russian military", 62),
        ("US-led coalition", None),
        ("Syrian Observatory for Human Rights", 83),
    ]
