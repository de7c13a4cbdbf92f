"""`counterclaim show`: one incident, its accounts side by side."""

from __future__ import annotations

from pathlib import Path

import click

from counterclaim.cli.options import chosen_format, format_option, store_option
from counterclaim.cli.tables import print_lines, print_table
from counterclaim.cli.tallies import revision_words, tally_lines
from counterclaim.core.claims import Casualty
from counterclaim.core.daywords import dated_words
from counterclaim.core.incidents import Account, FiledClaim, Incident
from counterclaim.core.located import located_words
from counterclaim.core.wording import claim_words, speaker_words
from counterclaim.incidents.accounts import accounts_of
from counterclaim.incidents.dating import day_basis
from counterclaim.incidents.placing import where_of
from counterclaim.incidents.profiles import DEFAULT_PROFILE, reconcile
from counterclaim.incidents.revisions import revision_lines


@click.command()
@click.argument("code")
@store_option
@format_option("text", "jsonl")
def show(code: str, store_path: Path, output_format: str | None) -> None:
    """Show the incident with this code: who says what, sentence by sentence, and where they differ."""
    from counterclaim.store import Store  # SQLAlchemy takes a while; --help need not wait

    with Store.open(store_path, read_only=True) as store:
        incident = store.incident(code)
        filed = store.claims_of(incident)
    if chosen_format(output_format, "text") == "jsonl":
        print_lines(filed)
        return
    _print(incident, filed, accounts_of(incident, filed))


def _print(incident: Incident, filed: list[FiledClaim], accounts: tuple[Account, ...]) -> None:
    click.echo(f"{incident.code}  {incident.title}")
    click.echo(
        f"Day: {dated_words(incident.when, day_basis(incident, filed))}. Place: {incident.place or 'not stated'}."
    )
    where = where_of(incident, filed)
    if where is not None:
        click.echo(f"On the map: {located_words(where)} ({'; '.join(where.why)}).")
    click.echo(f"Together because: {incident.basis}")
    print_table(
        ("Speaker", "Figures", "Sentence", "Document"),
        [row for account in accounts if (row := _figures(account)) is not None],
        title="Figures by speaker",
    )
    _print_contradictions(incident, {item.claim.id: item for item in filed})
    for line in revision_lines(filed):
        click.echo(revision_words(line))
    click.echo("\n".join(tally_lines(reconcile(DEFAULT_PROFILE, filed))))
    others = [item for item in filed if not isinstance(item.claim, Casualty)]
    if others:
        print_table(
            ("Speaker", "Claim", "Words", "Document"),
            [
                (speaker_words(item.claim), claim_words(item.claim), item.claim.quote, item.doc)
                for item in others
            ],
            title="Other claims",
        )


def _figures(account: Account) -> tuple[str, ...] | None:
    figures = [item for item in account.claims if isinstance(item.claim, Casualty)]
    if not figures:
        return None
    return (
        account.speaker or "own voice",
        "\n".join(claim_words(item.claim) for item in figures),
        "\n".join(item.claim.quote for item in figures),
        "\n".join(dict.fromkeys(item.doc for item in figures)),
    )


def _print_contradictions(incident: Incident, by_id: dict[str, FiledClaim]) -> None:
    for relation in incident.relations:
        if relation.kind != "contradicts" or not {relation.claim, relation.other} <= by_id.keys():
            continue  # another relation, or a claim rejected since
        left, right = by_id[relation.claim], by_id[relation.other]
        click.echo(
            f"CONTRADICTS: {speaker_words(left.claim)}: “{left.claim.quote}” / "
            f"{speaker_words(right.claim)}: “{right.claim.quote}” ({relation.basis})"
        )
