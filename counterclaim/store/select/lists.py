"""The lists that a store can give: which rows, which columns, what may be asked of them.

Public addresses, the HTTP API, downloads and the tables of the web pages all follow these. Tables are read by
name and never as `main.…`, so that a view in their place decides what is there.
"""

from __future__ import annotations

from typing import get_args

from counterclaim.core.claims import (
    AgreementStatus,
    Change,
    Claim,
    EventType,
    Explicitness,
    FigureQualifier,
    Harm,
    Modality,
    Outcome,
    Polarity,
    Scope,
    Stance,
    Status,
)
from counterclaim.store.select.columns import Column, Join, Key, Listing, Members, joined_members
from counterclaim.store.select.gathered import OUTLETS, PLACES, SPEAKERS
from counterclaim.store.select.inputs import DOCUMENTS, ISSUES

_TYPES = tuple(str(each.__struct_config__.tag) for each in get_args(Claim))
DECISIONS = ("accept", "reject", "none", "any")  # what `decision` may be asked for; "none": nobody ruled

_SPEAKERS = Members(
    "claim_speakers",
    "claim_id",
    "c.id",
    "speaker",
    "position",
    rejected="SELECT id FROM claims WHERE decision = 'reject'",
)
_VIA = Members("claim_via", "claim_id", "c.id", "via", "position")
_INCIDENTS = Members("incident_claims", "claim_id", "c.id", "code")

_CLAIMS = (
    Column("id", "Claim", "text", "c.id"),
    Column(
        "speaker", "Speaker", "many", joined_members(_SPEAKERS), shown=True, facet=True, members=_SPEAKERS
    ),
    Column("type", "Type", "choice", "c.type", shown=True, facet=True, choices=_TYPES),
    Column("via", "Relayed by", "many", joined_members(_VIA), members=_VIA),
    Column("quote", "Words", "text", "c.quote", shown=True),
    Column("sentence", "Sentence", "text", "p.text", needs="passages", sortable=False),
    Column("place", "Place", "text", "c.place", shown=True, facet=True),
    Column("when", "Day", "day", "c.when_edtf", shown=True, first="c.when_first", last="c.when_last"),
    Column("outlet", "Outlet", "text", "c.outlet", shown=True, facet=True),
    Column(
        "published",
        "Published",
        "day",
        "c.published",
        shown=True,
        first="c.published_first",
        last="c.published_last",
    ),
    Column("incident", "Incident", "many", joined_members(_INCIDENTS), shown=True, members=_INCIDENTS),
    Column("harm", "Harm", "choice", "c.harm", facet=True, choices=get_args(Harm)),
    Column("figure_min", "At least", "integer", "c.figure_min"),
    Column("figure_max", "At most", "integer", "c.figure_max"),
    Column("qualifier", "Hedge", "choice", "c.qualifier", choices=get_args(FigureQualifier)),
    Column("victim_group", "Who was harmed", "text", "c.victim_group"),
    Column(
        "status",
        "Status",
        "choice",
        "c.status",
        choices=(*get_args(Status), *get_args(AgreementStatus)),
    ),
    Column("scope", "Counts", "choice", "c.scope", choices=get_args(Scope)),
    Column("perpetrator", "Blamed for the harm", "text", "c.perpetrator"),
    Column("event_type", "Kind of event", "choice", "c.event_type", facet=True, choices=get_args(EventType)),
    Column("actor", "Actor", "text", "c.actor"),
    Column("target", "Target", "text", "c.target"),
    Column("stance", "Stance", "choice", "c.stance", facet=True, choices=get_args(Stance)),
    Column("accused", "Accused", "text", "c.accused"),
    Column("holder", "Holder", "text", "c.holder"),
    Column("change", "Control", "choice", "c.change", choices=get_args(Change)),
    Column("object", "Thing", "text", "c.object"),
    Column("outcome", "Damage", "choice", "c.outcome", choices=get_args(Outcome)),
    Column("agreement", "Agreement", "text", "c.agreement"),
    Column("explicitness", "Credited as", "choice", "c.explicitness", choices=get_args(Explicitness)),
    Column("modality", "Modality", "choice", "c.modality", facet=True, choices=get_args(Modality)),
    Column("polarity", "Polarity", "choice", "c.polarity", choices=get_args(Polarity)),
    Column("date", "Day in words", "text", "c.date"),
    Column("lat", "Latitude", "number", "c.lat"),
    Column("lon", "Longitude", "number", "c.lon"),
    Column("radius_km", "Radius, km", "number", "c.radius_km"),
    Column("where_prec", "Precision of place", "integer", "c.where_prec"),
    Column("gazetteer_id", "Gazetteer", "text", "c.gazetteer_id"),
    Column("doc", "Document", "text", "d.doc", needs="documents"),
    Column("document_id", "Document id", "text", "c.document_id"),
    Column("start", "Start", "integer", "c.start", sortable=False),
    Column("end", "End", "integer", 'c."end"', sortable=False),
    Column("maker", "Found by", "text", "c.maker"),
    Column("score", "Confidence", "number", "c.score"),
    Column("decision", "Ruling", "ruling", "c.decision", facet=True, choices=DECISIONS),
)
_CLAIM_JOINS = (
    Join("documents", "JOIN documents AS d ON d.id = c.document_id"),
    Join(
        "passages",
        "LEFT JOIN passages AS p ON p.document_id = c.document_id AND p.position = c.passage",
    ),
)
_CLAIM_KEYS = (Key("c.document_id"), Key("c.start"), Key("c.id"))
_CLAIM_SEARCH = (
    "(c.document_id, c.passage) IN (SELECT found.document_id, found.position FROM passage_index "
    "JOIN passages AS found ON found.id = passage_index.rowid WHERE passage_index MATCH {words})"
)

