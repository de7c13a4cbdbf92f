"""`acled_like.csv`: one row for each incident, in ACLED's 31 columns.

The layout and the names of types are ACLED's, the coding is not: fatalities are those of the profile
`acled-like`, and an unknown number stays empty, never 0. `source_scale`, `tags` and `timestamp` are empty: the
first two are not read, and a time of writing would change the bytes of every export.
"""

from __future__ import annotations

from datetime import date

from counterclaim.export.acled_actors import Coded, actors_of, interaction
from counterclaim.export.acled_types import VIOLENCE_AGAINST_CIVILIANS, Type, type_of
from counterclaim.export.cells import Cell, joined
from counterclaim.export.collect import each_incident
from counterclaim.export.gather import Gathered, Record, originators
from counterclaim.export.made import Made, RefusedError, columns_of, table
from counterclaim.export.needs import days_of, place_of
from counterclaim.export.sides import sides_of_incident
from counterclaim.incidents.profiles import Settings, reconcile
from counterclaim.incidents.tallies import Reconciled

NAME = "acled_like.csv"
PROFILE = "acled-like"
COLUMNS = columns_of(
    """event_id_cnty event_date:date year:integer time_precision:integer disorder_type event_type sub_event_type
    actor1 assoc_actor_1 inter1:integer actor2 assoc_actor_2 inter2:integer interaction:integer
    civilian_targeting iso:integer region country admin1 admin2 admin3 location latitude:number
    longitude:number geo_precision:integer source source_scale notes fatalities:integer tags
    timestamp:integer"""
)
# UCDP's codes in ACLED's terms: our mapping.
_TIME_PRECISION = {1: 1, 2: 2, 3: 2, 4: 3}
_GEO_PRECISION = {1: 1, 2: 2, 3: 3, 4: 3, 5: 3}


def export_acled(record: Record, profile: str, settings: Settings) -> Made:
    """One row for each incident of a type that ACLED has, with a year and a place in a country."""
    rows, refused = each_incident(
        record, NAME, lambda one: _row(one, record, reconcile(profile, one.filed, settings))
    )
    return Made((table(NAME, COLUMNS, rows),), refused)


def _row(one: Gathered, record: Record, result: Reconciled) -> dict[str, Cell]:
    sides = sides_of_incident(one.filed, one.kind)
    kind = type_of(one, sides)
    first, last, date_prec = days_of(one)
    where = place_of(one)
    if one.country is None or where.precision not in _GEO_PRECISION:
        raise RefusedError(
            "place_too_wide", "no more than a country, or the open water, is told of the place"
        )
    if date_prec not in _TIME_PRECISION:
        raise RefusedError("time_too_wide", "more than a month is told of the time")
    actors = actors_of(one, sides, one.country)
    day = _middle(first, last)
    return {
        "event_id_cnty": f"{one.country.alpha3}{one.number}",
        "event_date": day.isoformat(),
        "year": day.year,
        "time_precision": _TIME_PRECISION[date_prec],
        "disorder_type": kind.disorder,
        "event_type": kind.event,
        "sub_event_type": kind.sub_event,
        **_actors(actors),
        "civilian_targeting": "Civilian targeting" if _targets_civilians(kind, actors) else None,
        "iso": one.country.numeric,
        "region": one.country.acled_region,
        "country": one.country.name,
        "admin1": where.admin1 or (where.name if where.kind == "province" else None),
        "admin2": where.name if where.kind == "district" else None,
        "location": where.name,
        "latitude": where.lat,
        "longitude": where.lon,
        "geo_precision": _GEO_PRECISION[where.precision],
        "source": joined(
            each.outlet or each.doc for each in map(record.documents.get, one.documents) if each
        ),
        "notes": _notes(one, result),
        "fatalities": _fatalities(result),
    }


def _middle(first: date, last: date) -> date:
    return first + (last - first) // 2


def _actors(actors: tuple[Coded, ...]) -> dict[str, Cell]:
    cells: dict[str, Cell] = {"interaction": interaction(actors)}
    for number, coded in enumerate(actors, start=1):
        cells[f"actor{number}"] = coded.name
        cells[f"assoc_actor_{number}"] = coded.associated
        cells[f"inter{number}"] = coded.inter
    return cells


def _targets_civilians(kind: Type, actors: tuple[Coded, ...]) -> bool:
    return kind.event == VIOLENCE_AGAINST_CIVILIANS or any(coded.are_civilians for coded in actors)


def _fatalities(result: Reconciled) -> int | None:
    tally = next((each for each in result.tallies if each.harm == "killed"), None)
    return tally.best.number if tally is not None and tally.best is not None else None


def _notes(one: Gathered, result: Reconciled) -> str:
    """Title, who says so, and figures other than the one coded."""
    parts = [f"{one.incident.title}.", f"According to {', '.join(originators(one.filed))}."]
    if _fatalities(result) is None:
        parts.append("Number of dead not stated.")
    if result.notes:
        parts.append(f"Also told: {'; '.join(result.notes)}.")
    return " ".join(parts)
