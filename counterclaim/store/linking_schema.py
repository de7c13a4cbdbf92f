"""Tables of linking: what documents tell as one happening, how it is found again, and what people ruled.

A happening has no row that another table points at with a foreign key: its keys and pairs are taken away
with it by the linking, which makes them.
"""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, Float, ForeignKey, Integer, Table, Text

from counterclaim.store.schema import metadata

tellings = Table(
    "tellings",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", Text, nullable=False, unique=True),  # document id and label
    Column("document_id", Text, ForeignKey("documents.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("code", Text),  # of the incident it is in
    Column("body", Text, nullable=False),  # JSON of `incidents.told.Told`
)

telling_keys = Table(
    "telling_keys",
    metadata,
    Column("key", Integer, primary_key=True, autoincrement=False),  # see `incidents.block`
    Column("telling", Integer, primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)

# Each pair twice, once from either side.
telling_pairs = Table(
    "telling_pairs",
    metadata,
    Column("one", Integer, primary_key=True, autoincrement=False),
    Column("other", Integer, primary_key=True, autoincrement=False),
    Column("score", Float, nullable=False),
    Column("basis", Text, nullable=False),
    sqlite_with_rowid=False,
)

incident_links = Table(
    "incident_links",
    metadata,
    Column("code", Text, ForeignKey("incidents.code", ondelete="CASCADE"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("claim_id", Text, ForeignKey("claims.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("other_id", Text, ForeignKey("claims.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("score", Float, nullable=False),
    Column("basis", Text, nullable=False),
)

# Codes of incidents that went into others, to be given back where a ruling or a better reading parts them.
former_codes = Table(
    "former_codes",
    metadata,
    Column("code", Text, primary_key=True),
    Column("number", Integer, nullable=False),
    Column("claims", Text, nullable=False),  # JSON array of the claims it had
)

# No foreign key to claims: a ruling outlives a re-reading in which its claim is not found.
link_rulings = Table(
    "link_rulings",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("decision", Text, nullable=False),
    Column("claims", Text, nullable=False),  # JSON arrays of claim ids
    Column("others", Text, nullable=False),
    Column("undoes", Integer),  # id of the ruling that no longer counts
    Column("who", Text, nullable=False),
    Column("why", Text, nullable=False),
    Column("at", Text, nullable=False),
    CheckConstraint("decision IN ('same', 'different', 'undo')", name="link_decision_known"),
)

# Documents whose claims the linking has not seen as they are now.
unlinked = Table(
    "unlinked",
    metadata,
    Column("document_id", Text, ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True),
)
