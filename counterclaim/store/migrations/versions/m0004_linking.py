"""Linking document by document: happenings, their keys and pairs, reasons of links, rulings on links."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Add the tables. Every document waits to be linked; codes that went into others are kept by name."""
    op.create_table(
        "tellings",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("document_id", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=True),
        sa.Column("body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["document_id"], ["documents.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("name"),
    )
    op.create_index("ix_tellings_document_id", "tellings", ["document_id"], unique=False)
    op.execute(
        "CREATE TABLE telling_keys (key INTEGER NOT NULL, telling INTEGER NOT NULL, "
        "PRIMARY KEY (key, telling)) WITHOUT ROWID"
    )
    op.execute(
        "CREATE TABLE telling_pairs (one INTEGER NOT NULL, other INTEGER NOT NULL, score FLOAT NOT NULL, "
        "basis TEXT NOT NULL, PRIMARY KEY (one, other)) WITHOUT ROWID"
    )
    op.create_table(
        "incident_links",
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("claim_id", sa.Text(), nullable=False),
        sa.Column("other_id", sa.Text(), nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("basis", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["code"], ["incidents.code"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["claim_id"], ["claims.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["other_id"], ["claims.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("code", "position"),
    )
    op.create_index("ix_incident_links_claim_id", "incident_links", ["claim_id"], unique=False)
    op.create_index("ix_incident_links_other_id", "incident_links", ["other_id"], unique=False)
    op.create_table(
        "former_codes",
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("claims", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("code"),
    )
    op.create_table(
        "link_rulings",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("decision", sa.Text(), nullable=False),
        sa.Column("claims", sa.Text(), nullable=False),
        sa.Column("others", sa.Text(), nullable=False),
        sa.Column("undoes", sa.Integer(), nullable=True),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.CheckConstraint("decision IN ('same', 'different', 'undo')", name="link_decision_known"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "unlinked",
        sa.Column("document_id", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["document_id"], ["documents.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("document_id"),
    )
    for name, event in (("unchanged", "UPDATE"), ("kept", "DELETE")):
        op.execute(
            f"CREATE TRIGGER link_rulings_{name} BEFORE {event} ON link_rulings "
            "BEGIN SELECT RAISE(ABORT, 'rulings are only ever added'); END"
        )
    op.execute("INSERT INTO unlinked SELECT id FROM documents")
    op.execute(
        "INSERT OR IGNORE INTO former_codes SELECT previous.value, 0, '[]' "
        "FROM incidents, json_each(incidents.previous_codes) AS previous"
    )
    op.execute("ALTER TABLE incidents DROP COLUMN position")
