"""Rows in runs: no query names more values than SQLite takes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

from sqlalchemy import Column, Connection, Table, delete, insert

Id = TypeVar("Id", str, int)
_ID_CHUNK = 500  # ids per query; SQLite allows 32,766 variables, and older builds 999


def in_chunks(ids: Iterable[Id]) -> Iterable[Sequence[Id]]:
    """The ids in runs short enough for one query."""
    every = list(ids)
    return (every[first : first + _ID_CHUNK] for first in range(0, len(every), _ID_CHUNK))


def insert_all(connection: Connection, table: Table, rows: Iterable[dict[str, Any]]) -> None:
    """Insert the rows, of which there may be none."""
    every = list(rows)
    if every:
        connection.execute(insert(table), every)


def delete_in(connection: Connection, table: Table, column: Column[Any], values: Iterable[Id]) -> None:
    """Delete the rows whose column holds one of the values."""
    for chunk in in_chunks(values):
        connection.execute(delete(table).where(column.in_(chunk)))
