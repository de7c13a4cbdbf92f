"""`ged_like.csv`: one row for each incident, in the 49 columns of UCDP GED 20.1 to 26.1.

The layout is UCDP's, the coding is not: figures are those of the profile `ucdp-like`, and all that UCDP takes
from lists of its own (ids of conflicts, dyads and actors, `active_year`) is left empty.
"""

from __future__ import annotations

import math
from datetime import date

from counterclaim.core.located import Located
from counterclaim.export.cells import Cell, joined
from counterclaim.export.collect import each_incident
from counterclaim.export.dyads import Dyad, deaths_of, dyad_of
from counterclaim.export.gather import Gathered, Record, originators
from counterclaim.export.made import Made, RefusedError, columns_of, table
from counterclaim.export.needs import days_of, place_of
from counterclaim.incidents.profiles import Settings, reconcile
from counterclaim.incidents.tallies import Reconciled, Tally
from counterclaim.incidents.voices import independent_voices

NAME = "ged_like.csv"
PROFILE = "ucdp-like"
COLUMNS = columns_of(
    """id:integer relid year:integer active_year code_status type_of_violence:integer conflict_dset_id
    conflict_new_id conflict_name dyad_dset_id dyad_new_id dyad_name side_a_dset_id side_a_new_id side_a
    side_b_dset_id side_b_new_id side_b number_of_sources:integer source_article source_office source_date
    source_headline source_original where_prec:integer where_coordinates where_description adm_1 adm_2
    latitude:number longitude:number geom_wkt priogrid_gid:integer country country_id:integer region
    event_clarity:integer date_prec:integer date_start date_end deaths_a:integer deaths_b:integer
    deaths_civilians:integer deaths_unknown:integer best:integer high:integer low:integer gwnoa gwnob"""
)
_WATER = 7
_CLEAR = 2  # date_prec up to which the incident is one happening and not several told together: our choice


def export_ged(record: Record, profile: str, settings: Settings) -> Made:
    """One row for each incident with a year, a place, a killed person and two sides."""
    rows, refused = each_incident(
        record, NAME, lambda one: _row(one, record, reconcile(profile, one.filed, settings))
    )
    return Made((table(NAME, COLUMNS, rows),), refused)


def priogrid(lat: float, lon: float) -> int:
    """The PRIO-GRID cell of half a degree, counted from the south-west.

    Checked against 602 rows of UCDP GED for Bangladesh.

    >>> priogrid(22.488976, 90.062732)
    161821
    """
    row, column = min(math.floor((lat + 90) * 2), 359), min(math.floor((lon + 180) * 2), 719)
    return row * 720 + column + 1


def _row(one: Gathered, record: Record, result: Reconciled) -> dict[str, Cell]:
    first, last, date_prec = days_of(one)
    where = place_of(one)
    if one.country is None and where.precision != _WATER:
        raise RefusedError("no_country", "the place lies in no single country; name a place within one")
    tally = _deaths(result)
    dyad = dyad_of(one)
    deaths = deaths_of(tally, dyad, one.filed)
    return {
        "id": one.number,
        "relid": f"{one.country.alpha3 if one.country else 'WAT'}-{last.year}-{dyad.violence}-{one.incident.code}",
        "year": last.year,
        "code_status": _status(one, record),
        "type_of_violence": dyad.violence,
        "conflict_name": None if dyad.violence == 1 else dyad.name,
        "dyad_name": dyad.name,
        "side_a": dyad.name_a,
        "side_b": dyad.name_b,
        **_sources(one, record),
        **_where(one, where),
        "event_clarity": 1 if date_prec <= _CLEAR else 2,
        "date_prec": date_prec,
        "date_start": _instant(first),
        "date_end": _instant(last),
        "deaths_a": deaths.a,
        "deaths_b": deaths.b,
        "deaths_civilians": deaths.civilians,
        "deaths_unknown": deaths.unknown,
        "best": tally.best.number if tally.best else None,
        "high": tally.high.number,
        "low": tally.low.number,
        "gwnoa": _state(dyad, "a"),
        "gwnob": _state(dyad, "b"),
    }


def _deaths(result: Reconciled) -> Tally:
    tally = next((each for each in result.tallies if each.harm == "killed"), None)
    if tally is None or tally.best is None or not tally.best.number:
        raise RefusedError(
            "no_confirmed_death",
            "no speaker tells of anybody killed here; the layout holds deadly events only",
        )
    return tally


def _status(one: Gathered, record: Record) -> str:
    """ "Clear" once a person has accepted every claim, as far as the store knows."""
    left = sum(filed.claim.id not in record.accepted for filed in one.filed)
    return f"Check {left} of {len(one.filed)} claims not yet accepted by a person" if left else "Clear"


def _sources(one: Gathered, record: Record) -> dict[str, Cell]:
    published = {filed.document_id: filed.published for filed in one.filed}
    documents = [record.documents[each] for each in one.documents]
    return {
        "number_of_sources": len(independent_voices(one.filed)),
        "source_article": joined(
            ", ".join(part for part in (each.outlet, published[each.id], each.title or each.doc) if part)
            for each in documents
        ),
        "source_office": joined(each.outlet for each in documents),
        "source_date": joined(published[each.id] for each in documents),
        "source_headline": joined(each.title for each in documents),
        "source_original": joined(originators(one.filed)),
    }


def _where(one: Gathered, where: Located) -> dict[str, Cell]:
    country = one.country
    return {
        "where_prec": where.precision,
        "where_coordinates": where.name,
        "where_description": one.incident.place,
        "adm_1": where.admin1 or (where.name if where.kind == "province" else None),
        "adm_2": where.name if where.kind == "district" else None,
        "latitude": where.lat,
        "longitude": where.lon,
        "geom_wkt": f"POINT ({where.lon} {where.lat})",
        "priogrid_gid": priogrid(where.lat, where.lon),
        "country": country.name if country else None,
        "country_id": country.gw if country else None,
        "region": country.ged_region if country else None,
    }


def _instant(day: date) -> str:
    return f"{day.isoformat()} 00:00:00.000"


def _state(dyad: Dyad, side: str) -> str | None:
    party = dyad.a if side == "a" else dyad.b
    if party is None or party.sort != "state" or party.country is None or party.country.gw is None:
        return None
    return str(party.country.gw)