_STANDING = "incident_claims JOIN claims AS told ON told.id = incident_claims.claim_id AND told.decision IS NOT 'reject'"
_TELLERS = Members("incident_speakers", "incident_speakers.code", "i.code", "incident_speakers.speaker")
_CARRIERS = Members(_STANDING, "incident_claims.code", "i.code", "told.outlet", repeats=True)

_INCIDENT_COLUMNS = (
    Column("code", "Incident", "text", "i.code", shown=True),
    Column("title", "Title", "text", "i.title", shown=True),
    Column("kind", "Kind", "choice", "i.kind", shown=True, facet=True, choices=get_args(EventType)),
    Column("place", "Place", "text", "i.place", shown=True, facet=True),
    Column("when", "Day", "day", "i.when_edtf", shown=True, first="i.when_first", last="i.when_last"),
    Column(
        "speaker", "Told by", "many", joined_members(_TELLERS), facet=True, sortable=False, members=_TELLERS
    ),
    Column("outlet", "Outlet", "many", joined_members(_CARRIERS), sortable=False, members=_CARRIERS),
    Column("speakers", "Speakers", "integer", "n.speakers", shown=True),
    Column("documents", "Documents", "integer", "n.documents", shown=True),
    Column("claims", "Claims", "integer", "n.claims", shown=True),
    Column("killed_low", "Killed: lowest stated", "integer", "n.killed_low", shown=True),
    Column("killed_high", "Killed: highest stated", "integer", "n.killed_high", shown=True),
    Column("killed_none", "Claims of nobody killed", "integer", "n.killed_none"),
    Column("contradictions", "Contradictions", "integer", "n.contradictions", shown=True),
    Column("basis", "Why together", "text", "i.basis"),
)


def _claims_of(kind: str, name: str, label: str, shown: str, facets: str) -> Listing:
    """The list of claims of one type."""
    columns = tuple(
        column._replace(shown=column.name in shown.split(), facet=column.name in facets.split())
        for column in _CLAIMS
        if column.name != "type"
    )
    return Listing(
        name,
        label,
        "claims AS c",
        columns,
        _CLAIM_KEYS,
        "when",
        always=f"c.type = '{kind}'",
        joins=_CLAIM_JOINS,
        search=_CLAIM_SEARCH,
        rulings=True,
    )


LISTS: dict[str, Listing] = {
    listing.name: listing
    for listing in (
        Listing(
            "claims",
            "Claims",
            "claims AS c",
            _CLAIMS,
            _CLAIM_KEYS,
            "-published",
            joins=_CLAIM_JOINS,
            search=_CLAIM_SEARCH,
            rulings=True,
        ),
        Listing(
            "incidents",
            "Incidents",
            "incidents AS i JOIN incident_counts AS n ON n.code = i.code",
            _INCIDENT_COLUMNS,
            (Key("COALESCE(i.when_first, '')", descending=True), Key("i.code")),
            "-speakers",
            always="n.claims > 0",
            search=(
                "i.code IN (SELECT incident_claims.code FROM incident_claims JOIN claims AS c "
                f"ON c.id = incident_claims.claim_id AND c.decision IS NOT 'reject' WHERE {_CLAIM_SEARCH})"
            ),
            names="i.title",
        ),
        SPEAKERS,
        OUTLETS,
        PLACES,
        _claims_of(
            "agreement",
            "agreements",
            "Agreements",
            "speaker quote agreement status place when outlet published",
            "speaker place status",
        ),
        _claims_of(
            "control",
            "control",
            "Control of places",
            "speaker quote place change holder when outlet published",
            "speaker place holder change",
        ),
        DOCUMENTS,
        ISSUES,
    )
}
