"""`counterclaim tally`: figures reconciled by named rules, and what they add up to."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

import click
import msgspec

from counterclaim.cli.options import chosen_format, format_option, settings_option, store_option
from counterclaim.cli.tables import print_lines, print_table
from counterclaim.cli.tallies import tally_lines
from counterclaim.core.incidents import FiledClaim, Incident
from counterclaim.core.wording import label_words
from counterclaim.incidents.profiles import DEFAULT_PROFILE, PROFILES, Settings, decode_settings, reconcile
from counterclaim.incidents.sums import Sum, add_up
from counterclaim.incidents.tallies import tally_words

# Profiles whose people are categories of their own; the others use the words of the claims.
_OWN_PEOPLE = frozenset({"airwars-like", "ibc-like", "gtd-like"})


@click.command()
@click.argument("code", required=False)
@store_option
@click.option(
    "--profile",
    "profiles",
    multiple=True,
    type=click.Choice(list(PROFILES)),
    help="By which rule; may be given several times. Default: all, and accounts without CODE.",
)
@settings_option
@click.option("--list", "list_profiles", is_flag=True, help="List the profiles and stop.")
@format_option("text", "jsonl")
def tally(
    code: str | None,
    store_path: Path,
    profiles: tuple[str, ...],
    settings_file: BinaryIO | None,
    list_profiles: bool,
    output_format: str | None,
) -> None:
    """Reconcile the figures of the incident with this code; without CODE, of all incidents.

    Every number leads back to the sentences it comes from. No profile is anybody's official method.
    """
    if list_profiles:
        for name, profile in PROFILES.items():
            click.echo(f"{name:<14} {profile.name:<17} {profile.about}")
        return
    from counterclaim.store import Store  # SQLAlchemy takes a while; --help need not wait

    settings = decode_settings(settings_file.read()) if settings_file else Settings()
    as_json = chosen_format(output_format, "text") == "jsonl"
    with Store.open(store_path, read_only=True) as store:
        if code:
            chosen = store.incident(code)
            found = [(chosen, store.claims_of(chosen))]
        else:
            found = store.incidents_told()
    if as_json:
        print_lines(
            {"incident": incident.code, **msgspec.to_builtins(reconcile(name, filed, settings))}
            for incident, filed in found
            for name in profiles or tuple(PROFILES)
        )
    elif code:
        incident, filed = found[0]
        click.echo(f"{incident.code}  {incident.title}")
        for name in profiles or tuple(PROFILES):
            click.echo("\n".join(tally_lines(reconcile(name, filed, settings))))
    else:
        for name in profiles or (DEFAULT_PROFILE,):
            _print_all(name, found, settings)


def _print_all(name: str, found: list[tuple[Incident, list[FiledClaim]]], settings: Settings) -> None:
    results = [(incident, reconcile(name, filed, settings)) for incident, filed in found]
    rows = [
        (
            incident.code,
            incident.title,
            "\n".join(tally_words(one) for one in result.tallies),
            result.grade.name if result.grade else "",
        )
        for incident, result in results
        if result.tallies
    ]
    print_table(("Code", "Incident", PROFILES[name].name, "Suggested grade"), rows)
    for total in add_up([result.tallies for _, result in results], by_people=name in _OWN_PEOPLE):
        click.echo(_sum_words(total))


def _sum_words(total: Sum) -> str:
    ends = f"{total.low:,}" if total.low == total.high else f"{total.low:,}–{total.high:,}"
    people = "" if total.people == "people" else f" ({total.people})"
    incidents = "1 incident" if total.incidents == 1 else f"{total.incidents:,} incidents"
    unknown = f"; number unknown in {total.unknown:,} more" if total.unknown else ""
    return f"{ends}{'+' if total.is_open else ''} {label_words(total.harm)}{people} in {incidents}{unknown}"
