"""The review desk: every decision in a chain of hashes, claims that people add, effects on ranges, settings."""

from __future__ import annotations

import json

import sqlalchemy as sa
from alembic import op

from counterclaim.store.audit import HASHED, OPENING, canonical, ruling_row, seal

revision = "0006"
down_revision = "0005"

_KEPT = {
    "rulings": "rulings are only ever added",
    "audit": "decisions are only ever added",
}


def upgrade() -> None:
    """Add the tables. Rulings made before open the chain, in the order of their times."""
    _rebuild_rulings()
    op.create_table(
        "audit",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("claims", sa.Text(), nullable=False),
        sa.Column("before", sa.Text(), nullable=True),
        sa.Column("after", sa.Text(), nullable=True),
        sa.Column("rulings", sa.Text(), nullable=False),
        sa.Column("entry", sa.Integer(), nullable=True),
        sa.Column("form", sa.Text(), nullable=True),
        sa.Column("previous", sa.Text(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.CheckConstraint("role IN ('coder', 'reviewer')", name="role_known"),
        sa.CheckConstraint(
            "action IN ('accept', 'reject', 'fix', 'move', 'add', 'unsure', "
            "'same', 'different', 'undo', 'redo')",
            name="action_known",
        ),
        sa.PrimaryKeyConstraint("number"),
        sa.UniqueConstraint("form"),
        sa.UniqueConstraint("hash"),
    )
    op.create_index("ix_audit_who", "audit", ["who"], unique=False)
    op.create_index("ix_audit_entry", "audit", ["entry"], unique=False)
    op.execute(
        "CREATE TABLE audit_claims (claim_id TEXT NOT NULL, number INTEGER NOT NULL, "
        "PRIMARY KEY (claim_id, number)) WITHOUT ROWID"
    )
    op.execute(
        "CREATE TABLE effects (profile TEXT NOT NULL, code TEXT NOT NULL, claim_id TEXT NOT NULL, "
        "people INTEGER NOT NULL, PRIMARY KEY (profile, code, claim_id), "
        "FOREIGN KEY(code) REFERENCES incidents (code) ON DELETE CASCADE, "
        "FOREIGN KEY(claim_id) REFERENCES claims (id) ON DELETE CASCADE) WITHOUT ROWID"
    )
    op.create_index("ix_effects_by_size", "effects", ["profile", "people", "claim_id"], unique=False)
    op.create_index("ix_effects_code", "effects", ["code"], unique=False)
    op.create_index("ix_effects_claim_id", "effects", ["claim_id"], unique=False)
    op.create_table(
        "desk_settings",
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("who", "name"),
    )
    op.create_index("ix_claims_score", "claims", ["score"], unique=False)
    for table, words in _KEPT.items():
        for name, event in (("unchanged", "UPDATE"), ("kept", "DELETE")):
            op.execute(
                f"CREATE TRIGGER {table}_{name} BEFORE {event} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{words}'); END"
            )
    _begin_chain(op.get_bind())


def _rebuild_rulings() -> None:
    """SQLite changes no check of a table: copy it. The old one takes its index and triggers with it."""
    op.create_table(
        "rulings_new",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("claim_id", sa.Text(), nullable=False),
        sa.Column("decision", sa.Text(), nullable=False),
        sa.Column("field", sa.Text(), nullable=True),
        sa.Column("value", sa.Text(), nullable=True),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("document_id", sa.Text(), nullable=True),
        sa.Column("undoes", sa.Integer(), nullable=True),
        sa.CheckConstraint("decision IN ('accept', 'reject', 'fix', 'add', 'undo')", name="decision_known"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.execute("INSERT INTO rulings_new SELECT *, NULL, NULL FROM rulings")
    op.drop_table("rulings")
    op.rename_table("rulings_new", "rulings")
    op.create_index("ix_rulings_claim_id", "rulings", ["claim_id"], unique=False)
    op.create_index("ix_rulings_document_id", "rulings", ["document_id"], unique=False)


def _begin_chain(connection: sa.Connection) -> None:
    """What was ruled before there was a chain; nobody noted what claims said before and after."""
    columns = {
        "rulings": "id, claim_id, decision, field, value, document_id, undoes, who, why, at",
        "link_rulings": "id, decision, claims, others, undoes, who, why, at",
    }
    found = [
        (row["at"], name, row["id"], row)
        for name, listed in columns.items()
        for row in connection.exec_driver_sql(f"SELECT {listed} FROM {name}").mappings()  # noqa: S608
    ]
    audit = sa.table("audit", *map(sa.column, (*HASHED, "hash")))
    audit_claims = sa.table("audit_claims", sa.column("claim_id"), sa.column("number"))
    number_of: dict[tuple[str, int], int] = {}
    previous = OPENING
    for number, (at, name, of, row) in enumerate(sorted(found, key=lambda each: each[:3]), 1):
        links = name == "link_rulings"
        claims = {*json.loads(row["claims"]), *json.loads(row["others"])} if links else {row["claim_id"]}
        sealed = {
            **dict.fromkeys(HASHED),
            "number": number,
            "at": at,
            "who": row["who"],
            "role": "reviewer",
            "action": row["decision"],
            "why": row["why"],
            "claims": canonical(sorted(claims)),
            "rulings": canonical([ruling_row(name, row)]),
            "entry": number_of.get((name, row["undoes"])),
            "previous": previous,
        }
        previous = seal(sealed)
        connection.execute(sa.insert(audit).values(**sealed, hash=previous))
        for claim in sorted(claims):
            connection.execute(sa.insert(audit_claims).values(claim_id=claim, number=number))
        number_of[name, of] = number
