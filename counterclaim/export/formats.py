"""The formats of `counterclaim export`, and all that one run of it makes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from counterclaim.core.errors import DataError
from counterclaim.export import (
    acled,
    airwars,
    ftm,
    ged,
    geojson,
    linked_data,
    plover,
    polecat,
    tables,
    timemap,
)
from counterclaim.export.gather import Record
from counterclaim.export.made import File, Made, Refusal, refused_table
from counterclaim.export.package import Told, describe
from counterclaim.incidents.profiles import DEFAULT_PROFILE, PROFILES, Settings


class Format(NamedTuple):
    """One format. `profile` is the only one it goes with; "" where it holds no figures, None for a free choice."""

    about: str
    make: Callable[[Record, str, Settings], Made]
    profile: str | None = None
    reads_texts: bool = False


FORMATS: dict[str, Format] = {
    "claims": Format("every claim with speaker, words and place in the text: CSV", tables.export_claims, ""),
    "incidents": Format("every incident with its ranges: CSV", tables.export_incidents),
    "parquet": Format("both tables as Parquet", tables.export_parquet),
    "ged": Format("events in UCDP GED's 49 columns: CSV", ged.export_ged, ged.PROFILE),
    "acled": Format("events in ACLED's 31 columns: CSV", acled.export_acled, acled.PROFILE),
    "airwars": Format("harm after Airwars' fields: CSV", airwars.export_airwars, airwars.PROFILE),
    "plover": Format("PLOVER events with the claims behind them: JSON lines", plover.export_plover),
    "polecat": Format("events in POLECAT's 40 columns: TSV", polecat.export_polecat, ""),
    "geojson": Format("incidents on the map: GeoJSON", geojson.export_geojson),
    "timemap": Format("events, sources and kinds for a TimeMap", timemap.export_timemap),
    "ftm": Format("FollowTheMoney statements, and the numbers as CSV", ftm.export_ftm, ""),
    "claimreview": Format(
        "claims as schema.org ClaimReview without ratings: JSON-LD", linked_data.export_reviews, ""
    ),
    "annotations": Format("claims as W3C Web Annotations: JSON-LD", linked_data.export_annotations, "", True),
}


def export(
    record: Record, formats: Sequence[str], profile: str | None = None, settings: Settings | None = None
) -> Made:
    """The files of the formats, refused.csv and datapackage.json last.

    Args:
        record: from `gather`.
        formats: names in FORMATS.
        profile: which reconciles the figures of formats that leave the choice.
        settings: ratings and other decisions that the profiles follow.

    Raises:
        DataError: the one format asked for goes with another profile only.
    """
    under = settings or Settings()
    files: dict[str, File] = {}
    refused: list[Refusal] = []
    told: list[Told] = []
    for name in formats:
        chosen = profile_of(name, profile, strict=len(formats) == 1)
        made = FORMATS[name].make(record, chosen, under)
        files |= {file.name: file for file in made.files}
        refused += made.refused
        told.append(Told(name, PROFILES[chosen].name if chosen else None))
    listed = [*files.values(), refused_table(refused)]
    return Made((*listed, describe(record, told, under, listed, refused)), tuple(sorted(refused)))


def profile_of(name: str, wanted: str | None, *, strict: bool) -> str:
    """The profile of a format; "" where it holds no figures."""
    fixed = FORMATS[name].profile
    if fixed is None:
        return wanted or DEFAULT_PROFILE
    if strict and wanted not in (None, fixed):
        why = f"is always made by {fixed}" if fixed else "holds no reconciled figures"
        raise DataError(f"{name} {why}; leave --profile out")
    return fixed
