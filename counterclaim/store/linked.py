"""Incidents read back out of the store."""

from __future__ import annotations

import difflib
import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, Row, select

from counterclaim.core.errors import NotFoundError
from counterclaim.core.incidents import Incident, Link, Relation
from counterclaim.store import schema
from counterclaim.store.chunks import in_chunks
from counterclaim.store.linking_schema import incident_links


def read_incidents(connection: Connection, codes: Collection[str] | None = None) -> list[Incident]:
    """Incidents in the order in which their codes were first given: all, or those with these few codes."""
    table, member, relation = schema.incidents, schema.incident_claims, schema.relations
    links = select(incident_links)
    wanted = select(table)
    members = select(member.c.code, member.c.claim_id)
    relations = select(
        relation.c.code, relation.c.kind, relation.c.claim_id, relation.c.other_id, relation.c.basis
    )
    if codes is not None:
        wanted = wanted.where(table.c.code.in_(codes))
        members = members.where(member.c.code.in_(codes))
        relations = relations.where(relation.c.code.in_(codes))
        links = links.where(incident_links.c.code.in_(codes))
    claims_of: dict[str, list[str]] = defaultdict(list)
    for of, claim_id in connection.execute(members.order_by(member.c.code, member.c.position)):
        claims_of[of].append(claim_id)
    relations_of: dict[str, list[Relation]] = defaultdict(list)
    for of, kind, claim, other, basis in connection.execute(
        relations.order_by(relation.c.code, relation.c.position)
    ):
        relations_of[of].append(Relation(kind=kind, claim=claim, other=other, basis=basis))
    links_of: dict[str, list[Link]] = defaultdict(list)
    for row in connection.execute(links.order_by(incident_links.c.code, incident_links.c.position)):
        links_of[row.code].append(
            Link(claim=row.claim_id, other=row.other_id, score=row.score, basis=row.basis)
        )
    return [
        Incident(
            code=row.code,
            previous_codes=tuple(json.loads(row.previous_codes)),
            title=row.title,
            kind=row.kind,
            place=row.place,
            when=row.when_edtf,
            claims=tuple(claims_of[row.code]),
            relations=tuple(relations_of[row.code]),
            links=tuple(links_of[row.code]),
            basis=row.basis,
            maker=row.maker,
        )
        for row in connection.execute(wanted.order_by(table.c.number))
    ]


TITLE_COLUMNS = tuple(schema.incidents.c[name] for name in ("code", "title", "kind", "place", "when_edtf"))


def titled(row: Row[Any]) -> Incident:
    """The incident of a row with `TITLE_COLUMNS`, without claims and relations."""
    return Incident(code=row.code, title=row.title, kind=row.kind, place=row.place, when=row.when_edtf)


def read_titles_of(connection: Connection, claim_ids: Iterable[str]) -> dict[str, Incident]:
    """The incident of each claim that is in one, by the claim's id; without claims and relations."""
    member = schema.incident_claims.c
    return {
        row.claim_id: titled(row)
        for chunk in in_chunks(claim_ids)
        for row in connection.execute(
            select(member.claim_id, *TITLE_COLUMNS)
            .join(schema.incidents, schema.incidents.c.code == member.code)
            .where(member.claim_id.in_(chunk))
        )
    }


def read_incident(connection: Connection, code: str) -> Incident:
    """The incident with this code, or the one that swallowed it.

    Raises:
        NotFoundError: no incident has or had the code; the message names codes like it.
    """
    table = schema.incidents.c
    if connection.scalar(select(table.code).where(table.code == code)) is not None:
        return read_incidents(connection, [code])[0]
    heirs = {}
    for current, previous in connection.execute(
        select(table.code, table.previous_codes).order_by(table.number.desc())
    ):
        heirs.update(dict.fromkeys(json.loads(previous), current))
        heirs[current] = current
    if code not in heirs:
        raise NotFoundError(f"no incident has the code {code!r}{name_near(code, list(heirs))}")
    return read_incidents(connection, [heirs[code]])[0]


def name_near(wanted: str, known: Sequence[str]) -> str:
    """The end of a message: which known names are near.

    >>> name_near("aleppo-2016", ["aleppo-2016-09", "homs-2015"])
    '; near it: aleppo-2016-09'
    >>> name_near("x", ["homs-2015"])
    '; there is none like it'
    """
    near = difflib.get_close_matches(wanted, known, n=3)
    return f"; near it: {', '.join(near)}" if near else "; there is none like it"
