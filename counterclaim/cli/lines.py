"""`counterclaim lines`: agreements and the control of places, as they are told over time."""

from __future__ import annotations

from pathlib import Path

import click

from counterclaim.cli.options import chosen_format, format_option, store_option
from counterclaim.cli.tables import print_lines
from counterclaim.core.claims import Agreement, Control
from counterclaim.core.daywords import day_words
from counterclaim.core.wording import label_words, speaker_words
from counterclaim.incidents.lines.agreements import AgreementLine, agreement_lines
from counterclaim.incidents.lines.control import ControlLine, control_lines
from counterclaim.incidents.lines.entries import Entry
from counterclaim.lexicons.places import key_of

_BASES = {"stated": "", "published": " (published)", "unknown": ""}


@click.command()
@click.argument("of", type=click.Choice(["control", "agreements"]))
@store_option
@click.option("--place", help="Only lines of this place, in any of its spellings.")
@format_option("text", "jsonl")
def lines(of: str, store_path: Path, place: str | None, output_format: str | None) -> None:
    """Show who is said to control places, or what is said of agreements, in order of time."""
    from counterclaim.store import Store  # SQLAlchemy takes a while; --help need not wait

    with Store.open(store_path, read_only=True) as store:
        filed = store.claims()
    found: tuple[ControlLine, ...] | tuple[AgreementLine, ...]
    found = control_lines(filed) if of == "control" else agreement_lines(filed)
    kept = [line for line in found if place is None or _is_of(line, place)]
    if not kept:
        click.echo(f"no claim tells of {of}{f' of {place}' if place else ''}", err=True)
    if chosen_format(output_format, "text") == "jsonl":
        print_lines(kept)
        return
    for line in kept:
        if isinstance(line, ControlLine):
            _print_control(line)
        else:
            _print_agreement(line)


def _is_of(line: ControlLine | AgreementLine, place: str) -> bool:
    return line.place is not None and (
        key_of(line.place) == key_of(place) or place.casefold() in line.place.casefold()
    )


def _print_control(line: ControlLine) -> None:
    click.echo(f"{line.place or 'place not named'}")
    for entry in line.entries:
        claim = entry.filed.claim
        if isinstance(claim, Control):
            holder = f" ({claim.holder})" if claim.holder else ""
            click.echo(f"  {_when(entry)}: {label_words(claim.change)}{holder}, {_said(entry)}")
    quotes = {entry.filed.claim.id: entry.filed.claim.quote for entry in line.entries}
    for dispute in line.disputes:
        click.echo(f"  DISPUTED: “{quotes[dispute.claim]}” / “{quotes[dispute.other]}” ({dispute.basis})")


def _print_agreement(line: AgreementLine) -> None:
    where = f", {line.place}" if line.place else ""
    click.echo(f"{line.name} ({line.kind}{where})")
    for kind, heading in (("party", "between"), ("broker", "brokered by"), ("excludes", "not covered"), ("condition", "condition"), ("lasts", "lasts")):  # fmt: skip
        words = [term.words for term in line.terms if term.kind == kind]
        if words:
            click.echo(f"  {heading}: {'; '.join(words)}")
    for heading, entries in (
        ("said to be broken", line.having("violated")),
        ("said to be over", line.having("ended")),
    ):
        if entries:
            who = dict.fromkeys(speaker_words(entry.filed.claim) for entry in entries)
            click.echo(f"  {heading}: {'; '.join(who)}")
    for entry in line.entries:
        claim = entry.filed.claim
        if isinstance(claim, Agreement):
            status = f"not {label_words(claim.status)}" if claim.polarity == "negated" else label_words(claim.status)  # fmt: skip
            click.echo(f"  {_when(entry)}: {status}, {_said(entry)}")


def _when(entry: Entry) -> str:
    return f"{day_words(entry.when)}{_BASES[entry.basis]}"


def _said(entry: Entry) -> str:
    return f"{speaker_words(entry.filed.claim)}: “{entry.filed.claim.quote}” ({entry.filed.doc})"
