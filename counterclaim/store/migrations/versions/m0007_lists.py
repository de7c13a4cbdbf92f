"""What the tables, facets and searches need to stay fast."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from counterclaim.store.counts import recount
from counterclaim.store.days import day_columns

revision = "0007"
down_revision = "0006"

# Added one by one: SQLite does it in place, so that triggers and the view stay.
COLUMNS = (
    ("claims", "outlet"),
    ("claims", "published"),
    ("claims", "published_first"),
    ("claims", "published_last"),
    ("claims", "when_first"),
    ("claims", "when_last"),
    ("documents", "published_first"),
    ("documents", "published_last"),
    ("incidents", "when_first"),
    ("incidents", "when_last"),
)
CARRIED = """UPDATE claims SET (outlet, published) = (
    SELECT COALESCE(a.outlet, d.outlet), COALESCE(a.published, d.published)
    FROM documents AS d
    LEFT JOIN articles AS a ON a.document_id = d.id AND a.position = claims.article
    WHERE d.id = claims.document_id)"""
DAYS = (("claims", "published", "published"), ("claims", "when", "when_edtf"), ("documents", "published", "published"), ("incidents", "when", "when_edtf"))  # fmt: skip
INDEXES = (
    ("claims_passage", "claims", "document_id passage"),
    ("claims_published", "claims", "published_first-desc document_id start id decision"),
    ("claims_type", "claims", "type published_first-desc document_id start id decision"),
    ("claims_kinds", "claims", "type harm event_type stance modality decision"),
    ("claims_outlet", "claims", "outlet document_id decision type published_first published_last"),
    ("claims_place", "claims", "place decision"),
    (
        "claims_gazetteer",
        "claims",
        "gazetteer_id place decision type lat lon radius_km where_prec published_first published_last",
    ),
    ("claims_when", "claims", "when_first when_last"),
    ("claims_decision", "claims", "decision"),
    ("claim_speakers_named", "claim_speakers", "speaker claim_id"),
    ("documents_published", "documents", "published_first"),
    ("incident_counts_speakers", "incident_counts", "speakers"),
    ("incident_speakers_named", "incident_speakers", "speaker code"),
    ("incidents_when", "incidents", "when_first"),
)
REPLACED = ("ix_claims_document_id", "ix_claims_type", "ix_claim_speakers_speaker")


def upgrade() -> None:
    """Add the columns and counts, fill them from what is there, and add the indexes."""
    for table, name in COLUMNS:
        op.add_column(table, sa.Column(name, sa.Text(), nullable=True))
    op.create_table(
        "incident_counts",
        sa.Column("code", sa.Text(), nullable=False),
        *(
            sa.Column(name, sa.Integer(), nullable=False)
            for name in ("claims", "documents", "speakers", "contradictions")
        ),
        sa.Column("killed_low", sa.Integer(), nullable=True),
        sa.Column("killed_high", sa.Integer(), nullable=True),
        sa.Column("killed_none", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["code"], ["incidents.code"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("code"),
    )
    op.create_table(
        "incident_speakers",
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("speaker", sa.Text(), nullable=False),
        sa.Column("claims", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["code"], ["incidents.code"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("code", "speaker"),
    )
    connection = op.get_bind()
    connection.execute(sa.text(CARRIED))
    for table, name, column in DAYS:
        _fill_days(connection, table, name, column)
    recount(connection, connection.scalars(sa.text("SELECT code FROM incidents")).all())
    for index, table, columns in INDEXES:
        told = [sa.text(each.replace("-desc", " DESC")) for each in columns.split()]
        op.create_index(index, table, told)
    for index in REPLACED:
        op.drop_index(index)


def _fill_days(connection: sa.Connection, table: str, name: str, column: str) -> None:
    times = connection.scalars(sa.text(f"SELECT DISTINCT {column} FROM {table}")).all()  # noqa: S608
    known = [{"edtf": edtf, **day_columns("day", edtf)} for edtf in times if edtf is not None]
    connection.execute(
        sa.text("CREATE TEMP TABLE days (edtf TEXT PRIMARY KEY, day_first TEXT, day_last TEXT) WITHOUT ROWID")
    )
    if known:
        connection.execute(sa.text("INSERT INTO days VALUES (:edtf, :day_first, :day_last)"), known)
    connection.execute(
        sa.text(
            f"UPDATE {table} SET {name}_first = day_first, {name}_last = day_last "  # noqa: S608
            f"FROM days WHERE days.edtf = {table}.{column}"
        )
    )
    connection.execute(sa.text("DROP TABLE days"))
