"""Answer SQL from outside: reading only, within limits of time, rows and memory."""

from __future__ import annotations

import sqlite3
import time
from contextlib import closing
from pathlib import Path

from counterclaim.core.errors import QueryError
from counterclaim.store.connect import BUSY_TIMEOUT_MS, require_readable, uri
from counterclaim.store.failures import explained
from counterclaim.store.lens import Sight
from counterclaim.store.rows import Cell, QueryResult
from counterclaim.store.sight import hides_something

_ALLOWED = frozenset(
    {sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_FUNCTION, sqlite3.SQLITE_RECURSIVE}
)
_REFUSED_FUNCTIONS = frozenset({"load_extension", "fts3_tokenizer"})
_SECRET_COLUMNS = frozenset({"password_hash", "token_hash"})

# Characters of one value. SQLite looks at the clock between steps only, and one function call on
# a very long string is one step; 5 million hold any article and keep such a step short.
_VALUE_LENGTH = 5_000_000
_LIMITS = {
    sqlite3.SQLITE_LIMIT_LENGTH: _VALUE_LENGTH,
    sqlite3.SQLITE_LIMIT_SQL_LENGTH: 100_000,
    sqlite3.SQLITE_LIMIT_LIKE_PATTERN_LENGTH: 200,
    sqlite3.SQLITE_LIMIT_ATTACHED: 0,
    sqlite3.SQLITE_LIMIT_WORKER_THREADS: 0,
}
_RESULT_LENGTH = 50_000_000  # characters of all values together
_STEPS_BETWEEN_LOOKS = 2_000  # virtual-machine steps; under a millisecond of work


def query(
    path: str | Path, sql: str, *, max_rows: int = 1000, max_seconds: float = 1.0, sight: Sight = "all"
) -> QueryResult:
    """The rows that one SELECT gives; `truncated` where rows were left out.

    Nothing can be written, attached, loaded or set, whatever the SQL says; hashes of passwords and tokens read
    as NULL. Somebody whose `sight` is less than all gets no answer where that makes a difference: SQL can ask
    around any view.

    Raises:
        QueryError: the SQL is wrong, is no plain reading, takes longer than `max_seconds`, or is not for this sight.
        NotFoundError: there is no store at `path`.
        StoreError: the file is no store or cannot be read.
    """
    path = Path(path)
    require_readable(path)
    with explained(path):
        connection = sqlite3.connect(uri(path, read_only=True), uri=True)
    with closing(connection):
        with explained(path):
            if hides_something(connection, sight):
                raise QueryError("SQL shows what is withheld here; it is for reviewers")
            _fence(connection, max_seconds)
        try:
            return _fetch(connection, sql, max_rows)
        except sqlite3.OperationalError as error:
            if "interrupted" in str(error):
                raise QueryError(
                    f"the query took longer than {max_seconds:g} s; ask for less, or allow more time"
                ) from error
            raise QueryError(f"{error} in: {sql}") from error
        except (sqlite3.Error, sqlite3.Warning, ValueError, OverflowError, MemoryError) as error:
            raise QueryError(f"{error} in: {sql}") from error


def _fence(connection: sqlite3.Connection, max_seconds: float) -> None:
    """Set the limits; after this the connection can only read."""
    connection.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS:d}")
    connection.execute("PRAGMA query_only = ON")
    connection.execute("PRAGMA temp_store = MEMORY")
    # Building the full-text table takes more rights than reading it, so it is built before the fence.
    connection.execute("SELECT rowid FROM passage_index LIMIT 0")
    for limit, value in _LIMITS.items():
        connection.setlimit(limit, value)
    deadline = time.monotonic() + max_seconds
    connection.set_progress_handler(lambda: time.monotonic() > deadline, _STEPS_BETWEEN_LOOKS)
    connection.set_authorizer(_authorize)


def _authorize(action: int, first: str | None, second: str | None, *_where: str | None) -> int:
    """SQLite's answer for one thing that a statement wants to do."""
    if action == sqlite3.SQLITE_PRAGMA and first == "data_version" and second is None:
        return sqlite3.SQLITE_OK  # the full-text index asks whether its file has changed
    if action == sqlite3.SQLITE_READ and second in _SECRET_COLUMNS:
        return sqlite3.SQLITE_IGNORE  # the value reads as NULL
    if action not in _ALLOWED or (action == sqlite3.SQLITE_FUNCTION and second in _REFUSED_FUNCTIONS):
        return sqlite3.SQLITE_DENY
    return sqlite3.SQLITE_OK


def _fetch(connection: sqlite3.Connection, sql: str, max_rows: int) -> QueryResult:
    cursor = connection.execute(sql)
    if cursor.description is None:
        raise QueryError(f"the query gives no rows; write one SELECT, not: {sql}")
    rows: list[tuple[Cell, ...]] = []
    length = 0
    truncated = False
    for row in cursor:
        length += sum(len(cell) for cell in row if isinstance(cell, str | bytes))
        if len(rows) == max_rows or length > _RESULT_LENGTH:
            truncated = True
            break
        rows.append(row)
    columns = tuple(column[0] for column in cursor.description)
    return QueryResult(columns=columns, rows=tuple(rows), truncated=truncated)
