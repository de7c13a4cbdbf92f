"""`counterclaim issues`: what was odd in the inputs."""

from __future__ import annotations

from pathlib import Path

import click

from counterclaim.cli.options import chosen_format, format_option, store_option
from counterclaim.cli.tables import print_lines, print_table


@click.command()
@store_option
@format_option("table", "jsonl")
def issues(store_path: Path, output_format: str | None) -> None:
    """List the issues of a store: refused inputs, dates without a year, and other odd data."""
    from counterclaim.store import Store  # SQLAlchemy takes a while; --help need not wait

    with Store.open(store_path, read_only=True) as store:
        found = store.issues()
    if chosen_format(output_format, "table") == "jsonl":
        print_lines(found)
        return
    print_table(
        ("Input", "Code", "", "What"),
        [(item.origin, item.issue.code, item.issue.severity, item.issue.message) for item in found],
    )
