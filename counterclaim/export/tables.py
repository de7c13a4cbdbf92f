"""`claims.csv` and `incidents.csv`, and both as Parquet: everything that has a column, and nothing refused."""

from __future__ import annotations

from collections.abc import Iterator

from counterclaim.export.cells import Cell, joined
from counterclaim.export.gather import Gathered, Record, originators
from counterclaim.export.made import Made, columns_of, table
from counterclaim.export.parquet import parquet_file
from counterclaim.export.values import claim_cells
from counterclaim.incidents.profiles import Settings, reconcile
from counterclaim.incidents.tallies import Tally, tally_words

CLAIM_COLUMNS = columns_of(
    """claim_id incident document_id doc title outlet published type start:integer end:integer quote sentence
    speakers via explicitness modality polarity when_edtf when_basis date place latitude:number
    longitude:number radius_km:number where_prec:integer gazetteer_id harm min:integer max:integer qualifier
    group status scope perpetrator event_type actor target stance accused holder change object outcome
    agreement maker score:number accepted"""
)
INCIDENT_COLUMNS = columns_of(
    """code previous_codes title kind place when_edtf date_start:date date_end:date date_prec:integer located
    country latitude:number longitude:number radius_km:number where_prec:integer speakers:integer
    documents:integer claims:integer contradictions:integer profile killed_low:integer killed_best:integer
    killed_high:integer killed_high_open wounded_low:integer wounded_best:integer wounded_high:integer
    wounded_high_open tallies flags basis"""
)


def export_claims(record: Record, profile: str, settings: Settings) -> Made:  # noqa: ARG001
    """A row for each claim; without filters also those of no incident."""
    return Made((table("claims.csv", CLAIM_COLUMNS, _claims(record)),))


def export_incidents(record: Record, profile: str, settings: Settings) -> Made:
    """A row for each incident, with the range of dead and wounded where the profile gives one range."""
    return Made((table("incidents.csv", INCIDENT_COLUMNS, _incidents(record, profile, settings)),))


def export_parquet(record: Record, profile: str, settings: Settings) -> Made:
    """Both tables as Parquet: counts are nullable 64-bit integers, times EDTF as text."""
    return Made(
        (
            parquet_file("claims.parquet", CLAIM_COLUMNS, _claims(record)),
            parquet_file("incidents.parquet", INCIDENT_COLUMNS, _incidents(record, profile, settings)),
        )
    )


def _claims(record: Record) -> Iterator[dict[str, Cell]]:
    codes = record.incident_of()
    for one in record.claims:
        yield {
            **claim_cells(one, codes.get(one.claim.id)),
            "title": record.documents[one.document_id].title,
            "accepted": "yes" if one.claim.id in record.accepted else None,
        }


def _incidents(record: Record, profile: str, settings: Settings) -> Iterator[dict[str, Cell]]:
    return (incident_cells(one, profile, settings) for one in record.incidents)


def incident_cells(one: Gathered, profile: str, settings: Settings) -> dict[str, Cell]:
    """An incident as a row of a table, its ranges by the profile."""
    result = reconcile(profile, one.filed, settings)
    return {
        **_about(one),
        "profile": result.profile,
        **_range("killed", result.tallies),
        **_range("wounded", result.tallies),
        "tallies": joined(tally_words(tally) for tally in result.tallies),
        "flags": joined(sorted({flag for tally in result.tallies for flag in tally.flags})),
        "basis": one.incident.basis,
    }


def _about(one: Gathered) -> dict[str, Cell]:
    incident, where = one.incident, one.where
    return {
        "code": incident.code,
        "previous_codes": joined(incident.previous_codes),
        "title": incident.title,
        "kind": incident.kind,
        "place": incident.place,
        "when_edtf": incident.when,
        "date_start": one.days[0].isoformat() if one.days else None,
        "date_end": one.days[1].isoformat() if one.days else None,
        "date_prec": one.date_prec,
        "located": where.name if where else None,
        "country": one.country.alpha3 if one.country else None,
        "latitude": where.lat if where else None,
        "longitude": where.lon if where else None,
        "radius_km": where.radius_km if where else None,
        "where_prec": where.precision if where else None,
        "speakers": len(originators(one.filed)),
        "documents": len(one.documents),
        "claims": len(one.filed),
        "contradictions": sum(told.kind == "contradicts" for told in incident.relations),
    }


def _range(harm: str, tallies: tuple[Tally, ...]) -> dict[str, Cell]:
    """Empty where the profile gives several groups of people: `tallies` has them all in words."""
    told = [tally for tally in tallies if tally.harm == harm]
    if len(told) != 1:
        return {}
    tally = told[0]
    return {
        f"{harm}_low": tally.low.number,
        f"{harm}_best": tally.best.number if tally.best else None,
        f"{harm}_high": tally.high.number,
        f"{harm}_high_open": "yes" if tally.high.open else None,
    }
