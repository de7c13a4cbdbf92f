"""`airwars_like.csv`: one row for each incident in which people were harmed, after the fields of Airwars' archive.

Ranges are those of the profile `airwars-like`. An empty cell is unknown, which is not 0. The grade is a
suggestion that a person must look at.
"""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.core.incidents import FiledClaim
from counterclaim.export.cells import Cell, joined
from counterclaim.export.collect import each_incident
from counterclaim.export.gather import Gathered, Record
from counterclaim.export.made import Column, Made, RefusedError, columns_of, table
from counterclaim.incidents.parties import may_be_same_party
from counterclaim.incidents.profiles import Settings, reconcile
from counterclaim.incidents.profiles.acts import admissions_in
from counterclaim.incidents.tallies import Reconciled, Tally
from counterclaim.incidents.voices import independent_voices

NAME = "airwars_like.csv"
PROFILE = "airwars-like"
# The profile's people, by Airwars' names of categories.
_CATEGORIES = {
    "civilians": "civilian_non_combatants",
    "belligerents": "belligerents",
    "undetermined": "undetermined",
}
_HARMS = {"killed": "killed", "wounded": "injured"}
BELLIGERENTS = 4  # columns for so many

_RANGES = [f"{category}_{harm}" for category in _CATEGORIES.values() for harm in _HARMS.values()]
COLUMNS: tuple[Column, ...] = columns_of(
    """unique_reference_code previous_codes incident_date date_start:date date_end:date date_prec:integer
    location country latitude:number longitude:number where_prec:integer radius_km:number strike_status
    grade initial_grade grade_why """
    + " ".join(f"{name}_min:integer {name}_max:integer {name}_max_open" for name in _RANGES)
    + " "
    + " ".join(
        f"belligerent_{n}_{part}"
        for n in range(1, BELLIGERENTS + 1)
        for part in ("name", "type", "deaths_conceded_min:integer", "deaths_conceded_max:integer")
    )
    + " flags sources"
)


def export_airwars(record: Record, profile: str, settings: Settings) -> Made:
    """One row for each incident with people harmed; a day without a year stands as it was told."""
    rows, refused = each_incident(
        record, NAME, lambda one: _row(one, record, settings, reconcile(profile, one.filed, settings))
    )
    return Made((table(NAME, COLUMNS, rows),), refused)


def _row(one: Gathered, record: Record, settings: Settings, result: Reconciled) -> dict[str, Cell]:
    if not result.tallies:
        raise RefusedError("no_harm", "nobody tells of people killed or wounded")
    named = result.grade.belligerents if result.grade else ()
    if len(named) > BELLIGERENTS:
        raise RefusedError("many_belligerents", f"the table has {BELLIGERENTS}; named are {', '.join(named)}")
    where, point = one.where, one.point
    return {
        "unique_reference_code": one.incident.code,
        "previous_codes": joined(one.incident.previous_codes),
        "incident_date": one.incident.when,
        "date_start": one.days[0].isoformat() if one.days else None,
        "date_end": one.days[1].isoformat() if one.days else None,
        "date_prec": one.date_prec,
        "location": one.incident.place,
        "country": one.country.name if one.country else None,
        "latitude": point.lat if point else None,
        "longitude": point.lon if point else None,
        "where_prec": where.precision if where else None,
        "radius_km": where.radius_km if where else None,
        "strike_status": _strike_status(one.filed, result),
        "grade": result.grade.name if result.grade else None,
        "initial_grade": result.grade.initial if result.grade else None,
        "grade_why": result.grade.why if result.grade else None,
        **_ranges(result.tallies),
        **_belligerents(named, one.filed, settings),
        "flags": joined(sorted({flag for each in result.tallies for flag in each.flags})),
        "sources": joined(
            ", ".join(part for part in (each.outlet, each.title or each.doc) if part)
            for each in (record.documents[document] for document in one.documents)
        ),
    }


def _ranges(tallies: Sequence[Tally]) -> dict[str, Cell]:
    cells: dict[str, Cell] = {}
    for tally in tallies:
        name = f"{_CATEGORIES[tally.people]}_{_HARMS[tally.harm]}"
        cells[f"{name}_min"] = tally.low.number
        cells[f"{name}_max"] = tally.high.number
        cells[f"{name}_max_open"] = "yes" if tally.high.open else None
    return cells


def _belligerents(named: Sequence[str], filed: Sequence[FiledClaim], settings: Settings) -> dict[str, Cell]:
    """Known is who accepted that it did it; the number conceded is its own figure of the dead."""
    accepted = [name for each in admissions_in(filed) for name in each.claim.speakers]
    tallies = reconcile("accounts", filed, settings).tallies if accepted else ()
    killed = [each for each in tallies if each.harm == "killed"]
    cells: dict[str, Cell] = {}
    for number, name in enumerate(named, start=1):
        known = any(may_be_same_party(name, speaker) for speaker in accepted)
        cells[f"belligerent_{number}_name"] = name
        cells[f"belligerent_{number}_type"] = "Known" if known else "Suspected"
        own = [
            told
            for tally in killed
            for told in tally.by_speaker
            if known and told.speaker and may_be_same_party(name, told.speaker)
        ]
        if len(own) == 1:  # of several groups of people there is no one number
            cells[f"belligerent_{number}_deaths_conceded_min"] = own[0].low.number
            cells[f"belligerent_{number}_deaths_conceded_max"] = (
                None if own[0].high.open else own[0].high.number
            )
    return cells


def _strike_status(filed: Sequence[FiledClaim], result: Reconciled) -> str | None:
    if admissions_in(filed):
        return "Declared strike"
    if result.grade is not None and result.grade.name == "Contested":
        return "Contested strike"
    voices = independent_voices(filed)
    if len(voices) > 1:
        return "Likely strike"
    return "Single source claim" if voices else None
