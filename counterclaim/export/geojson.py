"""`incidents.geojson`: a feature for each incident, as RFC 7946 has it.

What is placed no better than by its province has no geometry: the middle of a province is no place where
something happened. Times are plain days in `properties`; an incident that nobody dates has none.
"""

from __future__ import annotations

from counterclaim.export.gather import Gathered, Record, originators
from counterclaim.export.made import Made, json_file
from counterclaim.export.values import tally_values
from counterclaim.incidents.profiles import Settings, reconcile

NAME = "incidents.geojson"


def export_geojson(record: Record, profile: str, settings: Settings) -> Made:
    """Every incident; nothing is refused, since what is not known is null."""
    features = [_feature(one, record, profile, settings) for one in record.incidents]
    return Made((json_file(NAME, {"type": "FeatureCollection", "features": features}),))


def _feature(one: Gathered, record: Record, profile: str, settings: Settings) -> dict[str, object]:
    incident, where, point = one.incident, one.where, one.point
    return {
        "type": "Feature",
        "id": incident.code,
        "geometry": {"type": "Point", "coordinates": [point.lon, point.lat]} if point else None,
        "properties": {
            "code": incident.code,
            "previous_codes": list(incident.previous_codes),
            "title": incident.title,
            "kind": incident.kind,
            "place": incident.place,
            "located": where.name if where else None,
            "where_prec": where.precision if where else None,
            "radius_km": where.radius_km if where else None,
            "country": one.country.alpha3 if one.country else None,
            "edtf": incident.when,
            "start": one.days[0].isoformat() if one.days else None,
            "end": one.days[1].isoformat() if one.days else None,
            "date_prec": one.date_prec,
            "speakers": list(originators(one.filed)),
            "documents": [record.documents[document].doc for document in one.documents],
            "contradictions": sum(told.kind == "contradicts" for told in incident.relations),
            "tallies": tally_values(reconcile(profile, one.filed, settings)),
        },
    }
