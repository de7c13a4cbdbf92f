"""What the API answers with. A field that is new in a claim is not handed on unless it is added here.

Fields that are not stated are left out of claims; elsewhere they are null.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

import msgspec

from counterclaim.core.claims import (
    AgreementStatus,
    Change,
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
from counterclaim.core.incidents import FiledClaim, Link, Relation
from counterclaim.core.types import Article, Document
from counterclaim.export.values import claim_value
from counterclaim.incidents.tallies import Reconciled

ClaimType = Literal[
    "casualty", "event", "responsibility", "control", "damage", "agreement", "intent", "plan", "assessment"
]


class PlaceOnMap(msgspec.Struct, frozen=True, kw_only=True):
    """A point with the radius in which the place lies; `precision` is UCDP's code, 1 exact to 7 unknown."""

    lat: float
    lon: float
    radius_km: float
    precision: int
    name: str
    kind: str
    country: str = ""
    admin1: str = ""
    gazetteer_id: str = ""


class ClaimRecord(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One checkable thing a document says, with who is credited. `start` and `end` count code points of its text."""

    id: str
    type: ClaimType
    document: str  # id
    doc: str
    outlet: str | None = None
    published: str | None = None  # EDTF
    start: int
    end: int
    quote: str
    sentence: str = ""
    speakers: tuple[str, ...] = ()  # innermost first; left out where nobody is named
    via: tuple[str, ...] = ()  # relay chain, outer to inner
    explicitness: Explicitness
    modality: Modality
    polarity: Polarity
    when: str | None = None  # EDTF
    when_basis: str | None = None
    date: str | None = None  # the words for it
    place: str | None = None  # the words for it
    where: PlaceOnMap | None = None
    harm: Harm | None = None
    min: int | None = None  # people or things; left out where there is no bound
    max: int | None = None
    qualifier: FigureQualifier | None = None
    group: str | None = None
    status: Status | AgreementStatus | None = None
    scope: Scope | None = None
    perpetrator: str | None = None
    event_type: EventType | None = None
    actor: str | None = None
    target: str | None = None
    stance: Stance | None = None
    accused: str | None = None
    holder: str | None = None
    change: Change | None = None
    object: str | None = None
    outcome: Outcome | None = None
    agreement: str | None = None
    maker: str = ""
    score: float | None = None


class SingleClaim(msgspec.Struct, frozen=True, kw_only=True):
    """A claim and the code of the incident it is about, if any."""

    claim: ClaimRecord
    incident: str | None


class AccountRecord(msgspec.Struct, frozen=True, kw_only=True):
    """All claims of one speaker about the incident, by id; what it repeats stands once."""

    speaker: str | None  # None: the documents' own voice
    claims: tuple[str, ...]
    outlets: tuple[str, ...]  # outlets or documents that carry it


class IncidentRecord(msgspec.Struct, frozen=True, kw_only=True):
    """What is held to have happened, with every claim, account, relation and link."""

    code: str
    previous_codes: tuple[str, ...]
    title: str
    kind: str | None
    place: str | None
    when: str | None  # EDTF
    where: PlaceOnMap | None
    basis: str  # why these claims stand together
    as_of: str | None
    left_out_later: int  # claims published after that day
    left_out_undated: int  # claims of which nobody knows when they were published
    accounts: tuple[AccountRecord, ...]
    claims: tuple[ClaimRecord, ...]
    relations: tuple[Relation, ...]
    links: tuple[Link, ...]


class TallyRecord(msgspec.Struct, frozen=True, kw_only=True):
    """What one profile makes of the figures of an incident, each bound with its claims."""

    incident: str
    as_of: str | None
    result: Reconciled


class DocumentRecord(msgspec.Struct, frozen=True, kw_only=True):
    """A document with its text. Spans of articles and claims count its code points."""

    id: str
    doc: str
    title: str | None
    outlet: str | None
    published: str | None  # EDTF, as given
    origin: str  # the path, address or row it was read from
    sha256: str  # of the bytes it was read from
    text: str
    articles: tuple[Article, ...]


class EntryRecord(msgspec.Struct, frozen=True, kw_only=True):
    """A claim in a line, with its day and whether it states that day."""

    claim: ClaimRecord
    when: str | None  # EDTF
    basis: Literal["stated", "published", "unknown"]


class AgreementRecord(msgspec.Struct, frozen=True, kw_only=True):
    """What is said of one agreement, oldest first."""

    name: str
    kind: str
    place: str | None
    entries: tuple[EntryRecord, ...]


class DisputeRecord(msgspec.Struct, frozen=True, kw_only=True):
    """Two claims, by id, that cannot both be."""

    claim: str
    other: str
    basis: str


class ControlRecord(msgspec.Struct, frozen=True, kw_only=True):
    """Who is said to control one place, oldest first."""

    place: str | None
    entries: tuple[EntryRecord, ...]
    disputes: tuple[DisputeRecord, ...]


class PassageRecord(msgspec.Struct, frozen=True, kw_only=True):
    """A passage that holds the words searched for."""

    document: str  # id
    doc: str
    outlet: str | None
    start: int
    end: int
    text: str


class ProfileRecord(msgspec.Struct, frozen=True, kw_only=True):
    """A named rule by which figures are reconciled."""

    name: str
    version: str
    about: str


class FormatRecord(msgspec.Struct, frozen=True, kw_only=True):
    """A format of exports. `profile` is the only one it goes with: null where it may be chosen, "" where there are no
    reconciled figures in it.
    """

    name: str
    about: str
    profile: str | None


class IndexRecord(msgspec.Struct, frozen=True, kw_only=True):
    """What there is to ask for."""

    name: str
    version: str
    documentation: str
    openapi: str
    resources: tuple[str, ...]


def claim_record(filed: FiledClaim) -> ClaimRecord:
    """The claim as it is handed on."""
    told = {**claim_value(filed), "sentence": filed.sentence}
    return msgspec.convert(told, ClaimRecord)


def claim_records(filed: Iterable[FiledClaim]) -> tuple[ClaimRecord, ...]:
    return tuple(map(claim_record, filed))


def document_record(document: Document, articles: tuple[Article, ...]) -> DocumentRecord:
    """The document as it is handed on."""
    return DocumentRecord(
        id=document.id,
        doc=document.doc,
        title=document.title,
        outlet=document.outlet,
        published=document.published,
        origin=document.origin,
        sha256=document.sha256,
        text=document.text,
        articles=articles,
    )
