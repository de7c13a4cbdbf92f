"""SQL over the store, for whoever may read all of it: within a second, a thousand rows, and a process of its own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from starlette.responses import Response

from counterclaim.core.errors import NotFoundError, QueryError
from counterclaim.export.cells import comma_separated
from counterclaim.store import QueryResult
from counterclaim.store.query_apart import query_apart
from counterclaim.store.rows import Cell
from counterclaim.web import viewer
from counterclaim.web.downloads import attached
from counterclaim.web.render import render
from counterclaim.web.tables.sql_help import examples, explain, tables
from counterclaim.web.viewer import at_least

router = APIRouter(dependencies=[Depends(at_least("reader"))])

MOST_ROWS = 1_000
MOST_SECONDS = 1.0
SQL_LENGTH = 20_000  # characters; as long as servers take addresses

Sql = Annotated[str, Query(max_length=SQL_LENGTH)]


@router.api_route("/sql", methods=["GET", "HEAD"])
def show_sql(request: Request, q: Sql = "") -> Response:
    """A field for one SELECT, its rows or what is wrong with it, and the tables that there are."""
    result: QueryResult | None = None
    fault, hints = "", list[str]()
    if q.strip():
        try:
            result = _ask(request, q)
        except QueryError as error:
            fault, hints = str(error).removesuffix(f" in: {q}"), explain(str(error))
    return _page(q, result, fault, hints)


@router.api_route("/sql.csv", methods=["GET", "HEAD"])
def show_sql_file(request: Request, q: Sql) -> Response:
    """The rows as CSV."""
    try:
        result = _ask(request, q)
    except QueryError as error:
        return _page(q, None, str(error), explain(str(error)))
    names = _distinct(result.columns)
    rows = (dict(zip(names, map(_written, row), strict=True)) for row in result.rows)
    return attached(comma_separated(names, rows), "text/csv", "query.csv")


def _page(q: str, result: QueryResult | None, fault: str, hints: Sequence[str]) -> Response:
    return render(
        "tables/sql.html",
        422 if fault else 200,
        q=q,
        result=result,
        rows=[[_shown(cell) for cell in row] for row in result.rows] if result else [],
        fault=fault,
        hints=hints,
        most_rows=MOST_ROWS,
        tables=tables(),
        examples=examples(),
    )


def _ask(request: Request, sql: str) -> QueryResult:
    path = request.app.state.store_path
    try:
        return query_apart(path, sql, max_rows=MOST_ROWS, max_seconds=MOST_SECONDS, sight=viewer.sight())
    except NotFoundError as error:  # of the store, not of a thing in it
        raise QueryError(str(error)) from error


def _distinct(names: tuple[str, ...]) -> list[str]:
    """The names, those that come again with a number behind them."""
    found: list[str] = []
    for name in names:
        number, told = 2, name
        while told in found:
            told, number = f"{name}_{number}", number + 1
        found.append(told)
    return found


def _written(cell: Cell) -> str | int | float | None:
    return f"x'{cell.hex()}'" if isinstance(cell, bytes) else cell


def _shown(cell: Cell) -> tuple[str, str]:
    """How the cell looks, and its words."""
    if cell is None:
        return "null", "NULL"
    if isinstance(cell, str):
        return "text", cell if len(cell) <= 500 else f"{cell[:500]}…"
    return ("number", str(cell)) if not isinstance(cell, bytes) else ("code", f"{len(cell):,} bytes")
