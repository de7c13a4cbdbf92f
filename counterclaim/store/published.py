"""Incidents as the public sees them: told from the claims that a person accepted and nobody restricted."""

from __future__ import annotations

import msgspec
from sqlalchemy import Connection, bindparam, delete, select, text
from sqlalchemy.dialects.sqlite import insert as upsert

from counterclaim.core.incidents import Incident
from counterclaim.incidents.narrowed import narrow
from counterclaim.store.counts import COUNTED, SPOKEN
from counterclaim.store.find import read_claims_by_id
from counterclaim.store.linked import read_incidents
from counterclaim.store.people_schema import published, published_claims, unpublished
from counterclaim.store.schema import incident_claims

_encode = msgspec.json.Encoder().encode
_VISIBLE_OF = (
    select(incident_claims.c.claim_id)
    .join(published_claims, published_claims.c.claim_id == incident_claims.c.claim_id)
    .where(incident_claims.c.code == bindparam("of"))
    .order_by(incident_claims.c.position)
)
# What `store.counts` counts, of the published claims alone: names of tables mean these rows of them.
_COUNTS = text(f"""WITH incident_claims AS (
        SELECT m.code, m.position, m.claim_id FROM main.incident_claims AS m
        JOIN published_claims AS p ON p.claim_id = m.claim_id WHERE m.code = :code),
    relations AS (
        SELECT :code AS code, json_extract(value, '$.kind') AS kind, json_extract(value, '$.claim') AS claim_id,
            json_extract(value, '$.other') AS other_id FROM json_each(:relations)),
    incident_speakers AS ({SPOKEN} GROUP BY m.code, s.speaker)
    {COUNTED} WHERE i.code = :code GROUP BY i.code""")  # noqa: S608  our own words only


def publish_changed(connection: Connection) -> None:
    """Make anew what the public sees of each incident whose accepted claims have changed."""
    codes = connection.scalars(select(unpublished.c.code).order_by(unpublished.c.code)).all()
    if not codes:
        return
    for code in codes:
        visible = connection.scalars(_VISIBLE_OF, {"of": code}).all()
        if visible:
            incident = narrow(read_incidents(connection, [code])[0], read_claims_by_id(connection, visible))
            _put(connection, incident)
        else:
            connection.execute(delete(published).where(published.c.code == code))
    connection.execute(delete(unpublished))


def _put(connection: Connection, incident: Incident) -> None:
    relations = _encode(incident.relations).decode()
    counts = connection.execute(_COUNTS, {"code": incident.code, "relations": relations}).mappings().one()
    row = {"body": _encode(incident).decode(), "counts": _encode(dict(counts)).decode()}
    statement = upsert(published).values(code=incident.code, **row)
    connection.execute(statement.on_conflict_do_update(index_elements=["code"], set_=row))
