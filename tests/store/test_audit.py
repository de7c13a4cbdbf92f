"""The chain of decisions: nothing in it changes unseen."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from counterclaim.core.errors import NotFoundError, StoreError
from counterclaim.core.types import Sheet
from counterclaim.store import Store
from counterclaim.store.connect import make_engine
from counterclaim.store.migrate import migrate

MakeSheet = Callable[..., Sheet]
APPEND_ONLY = ("audit_unchanged", "audit_kept", "rulings_unchanged", "rulings_kept")


@pytest.fixture
def decided(store: Store, path: Path, make_sheet: MakeSheet) -> Path:
    """A store in which somebody accepted, corrected, joined and took back."""
    store.write_sheet(make_sheet())
    one, other = (filed.claim.id for filed in store.claims())
    store.rule(one, "accept", who="Ana", why="checked")
    store.rule(one, "fix", field="min", value=13, who="Ben", why="erratum")
    number = store.rule_same([one, other], who="Ana", why="one blast")
    store.undo_link_ruling(number, who="Ana", why="two blasts")
    return path


def test_every_ruling_is_an_entry_with_who_when_why_before_and_after(decided: Path, store: Store) -> None:
    entries = store.audit()
    assert [(entry.number, entry.who, entry.action, entry.why) for entry in entries] == [
        (4, "Ana", "undo", "two blasts"),
        (3, "Ana", "same", "one blast"),
        (2, "Ben", "fix", "erratum"),
        (1, "Ana", "accept", "checked"),
    ]
    assert [entry.number for entry in entries if entry.undone] == [3]
    fixed = entries[2]
    (claim,) = fixed.claims
    before, after = json.loads(fixed.before or ""), json.loads(fixed.after or "")
    assert (before[claim]["claim"]["min"], after[claim]["claim"]["min"]) == (12, 13)
    assert before[claim]["decision"] == after[claim]["decision"] == "accept"
    assert all(entry.at.endswith("+00:00") for entry in entries)


def test_anybody_can_compute_the_hashes_from_the_table_alone(decided: Path) -> None:
    with closing(sqlite3.connect(decided)) as connection:
        connection.row_factory = sqlite3.Row
        previous = "0" * 64
        for row in connection.execute("SELECT * FROM audit ORDER BY number"):
            fields = dict(row)
            del fields["hash"]
            told = json.dumps(fields, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
            assert row["previous"] == previous
            assert row["hash"] == hashlib.sha256(told.encode()).hexdigest()
            previous = row["hash"]


@pytest.mark.parametrize(
    "sql",
    ["UPDATE audit SET who = 'Eve'", "DELETE FROM audit", "UPDATE audit SET why = why WHERE number = 2"],
)
def test_the_database_itself_refuses_to_rewrite_a_decision(decided: Path, store: Store, sql: str) -> None:
    with pytest.raises(StoreError, match="only ever added"), store.reading() as connection:
        connection.exec_driver_sql(sql)


@pytest.mark.parametrize(
    ("damage", "fault"),
    [
        ("UPDATE audit SET who = 'Eve' WHERE number = 2", "audit: row 2 was changed after Eve decided"),
        ("UPDATE audit SET why = 'never' WHERE number = 4", "audit: row 4 was changed"),
        ("DELETE FROM audit WHERE number = 3", "audit: row 3 is missing; the next one is 4"),
        ("DELETE FROM audit WHERE number = 4", "link_rulings: row 2 is in no row of audit"),
        ("UPDATE rulings SET value = '99' WHERE field = 'min'", "rulings: row 2 is not what audit holds"),
        ("UPDATE rulings SET who = 'Eve' WHERE id = 1", "rulings: row 1 is not what audit holds"),
        ("DELETE FROM rulings WHERE id = 2", "rulings: row 2 is missing; audit holds it"),
        (
            "INSERT INTO rulings (claim_id, decision, who, why, at) VALUES ('x', 'reject', 'Eve', '', '')",
            "rulings: row 3 is in no row of audit",
        ),
    ],
)
def test_whoever_takes_the_guards_away_and_changes_a_row_is_found_out(
    decided: Path, damage: str, fault: str
) -> None:
    with closing(sqlite3.connect(decided)) as connection, connection:
        for name in APPEND_ONLY:
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute(damage)
    with Store.open(decided) as store:
        assert any(line.startswith(fault) for line in store.check()), store.check()


def test_a_row_forged_with_its_own_hash_breaks_the_chain_at_the_next(decided: Path) -> None:
    from counterclaim.store.audit import seal

    with closing(sqlite3.connect(decided)) as connection, connection:
        connection.row_factory = sqlite3.Row
        connection.execute("DROP TRIGGER audit_unchanged")
        row = dict(connection.execute("SELECT * FROM audit WHERE number = 2").fetchone())
        row["who"] = "Eve"
        connection.execute("UPDATE audit SET who = 'Eve', hash = ? WHERE number = 2", (seal(row),))
    with Store.open(decided) as store:
        assert "audit: row 3 does not follow the row before it" in store.check()


def test_rulings_from_before_there_was_a_chain_open_it(path: Path, make_sheet: MakeSheet) -> None:
    engine = make_engine(path, read_only=False)
    migrate(engine, "0005")
    with engine.begin() as connection:
        for sql in (
            "INSERT INTO rulings VALUES (1, 'c1', 'accept', NULL, NULL, 'Ana', 'read it', '2024-01-01')",
            "INSERT INTO rulings VALUES (2, 'c1', 'fix', 'min', '3', 'Ben', 'erratum', '2024-01-03')",
            """INSERT INTO link_rulings VALUES (1, 'same', '["c1", "c2"]', '[]', NULL, 'Ana', 'one', '2024-01-02')""",
            """INSERT INTO link_rulings VALUES (2, 'undo', '["c1", "c2"]', '[]', 1, 'Ana', 'two', '2024-01-04')""",
        ):
            connection.exec_driver_sql(sql)
    engine.dispose()
    with Store.open(path) as store:
        assert store.check() == []
        entries = store.audit(["c1"])
        assert [(entry.action, entry.who, entry.entry) for entry in entries] == [
            ("undo", "Ana", 2),
            ("fix", "Ben", None),
            ("same", "Ana", None),
            ("accept", "Ana", None),
        ]
        assert [entry.undone for entry in entries] == [False, False, True, False]


def test_an_unknown_decision_is_named(store: Store) -> None:
    from counterclaim.store.reviews import Signed, undo

    with pytest.raises(NotFoundError, match="no decision has the number 9"), store.writing() as connection:
        undo(connection, 9, Signed("Ana"), link=True)
