"""Incidents in the store: replaced as a whole, under codes that stay."""

from __future__ import annotations

import difflib
import json
from collections import defaultdict
from collections.abc import Sequence

from sqlalchemy import Connection, delete, insert, select

from counterclaim.core.errors import NotFoundError
from counterclaim.core.incidents import Incident, Relation
from counterclaim.store import schema
from counterclaim.store.codes import GivenCode, settle_codes


def write_incidents(connection: Connection, incidents: Sequence[Incident]) -> tuple[Incident, ...]:
    """Replace all incidents; the same incidents come back with the codes they have now."""
    given = _find_given_codes(connection)
    settled = settle_codes(given, incidents)
    numbers = {old.code: old.number for old in given}
    next_number = max(numbers.values(), default=0) + 1
    connection.execute(delete(schema.incidents))
    rows, members, relations = [], [], []
    for position, incident in enumerate(settled):
        if incident.code not in numbers:
            numbers[incident.code] = next_number
            next_number += 1
        rows.append(
            {
                "code": incident.code,
                "number": numbers[incident.code],
                "position": position,
                "title": incident.title,
                "kind": incident.kind,
                "place": incident.place,
                "when_edtf": incident.when,
                "basis": incident.basis,
                "maker": incident.maker,
                "previous_codes": json.dumps(incident.previous_codes),
            }
        )
        members += [
            {"code": incident.code, "position": place, "claim_id": claim}
            for place, claim in enumerate(incident.claims)
        ]
        relations += [
            {
                "code": incident.code,
                "position": place,
                "kind": relation.kind,
                "claim_id": relation.claim,
                "other_id": relation.other,
                "basis": relation.basis,
            }
            for place, relation in enumerate(incident.relations)
        ]
    for table, values in (
        (schema.incidents, rows),
        (schema.incident_claims, members),
        (schema.relations, relations),
    ):
        if values:
            connection.execute(insert(table), values)
    return settled


def _find_given_codes(connection: Connection) -> list[GivenCode]:
    members: dict[str, set[str]] = defaultdict(set)
    for code, claim in connection.execute(
        select(schema.incident_claims.c.code, schema.incident_claims.c.claim_id)
    ):
        members[code].add(claim)
    table = schema.incidents.c
    return [
        GivenCode(code, number, frozenset(members[code]), tuple(json.loads(previous)))
        for code, number, previous in connection.execute(
            select(table.code, table.number, table.previous_codes).order_by(table.number)
        )
    ]


def read_incidents(connection: Connection, code: str | None = None) -> list[Incident]:
    """All incidents in the order in which they were written, or only the one with this code."""
    table, member, relation = schema.incidents, schema.incident_claims, schema.relations
    wanted = select(table)
    members = select(member.c.code, member.c.claim_id)
    relations = select(
        relation.c.code, relation.c.kind, relation.c.claim_id, relation.c.other_id, relation.c.basis
    )
    if code is not None:
        wanted = wanted.where(table.c.code == code)
        members = members.where(member.c.code == code)
        relations = relations.where(relation.c.code == code)
    claims_of: dict[str, list[str]] = defaultdict(list)
    for of, claim_id in connection.execute(members.order_by(member.c.code, member.c.position)):
        claims_of[of].append(claim_id)
    relations_of: dict[str, list[Relation]] = defaultdict(list)
    for of, kind, claim, other, basis in connection.execute(
        relations.order_by(relation.c.code, relation.c.position)
    ):
        relations_of[of].append(Relation(kind=kind, claim=claim, other=other, basis=basis))
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
            basis=row.basis,
            maker=row.maker,
        )
        for row in connection.execute(wanted.order_by(table.c.position))
    ]


def read_incident(connection: Connection, code: str) -> Incident:
    """The incident with this code, or the one that swallowed it.

    Raises:
        NotFoundError: no incident has or had the code; the message names codes like it.
    """
    heirs = {}
    table = schema.incidents.c
    for current, previous in connection.execute(
        select(table.code, table.previous_codes).order_by(table.number.desc())
    ):
        heirs.update(dict.fromkeys(json.loads(previous), current))
        heirs[current] = current
    if code not in heirs:
        raise NotFoundError(f"no incident has the code {code!r}{name_near(code, list(heirs))}")
    return read_incidents(connection, heirs[code])[0]


def name_near(wanted: str, known: Sequence[str]) -> str:
    """The end of a message: which known names are near.

    >>> name_near("aleppo-2016", ["aleppo-2016-09", "homs-2015"])
    '; near it: aleppo-2016-09'
    >>> name_near("x", ["homs-2015"])
    '; there is none like it'
    """
    near = difflib.get_close_matches(wanted, known, n=3)
    return f"; near it: {', '.join(near)}" if near else "; there is none like it"
