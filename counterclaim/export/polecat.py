"""`polecat_like.tsv`: the PLOVER events in POLECAT's 40 columns.

Of several actors or recipients the names stand in one cell, joined by "; ". What we do not read (intensity,
contexts, Wikipedia, people and organisations of the story) is empty.
"""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim import __version__
from counterclaim.export.cells import Cell, joined
from counterclaim.export.collect import each_incident
from counterclaim.export.gather import Gathered, Record
from counterclaim.export.made import Column, Made, table
from counterclaim.export.needs import days_of
from counterclaim.export.plover_events import coding_of
from counterclaim.export.plover_parties import parties_of, sector_of
from counterclaim.export.sides import Party
from counterclaim.incidents.profiles import Settings

NAME = "polecat_like.tsv"
_ACTOR = "Actor Name,Actor Country,Actor COW,Primary Actor Sector,Actor Sectors,Actor Title,Actor Name Raw,Wikipedia Actor ID"
COLUMNS = tuple(
    Column(name, "string")
    for name in ",".join(
        (
            "Event ID,Event Date,Event Type,Event Mode,Event Intensity,Quad Code,Contexts",
            _ACTOR,
            _ACTOR.replace("Actor", "Recipient"),
            "Placename,City,District,Province,Country,Latitude,Longitude,GeoNames ID,Raw Placename,Feature Type",
            "Source,Publication Date,Story People,Story Organizations,Story Locations,Language,Version",
        )
    ).split(",")
)


def export_polecat(record: Record, profile: str, settings: Settings) -> Made:  # noqa: ARG001
    """One row for each incident that PLOVER has a category for; the layout holds no figures."""
    rows, refused = each_incident(record, NAME, lambda one: _row(one, record))
    return Made((table(NAME, COLUMNS, rows),), refused)


def _row(one: Gathered, record: Record) -> dict[str, Cell]:
    coding = coding_of(one)
    first, _, _ = days_of(one)
    actors, recipients = parties_of(one, coding)
    documents = [record.documents[each] for each in one.documents]
    return {
        "Event ID": one.incident.code,
        "Event Date": first.isoformat(),
        "Event Type": coding.event,
        "Event Mode": coding.mode,
        "Quad Code": coding.quad,
        **_parties("Actor", actors),
        **_parties("Recipient", recipients),
        **_where(one),
        "Source": joined(each.outlet or each.doc for each in documents),
        "Publication Date": joined(filed.published for filed in one.filed),
        "Language": "en",
        "Version": f"Counterclaim {__version__}",
    }


def _parties(role: str, parties: Sequence[Party]) -> dict[str, Cell]:
    sectors = [sector_of(party) for party in parties]
    countries = [party.country for party in parties if party.country is not None]
    return {
        f"{role} Name": joined(party.name for party in parties),
        f"{role} Country": joined(country.alpha3 for country in countries),
        f"{role} COW": joined(str(country.gw) for country in countries if country.gw is not None),
        f"Primary {role} Sector": next((sector for sector in sectors if sector), None),
        f"{role} Sectors": joined(sectors),
        f"{role} Name Raw": joined(party.words for party in parties),
    }


def _where(one: Gathered) -> dict[str, Cell]:
    if one.where is None:
        return {}
    where, point = one.where, one.point
    return {
        "Placename": where.name,
        "City": where.name if point else None,
        "District": where.name if where.kind == "district" else None,
        "Province": where.admin1 or None,
        "Country": one.country.alpha3 if one.country else None,
        "Latitude": point.lat if point else None,
        "Longitude": point.lon if point else None,
        "GeoNames ID": where.gazetteer_id.removeprefix("geonames:")
        if "geonames:" in where.gazetteer_id
        else None,
        "Raw Placename": one.incident.place,
        "Feature Type": where.kind,
    }
