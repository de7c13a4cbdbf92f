"""What an incident's claims add up to, kept beside it so that a list of incidents can be sorted by it.

Rejected claims do not count. The counts are those of the claims as ruled: whoever changes either calls `recount`.
"""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, bindparam, text

from counterclaim.store.chunks import in_chunks

# The rule for figures is that of `incidents.figures.is_stated`: held to be so, and of the whole incident.
_WHOLE = "c.type = 'casualty' AND c.scope = 'incident' AND c.modality IN ('asserted', 'alleged')"
_KILLED = (
    f"{_WHOLE} AND c.harm = 'killed' AND c.polarity = 'affirmed' AND COALESCE(c.figure_max, c.figure_min) > 0"
)
_NOUGHT = f"{_WHOLE} AND c.harm IN ('killed', 'killed_or_wounded') AND c.figure_max = 0"

# Both without their WHERE and GROUP BY; `COUNTED` reads what `SPOKEN` has filled.
COUNTED = f"""SELECT i.code AS code,
    count(c.id) AS claims,
    count(DISTINCT c.document_id) AS documents,
    (SELECT count(*) FROM incident_speakers AS s WHERE s.code = i.code) AS speakers,
    (SELECT count(*)
        FROM relations AS r
        JOIN claims AS one ON one.id = r.claim_id AND one.decision IS NOT 'reject'
        JOIN claims AS other ON other.id = r.other_id AND other.decision IS NOT 'reject'
        WHERE r.code = i.code AND r.kind IN ('contradicts', 'denies')) AS contradictions,
    min(CASE WHEN {_KILLED} THEN COALESCE(c.figure_min, c.figure_max) END) AS killed_low,
    max(CASE WHEN {_KILLED} THEN COALESCE(c.figure_max, c.figure_min) END) AS killed_high,
    count(CASE WHEN {_NOUGHT} THEN 1 END) AS killed_none
FROM incidents AS i
LEFT JOIN incident_claims AS member ON member.code = i.code
LEFT JOIN claims AS c ON c.id = member.claim_id AND c.decision IS NOT 'reject'
"""  # noqa: S608  our own words only

SPOKEN = """SELECT m.code AS code, s.speaker AS speaker, count(*) AS claims
FROM incident_claims AS m
JOIN claims AS c ON c.id = m.claim_id AND c.decision IS NOT 'reject'
JOIN claim_speakers AS s ON s.claim_id = c.id
"""  # who speaks of each incident

_SPEAKERS_COUNTED = f"""INSERT INTO incident_speakers (code, speaker, claims)
    {SPOKEN} WHERE m.code IN :codes GROUP BY m.code, s.speaker"""
_COUNT = f"""INSERT INTO incident_counts
    (code, claims, documents, speakers, contradictions, killed_low, killed_high, killed_none)
    {COUNTED} WHERE i.code IN :codes GROUP BY i.code"""
_FORGET = tuple(
    f"DELETE FROM {table} WHERE code IN :codes"  # noqa: S608
    for table in ("incident_speakers", "incident_counts")
)
_STEPS = [
    text(sql).bindparams(bindparam("codes", expanding=True)) for sql in (*_FORGET, _SPEAKERS_COUNTED, _COUNT)
]
_HOLDING = text("SELECT DISTINCT code FROM incident_claims WHERE claim_id IN :ids").bindparams(
    bindparam("ids", expanding=True)
)


def recount(connection: Connection, codes: Iterable[str]) -> None:
    """Count the claims of these incidents anew."""
    for chunk in in_chunks(codes):
        for step in _STEPS:
            connection.execute(step, {"codes": chunk})


def codes_holding(connection: Connection, claim_ids: Iterable[str]) -> list[str]:
    """The incidents that hold any of these claims."""
    found = {code for ids in in_chunks(claim_ids) for code in connection.scalars(_HOLDING, {"ids": ids})}
    return sorted(found)
