"""`counterclaim dates`: what a time phrase means."""

from __future__ import annotations

import click

from counterclaim.cli.options import chosen_format, format_option
from counterclaim.cli.tables import print_lines


@click.command()
@click.argument("phrase")
@click.option("--published", metavar="DATE", help="Day of publication: YYYY-MM-DD, YYYY-MM or YYYY.")
@click.option("--to-come", is_flag=True, help="The sentence speaks of what is to come.")
@format_option("text", "jsonl")
def dates(phrase: str, published: str | None, to_come: bool, output_format: str | None) -> None:
    """Read a time PHRASE, such as "late Thursday", as an article published on DATE means it."""
    from counterclaim.core.daywords import day_words, precision_words
    from counterclaim.core.edtf import date_precision
    from counterclaim.dates.grammar import read_time
    from counterclaim.inputs.published import parse_published

    told = None if published is None else parse_published(published)
    reading = read_time(phrase, told, "future" if to_come else "past")
    precision = date_precision(reading.edtf)
    if chosen_format(output_format, "text") == "jsonl":
        fields = {"phrase": phrase, "published": told, **reading._asdict(), "date_prec": precision}
        print_lines([fields])
        return
    click.echo(f"Kind: {reading.kind}{f', {reading.amount}' if reading.amount else ''}")
    click.echo(f"EDTF: {reading.edtf or 'none'}{f', part of the day {reading.part}' if reading.part else ''}")
    click.echo(f"In words: {day_words(reading.edtf)}")
    click.echo(
        f"Precision: {precision_words(reading.edtf)}{f' (UCDP date_prec {precision})' if precision else ''}"
    )
    click.echo(f"Basis: {reading.basis}")
