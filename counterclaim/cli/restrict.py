"""`counterclaim restrict`: what is not published, though a person accepted it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from counterclaim.cli.account import existing
from counterclaim.cli.options import chosen_format, format_option, store_option, who_option_for
from counterclaim.cli.tables import print_lines, print_table
from counterclaim.core.errors import DataError

if TYPE_CHECKING:
    from counterclaim.store.restrictions import Restriction

who_option = who_option_for("Who decides.")


@click.command()
@click.argument("wanted", required=False, metavar="CLAIM|DOCUMENT|OUTLET")
@click.option("--why", metavar="WORDS", help="Why it is not published.")
@click.option("--lift", is_flag=True, help="Take the restriction back.")
@who_option
@store_option
@format_option("table", "jsonl")
def restrict(
    wanted: str | None, why: str | None, lift: bool, who: str, store_path: Path, output_format: str | None
) -> None:
    """Keep a claim (by id), a document (by id or name) or all of an outlet from the public.

    It stays in the store, for those who sign in. Without an argument: list every restriction.
    """
    from counterclaim.store import Store
    from counterclaim.store import restrictions as kept

    if wanted is None:
        with Store.open(store_path, read_only=True) as store:
            _print(kept.list_restrictions(store), output_format)
        return
    if not lift and why is None:
        raise DataError("a restriction has a reason; say it with --why")
    with existing(store_path) as store:
        done = (
            kept.lift_restriction(store, wanted, who=who)
            if lift
            else kept.restrict(store, wanted, who=who, why=why or "")
        )
    click.echo(f"{done.kind} {done.target} is {'free again' if lift else 'not published'}", err=True)


def _print(restrictions: list[Restriction], output_format: str | None) -> None:
    if chosen_format(output_format, "table") == "jsonl":
        print_lines(restrictions)
        return
    print_table(
        ("What", "Words", "Id or name", "Why", "Who", "When", "Lifted"),
        [
            (one.kind, one.words, one.target, one.why, one.who, one.at[:10], (one.lifted_at or "")[:10])
            for one in restrictions
        ],
    )
