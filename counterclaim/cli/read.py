"""`counterclaim read`: documents in, sheets out."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

import click

from counterclaim.cli.options import chosen_format, format_option
from counterclaim.cli.tables import Summary, print_summaries, summarise
from counterclaim.core.codec import encode_sheet
from counterclaim.core.errors import DataError
from counterclaim.read.published import parse_published

if TYPE_CHECKING:
    from counterclaim.run.local import Done

EXIT_SOME_REFUSED = 3  # the rest of the batch was read


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@click.option(
    "--store",
    "store_path",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Keep the record in this file.",
)
@click.option(
    "--published",
    metavar="DATE",
    callback=lambda _context, _parameter, words: _day(words),
    help="Day of publication, where an input has none: YYYY, YYYY-MM or YYYY-MM-DD.",
)
@click.option("--outlet", metavar="NAME", help="Who publishes them, where an input has none.")
@click.option(
    "--llm",
    "endpoint",
    metavar="NAME",
    help="Also ask the endpoint that the settings file calls NAME: every sentence read for claims is sent to it.",
)
@format_option("table", "jsonl")
def read(
    paths: tuple[str, ...],
    store_path: Path | None,
    published: str | None,
    outlet: str | None,
    endpoint: str | None,
    output_format: str | None,
) -> None:
    """Read text files, folders, globs, JSONL tables or - and print what they claim.

    Exit code 3: some inputs could not be read; each is named, and the rest was read.
    """
    from counterclaim.llm.opening import open_extractor
    from counterclaim.run.local import link_store, read_all
    from counterclaim.store import Store

    shown = chosen_format(output_format, "table")
    counted: Counter[str] = Counter()
    with (
        open_extractor(endpoint) if endpoint is not None else nullcontext() as extractor,
        Store.open(store_path) if store_path else nullcontext() as store,
    ):
        done = read_all(
            paths,
            store=store,
            stdin=sys.stdin.buffer,
            published=published,
            outlet=outlet,
            extractor=extractor,
        )
        rows: list[Summary] = []
        for item in _with_progress(done, show=shown == "table"):
            counted[item.outcome] += 1
            _report(item)
            if shown == "jsonl":
                if item.sheet is not None:
                    sys.stdout.buffer.write(encode_sheet(item.sheet) + b"\n")
            else:
                rows.append(summarise(item))
        sys.stdout.flush()
        if shown == "table":
            print_summaries(rows)
        if store is not None:
            found = link_store(store)
            click.echo(
                f"{store_path}: {counted['added']} added, {counted['reread']} read again, "
                f"{counted['unchanged']} unchanged, {counted['refused']} refused; {found} incidents",
                err=True,
            )
    if counted["refused"]:
        sys.exit(EXIT_SOME_REFUSED)


def _day(words: str | None) -> str | None:
    """The day that --published names, or a usage error."""
    try:
        return parse_published(words) if words is not None else None
    except DataError as error:
        raise click.BadParameter(str(error)) from error


def _report(item: Done) -> None:
    """Refused inputs and warnings go to the error stream at once."""
    for issue in item.issues:
        if issue.severity != "info":
            click.echo(f"{issue.severity}: {issue.message} [{issue.code}]", err=True)


def _with_progress(done: Iterable[Done], *, show: bool) -> Iterator[Done]:
    """A counter on the error stream, on a terminal only."""
    if not (show and sys.stderr.isatty()):
        yield from done
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (
        SpinnerColumn(),
        TextColumn("{task.completed} documents"),
        TimeElapsedColumn(),
        TextColumn("{task.description}"),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("", total=None)
        for item in done:
            progress.update(task, advance=1, description=item.origin)
            yield item
