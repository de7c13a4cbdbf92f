"""Invented incidents, as short as a test of an export needs them."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from counterclaim.core.claims import Claim, Control, Event, claim_id
from counterclaim.core.incidents import FiledClaim, Incident
from counterclaim.core.located import Located
from counterclaim.export import Filters, Record
from counterclaim.export.gather import Gathered, gathered
from counterclaim.store import DocumentRow
from tests.method.telling import figure

DAY = "2016-09-17"
TOWN = Located(
    lat=35.25, lon=40.125, radius_km=5.0, precision=1, name="Hadira", kind="town", country="SY",
    admin1="Orlova", gazetteer_id="geonames:1",
)  # fmt: skip
PROVINCE = replace(TOWN, precision=4, kind="province", name="Orlova", radius_km=90.0)


def toll(low: int | None, high: int | None, *speakers: str, **fields: Any) -> FiledClaim:
    """A figure of the killed in Hadira, as `figure` makes it."""
    known: dict[str, Any] = {"place": "Hadira", "where": TOWN, "when": DAY, "published": "2016-09-18"}
    return figure(low, high, *speakers, **{**known, **fields})


def event(kind: str, actor: str | None, *speakers: str, document: str = "d1", **fields: Any) -> FiledClaim:
    """Somebody does something."""
    known: dict[str, Any] = {"start": 700, "end": 709, "quote": f"{kind} by {actor}"}
    claim = Event(event_type=kind, actor=actor, speakers=speakers, **{**known, **fields})  # type: ignore[arg-type]
    return filed(claim, document)


def control(change: str, holder: str, *speakers: str, document: str = "d1") -> FiledClaim:
    """Somebody takes or holds the town."""
    claim = Control(start=800, end=809, quote=f"{holder} {change} it", holder=holder, speakers=speakers, change=change)  # type: ignore[arg-type]  # fmt: skip
    return filed(claim, document)


def filed(claim: Claim, document: str) -> FiledClaim:
    return FiledClaim(
        document_id=document,
        doc=document,
        outlet=None,
        published="2016-09-18",
        sentence=claim.quote,
        claim=replace(claim, id=claim_id(document, claim)),
    )


def incident(*told: FiledClaim, code: str = "CC-AAAAAA", **fields: Any) -> Gathered:
    """An air strike in Hadira, unless the fields say otherwise."""
    known: dict[str, Any] = {
        "title": "Air strike, Hadira, 17 September 2016",
        "kind": "air_strike",
        "place": "Hadira",
        "when": DAY,
        "claims": tuple(one.claim.id for one in told),
        "basis": "one document tells these claims as one happening",
    }
    return gathered(Incident(code=code, **{**known, **fields}), told)


def record(
    *incidents: Gathered, outlet: str | None = "Coast Monitor", accepted: frozenset[str] = frozenset()
) -> Record:
    """What an export reads, of these incidents."""
    claims = [one for each in incidents for one in each.filed]
    documents = {
        name: DocumentRow(
            id=name,
            doc=name,
            title=f"Page {name}",
            outlet=outlet,
            published="2016-09-18",
            origin=f"pages/{name}.txt",
            n_chars=1000,
            articles=1,
            claims=len(claims),
            read_at="2026-01-05T00:00:00Z",
        )
        for name in sorted({one.document_id for one in claims})
    }
    return Record(
        incidents=tuple(sorted(incidents, key=lambda one: one.incident.code)),
        claims=tuple(sorted(claims, key=lambda one: (one.doc, one.claim.start, one.claim.id))),
        documents=documents,
        accepted=accepted,
        texts=dict.fromkeys(documents, "x" * 1000),
        stages=("claims.v1",),
        filters=Filters(),
    )


def strike_on_soldiers() -> Gathered:
    """Three speakers, three figures: at least 62, 62 and 83 Syrian soldiers, by the coalition."""
    dead = {"group": "Syrian soldiers", "status": "combatant"}
    return incident(
        toll(62, None, "US-led coalition", **dead),
        toll(62, 62, "Russian military", at=100, **dead),
        toll(83, 83, "Syrian Observatory for Human Rights", at=200, document="d2", **dead),
        event("air_strike", "US-led coalition", "Syrian army"),
    )
