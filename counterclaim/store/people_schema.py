"""Tables of people who sign in, of programs with a token, and of what is kept from whom."""

from __future__ import annotations

from typing import Any

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Integer, Table, Text, text

from counterclaim.store.schema import metadata

people = Table(
    "people",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", Text(collation="NOCASE"), nullable=False, unique=True),
    Column("role", Text, nullable=False),
    Column("password_hash", Text, nullable=False),  # argon2id, with its salt and parameters
    Column("made_at", Text, nullable=False),
    Column("disabled_at", Text),
    CheckConstraint("role IN ('reader', 'coder', 'reviewer', 'admin')", name="role_known"),
)

sessions = Table(
    "sessions",
    metadata,
    Column("token_hash", Text, primary_key=True),  # SHA-256 of what the browser has
    Column("person_id", Integer, ForeignKey("people.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("made_at", Text, nullable=False),
    Column("seen_at", Text, nullable=False),
)

tokens = Table(
    "tokens",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", Text(collation="NOCASE"), nullable=False, unique=True),
    Column("role", Text, nullable=False),
    Column("token_hash", Text, nullable=False, unique=True),
    Column("made_at", Text, nullable=False),
    Column("revoked_at", Text),
    CheckConstraint("role IN ('reader', 'coder', 'reviewer', 'admin')", name="token_role_known"),
)


def _decided() -> tuple[Column[Any], ...]:
    """Who decided something and why, and who took it back."""
    return (
        Column("who", Text, nullable=False),
        Column("why", Text, nullable=False),
        Column("at", Text, nullable=False),
        Column("lifted_by", Text),
        Column("lifted_at", Text),
    )


# What is not published. No foreign keys: a restriction outlives a re-reading in which its claim is not found.
restrictions = Table(
    "restrictions",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("target", Text, nullable=False),  # id of a claim or document, name of an outlet
    *_decided(),
    CheckConstraint("kind IN ('claim', 'document', 'outlet')", name="restriction_kind_known"),
)
Index(
    "restrictions_in_force",
    restrictions.c.kind,
    restrictions.c.target,
    unique=True,
    sqlite_where=text("lifted_at IS NULL"),
)

# People whose names are withheld; `id` is the number in the pseudonym.
withheld = Table(
    "withheld",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("role", Text, nullable=False),
    *_decided(),
    CheckConstraint("role IN ('victim', 'witness', 'other')", name="withheld_role_known"),
)

spellings = Table(
    "spellings",
    metadata,
    Column("withheld_id", Integer, ForeignKey("withheld.id", ondelete="CASCADE"), primary_key=True),
    Column("spelling", Text, primary_key=True),
)

# Claims that the public sees: accepted, and held back by no restriction. Triggers keep it.
published_claims = Table(
    "published_claims",
    metadata,
    Column("claim_id", Text, ForeignKey("claims.id", ondelete="CASCADE"), primary_key=True),
    Column("document_id", Text, nullable=False),
    Column("article", Integer, nullable=False),
    Column("passage", Integer, nullable=False),
    Index("published_passages", "document_id", "passage"),
)

# What the public sees of an incident: its title, place, day, claims and relations, from published claims alone.
published = Table(
    "published",
    metadata,
    Column("code", Text, ForeignKey("incidents.code", ondelete="CASCADE"), primary_key=True),
    Column("body", Text, nullable=False),  # JSON of `core.incidents.Incident`
    Column("counts", Text, nullable=False),  # JSON of the row that `incident_counts` would have
)

# Incidents whose row in `published` is to be made anew; triggers write it, every writer empties it.
unpublished = Table("unpublished", metadata, Column("code", Text, primary_key=True))
