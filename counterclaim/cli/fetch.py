"""`counterclaim fetch`: pages of the web in, sheets out; the only command that asks other machines for pages."""

from __future__ import annotations

from pathlib import Path

import click

from counterclaim.cli.options import format_option, limit_option
from counterclaim.cli.read import read_and_show
from counterclaim.core.errors import DataError
from counterclaim.inputs.limits import Limits


@click.command()
@click.argument("urls", nargs=-1, required=True, metavar="URL…")
@click.option(
    "--archive",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("fetched"),
    show_default=True,
    help="Keep the raw bytes, and a line on how they came, in this folder.",
)
@click.option(
    "--store",
    "store_path",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Keep the record in this file.",
)
@limit_option
@format_option("table", "jsonl")
def fetch(
    urls: tuple[str, ...], archive: Path, store_path: Path | None, limits: Limits, output_format: str | None
) -> None:
    """Fetch pages by their addresses, keep their bytes, and print what they claim.

    Only public addresses are asked, robots.txt is honoured, and nothing is fetched but what you name.

    Exit code 3: some could not be fetched or read; each is named, and the rest was read.
    """
    try:
        from counterclaim.inputs.fetch.readings import read_addresses
    except ImportError as error:
        raise DataError(
            f"fetching needs more packages ({error.name}); pip install 'counterclaim[fetch]'"
        ) from error
    from counterclaim.inputs.given import Given

    read_and_show(read_addresses(urls, archive, Given(limits=limits)), store_path, None, output_format)
