"""Read what a selection asks for: a page of rows, how many there are, and how often each value occurs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from sqlalchemy import Connection, CursorResult

from counterclaim.store.rows import Cell
from counterclaim.store.select.cursor import write_cursor
from counterclaim.store.select.selection import Selection
from counterclaim.store.select.statement import Statement, count_statement, rows_statement

Row = dict[str, Cell]


class Page(NamedTuple):
    """Rows in their order with the chosen columns; `next` is the cursor of the page that follows, None at the end."""

    rows: tuple[Row, ...]
    next: str | None
    total: int  # on all pages


def select_rows(connection: Connection, selection: Selection) -> Page:
    """One page.

    Raises:
        DataError: the cursor is none of this list and order.
    """
    rows, following = select_uncounted(connection, selection)
    return Page(rows, following, count_rows(connection, selection))


def select_uncounted(connection: Connection, selection: Selection) -> tuple[tuple[Row, ...], str | None]:
    """One page and the cursor of the next: what `select_rows` gives but for the total, which takes longer.

    Raises:
        DataError: the cursor is none of this list and order.
    """
    names = [column.name for column in selection.chosen]
    found = [tuple(row) for row in _run(connection, rows_statement(selection, hidden=True))]
    kept = found[: selection.limit]
    following = None
    if len(found) > len(kept):
        following = write_cursor(selection, kept[-1][len(names) :])
    return tuple(dict(zip(names, row[: len(names)], strict=True)) for row in kept), following


def count_rows(connection: Connection, selection: Selection) -> int:
    """How many rows there are on all pages."""
    return int(_run(connection, count_statement(selection)).scalar() or 0)


def select_all(connection: Connection, selection: Selection) -> Iterator[Row]:
    """Every row, whatever the page."""
    names = [column.name for column in selection.chosen]
    for row in _run(connection, rows_statement(selection, whole=True)):
        yield dict(zip(names, row, strict=True))


def _run(connection: Connection, statement: Statement) -> CursorResult[Any]:
    return connection.exec_driver_sql(statement.sql, statement.values)
