from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from counterclaim.core.errors import NotFoundError, QueryError, StoreError
from counterclaim.core.types import Sheet
from counterclaim.store import Store, query

MakeSheet = Callable[..., Sheet]


@pytest.fixture
def filled(path: Path, make_sheet: MakeSheet) -> Path:
    with Store.open(path) as store:
        store.write_sheet(
            make_sheet(outlet="The Courier", published="2021-05-04", via=("Radio Orlova", "TASR"))
        )
    return path


def test_the_figures_view_shows_who_counted_whom(filled: Path) -> None:
    result = query(filled, "SELECT * FROM figures ORDER BY low")
    assert dict(zip(result.columns, result.rows[0], strict=True)) | {"claim_id": ""} == {
        "doc": "orlova.txt",
        "outlet": "The Courier",
        "published": "2021-05-04",
        "speaker": "Miners' Union",
        "via": "Radio Orlova; TASR",
        "harm": "killed",
        "low": 12,
        "high": None,
        "qualifier": "at_least",
        "group": "miners",
        "status": "unknown",
        "scope": "incident",
        "quote": "12",
        "incident": None,
        "polarity": "affirmed",
        "claim_id": "",
    }
    assert not result.truncated


def test_full_text_search_works_in_sql(filled: Path) -> None:
    sql = """SELECT p.text FROM passage_index
             JOIN passages AS p ON p.id = passage_index.rowid WHERE passage_index MATCH 'wounded'"""
    assert query(filled, sql).rows == (("The union said 30 were wounded.",),)


@pytest.mark.parametrize(
    "sql",
    [
        "DELETE FROM claims",
        "UPDATE documents SET doc = 'x'",
        "INSERT INTO rulings VALUES (1, 'c', 'accept', NULL, NULL, 'Eve', '', '')",
        "WITH x AS (SELECT 1) DELETE FROM claims",
        "DROP TABLE claims",
        "CREATE TABLE mine (x)",
        "CREATE TEMP TABLE mine (x)",
        "CREATE TEMP VIEW mine AS SELECT 1",
        "ATTACH ':memory:' AS other",
        "PRAGMA query_only = OFF",
        "PRAGMA journal_mode = DELETE",
        "PRAGMA writable_schema = ON",
        "PRAGMA data_version = 3",
        "VACUUM",
        "VACUUM INTO 'copy.db'",
        "BEGIN IMMEDIATE",
        "SAVEPOINT s",
        "ANALYZE",
        "REINDEX",
        "SELECT load_extension('x')",
        "SELECT fts3_tokenizer('simple')",
        "INSERT INTO passage_index(passage_index) VALUES ('rebuild')",
        "SELECT 1; DELETE FROM claims",
        "-- nothing",
        "",
        "SELECT nothing FROM nowhere",
        "SELECT 1 WHERE",
        "SELECT '\x00'",
        "SELECT '\ud800'",
        "SELECT zeroblob(1000000000)",
        "SELECT replace(hex(zeroblob(2000000)), '0', '00')",
        "SELECT length(hex(randomblob(100000000)))",
        "SELECT CAST(x'ff' AS TEXT)",
    ],
)
def test_whatever_is_no_plain_reading_is_refused_and_changes_nothing(filled: Path, sql: str) -> None:
    before = filled.read_bytes()
    with pytest.raises(QueryError):
        query(filled, sql)
    assert filled.read_bytes() == before
    assert not any(other.name == "copy.db" for other in filled.parent.iterdir())


@pytest.mark.parametrize(
    "endless",
    [
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n",
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n WHERE i < 0",
        "SELECT count(*) FROM " + ", ".join(f"claims AS c{n}" for n in range(40)),
    ],
)
def test_an_endless_query_is_stopped(filled: Path, endless: str) -> None:
    started = time.monotonic()
    with pytest.raises(QueryError, match=r"took longer than 0\.2 s"):
        query(filled, endless, max_seconds=0.2)
    assert time.monotonic() - started < 5


def test_more_rows_than_allowed_are_cut_off_and_said_so(filled: Path) -> None:
    numbers = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT {}) SELECT i FROM n"
    cut = query(filled, numbers.format(6), max_rows=5)
    assert (cut.rows, cut.truncated) == (((1,), (2,), (3,), (4,), (5,)), True)
    assert not query(filled, numbers.format(5), max_rows=5).truncated


def test_many_large_values_are_cut_off_and_said_so(filled: Path) -> None:
    large = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 50) SELECT zeroblob(4000000) FROM n"
    result = query(filled, large, max_seconds=30)
    assert (len(result.rows), result.truncated) == (12, True)


def test_a_query_names_the_trouble_with_it(filled: Path) -> None:
    with pytest.raises(QueryError, match="no such column: speeker in: SELECT speeker"):
        query(filled, "SELECT speeker FROM figures")


def test_a_query_needs_a_store(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match="no store at"):
        query(tmp_path / "none.db", "SELECT 1")
    assert list(tmp_path.iterdir()) == []
    other = tmp_path / "notes.txt"
    other.write_text("no database " * 100)
    with pytest.raises(StoreError, match=r"notes\.txt"):
        query(other, "SELECT 1")


def test_a_query_reads_while_a_document_is_being_written(
    store: Store, path: Path, make_sheet: MakeSheet
) -> None:
    store.write_sheet(make_sheet())
    with store.reading() as connection:
        connection.exec_driver_sql("DELETE FROM claims")
        assert query(path, "SELECT count(*) FROM claims").rows == ((2,),)
        connection.rollback()
