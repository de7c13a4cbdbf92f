"""`counterclaim check`: whether a store is sound."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from counterclaim.cli.options import store_option


@click.command()
@store_option
def check(store_path: Path) -> None:
    """Check that every quote stands in its document and no row is lost. Exit code 1: something is wrong."""
    from counterclaim.store import Store  # SQLAlchemy takes a while; --help need not wait

    with Store.open(store_path, read_only=True) as store:
        troubles = store.check()
    for trouble in troubles:
        click.echo(trouble)
    if troubles:
        sys.exit(1)
    click.echo(f"{store_path} is sound")
