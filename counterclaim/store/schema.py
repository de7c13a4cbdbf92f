"""Tables of the store, as the newest migration leaves them.

The migrations make them; tests compare the two. What each column means for SQL users is in
docs/reference/store.md.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    CheckConstraint,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    text,
)

APPLICATION_ID = 0x43434C4D  # "CCLM" in the file's header says whose SQLite file it is
HEAD = "0007"  # newest migration

metadata = MetaData()


def _document_id(**options: Any) -> Column[str]:
    return Column("document_id", Text, ForeignKey("documents.id", ondelete="CASCADE"), **options)


def _claim_id(name: str, **options: Any) -> Column[str]:
    return Column(name, Text, ForeignKey("claims.id", ondelete="CASCADE"), **options)


documents = Table(
    "documents",
    metadata,
    Column("id", Text, primary_key=True),
    Column("doc", Text, nullable=False, index=True),
    Column("title", Text),
    Column("outlet", Text),
    Column("published", Text),
    Column("origin", Text, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("encoding", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("n_chars", Integer, nullable=False),
    Column("stages", Text, nullable=False),  # JSON array of versioned names
    Column("first_read_at", Text, nullable=False),
    Column("read_at", Text, nullable=False),
    Column("published_first", Text),  # ISO dates of `published`, NULL where no year is known
    Column("published_last", Text),
    Index("documents_published", "published_first"),
)

sheets = Table(
    "sheets",
    metadata,
    _document_id(primary_key=True),
    Column("body", LargeBinary, nullable=False),  # the sheet's JSON line, zlib
)

segments = Table(
    "segments",
    metadata,
    _document_id(primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("article", Integer),
    Column("repeats_start", Integer),
    Column("repeats_end", Integer),
    Column("why", Text, nullable=False),
)

articles = Table(
    "articles",
    metadata,
    _document_id(primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("headline", Text),
    Column("dateline", Text),
    Column("outlet", Text),
    Column("published", Text),
    Column("published_basis", Text, nullable=False),
)

passages = Table(
    "passages",
    metadata,
    Column("id", Integer, primary_key=True),  # the full-text index points at it
    _document_id(nullable=False),
    Column("position", Integer, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("article", Integer, nullable=False),
    Column("segment", Integer, nullable=False),
    Column("text", Text, nullable=False),
    Column("folded", Text, nullable=False),  # the words as the index has them
    UniqueConstraint("document_id", "position", name="passages_once"),
)

claims = Table(
    "claims",
    metadata,
    Column("id", Text, primary_key=True),
    _document_id(nullable=False),
    Column("type", Text, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("quote", Text, nullable=False),
    Column("article", Integer, nullable=False),
    Column("passage", Integer, nullable=False),
    Column("explicitness", Text, nullable=False),
    Column("modality", Text, nullable=False),
    Column("polarity", Text, nullable=False),
    Column("when_edtf", Text),
    Column("place", Text),
    Column("date", Text),
    Column("harm", Text),
    Column("figure_min", Integer),
    Column("figure_max", Integer),
    Column("qualifier", Text),
    Column("victim_group", Text),
    Column("status", Text),
    Column("scope", Text),
    Column("perpetrator", Text),
    Column("event_type", Text),
    Column("actor", Text),
    Column("target", Text),
    Column("stance", Text),
    Column("accused", Text),
    Column("holder", Text),
    Column("change", Text),
    Column("object", Text),
    Column("outcome", Text),
    Column("agreement", Text),
    Column("maker", Text, nullable=False),
    Column("score", Float),
    Column("decision", Text),  # newest ruling: accept, reject or NULL for none
    Column("body", Text, nullable=False),  # the claim's JSON, fixes of rulings applied
    Column("lat", Float),  # of the place, WGS 84
    Column("lon", Float),
    Column("radius_km", Float),
    Column("where_prec", Integer),  # UCDP's code, 1 to 7
    Column("gazetteer_id", Text),
    Column("outlet", Text),  # of the claim's article, else of its document; so is `published`
    Column("published", Text),
    Column("published_first", Text),  # ISO dates of `published` and `when_edtf`, see store.days
    Column("published_last", Text),
    Column("when_first", Text),
    Column("when_last", Text),
    # What lists are sorted, filtered and counted by; the last columns make the index enough by itself.
    Index("claims_passage", "document_id", "passage"),
    Index("claims_kinds", "type", "harm", "event_type", "stance", "modality", "decision"),
    Index("claims_outlet", "outlet", "document_id", "decision", "type", "published_first", "published_last"),
    Index("claims_place", "place", "decision"),
    Index(
        "claims_gazetteer",
        "gazetteer_id",
        "place",
        "decision",
        "type",
        "lat",
        "lon",
        "radius_km",
        "where_prec",
        "published_first",
        "published_last",
    ),
    Index("claims_when", "when_first", "when_last"),
    Index("claims_decision", "decision"),
)

# The whole order of the list of claims, each column in its direction, so that a page of it is read and nothing
# is sorted.
_LATEST = (
    claims.c.published_first.desc(),
    *(claims.c[name] for name in ("document_id", "start", "id", "decision")),
)
Index("claims_published", *_LATEST)
Index("claims_type", claims.c.type, *_LATEST)

claim_speakers = Table(
    "claim_speakers",
    metadata,
    _claim_id("claim_id", primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("speaker", Text, nullable=False),
    Index("claim_speakers_named", "speaker", "claim_id"),
)

claim_via = Table(
    "claim_via",
    metadata,
    _claim_id("claim_id", primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("via", Text, nullable=False),
)

incidents = Table(
    "incidents",
    metadata,
    Column("code", Text, primary_key=True),
    Column("number", Integer, nullable=False, unique=True),  # order in which codes were first given
    Column("title", Text, nullable=False),
    Column("kind", Text),
    Column("place", Text),
    Column("when_edtf", Text),
    Column("basis", Text, nullable=False),
    Column("maker", Text, nullable=False),
    Column("previous_codes", Text, nullable=False),  # JSON array
    Column("when_first", Text),  # ISO dates of `when_edtf`
    Column("when_last", Text),
    Index("incidents_when", "when_first"),
)


def _code() -> Column[str]:
    return Column("code", Text, ForeignKey("incidents.code", ondelete="CASCADE"), primary_key=True)


# What the claims of an incident that nobody rejected add up to; see store.counts.
incident_counts = Table(
    "incident_counts",
    metadata,
    _code(),
    Column("claims", Integer, nullable=False),
    Column("documents", Integer, nullable=False),
    Column("speakers", Integer, nullable=False),
    Column("contradictions", Integer, nullable=False),
    Column("killed_low", Integer),  # lowest and highest number that anybody states of the whole incident
    Column("killed_high", Integer),
    Column("killed_none", Integer, nullable=False),  # claims that say there were none
    Index("incident_counts_speakers", "speakers"),
)

incident_speakers = Table(
    "incident_speakers",
    metadata,
    _code(),
    Column("speaker", Text, primary_key=True),
    Column("claims", Integer, nullable=False),
    Index("incident_speakers_named", "speaker", "code"),
)

incident_claims = Table(
    "incident_claims",
    metadata,
    _code(),
    Column("position", Integer, primary_key=True),
    _claim_id("claim_id", nullable=False, index=True),
)

relations = Table(
    "relations",
    metadata,
    _code(),
    Column("position", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    _claim_id("claim_id", nullable=False, index=True),
    _claim_id("other_id", nullable=False, index=True),
    Column("basis", Text, nullable=False),
)

issues = Table(
    "issues",
    metadata,
    Column("id", Integer, primary_key=True),
    _document_id(index=True),
    Column("origin", Text, nullable=False),
    Column("code", Text, nullable=False),
    Column("severity", Text, nullable=False),
    Column("maker", Text, nullable=False),
    Column("message", Text, nullable=False),
    Column("start", Integer),
    Column("end", Integer),
    Column("seen_at", Text, nullable=False),
)
Index(
    "issues_of_inputs_once",
    issues.c.origin,
    issues.c.code,
    issues.c.message,
    unique=True,
    sqlite_where=text("document_id IS NULL"),
)

# No foreign key to claims: a ruling outlives a re-reading in which its claim is not found.
rulings = Table(
    "rulings",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("claim_id", Text, nullable=False, index=True),
    Column("decision", Text, nullable=False),
    Column("field", Text),
    Column("value", Text),  # JSON
    Column("who", Text, nullable=False),
    Column("why", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("document_id", Text, index=True),  # of a claim that a person added
    Column("undoes", Integer),  # id of the ruling that no longer counts
    CheckConstraint("decision IN ('accept', 'reject', 'fix', 'add', 'undo')", name="decision_known"),
)
