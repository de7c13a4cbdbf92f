"""When and where every incident is placed, and how many speak of it, without reading its claims one by one."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import msgspec
from sqlalchemy import Connection, select, text

from counterclaim.core.incidents import Incident
from counterclaim.core.located import Located
from counterclaim.store import schema

_Spot = tuple[float, float, float]  # latitude, longitude and radius in km


class Position(NamedTuple):
    """An incident with the most exact place among the claims that word its place as it does."""

    number: int
    kind: str | None
    when: str | None  # EDTF
    speakers: int  # distinct; the documents' own voice is not one of them
    disputed: bool
    lat: float | None = None  # None: not placed
    lon: float | None = None
    radius_km: float | None = None
    precision: int | None = None  # UCDP's where_prec
    country: str = ""  # ISO 3166 alpha-2; "" where the place lies in several


class Told(NamedTuple):
    """What a list says of an incident beside its figures."""

    number: int
    incident: Incident  # without its claims and relations
    where: Located | None
    speakers: tuple[str, ...]  # by name


# The most exact of the claims that word the place as the incident does, as counterclaim.incidents.placing has it.
_PLACED = """
    SELECT m.code, c.id, c.lat, c.lon, c.radius_km, c.where_prec,
        row_number() OVER (PARTITION BY m.code ORDER BY c.radius_km, c.document_id, c.start, c.id) AS rank
    FROM incidents i JOIN incident_claims m ON m.code = i.code JOIN claims c ON c.id = m.claim_id
    WHERE c.lat IS NOT NULL AND c.place IS i.place AND c.decision IS NOT 'reject'
"""
_POSITIONS = text(f"""
    WITH placed AS ({_PLACED})
    SELECT i.number, i.kind, i.when_edtf, n.speakers, n.contradictions > 0, p.lat, p.lon, p.radius_km, p.where_prec, p.id
    FROM incidents i JOIN incident_counts n ON n.code = i.code LEFT JOIN placed p ON p.code = i.code AND p.rank = 1
    WHERE n.claims > 0 ORDER BY i.number
""")  # noqa: S608  no value of a visitor's
_COUNTRIES = text("""
    SELECT c.id, json_extract(c.body, '$.where.country') FROM json_each(:ids) j JOIN claims c ON c.id = j.value
""")
_TOLD = text(f"""
    WITH placed AS ({_PLACED} AND i.number IN (SELECT value FROM json_each(:numbers)))
    SELECT i.number, i.code, i.title, i.kind, i.place, i.when_edtf, json_extract(c.body, '$.where'), (
        SELECT json_group_array(s.speaker) FROM incident_speakers s WHERE s.code = i.code
    )
    FROM incidents i LEFT JOIN placed p ON p.code = i.code AND p.rank = 1 LEFT JOIN claims c ON c.id = p.id
    WHERE i.number IN (SELECT value FROM json_each(:numbers))
""")  # noqa: S608  no value of a visitor's


def read_positions(connection: Connection) -> list[Position]:
    """Every incident that has a claim which stands, in the order in which their codes were first given."""
    rows = connection.execute(_POSITIONS).all()
    claim_at: dict[_Spot, str] = {(row.lat, row.lon, row.radius_km): row.id for row in rows if row.id}
    country_of = _read_countries(connection, claim_at)
    return [
        Position(*told)._replace(country=country_of.get(told[5:8], ""))
        for told in (tuple(row)[:9] for row in rows)
    ]


def read_told(connection: Connection, numbers: Sequence[int]) -> list[Told]:
    """Incidents by their numbers, in the order of these; what is not there is left out."""
    found = {}
    for number, code, title, kind, place, when, where, speakers in connection.execute(
        _TOLD, {"numbers": json.dumps(list(numbers))}
    ):
        located = msgspec.json.decode(where, type=Located) if where else None
        names = tuple(sorted(json.loads(speakers)))
        incident = Incident(code=code, title=title, kind=kind, place=place, when=when)
        found[number] = Told(number, incident, located, names)
    return [found[number] for number in numbers if number in found]


def number_of(connection: Connection, code: str) -> int | None:
    """The number of the incident with this code; None where no incident has it."""
    table = schema.incidents.c
    return connection.scalar(select(table.number).where(table.code == code))


def _read_countries(connection: Connection, claim_at: Mapping[_Spot, str]) -> dict[_Spot, str]:
    """The country of each spot, as the claim that is given for it has it."""
    spot_of = {claim: spot for spot, claim in claim_at.items()}
    rows = connection.execute(_COUNTRIES, {"ids": json.dumps(list(spot_of))})
    return {spot_of[claim]: country or "" for claim, country in rows}
