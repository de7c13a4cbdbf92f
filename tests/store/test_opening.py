from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from counterclaim.core.errors import NotFoundError, StoreError
from counterclaim.core.types import Sheet
from counterclaim.store import Store, query
from counterclaim.store.connect import make_engine
from counterclaim.store.migrate import MIGRATIONS, migrate
from counterclaim.store.schema import HEAD, metadata

MakeSheet = Callable[..., Sheet]


def test_the_migrations_make_just_the_tables_the_program_knows(store: Store) -> None:
    with store.reading() as connection:
        context = MigrationContext.configure(
            connection,
            opts={"include_name": lambda name, kind, _: not str(name).startswith("passage_index")},
        )
        assert compare_metadata(context, metadata) == []


def test_the_newest_migration_is_the_one_the_program_asks_for() -> None:
    assert ScriptDirectory(str(MIGRATIONS)).get_current_head() == HEAD


def test_a_writer_is_durable_and_checks_its_references(store: Store) -> None:
    def ask(pragma: str) -> object:
        with store.reading() as connection:
            return connection.exec_driver_sql(f"PRAGMA {pragma}").scalar()

    full = 2
    assert (ask("journal_mode"), ask("synchronous"), ask("foreign_keys")) == ("wal", full, 1)
    assert ask("busy_timeout") == 10_000


def test_search_finds_what_was_there_before_the_index_was(path: Path) -> None:
    engine = make_engine(path, read_only=False)
    migrate(engine, "0001")
    with engine.begin() as connection:
        connection.exec_driver_sql(
            "INSERT INTO documents VALUES ('d', 'old.txt', NULL, NULL, NULL, 'old.txt', '', 'utf-8', "
            "'Rain fell.', 10, '[]', '', '')"
        )
        connection.exec_driver_sql(
            "INSERT INTO passages VALUES (1, 'd', 0, 0, 10, 0, 0, 'Rain fell.', 'rain fell.')"
        )
    engine.dispose()
    with Store.open(path) as store:
        assert [found.doc for found in store.find_passages("rain")] == ["old.txt"]


def test_an_older_store_is_not_migrated_by_a_reader(path: Path) -> None:
    engine = make_engine(path, read_only=False)
    migrate(engine, "0001")
    engine.dispose()
    with pytest.raises(StoreError, match="open it once for writing"):
        Store.open(path, read_only=True)
    with pytest.raises(StoreError, match="open it once for writing"):
        query(path, "SELECT 1")


def test_reading_a_store_that_is_not_there_makes_none(path: Path) -> None:
    with pytest.raises(NotFoundError, match="no store at"):
        Store.open(path, read_only=True)
    assert list(path.parent.iterdir()) == []


def test_a_store_can_be_read_where_nothing_may_be_written(
    path: Path, make_sheet: MakeSheet, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Store.open(path) as store:
        store.write_sheet(make_sheet())
    monkeypatch.setattr(os, "access", lambda *_: False)  # tests may run as root, who may write anywhere
    before = sorted(path.parent.iterdir())
    with Store.open(path, read_only=True) as reader:
        assert len(reader.documents()) == 1
        assert sorted(path.parent.iterdir()) == before


def test_another_programs_database_is_refused_and_left_as_it_is(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE recipes (name TEXT)")
    before = path.read_bytes()
    with pytest.raises(StoreError, match="another program"):
        Store.open(path)
    assert path.read_bytes() == before


def test_a_file_that_is_no_database_is_refused_and_left_as_it_is(path: Path) -> None:
    path.write_text("Dear diary, " * 100)
    with pytest.raises(StoreError, match=r"record\.db: .*name another path"):
        Store.open(path)
    assert path.read_text() == "Dear diary, " * 100


def test_a_newer_programs_store_is_refused(path: Path) -> None:
    Store.open(path).close()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(StoreError, match="upgrade the program"):
        Store.open(path)


@pytest.mark.parametrize("read_only", [True, False])
def test_a_folder_is_no_store(tmp_path: Path, read_only: bool) -> None:
    with pytest.raises(StoreError, match=str(tmp_path)):
        Store.open(tmp_path, read_only=read_only)


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"there is no folder .*nowhere; make it first"):
        Store.open(tmp_path / "nowhere" / "record.db")


def test_a_full_disk_is_told_with_the_next_step(store: Store, make_sheet: MakeSheet) -> None:
    with store.reading() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count = 1")  # SQLite answers as on a full disk
    with pytest.raises(StoreError, match=r"record\.db: .*full; free some space"):
        store.write_sheet(make_sheet("Shelling killed 4 in Brod. " * 400))
    assert store.documents() == []


def test_an_empty_file_becomes_a_store(path: Path) -> None:
    path.touch()
    with Store.open(path) as store:
        assert store.check() == []


def test_odd_letters_in_the_path_do_no_harm(tmp_path: Path, make_sheet: MakeSheet) -> None:
    odd = tmp_path / "50% done? #2 & más.db"
    with Store.open(odd) as store:
        store.write_sheet(make_sheet())
    with Store.open(odd, read_only=True) as store:
        assert len(store.documents()) == 1


def test_a_reader_sees_one_moment_while_another_writes(
    store: Store, path: Path, make_sheet: MakeSheet
) -> None:
    store.write_sheet(make_sheet())
    with Store.open(path, read_only=True) as reader:
        with reader.reading() as connection:
            count = "SELECT count(*) FROM documents"
            assert connection.exec_driver_sql(count).scalar() == 1
            store.write_sheet(make_sheet("Shelling killed 4 in Brod.", doc="brod.txt"))
            assert connection.exec_driver_sql(count).scalar() == 1
        assert len(reader.documents()) == 2
