"""Tables as Parquet, through pyarrow, which is an extra."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from counterclaim.core.errors import DataError
from counterclaim.export.cells import Cell
from counterclaim.export.made import Column, File


def parquet_file(name: str, columns: Sequence[Column], rows: Iterable[Mapping[str, Cell]]) -> File:
    """The table; every column may be null, and text stands as it is: Parquet has no formulas.

    Raises:
        DataError: pyarrow is not installed.
    """
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError as error:
        raise DataError("Parquet needs pyarrow: pip install 'counterclaim[parquet]'") from error
    types = {"string": pa.string(), "integer": pa.int64(), "number": pa.float64(), "date": pa.date32()}
    schema = pa.schema([pa.field(column.name, types[column.kind]) for column in columns])
    listed = [{column.name: _value(row.get(column.name), column) for column in columns} for row in rows]
    held = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(listed, schema=schema), held, compression="zstd")
    return File(name, held.getvalue())


def _value(cell: Cell, column: Column) -> Any:
    return date.fromisoformat(cell) if column.kind == "date" and isinstance(cell, str) else cell
