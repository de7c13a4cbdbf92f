"""`plover.jsonl`: one event a line in the fields of the PLOVER manual, with the claims behind it.

Extensions of ours: `claims`, who says what in which document, and `tallies` of the chosen profile. Texts of
articles are not handed on; `text_info` says where in the document the first claim stands.
"""

from __future__ import annotations

from counterclaim.core.claims import claim_type
from counterclaim.core.incidents import FiledClaim
from counterclaim.core.located import Located
from counterclaim.export.collect import each_incident
from counterclaim.export.gather import Gathered, Record
from counterclaim.export.made import Made, json_lines
from counterclaim.export.needs import days_of
from counterclaim.export.plover_events import coding_of
from counterclaim.export.plover_parties import entity, parties_of
from counterclaim.export.values import claim_value, tally_values
from counterclaim.incidents.profiles import Settings, reconcile
from counterclaim.incidents.tallies import Reconciled, range_words

NAME = "plover.jsonl"
_SIZES = {"killed": "dead", "wounded": "injured", "detained": "arrested"}
# PLOVER's resolution, 5 below a city to 1 a country, from UCDP's where_prec: our mapping.
_RESOLUTION = {1: 4, 2: 4, 3: 3, 4: 2, 5: 1, 6: 1}


def export_plover(record: Record, profile: str, settings: Settings) -> Made:
    """One line for each incident of a category that PLOVER has, with a year and an actor."""
    lines, refused = each_incident(
        record, NAME, lambda one: _event(one, record, reconcile(profile, one.filed, settings))
    )
    return Made((json_lines(NAME, lines),), refused)


def _event(one: Gathered, record: Record, result: Reconciled) -> dict[str, object]:
    coding = coding_of(one)
    first, last, date_prec = days_of(one)
    actors, recipients = parties_of(one, coding)
    event: dict[str, object] = {
        "id": one.incident.code,
        "date": first.isoformat(),
        "actor": [entity(party) for party in actors],
        "event": [coding.event],
        "mode": [coding.mode] if coding.mode else [],
        "size": _sizes(result),
        "cite_info": [_citation(record, document, one.filed) for document in one.documents],
        "text_info": _text_info(one.filed[0]),
        "comment": f"{one.incident.title}. Day as told: {one.incident.when} (date_prec {date_prec}).",
        "claims": [claim_value(filed) for filed in one.filed],
        "tallies": tally_values(result),
    }
    if recipients:
        event["recipient"] = [entity(party) for party in recipients]
    if coding.quad is not None:
        event["quad_code"] = coding.quad
    if last != first:
        event["enddate"] = last.isoformat()
    if one.where is not None:
        event["event_loc"] = _location(one, one.where)
    return event


def _sizes(result: Reconciled) -> dict[str, object]:
    """A harm that the profile gives one range for; a range in words where its ends differ or one is open."""
    sizes: dict[str, object] = {}
    for harm, name in _SIZES.items():
        told = [tally for tally in result.tallies if tally.harm == harm]
        if len(told) == 1 and told[0].low.number is not None:
            closed = told[0].low.number == told[0].high.number and not told[0].high.open
            sizes[name] = told[0].low.number if closed else range_words(told[0])
    return sizes


def _citation(record: Record, document_id: str, filed: tuple[FiledClaim, ...]) -> dict[str, object]:
    row = record.documents[document_id]
    published = next(each.published for each in filed if each.document_id == document_id)
    told = {"citation": row.doc, "title": row.title, "publication": row.outlet, "date": published}
    return {name: value for name, value in told.items() if value is not None}


def _text_info(filed: FiledClaim) -> dict[str, object]:
    claim = filed.claim
    return {
        "text_story": filed.document_id,
        "start": claim.start,
        "end": claim.end,
        "type": claim_type(claim),
    }


def _location(one: Gathered, where: Located) -> dict[str, object]:
    point = one.point
    told: dict[str, object | None] = {
        "extracted_place": one.incident.place,
        "resolved_place": where.name,
        "lat": point.lat if point else None,
        "lon": point.lon if point else None,
        "city": where.name if point else None,
        "province": where.admin1 or None,
        "country": one.country.name if one.country else None,
        "country_code": one.country.alpha3 if one.country else None,
        "geonameid": where.gazetteer_id.removeprefix("geonames:")
        if "geonames:" in where.gazetteer_id
        else None,
        "resolution": _RESOLUTION.get(where.precision),
    }
    return {name: value for name, value in told.items() if value is not None}
