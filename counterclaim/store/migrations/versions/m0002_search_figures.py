"""Full-text search over passages, the `figures` view, and rulings that can only be added to."""

from __future__ import annotations

from alembic import op

revision = "0002"
down_revision = "0001"

# The index keeps no text of its own: it reads `folded`, and the triggers keep the two together.
# A later migration that rebuilds `passages` (Alembic's batch mode does) loses the triggers and
# has to make them again; `Store.check` notices when it forgot.
SEARCH = (
    """CREATE VIRTUAL TABLE passage_index USING fts5(
        folded, content='passages', content_rowid='id', tokenize='unicode61')""",
    """CREATE TRIGGER passages_added AFTER INSERT ON passages BEGIN
        INSERT INTO passage_index(rowid, folded) VALUES (new.id, new.folded);
    END""",
    """CREATE TRIGGER passages_removed AFTER DELETE ON passages BEGIN
        INSERT INTO passage_index(passage_index, rowid, folded) VALUES ('delete', old.id, old.folded);
    END""",
    """CREATE TRIGGER passages_changed AFTER UPDATE ON passages BEGIN
        INSERT INTO passage_index(passage_index, rowid, folded) VALUES ('delete', old.id, old.folded);
        INSERT INTO passage_index(rowid, folded) VALUES (new.id, new.folded);
    END""",
    "INSERT INTO passage_index(passage_index) VALUES ('rebuild')",
)

APPEND_ONLY = (
    """CREATE TRIGGER rulings_unchanged BEFORE UPDATE ON rulings BEGIN
        SELECT RAISE(ABORT, 'rulings are only ever added');
    END""",
    """CREATE TRIGGER rulings_kept BEFORE DELETE ON rulings BEGIN
        SELECT RAISE(ABORT, 'rulings are only ever added');
    END""",
)

FIGURES = """CREATE VIEW figures AS
    SELECT d.doc AS doc,
           COALESCE(a.outlet, d.outlet) AS outlet,
           COALESCE(a.published, d.published) AS published,
           (SELECT group_concat(speaker, '; ') FROM
               (SELECT speaker FROM claim_speakers WHERE claim_id = c.id ORDER BY position)) AS speaker,
           (SELECT group_concat(via, '; ') FROM
               (SELECT via FROM claim_via WHERE claim_id = c.id ORDER BY position)) AS via,
           c.harm AS harm,
           c.figure_min AS low,
           c.figure_max AS high,
           c.qualifier AS qualifier,
           c.victim_group AS "group",
           c.status AS status,
           c.scope AS scope,
           c.quote AS quote,
           (SELECT min(code) FROM incident_claims WHERE claim_id = c.id) AS incident,
           c.polarity AS polarity,
           c.id AS claim_id
    FROM claims AS c
    JOIN documents AS d ON d.id = c.document_id
    LEFT JOIN articles AS a ON a.document_id = c.document_id AND a.position = c.article
    WHERE c.type = 'casualty' AND c.decision IS NOT 'reject'
"""


def upgrade() -> None:
    """Make the index from the passages already there, then the triggers and the view."""
    for statement in (*SEARCH, *APPEND_ONLY, FIGURES):
        op.execute(statement)
