"""`counterclaim rule`: a person decides which claims are of one happening; nothing decided is ever lost."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from counterclaim.cli.options import chosen_format, format_option, store_option, who_option_for
from counterclaim.cli.tables import print_lines, print_table
from counterclaim.core.errors import DataError

if TYPE_CHECKING:
    from counterclaim.core.incidents import Incident
    from counterclaim.store import Store

Function = TypeVar("Function", bound=Callable[..., Any])


def signed(function: Function) -> Function:
    """`--who` and `--why`: every ruling has both."""
    function = click.option("--why", required=True, metavar="WORDS", help="Why you rule so.")(function)
    return who_option_for("Who rules.")(function)


@click.group()
def rule() -> None:
    """Rule on incidents: merge them, split them, undo it, list all rulings.

    Codes stay: of merged incidents the larger keeps its code, and the others lead to it. Undoing a
    merger gives each its code back.
    """


@rule.command()
@click.argument("codes", nargs=-1, required=True, metavar="CODE CODE…")
@signed
@store_option
def merge(codes: tuple[str, ...], who: str, why: str, store_path: Path) -> None:
    """Rule that these incidents are one happening."""
    from counterclaim.store import Store  # SQLAlchemy takes a while; --help need not wait

    with Store.open(store_path) as store:
        found = {incident.code: incident for incident in map(store.incident, codes)}
        if len(found) < 2:
            raise DataError(f"name two incidents at least; {', '.join(codes)} is one")
        claims = [claim for incident in found.values() for claim in incident.claims]
        number = store.rule_same(claims, who=who, why=why)
        _link(store)
        _say(number, store, claims)


@rule.command()
@click.argument("code", metavar="CODE")
@click.argument("wanted", nargs=-1, required=True, metavar="CLAIM_OR_DOCUMENT…")
@signed
@store_option
def split(code: str, wanted: tuple[str, ...], who: str, why: str, store_path: Path) -> None:
    """Rule that claims of an incident, or all that a document says on it, are of another happening.

    CLAIM_OR_DOCUMENT is a claim's id or a document's name; `counterclaim show CODE --format jsonl` has both.
    """
    from counterclaim.store import Store

    with Store.open(store_path) as store:
        incident = store.incident(code)
        moved = _named(store, incident, wanted)
        rest = [claim for claim in incident.claims if claim not in moved]
        if not rest:
            raise DataError(
                f"these are all claims of {incident.code}; name those that are of another happening"
            )
        number = store.rule_different(moved, rest, who=who, why=why)
        _link(store)
        _say(number, store, incident.claims)


@rule.command()
@click.argument("number", type=int, metavar="NUMBER")
@signed
@store_option
def undo(number: int, who: str, why: str, store_path: Path) -> None:
    """Let the ruling with this NUMBER no longer count."""
    from counterclaim.store import Store

    with Store.open(store_path) as store:
        ruling = next((each for each in store.link_rulings() if each.number == number), None)
        said = store.undo_link_ruling(number, who=who, why=why)
        _link(store)
        _say(said, store, (*ruling.claims, *ruling.others) if ruling else ())


@rule.command("list")
@store_option
@format_option("table", "jsonl")
def list_rulings(store_path: Path, output_format: str | None) -> None:
    """List every ruling on links, oldest first."""
    from counterclaim.store import Store
    from counterclaim.store.linked import read_titles_of

    with Store.open(store_path, read_only=True) as store:
        rulings = store.link_rulings()
        with store.reading() as connection:
            ruled = {claim for each in rulings for claim in (*each.claims, *each.others)}
            codes = {claim: one.code for claim, one in read_titles_of(connection, sorted(ruled)).items()}
    if chosen_format(output_format, "table") == "jsonl":
        print_lines(rulings)
        return
    print_table(
        ("Number", "Ruling", "Incidents now", "In force", "Who", "Why", "When"),
        [
            (
                str(each.number),
                f"{each.decision} {each.undoes}" if each.undoes else each.decision,
                "\n".join(sorted({codes[one] for one in (*each.claims, *each.others) if one in codes})),
                "yes" if each.in_force else "",
                each.who,
                each.why,
                each.at[:10],
            )
            for each in rulings
        ],
    )


def _named(store: Store, incident: Incident, wanted: tuple[str, ...]) -> list[str]:
    filed = store.claims_of(incident)
    known = {name for one in filed for name in (one.claim.id, one.doc)}
    missing = [name for name in wanted if name not in known]
    if missing:
        raise DataError(
            f"{incident.code} has no claim or document {missing[0]!r}; `counterclaim show {incident.code} --format jsonl` lists them"
        )
    return [one.claim.id for one in filed if one.claim.id in wanted or one.doc in wanted]


def _link(store: Store) -> None:
    from counterclaim.run.local import link_store

    link_store(store)


def _say(number: int, store: Store, claims: tuple[str, ...] | list[str]) -> None:
    click.echo(f"ruling {number}")
    wanted = set(claims)
    for incident in store.incidents():
        if not wanted.isdisjoint(incident.claims):
            previous = f"  (was {', '.join(incident.previous_codes)})" if incident.previous_codes else ""
            click.echo(f"{incident.code}  {incident.title}{previous}")
