"""`counterclaim import`: data that people already have, as accounts beside those read from articles."""

from __future__ import annotations

import csv
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from counterclaim.cli.options import (
    chosen_format,
    day_option,
    format_option,
    limit_option,
    store_option_for,
    who_option_for,
)
from counterclaim.cli.read import EXIT_SOME_REFUSED
from counterclaim.cli.tables import print_lines, print_table
from counterclaim.inputs.limits import Limits

if TYPE_CHECKING:
    from counterclaim.imports.lists import List
    from counterclaim.imports.outcomes import RowOutcome
    from counterclaim.store import Store

Function = TypeVar("Function", bound=Callable[..., Any])
MOST_SHOWN = 100  # rows of the table on a terminal; CSV and JSON lines have all
_FIELDS = ("row", "id", "outcome", "why", "issues")


def importing(function: Function) -> Function:
    """What every import takes."""
    for option in (
        format_option("table", "csv", "jsonl"),
        limit_option,
        click.option("--check", is_flag=True, help="Say what would be done, and write nothing."),
        store_option_for("The store to write to."),
    ):
        function = option(function)
    return function


def listing(function: Function) -> Function:
    """What an import of a list of events takes."""
    for option in (
        importing,
        click.option(
            "--part", is_flag=True, help="The file is not the whole list: do not list what it lacks."
        ),
        click.option(
            "--published",
            metavar="DAY",
            callback=lambda _context, _parameter, words: day_option(words),
            help="Day on which the list came out, for rows that do not say.",
        ),
        click.option(
            "--publisher",
            metavar="NAME",
            help="Whose list it is, where it only has the columns of another's.",
        ),
        click.argument("path", metavar="FILE", type=click.Path(path_type=Path, exists=True, dir_okay=False)),
    ):
        function = option(function)
    return function


@click.group("import")
def import_() -> None:
    """Import UCDP GED, ACLED, or a coder's table of claims, updating what was imported before.

    Prints what became of each row: added, updated, unchanged, refused (with the reason), or absent (in the store and not
    in the file). Exit code 3: some rows were refused; the rest was imported.
    """


@import_.command()
@listing
def ucdp(path: Path, store_path: Path, **options: Any) -> None:
    """Import UCDP GED (CSV or XLSX, releases 17 to 26): each row as an account of UCDP."""
    from counterclaim.imports.ucdp import LIST

    _import_list(path, LIST, store_path, **options)


@import_.command()
@listing
def acled(path: Path, store_path: Path, **options: Any) -> None:
    """Import an ACLED file (CSV or XLSX): each row as an account of ACLED."""
    from counterclaim.imports.acled import LIST

    _import_list(path, LIST, store_path, **options)


@import_.command()
@click.argument(
    "path", metavar="FILE", required=False, type=click.Path(path_type=Path, exists=True, dir_okay=False)
)
@click.option("--template", is_flag=True, help="Print a table with the headings only, and stop.")
@who_option_for("Whose claims they are.")
@importing
def claims(
    path: Path | None,
    template: bool,
    who: str,
    store_path: Path,
    check: bool,
    limits: Limits,
    output_format: str | None,
) -> None:
    """Import a coder's claims (CSV, XLSX or JSON lines), each quoting a document of the store or of the table.

    The columns are those of `counterclaim export claims`, and `text` for a document that the store has not.
    """
    from counterclaim.core.stages import compose
    from counterclaim.core.types import Sheet
    from counterclaim.imports import acled, ucdp
    from counterclaim.imports.claim_cells import COLUMNS
    from counterclaim.imports.claims import import_claims
    from counterclaim.run.pipeline import ANNOTATING
    from counterclaim.store import Store

    if template:
        csv.writer(sys.stdout).writerow(COLUMNS)
        return
    if path is None:
        raise click.UsageError("name a FILE, or --template for a table to fill in")
    annotate = compose(ANNOTATING)
    with Store.open(store_path, read_only=check) as store:
        outcomes = import_claims(
            path,
            store,
            who,
            lambda document: annotate(Sheet(document=document)),
            limits=limits,
            others=(ucdp.LAYOUT, acled.LAYOUT),
            check=check,
        )
        _finish(outcomes, store, store_path, check=check, output_format=output_format)


def _import_list(
    path: Path,
    what: List,
    store_path: Path,
    *,
    check: bool,
    limits: Limits,
    output_format: str | None,
    part: bool,
    published: str | None,
    publisher: str | None,
) -> None:
    from counterclaim.imports import acled, claim_cells, ucdp
    from counterclaim.imports.into_store import import_list
    from counterclaim.store import Store

    opened = nullcontext() if check and not store_path.exists() else Store.open(store_path, read_only=check)
    with opened as store:
        outcomes = import_list(
            path,
            what,
            store,
            limits=limits,
            others=(ucdp.LAYOUT, acled.LAYOUT, claim_cells.LAYOUT),
            publisher=publisher,
            published=published,
            check=check,
            part=part,
        )
        _finish(outcomes, store, store_path, check=check, output_format=output_format)


def _finish(
    outcomes: Iterable[RowOutcome],
    store: Store | None,
    store_path: Path,
    *,
    check: bool,
    output_format: str | None,
) -> None:
    """Print what becomes of the rows as they are done, link what is new, and exit with 3 where some were refused."""
    from counterclaim.run.local import link_store

    counted: Counter[str] = Counter()
    show = {"table": _show_table, "csv": _show_csv, "jsonl": print_lines}[
        chosen_format(output_format, "table")
    ]
    show(_counting(outcomes, counted))
    sys.stdout.flush()
    told = ", ".join(f"{counted[outcome]:,} {outcome}" for outcome in ("added", "updated", "unchanged", "refused", "absent"))  # fmt: skip
    if check or store is None:
        click.echo(f"{store_path}: nothing written; would be: {told}", err=True)
    else:
        click.echo(f"{store_path}: {told}; {link_store(store):,} incidents", err=True)
    if counted["refused"]:
        sys.exit(EXIT_SOME_REFUSED)


def _counting(outcomes: Iterable[RowOutcome], counted: Counter[str]) -> Iterator[RowOutcome]:
    for one in outcomes:
        counted[one.outcome] += 1
        yield one


def _show_csv(outcomes: Iterable[RowOutcome]) -> None:
    from counterclaim.export.cells import guard

    writer = csv.writer(sys.stdout)
    writer.writerow(_FIELDS)
    for one in outcomes:
        writer.writerow([one.row, guard(one.id), one.outcome, guard(one.why), guard("; ".join(one.issues))])


def _show_table(outcomes: Iterable[RowOutcome]) -> None:
    """The rows that a person should look at: refused, updated, absent, or odd."""
    shown: list[tuple[str, ...]] = []
    more = 0
    for one in outcomes:
        if one.outcome in ("added", "unchanged") and not one.issues:
            continue
        if len(shown) < MOST_SHOWN:
            words = "; ".join(part for part in (one.why, *one.issues) if part)
            shown.append(("" if one.row is None else str(one.row), one.id, one.outcome, words))
        else:
            more += 1
    if shown:
        print_table(("Row", "Id", "", "What"), shown)
    if more:
        click.echo(f"{more:,} more rows to look at; --format csv has them all", err=True)
