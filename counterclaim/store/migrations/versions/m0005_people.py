"""Accounts of people, sessions and tokens; what is restricted and which names are withheld."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

_RESTRICTED = "(SELECT target FROM restrictions WHERE kind = '{}' AND lifted_at IS NULL)"
PUBLISH = f"""INSERT INTO published_claims
    SELECT c.id, c.document_id, c.article, c.passage
    FROM claims AS c
    JOIN documents AS d ON d.id = c.document_id
    LEFT JOIN articles AS a ON a.document_id = c.document_id AND a.position = c.article
    WHERE c.decision = 'accept'
        AND c.id NOT IN {_RESTRICTED.format("claim")}
        AND c.document_id NOT IN {_RESTRICTED.format("document")}
        AND COALESCE(d.outlet, '') NOT IN {_RESTRICTED.format("outlet")}
        AND COALESCE(a.outlet, '') NOT IN {_RESTRICTED.format("outlet")}"""  # noqa: S608  our own words only
_REPUBLISH = f"""
        INSERT OR IGNORE INTO unpublished
        SELECT m.code FROM incident_claims AS m JOIN ({{ids}}) AS changed ON changed.id = m.claim_id;
        DELETE FROM published_claims WHERE claim_id IN ({{ids}});
        {PUBLISH} AND c.id IN ({{ids}});
""".format(  # noqa: S608
    ids="""SELECT c.id FROM claims AS c
            JOIN documents AS d ON d.id = c.document_id
            LEFT JOIN articles AS a ON a.document_id = c.document_id AND a.position = c.article
            WHERE c.decision = 'accept' AND new.target IN (c.id, c.document_id, d.outlet, a.outlet)"""
)
# What the public sees of a claim follows from it and from restrictions; what it sees of an incident, from its
# published claims. Whoever writes, these note it. A claim that goes takes its row of published_claims along. Claims
# are upserted, and what an upsert fires follows its rule for conflicts, whatever OR IGNORE says: no OR IGNORE there.
TRIGGERS = (
    f"""CREATE TRIGGER claims_publish_new AFTER INSERT ON claims WHEN new.decision IS 'accept' BEGIN
        {PUBLISH} AND c.id = new.id;
    END""",
    f"""CREATE TRIGGER claims_publish_anew AFTER UPDATE ON claims
        WHEN old.decision IS 'accept' OR new.decision IS 'accept' BEGIN
        DELETE FROM published_claims WHERE claim_id = new.id;
        {PUBLISH} AND c.id = new.id;
        INSERT INTO unpublished SELECT DISTINCT code FROM incident_claims
            WHERE claim_id = new.id AND code NOT IN (SELECT code FROM unpublished);
    END""",  # noqa: S608
    f"CREATE TRIGGER restrictions_hold_back AFTER INSERT ON restrictions BEGIN {_REPUBLISH} END",
    f"CREATE TRIGGER restrictions_give_free AFTER UPDATE ON restrictions BEGIN {_REPUBLISH} END",
    """CREATE TRIGGER incidents_gain_published AFTER INSERT ON incident_claims BEGIN
        INSERT OR IGNORE INTO unpublished
        SELECT new.code FROM published_claims WHERE claim_id = new.claim_id;
    END""",
    """CREATE TRIGGER incidents_lose_published AFTER DELETE ON incident_claims BEGIN
        INSERT OR IGNORE INTO unpublished SELECT code FROM published WHERE code = old.code;
    END""",
)


def upgrade() -> None:
    """Add the tables, publish what was accepted, and note its incidents as those to publish."""
    _add_people()
    _add_withholding()
    op.create_table(
        "published_claims",
        sa.Column("claim_id", sa.Text(), nullable=False),
        sa.Column("document_id", sa.Text(), nullable=False),
        sa.Column("article", sa.Integer(), nullable=False),
        sa.Column("passage", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["claim_id"], ["claims.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("claim_id"),
    )
    op.create_index("published_passages", "published_claims", ["document_id", "passage"])
    op.create_table(
        "published",
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("counts", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["code"], ["incidents.code"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("code"),
    )
    op.create_table(
        "unpublished", sa.Column("code", sa.Text(), nullable=False), sa.PrimaryKeyConstraint("code")
    )
    for statement in TRIGGERS:
        op.execute(statement)
    op.execute(PUBLISH)
    op.execute(
        "INSERT OR IGNORE INTO unpublished "
        "SELECT m.code FROM incident_claims AS m JOIN published_claims AS p ON p.claim_id = m.claim_id"
    )


def _add_people() -> None:
    roles = "role IN ('reader', 'coder', 'reviewer', 'admin')"
    op.create_table(
        "people",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(collation="NOCASE"), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("password_hash", sa.Text(), nullable=False),
        sa.Column("made_at", sa.Text(), nullable=False),
        sa.Column("disabled_at", sa.Text(), nullable=True),
        sa.CheckConstraint(roles, name="role_known"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("name"),
    )
    op.create_table(
        "sessions",
        sa.Column("token_hash", sa.Text(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.Text(), nullable=False),
        sa.Column("seen_at", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("token_hash"),
    )
    op.create_index("ix_sessions_person_id", "sessions", ["person_id"], unique=False)
    op.create_table(
        "tokens",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(collation="NOCASE"), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("token_hash", sa.Text(), nullable=False),
        sa.Column("made_at", sa.Text(), nullable=False),
        sa.Column("revoked_at", sa.Text(), nullable=True),
        sa.CheckConstraint(roles, name="token_role_known"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("name"),
        sa.UniqueConstraint("token_hash"),
    )


def _decided() -> tuple[sa.Column[str], ...]:
    return (
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("lifted_by", sa.Text(), nullable=True),
        sa.Column("lifted_at", sa.Text(), nullable=True),
    )


def _add_withholding() -> None:
    op.create_table(
        "restrictions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("target", sa.Text(), nullable=False),
        *_decided(),
        sa.CheckConstraint("kind IN ('claim', 'document', 'outlet')", name="restriction_kind_known"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "restrictions_in_force",
        "restrictions",
        ["kind", "target"],
        unique=True,
        sqlite_where=sa.text("lifted_at IS NULL"),
    )
    op.create_table(
        "withheld",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        *_decided(),
        sa.CheckConstraint("role IN ('victim', 'witness', 'other')", name="withheld_role_known"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "spellings",
        sa.Column("withheld_id", sa.Integer(), nullable=False),
        sa.Column("spelling", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["withheld_id"], ["withheld.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("withheld_id", "spelling"),
    )
