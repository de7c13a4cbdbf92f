"""`counterclaim incidents`: what is held to have happened."""

from __future__ import annotations

from pathlib import Path

import click

from counterclaim.cli.options import chosen_format, format_option, store_option
from counterclaim.cli.tables import print_lines, print_table
from counterclaim.core.incidents import FiledClaim, Incident
from counterclaim.incidents.profiles import DEFAULT_PROFILE, reconcile
from counterclaim.incidents.tallies import tally_words


@click.command()
@store_option
@click.option("--all", "show_all", is_flag=True, help="Also incidents that one claim alone tells of.")
@format_option("table", "jsonl")
def incidents(store_path: Path, show_all: bool, output_format: str | None) -> None:
    """List the incidents of a store, those with most accounts first."""
    from counterclaim.store import Store  # SQLAlchemy takes a while; --help need not wait

    with Store.open(store_path, read_only=True) as store:
        found = store.incidents_told()
    kept = [pair for pair in found if show_all or len(pair[1]) > 1]
    kept.sort(key=lambda pair: (-len(_speakers(pair[1])), -len(pair[1]), pair[0].code))
    if chosen_format(output_format, "table") == "jsonl":
        print_lines(incident for incident, _ in kept)
        return
    print_table(
        ("Code", "Incident", "Speakers", "Documents", "Figures", ""),
        [_row(incident, filed) for incident, filed in kept],
    )
    if len(kept) < len(found):
        click.echo(f"{len(found) - len(kept)} more that one claim alone tells of: --all", err=True)


def _row(incident: Incident, filed: list[FiledClaim]) -> tuple[str, ...]:
    disputed = any(relation.kind == "contradicts" for relation in incident.relations)
    return (
        incident.code,
        incident.title,
        str(len(_speakers(filed))),
        str(len({item.document_id for item in filed})),
        "\n".join(tally_words(tally) for tally in reconcile(DEFAULT_PROFILE, filed).tallies),
        "disputed" if disputed else "",
    )


def _speakers(filed: list[FiledClaim]) -> set[str]:
    return {speaker for item in filed for speaker in item.claim.speakers}
