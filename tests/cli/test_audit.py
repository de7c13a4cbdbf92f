"""The record of decisions on the command line."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

from tests.cli.conftest import EXAMPLES, Run

STORE = ("--store", "s.db")


def test_rulings_of_the_command_line_stand_in_the_chain_and_a_changed_row_is_named(
    run: Run, tmp_path: Path
) -> None:
    run("read", EXAMPLES / "hadira-bulletin.txt", EXAMPLES / "hadira-wire.txt", *STORE)
    listed = [
        json.loads(line)
        for line in run("incidents", *STORE, "--all", "--format", "jsonl").stdout.splitlines()
    ]
    first, second = (one["code"] for one in sorted(listed, key=lambda one: -len(one["claims"]))[:2])
    run("rule", "merge", first, second, "--who", "Ana", "--why", "one shelling", *STORE)
    run("rule", "undo", "1", "--who", "Ben", "--why", "two after all", *STORE)
    told = [json.loads(line) for line in run("audit", *STORE, "--format", "jsonl").stdout.splitlines()]
    assert [(one["action"], one["who"], one["why"]) for one in told] == [
        ("undo", "Ben", "two after all"),
        ("same", "Ana", "one shelling"),
    ]
    noted = told[1]["hash"]
    assert told[0]["hash"] in run("audit", "--verify", "--holds", noted, *STORE).stdout
    assert "no row has the hash beef" in run("audit", "--verify", "--holds", "beef", *STORE, code=1).stdout
    with closing(sqlite3.connect(tmp_path / "s.db")) as connection, connection:
        connection.execute("DROP TRIGGER audit_unchanged")
        connection.execute("UPDATE audit SET why = 'two shellings' WHERE number = 1")
    assert "audit: row 1 was changed" in run("audit", "--verify", *STORE, code=1).stdout
    assert "audit: row 1 was changed" in run("check", *STORE, code=1).stdout
