"""Tables of reviewing: the chain of everything that people decided, what the desk's queue goes by, its settings."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Integer, Table, Text

from counterclaim.store.schema import claims, metadata

# One row for every decision of a person, never changed and never taken away; see `audit.py`.
audit = Table(
    "audit",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("at", Text, nullable=False),
    Column("who", Text, nullable=False, index=True),
    Column("role", Text, nullable=False),
    Column("action", Text, nullable=False),
    Column("reason", Text),  # of a rejection, see `reviews.REASONS`
    Column("why", Text, nullable=False),
    Column("claims", Text, nullable=False),  # JSON array of the ids of the claims that it touches
    Column("before", Text),  # JSON; NULL where nobody noted it
    Column("after", Text),
    Column("rulings", Text, nullable=False),  # JSON array: the rows of `rulings` and `link_rulings` it added
    Column("entry", Integer, index=True),  # number of the entry that is undone or redone
    Column("form", Text, unique=True),  # of the form that was sent, so that sending it twice adds one row
    Column("previous", Text, nullable=False),  # hash of the row before
    Column("hash", Text, nullable=False, unique=True),
    CheckConstraint("role IN ('coder', 'reviewer')", name="role_known"),
    CheckConstraint(
        "action IN ('accept', 'reject', 'fix', 'move', 'add', 'unsure', 'same', 'different', 'undo', 'redo')",
        name="action_known",
    ),
)

audit_claims = Table(
    "audit_claims",
    metadata,
    Column("claim_id", Text, primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)

# How many people the ends of an incident's ranges move by if the claim is rejected. Made anew with the incident.
effects = Table(
    "effects",
    metadata,
    Column("profile", Text, primary_key=True),
    Column("code", Text, ForeignKey("incidents.code", ondelete="CASCADE"), primary_key=True),
    Column("claim_id", Text, ForeignKey("claims.id", ondelete="CASCADE"), primary_key=True),
    Column("people", Integer, nullable=False),
    sqlite_with_rowid=False,
)
Index("ix_effects_by_size", effects.c.profile, effects.c.people, effects.c.claim_id)
Index("ix_effects_code", effects.c.code)
Index("ix_effects_claim_id", effects.c.claim_id)

# What a person set for their own desk, and under the name "" for everybody's.
desk_settings = Table(
    "desk_settings",
    metadata,
    Column("who", Text, primary_key=True),
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),  # JSON
)

Index("ix_claims_score", claims.c.score)
