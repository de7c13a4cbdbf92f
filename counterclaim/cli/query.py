"""`counterclaim query`: SQL over the store, for reading only."""

from __future__ import annotations

import csv
import json
import sys
from pathlib import Path

import click

from counterclaim.cli.options import chosen_format, format_option, store_option
from counterclaim.cli.tables import print_table


@click.command()
@click.argument("sql")
@store_option
@click.option(
    "--rows",
    "max_rows",
    type=click.IntRange(1, 100_000),
    default=1_000,
    show_default=True,
    help="At most so many rows.",
)
@click.option(
    "--seconds",
    "max_seconds",
    type=click.FloatRange(0.1, 600),
    default=10.0,
    show_default=True,
    help="Stop after this long.",
)
@format_option("table", "jsonl", "csv")
def query(sql: str, store_path: Path, max_rows: int, max_seconds: float, output_format: str | None) -> None:
    """Run one SELECT over the store. Nothing is changed. Tables: docs/reference/store.md."""
    from counterclaim.store import query as run_query

    result = run_query(store_path, sql, max_rows=max_rows, max_seconds=max_seconds)
    shown = chosen_format(output_format, "table")
    if shown == "jsonl":
        for row in result.rows:
            click.echo(json.dumps(dict(zip(result.columns, row, strict=True)), ensure_ascii=False))
    elif shown == "csv":
        writer = csv.writer(sys.stdout)
        writer.writerow(result.columns)
        writer.writerows(result.rows)
    else:
        print_table(
            result.columns, [["" if cell is None else str(cell) for cell in row] for row in result.rows]
        )
    if result.truncated:
        click.echo(f"only the first {max_rows:,} rows; --rows gives more", err=True)
