"""The three files that TimeMap reads: events, sources and associations (here, the kinds of incident).

Days are MM/DD/YYYY, as its reader takes them, and made from the plain day: never through a clock of some zone.
"""

from __future__ import annotations

from counterclaim.core.daywords import day_words
from counterclaim.core.wording import label_words
from counterclaim.export.collect import each_incident
from counterclaim.export.gather import Gathered, Record, originators
from counterclaim.export.made import Made, RefusedError, json_file
from counterclaim.incidents.profiles import Settings, reconcile
from counterclaim.incidents.tallies import tally_words
from counterclaim.store import DocumentRow

EVENTS, SOURCES, ASSOCIATIONS = "timemap_events.json", "timemap_sources.json", "timemap_associations.json"


def export_timemap(record: Record, profile: str, settings: Settings) -> Made:
    """An event for each incident with a day in a year, or a place better than its province."""
    events, refused = each_incident(record, EVENTS, lambda one: _event(one, profile, settings))
    told = dict.fromkeys(document for one in record.incidents for document in one.documents)
    sources = {document: _source(record.documents[document]) for document in told}
    kinds = sorted({_kind(one) for one in record.incidents})
    associations = [
        {"id": kind, "title": kind, "desc": "", "mode": "FILTER", "filter_paths": [kind]} for kind in kinds
    ]
    return Made(
        (json_file(EVENTS, events), json_file(SOURCES, sources), json_file(ASSOCIATIONS, associations)),
        refused,
    )


def _kind(one: Gathered) -> str:
    return label_words(one.kind or "incident").capitalize()


def _event(one: Gathered, profile: str, settings: Settings) -> dict[str, object]:
    incident, point = one.incident, one.point
    if one.days is None and point is None:
        raise RefusedError("no_day_no_place", "neither a day in a stated year nor a place on the map is told")
    figures = "; ".join(tally_words(tally) for tally in reconcile(profile, one.filed, settings).tallies)
    event: dict[str, object] = {
        "id": incident.code,
        "description": f"{incident.title}. {f'{figures} ({profile}). ' if figures else ''}"
        f"According to {', '.join(originators(one.filed))}.",
        "date": one.days[0].strftime("%m/%d/%Y") if one.days else "",
        "time": "",
        "time_precision": str(one.date_prec) if one.date_prec else "",
        "time_display": day_words(incident.when),
        "location": incident.place or "",
        "type": _kind(one),
        "category": _kind(one),
        "associations": [_kind(one)],
        "sources": list(one.documents),
        "comments": "",
    }
    if point is not None:
        event |= {"latitude": str(point.lat), "longitude": str(point.lon)}
    return event


def _source(row: DocumentRow) -> dict[str, object]:
    return {
        "id": row.id,
        "title": row.title or row.doc,
        "paths": [],
        "type": "Article",
        "url": row.origin if row.origin.startswith(("http://", "https://")) else "",
        "author": row.outlet or "",
        "date": row.published or "",
        "description": "",
    }
