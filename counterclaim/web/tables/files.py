"""All rows of a selection as a file: the columns shown, and the lasting address of each row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from counterclaim.export.cells import Cell, comma_separated
from counterclaim.export.made import MEDIA_TYPES, Kind
from counterclaim.export.made import Column as FileColumn
from counterclaim.export.parquet import parquet_file
from counterclaim.store.select import Column, Row, Selection, as_query
from counterclaim.web.downloads import pretty_json
from counterclaim.web.tables.cells import permalink

ENDINGS = ("csv", "json", "parquet")
PERMALINK = "permalink"


class TableFile(NamedTuple):
    """A download."""

    name: str
    media_type: str
    body: bytes


def make_file(selection: Selection, rows: Iterable[Row], ending: str, site: str) -> TableFile:
    """The rows, which have the columns shown and those that `permalink` needs; `site` is how addresses begin.

    Text in CSV is kept from being taken for a formula; JSON and Parquet have it as it is.

    Raises:
        DataError: Parquet is asked for and pyarrow is not installed.
    """
    told = _with_links(selection, rows, site)
    columns = [*(column.name for column in selection.chosen), PERMALINK]
    if ending == "csv":
        body = comma_separated(columns, told)
    elif ending == "json":
        body = _json(selection, columns, list(told))
    else:
        kinds = [FileColumn(column.name, _kind(column)) for column in selection.chosen]
        body = parquet_file("", [*kinds, FileColumn(PERMALINK, "string")], told).data
    return TableFile(f"{selection.list}.{ending}", MEDIA_TYPES[ending], body)


def _with_links(selection: Selection, rows: Iterable[Row], site: str) -> Iterator[dict[str, Cell]]:
    names = [column.name for column in selection.chosen]
    for row in rows:
        told: dict[str, Cell] = {name: _cell(row[name]) for name in names}
        link = permalink(selection.list, row)
        yield {**told, PERMALINK: f"{site}{link}" if link else None}


def _cell(value: object) -> Cell:
    return value if isinstance(value, str | int | float) else None


def _json(selection: Selection, columns: list[str], rows: list[dict[str, Cell]]) -> bytes:
    told: dict[str, Any] = {
        "list": selection.list,
        "asked": as_query(selection),
        "columns": columns,
        "total": len(rows),
        "rows": rows,
    }
    return pretty_json(told)


def _kind(column: Column) -> Kind:
    return column.kind if column.kind in ("integer", "number") else "string"
