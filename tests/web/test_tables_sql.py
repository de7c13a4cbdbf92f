"""The page that answers SQL."""

from __future__ import annotations

import csv
import io
import time
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from starlette.testclient import TestClient

from counterclaim.store import schema
from counterclaim.web.tables.sql_help import examples, tables

Visit = Callable[[str], Any]


def ask(client: TestClient, sql: str) -> Any:
    return client.get(f"/sql?{urlencode({'q': sql})}")


def words_of(page: Any) -> str:
    return " ".join(page.words.split())


def test_a_list_is_opened_as_sql_that_gives_its_rows(visit: Visit, client: TestClient) -> None:
    listed = "/claims?type=responsibility&columns=speaker,stance,quote"
    (address,) = [one for one in visit(listed).addresses if one.startswith("/sql?")]
    rows = list(csv.DictReader(io.StringIO(client.get(listed.replace("/claims", "/claims.csv")).text)))
    sql = parse_qs(urlsplit(address).query)["q"][0]
    answer = list(csv.DictReader(io.StringIO(client.get(f"/sql.csv?{urlencode({'q': sql})}").text)))
    assert [list(row.values()) for row in answer] == [list(row.values())[:-1] for row in rows]
    assert f"{len(rows)} rows" in words_of(visit(address))


def test_what_is_not_known_is_null_and_not_an_empty_text(visit: Visit) -> None:
    page = visit("/sql?q=SELECT+NULL+AS+a,+''+AS+b,+0+AS+c,+x'00'+AS+d")
    assert words_of(page).partition("a b c d")[2].split("To begin with")[0].split() == [
        "NULL",
        "0",
        "1",
        "bytes",
    ]


@pytest.mark.parametrize("number", range(4))
def test_every_example_is_answered(client: TestClient, number: int) -> None:
    answer = ask(client, examples()[number].sql)
    assert answer.status_code == 200
    assert "The query was not answered" not in answer.text


def test_the_tables_beside_it_are_those_of_the_store(client: TestClient) -> None:
    for table in tables():
        columns = ", ".join(f'"{column}"' for column in table.columns)
        assert ask(client, f'SELECT {columns} FROM "{table.name}" LIMIT 1').status_code == 200
    assert {table.name for table in tables()} <= {*schema.metadata.tables, "figures"}


@pytest.mark.parametrize(
    ("sql", "said"),
    [
        ("SELECT speker FROM figures", "Names like it: speaker"),
        ("SELECT * FROM clams", "Names like it: claims"),
        ("SELECT 'x", "unrecognized token"),
        ("SELECT FROM", "single quotes"),
        ("DELETE FROM claims", "Only one SELECT"),
        ("ATTACH 'x' AS y", "Only one SELECT"),
        ("SELECT 1; SELECT 2", "one statement"),
        ("WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n", "took longer than 1 s"),
    ],
)  # fmt: skip
def test_an_error_is_explained_and_the_query_kept(client: TestClient, sql: str, said: str) -> None:
    answer = ask(client, sql)
    assert answer.status_code == 422
    assert said in answer.text
    assert sql.partition("'")[0].partition("<")[0] in answer.text


def test_one_call_that_sqlite_cannot_break_off_is_ended_with_its_process(client: TestClient) -> None:
    ask(client, "SELECT 1")  # the process is there
    began = time.monotonic()
    answer = ask(client, "SELECT instr(printf('%.*c', 4000000, 'a'), printf('%.*c', 2000000, 'a') || 'b')")
    assert time.monotonic() - began < 30  # it would take the better part of an hour
    assert answer.status_code == 422
    assert "took longer than 1 s" in answer.text
    assert ask(client, "SELECT 1").status_code == 200  # and another one answers


def test_more_rows_than_are_shown_are_said_to_be_there(client: TestClient) -> None:
    many = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n LIMIT 1001) SELECT x FROM n"
    assert "The first 1,000 rows; there are more" in ask(client, many).text


def test_a_file_of_two_columns_of_one_name_keeps_both(client: TestClient) -> None:
    file = client.get("/sql.csv?q=SELECT+1+AS+a,+2+AS+a,+'=x'+AS+b")
    assert file.text.splitlines() == ["a,a_2,b", "1,2,'=x"]
    assert client.get("/sql.csv?q=SELECT").status_code == 422
