"""What stands beside a field for SQL: the tables, examples to begin with, and what an error means."""

from __future__ import annotations

import difflib
import re
from typing import NamedTuple

from counterclaim.store import schema
from counterclaim.web.languages import gettext as _

# What answers questions; the rest is in the reference.
_SHOWN = (
    schema.claims,
    schema.claim_speakers,
    schema.claim_via,
    schema.incidents,
    schema.incident_claims,
    schema.incident_counts,
    schema.incident_speakers,
    schema.relations,
    schema.documents,
    schema.articles,
    schema.passages,
    schema.segments,
    schema.issues,
)
# The view, which most questions need no more than.
_FIGURES = "doc outlet published speaker via harm low high qualifier group status scope quote incident polarity claim_id".split()  # fmt: skip
_MISSING = re.compile(r"no such (column|table): (?:\w+\.)?(\w+)")


class TableHelp(NamedTuple):
    """A table and its columns."""

    name: str
    columns: tuple[str, ...]


class Example(NamedTuple):
    """A question and the SQL that answers it."""

    question: str
    sql: str


def tables() -> tuple[TableHelp, ...]:
    """The tables that answer questions, the view first."""
    return (
        TableHelp("figures", tuple(_FIGURES)),
        *(TableHelp(table.name, tuple(table.c.keys())) for table in _SHOWN),
    )


def examples() -> tuple[Example, ...]:
    """Four questions that people ask."""
    return (
        Example(
            _("In which incidents do speakers’ figures of the dead lie furthest apart?"),
            """SELECT incident, min(low) AS lowest, max(low) AS highest, count(DISTINCT speaker) AS speakers
FROM figures
WHERE harm = 'killed' AND polarity = 'affirmed' AND scope = 'incident' AND incident IS NOT NULL
GROUP BY incident
HAVING speakers > 1
ORDER BY highest - lowest DESC""",
        ),
        Example(
            _("Who denies what, in which words?"),
            """SELECT s.speaker, c.accused, c.quote, c.outlet, c.published
FROM claims AS c
JOIN claim_speakers AS s ON s.claim_id = c.id
WHERE c.type = 'responsibility' AND c.stance = 'denies' AND c.decision IS NOT 'reject'
ORDER BY s.speaker, c.published_first""",
        ),
        Example(
            _("Which outlets carry which speakers, and how often?"),
            """SELECT c.outlet, s.speaker, count(*) AS claims
FROM claims AS c
JOIN claim_speakers AS s ON s.claim_id = c.id
WHERE c.outlet IS NOT NULL AND c.decision IS NOT 'reject'
GROUP BY c.outlet, s.speaker
ORDER BY claims DESC""",
        ),
        Example(
            _("Which sentences speak of a hospital, and what is claimed in them?"),
            """SELECT p.text, group_concat(c.type) AS claims, c.document_id
FROM passage_index
JOIN passages AS p ON p.id = passage_index.rowid
LEFT JOIN claims AS c ON c.document_id = p.document_id AND c.passage = p.position
WHERE passage_index MATCH 'hospital*'
GROUP BY p.id""",
        ),
    )


def explain(fault: str) -> list[str]:
    """What may help against an error of SQLite's; [] where nothing is known."""
    found = _MISSING.search(fault)
    if found:
        known = (
            {table.name for table in tables()}
            if found[1] == "table"
            else {column for table in tables() for column in table.columns}
        )
        near = difflib.get_close_matches(found[2], sorted(known), n=3)
        if near:
            return [_("Names like it: %(names)s.") % {"names": ", ".join(near)}]
        return [_("The tables and columns are listed beside.")]
    if "syntax error" in fault:
        return [
            _(
                "Text stands in single quotes, as in 'killed'; end, group and other words of SQL that are names here stand in double quotes."
            )
        ]
    if "took longer" in fault:
        return [
            _(
                "Ask for fewer rows, name a column of an index such as type, outlet or place, or use counterclaim query with --seconds."
            )
        ]
    if "not authorized" in fault or "no rows" in fault or "one statement" in fault:
        return [_("Only one SELECT can be asked here: nothing is changed, attached or set.")]
    return []
