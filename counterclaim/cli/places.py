"""`counterclaim places`: look a name up, or make a larger gazetteer of a GeoNames dump."""

from __future__ import annotations

from pathlib import Path

import click

from counterclaim.cli.options import chosen_format, format_option, store_option, store_option_for
from counterclaim.cli.tables import print_lines, print_table

SHOWN = 15  # candidates


@click.group()
def places() -> None:
    """Look up where places lie, and import a larger gazetteer."""


@places.command()
@click.argument("name")
@click.option("--near", metavar="PLACE", help="A country, province or town it lies in or near.")
@store_option
@format_option("table", "jsonl")
def find(name: str, near: str | None, store_path: Path, output_format: str | None) -> None:
    """Print the places that NAME may mean, the likeliest first, with coordinates and precision."""
    from counterclaim.annotate.finding import find_candidates
    from counterclaim.gazetteer import load_gazetteer
    from counterclaim.gazetteer.importing import own_gazetteer

    found = find_candidates(name, near, load_gazetteer(own_gazetteer(store_path)))[:SHOWN]
    if not found:
        told = f"no place called {name!r}; a larger gazetteer may have it: counterclaim places import --help"
        click.echo(told, err=True)
        return
    if chosen_format(output_format, "table") == "jsonl":
        print_lines(found)
        return
    print_table(
        ("Place", "Kind", "In", "Coordinates", "±", "where_prec", "People", "Likely", "Why"),
        [
            (
                one.place.name,
                one.place.kind,
                ", ".join(filter(None, (one.place.admin1, one.place.country))),
                f"{one.place.lat:.3f}, {one.place.lon:.3f}",
                f"{one.place.radius_km:,.0f} km",
                str(one.place.precision),
                f"{one.population:,}" if one.population else "",
                f"{one.probability:.0%}",
                "; ".join(one.place.why),
            )
            for one in found
        ],
    )


@places.command("import")
@click.argument("dump", type=click.Path(path_type=Path, dir_okay=False))
@click.option(
    "--divisions",
    type=click.Path(path_type=Path, dir_okay=False),
    help="admin1CodesASCII.txt, for names of provinces that the dump itself lacks.",
)
@store_option_for("The store beside which the gazetteer is put; documents read into it use it from then on.")
def import_(dump: Path, divisions: Path | None, store_path: Path) -> None:
    """Make a gazetteer of a GeoNames DUMP: allCountries.zip, cities500.zip, SY.zip or a table out of one.

    allCountries.zip has 13 million places: it takes a while, and more than a gigabyte on disk.
    """
    from counterclaim.gazetteer.importing import gazetteer_beside, import_geonames

    made = import_geonames(
        dump,
        gazetteer_beside(store_path),
        divisions=divisions,
        progress=lambda count: click.echo(f"{count:,} places read", err=True),
    )
    for odd in made.first_odd:
        click.echo(f"warning: {dump}, line {odd.line}: left out: {odd.why}", err=True)
    left_out = f"; {made.odd:,} lines were left out" if made.odd else ""
    click.echo(f"{made.path}: {made.places:,} places{left_out}", err=True)
