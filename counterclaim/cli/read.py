"""`counterclaim read`: documents in, sheets out."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

import click

from counterclaim.cli.options import chosen_format, day_option, format_option, limit_option
from counterclaim.cli.tables import Summary, print_summaries, summarise
from counterclaim.core.codec import encode_sheet
from counterclaim.inputs.limits import Limits

if TYPE_CHECKING:
    from counterclaim.inputs.readings import Reading
    from counterclaim.run.local import Done
    from counterclaim.store import Store

COLUMNS = ("text", "doc", "title", "outlet", "published")
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
    callback=lambda _context, _parameter, words: day_option(words),
    help="Day of publication, where an input has none: YYYY, YYYY-MM or YYYY-MM-DD.",
)
@click.option("--outlet", metavar="NAME", help="Who publishes them, where an input has none.")
@click.option(
    "--llm",
    "endpoint",
    metavar="NAME",
    help="Also ask the endpoint that the settings file calls NAME: every sentence read for claims is sent to it.",
)
@click.option(
    "--column",
    "columns",
    metavar="WHAT=NAME",
    multiple=True,
    callback=lambda _context, _parameter, told: _columns(told),
    help="The column of a table that holds the text, doc, title, outlet or published: --column text=body.",
)
@limit_option
@format_option("table", "jsonl")
def read(
    paths: tuple[str, ...],
    store_path: Path | None,
    published: str | None,
    outlet: str | None,
    endpoint: str | None,
    columns: dict[str, str],
    limits: Limits,
    output_format: str | None,
) -> None:
    """Read files, folders, globs or - and print what they claim.

    Text, HTML, PDF, Word, e-mail, RSS and Atom, tables (CSV, JSON lines, Parquet), web archives and zip
    folders, told by their content.

    Exit code 3: some inputs could not be read; each is named, and the rest was read.
    """
    from counterclaim.inputs.inputs import read_inputs

    readings = read_inputs(
        paths,
        stdin=sys.stdin.buffer,
        published=published,
        outlet=outlet,
        columns=columns,
        limits=limits,
    )
    read_and_show(readings, store_path, endpoint, output_format)


def _opened(path: Path) -> Store:
    from counterclaim.store import Store  # half a second, only where there is one

    return Store.open(path)


def read_and_show(
    readings: Iterable[Reading], store_path: Path | None, endpoint: str | None, output_format: str | None
) -> None:
    """Read documents for claims into the store, if any, and print them; exit with 3 where some were refused."""
    from counterclaim.llm.opening import open_extractor
    from counterclaim.run.local import link_store, read_each

    shown = chosen_format(output_format, "table")
    counted: Counter[str] = Counter()
    with (
        open_extractor(endpoint) if endpoint is not None else nullcontext() as extractor,
        _opened(store_path) if store_path else nullcontext() as store,
    ):
        done = read_each(readings, store=store, extractor=extractor)
        rows: list[Summary] = []
        for item in _with_progress(done, show=shown == "table"):
            counted[item.outcome] += 1
            _report(item)
            if shown == "jsonl":
                if item.sheet is not None:
                    sys.stdout.buffer.write(encode_sheet(item.sheet) + b"\n")
            elif item.outcome != "remark":
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


def _columns(told: tuple[str, ...]) -> dict[str, str]:
    """Headings by what they hold, or a usage error."""
    pairs = dict(each.partition("=")[::2] for each in told)
    odd = next((what for what, name in pairs.items() if what not in COLUMNS or not name), None)
    if odd is not None:
        raise click.BadParameter(f"{odd!r}: write WHAT=NAME, where WHAT is one of {', '.join(COLUMNS)}")
    return pairs


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
