"""`counterclaim export`: what a store holds, in the layouts of other projects."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import click

from counterclaim.cli.options import settings_option, store_option
from counterclaim.core.errors import DataError
from counterclaim.incidents.profiles import PROFILES, Settings, decode_settings

if TYPE_CHECKING:
    from counterclaim.export import File

# Named here so that --help need not wait for the formats themselves; a test compares them.
FORMAT_NAMES = "claims incidents parquet ged acled airwars plover polecat geojson timemap ftm claimreview annotations".split()
ALL = "all"
_DAY = click.DateTime(("%Y-%m-%d",))


@click.command()
@click.argument("format_name", metavar="FORMAT", required=False, type=click.Choice([*FORMAT_NAMES, ALL]))
@store_option
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    help="A file; or a folder, for the files with refused.csv and datapackage.json. Default: print the file.",
)
@click.option(
    "--profile",
    type=click.Choice(list(PROFILES)),
    help="By which rule figures are reconciled, where the format leaves a choice. Default: accounts.",
)
@settings_option
@click.option("--code", "codes", multiple=True, help="Only the incident with this code.")
@click.option("--kind", "kinds", multiple=True, help="Only incidents of this kind, such as air_strike.")
@click.option(
    "--country", "countries", multiple=True, help="Only incidents in this country: SY, SYR or Syria."
)
@click.option("--speaker", "speakers", multiple=True, help="Only incidents of which this speaker tells.")
@click.option("--since", type=_DAY, help="Only incidents that can lie on or after this day.")
@click.option("--until", type=_DAY, help="Only incidents that can lie on or before this day.")
@click.option("--list", "list_formats", is_flag=True, help="List the formats and stop.")
def export(
    format_name: str | None,
    store_path: Path,
    out: Path | None,
    profile: str | None,
    settings_file: BinaryIO | None,
    codes: tuple[str, ...],
    kinds: tuple[str, ...],
    countries: tuple[str, ...],
    speakers: tuple[str, ...],
    since: datetime | None,
    until: datetime | None,
    list_formats: bool,
) -> None:
    """Write the store's incidents and claims in FORMAT, or in all formats.

    What would have to be guessed is not written: the rows refused are listed with their reasons. Filters may be
    given several times; an incident must meet each kind of filter once.
    """
    from counterclaim.export import FORMATS, Filters, gather
    from counterclaim.export import export as make
    from counterclaim.store import Store  # SQLAlchemy takes a while; --help need not wait

    if list_formats:
        for name, each in FORMATS.items():
            click.echo(f"{name:<12} {each.about}{f' (profile {each.profile})' if each.profile else ''}")
        return
    if format_name is None:
        raise click.UsageError("name a FORMAT; --list lists them")
    names = FORMAT_NAMES if format_name == ALL else [format_name]
    settings = decode_settings(settings_file.read()) if settings_file else Settings()
    filters = Filters(codes, kinds, countries, speakers, since and since.date(), until and until.date())
    with Store.open(store_path, read_only=True) as store:
        record = gather(store, filters, with_texts=any(FORMATS[name].reads_texts for name in names))
    made = make(record, names, profile, settings)
    _put(made.files[:-2], made.files[-2:], out, refused=bool(made.refused))
    click.echo(f"incidents: {len(record.incidents):,}; claims: {len(record.claims):,}", err=True)
    for (file, reason), rows in sorted(Counter((one.file, one.reason) for one in made.refused).items()):
        why = next(one.why for one in made.refused if (one.file, one.reason) == (file, reason))
        click.echo(f"{file}: {rows:,} refused: {reason}: {why}", err=True)


def _put(files: Sequence[File], about: Sequence[File], out: Path | None, *, refused: bool) -> None:
    """Print the one file, or write it, or write all into a folder with the two files about them."""
    from counterclaim.export.write import write_file, write_files

    if out is not None and (out.is_dir() or not out.suffix):
        write_files(out, (*files, *about))
    elif len(files) > 1:
        raise DataError(f"this makes {len(files)} files; name a folder with --out")
    elif out is None:
        sys.stdout.buffer.write(files[0].data)
        sys.stdout.flush()
    else:
        write_file(out, files[0].data)
        if refused:
            write_file(out.with_name(f"{out.stem}.refused.csv"), about[0].data)
