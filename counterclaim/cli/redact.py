"""`counterclaim redact`: names of people that are covered for those who need not know them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from counterclaim.cli.account import existing
from counterclaim.cli.options import chosen_format, format_option, store_option
from counterclaim.cli.restrict import who_option
from counterclaim.cli.tables import print_lines, print_table
from counterclaim.core.errors import DataError

if TYPE_CHECKING:
    from counterclaim.store.withholding import Withheld


@click.command()
@click.argument("name", required=False)
@click.option("--as", "role", type=click.Choice(("victim", "witness", "other")), help="Who this is.")
@click.option("--also", multiple=True, metavar="SPELLING", help="Another spelling; may be repeated.")
@click.option("--why", metavar="WORDS", help="Why the name is withheld.")
@click.option("--lift", is_flag=True, help="Show the name again.")
@who_option
@store_option
@format_option("table", "jsonl")
def redact(
    name: str | None,
    role: str | None,
    also: tuple[str, ...],
    why: str | None,
    lift: bool,
    who: str,
    store_path: Path,
    output_format: str | None,
) -> None:
    """Withhold a NAME from the public, readers and coders, who see a pseudonym in its place everywhere.

    The store keeps the name, and reviewers see it. Case and accents do not matter; whole words only are
    covered. A family name alone, or the name in another script, is another spelling. Without an argument: list
    the names.
    """
    from counterclaim.store import Store
    from counterclaim.store import withholding as kept

    if name is None:
        with Store.open(store_path, read_only=True) as store:
            _print(kept.list_withheld(store), output_format)
        return
    if not lift and (role is None or why is None):
        raise DataError("to withhold a name, say who this is with --as, and the reason with --why")
    with existing(store_path) as store:
        done = (
            kept.lift_withholding(store, name, who=who)
            if lift
            else kept.withhold(store, name, role or "", also=also, who=who, why=why or "")
        )
    what = "shown again" if lift else f"[person {done.person}] from now on"
    click.echo(f"{', '.join(done.spellings)}: {what}", err=True)


def _print(people: list[Withheld], output_format: str | None) -> None:
    if chosen_format(output_format, "table") == "jsonl":
        print_lines(people)
        return
    print_table(
        ("Pseudonym", "Spellings", "As", "Why", "Who", "When", "Lifted"),
        [
            (
                f"[person {one.person}]",
                "\n".join(one.spellings),
                one.role,
                one.why,
                one.who,
                one.at[:10],
                (one.lifted_at or "")[:10],
            )
            for one in people
        ],
    )
