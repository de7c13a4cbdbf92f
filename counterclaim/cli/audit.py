"""`counterclaim audit`: every decision that people took, and whether the chain of them is whole."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from counterclaim.cli.options import chosen_format, format_option, store_option
from counterclaim.cli.tables import print_lines, print_table


@click.command()
@click.argument("claims", nargs=-1, metavar="[CLAIM…]")
@store_option
@click.option("--verify", is_flag=True, help="Only check the chain. Exit code 1: it is broken.")
@click.option(
    "--holds", metavar="HASH", help="With --verify: check that a hash noted earlier is still in the chain."
)
@format_option("table", "jsonl")
def audit(
    claims: tuple[str, ...], store_path: Path, verify: bool, holds: str | None, output_format: str | None
) -> None:
    """List every decision of a person, newest first, or those on the claims with these ids."""
    from counterclaim.store import Store  # SQLAlchemy takes a while; --help need not wait

    if verify:
        _verify(store_path, holds)
        return
    with Store.open(store_path, read_only=True) as store:
        entries = store.audit(claims or None)
    if chosen_format(output_format, "table") == "jsonl":
        print_lines(entries)
        return
    print_table(
        ("Number", "Decision", "Claims", "Who", "As", "Why", "When", "Hash"),
        [
            (
                str(entry.number),
                " ".join(
                    filter(None, (entry.action, str(entry.entry or ""), "(undone)" if entry.undone else ""))
                ),
                "\n".join(entry.claims[:3])
                + (f"\nand {len(entry.claims) - 3} more" if len(entry.claims) > 3 else ""),
                entry.who,
                entry.role,
                ": ".join(filter(None, (entry.reason, entry.why))),
                entry.at[:16].replace("T", " "),
                entry.hash[:12],
            )
            for entry in entries
        ],
    )


def _verify(store_path: Path, holds: str | None) -> None:
    from counterclaim.store import Store
    from counterclaim.store.audit import find_broken

    with Store.open(store_path, read_only=True) as store, store.reading() as connection:
        broken = list(find_broken(connection))
        entries = store.audit()
    if holds is not None and holds not in {entry.hash for entry in entries}:
        broken.append(
            f"audit: no row has the hash {holds}: rows were taken out or changed since it was noted"
        )
    for line in broken:
        click.echo(line)
    if broken:
        sys.exit(1)
    last = f"; the last hash is {entries[0].hash}" if entries else ""
    click.echo(f"{store_path}: the chain of {len(entries):,} decisions is whole{last}")
