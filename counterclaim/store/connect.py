"""Connections to a store file: durable when writing, unable to write when reading."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Literal
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool

from counterclaim.core.errors import NotFoundError, StoreError
from counterclaim.store.failures import explained
from counterclaim.store.schema import APPLICATION_ID, HEAD

# How long a writer waits for another one. A write of one document holds the lock for
# milliseconds, a replacement of all incidents for seconds.
BUSY_TIMEOUT_MS = 10_000

State = Literal["fresh", "old", "current"]


def uri(path: Path, *, read_only: bool) -> str:
    """The SQLite URI of a file.

    A reader of a WAL store needs to write beside it. Where it may not, and no writer left anything
    beside it, the file cannot be changing and is read as immutable.
    """
    address = f"file:{quote(str(path.absolute()))}"
    if not read_only:
        return f"{address}?mode=rwc"
    wal = path.with_name(path.name + "-wal")
    if not os.access(path.parent, os.W_OK) and not wal.exists():
        return f"{address}?mode=ro&immutable=1"
    return f"{address}?mode=ro"


def find_state(path: Path) -> State:
    """Whether the file is to be made, to be migrated, or ready.

    Raises:
        StoreError: the file is not a store of this program, or a newer program's.
    """
    if not path.exists() or path.stat().st_size == 0:
        if not path.parent.is_dir():
            raise StoreError(f"{path}: there is no folder {path.parent}; make it first")
        return "fresh"
    with explained(path):
        if not path.is_file():
            raise StoreError(f"{path} is not a file; name a path for the store")
        with closing(sqlite3.connect(uri(path, read_only=True), uri=True)) as connection:
            connection.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS:d}")
            tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
            (application,) = connection.execute("PRAGMA application_id").fetchone()
            if not tables and application == 0:
                return "fresh"
            if application != APPLICATION_ID or "alembic_version" not in tables:
                raise StoreError(
                    f"{path} is a SQLite file of another program; name another path for the store"
                )
            (revision,) = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    if revision == HEAD:
        return "current"
    from counterclaim.store.migrate import known_revisions  # Alembic takes a while to import

    if revision not in known_revisions():
        raise StoreError(
            f"{path} was written by a newer Counterclaim (schema {revision}); upgrade the program"
        )
    return "old"


def require_readable(path: Path) -> None:
    """Check that a reader finds a store of the newest schema at `path`.

    Raises:
        NotFoundError: there is no store.
        StoreError: the file is no store, or of another schema.
    """
    state = find_state(path)
    if state == "fresh":
        raise NotFoundError(f"there is no store at {path}; read some documents into it first")
    if state == "old":
        raise StoreError(f"{path} has an older schema; open it once for writing to bring it up to date")


def make_engine(
    path: Path, *, read_only: bool, prepare: Callable[[sqlite3.Connection], None] | None = None
) -> Engine:
    """An engine whose transactions take the write lock when they begin, not halfway.

    A reading transaction sees one moment of the store, whatever others write meanwhile. `prepare` is done to
    each connection before it is made unable to write.
    """

    def connect() -> sqlite3.Connection:
        connection = sqlite3.connect(
            uri(path, read_only=read_only), uri=True, isolation_level=None, check_same_thread=False
        )
        connection.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS:d}")
        connection.execute("PRAGMA foreign_keys = ON")
        if prepare is not None:
            prepare(connection)
        if read_only:
            connection.execute("PRAGMA query_only = ON")
        else:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = FULL")
        return connection

    engine = create_engine("sqlite://", creator=connect, poolclass=QueuePool)

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        writing = connection.get_execution_options().get("writing", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")

    return engine
