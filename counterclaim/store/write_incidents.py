"""Put incidents in the place of older ones, under codes that stay."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from typing import Any

from sqlalchemy import (
    CompoundSelect,
    Connection,
    bindparam,
    func,
    literal_column,
    select,
    union_all,
)

from counterclaim.core.incidents import Incident
from counterclaim.store import schema
from counterclaim.store.chunks import delete_in, in_chunks, insert_all
from counterclaim.store.codes import GivenCode, settle_codes
from counterclaim.store.counts import recount
from counterclaim.store.days import day_columns
from counterclaim.store.linking_schema import former_codes, incident_links


def write_incidents(
    connection: Connection, incidents: Sequence[Incident], replacing: Collection[str] | None = None
) -> tuple[Incident, ...]:
    """Put the incidents in place of those with the codes `replacing`, None being all that there are.

    The same incidents come back with the codes they have now.
    """
    given = _find_given(connection, replacing)
    former = _find_former(connection, given)
    settled = settle_codes(given, incidents, former, lambda code: _is_in_use(connection, code))
    numbers = {old.code: old.number for old in (*given, *former)}
    next_number = _next_number(connection)
    delete_in(connection, schema.incidents, schema.incidents.c.code, [old.code for old in given])
    for incident in settled:
        if incident.code not in numbers:
            numbers[incident.code] = next_number
            next_number += 1
    _keep_former(connection, given, settled, former)
    insert_all(
        connection,
        schema.incidents,
        [
            {
                "code": incident.code,
                "number": numbers[incident.code],
                "title": incident.title,
                "kind": incident.kind,
                "place": incident.place,
                "when_edtf": incident.when,
                "basis": incident.basis,
                "maker": incident.maker,
                "previous_codes": json.dumps(incident.previous_codes),
                **day_columns("when", incident.when),
            }
            for incident in settled
        ],
    )
    insert_all(
        connection,
        schema.incident_claims,
        [
            {"code": incident.code, "position": place, "claim_id": claim}
            for incident in settled
            for place, claim in enumerate(incident.claims)
        ],
    )
    insert_all(
        connection,
        schema.relations,
        [
            {
                "code": incident.code,
                "position": place,
                "kind": relation.kind,
                "claim_id": relation.claim,
                "other_id": relation.other,
                "basis": relation.basis,
            }
            for incident in settled
            for place, relation in enumerate(incident.relations)
        ],
    )
    insert_all(
        connection,
        incident_links,
        [
            {
                "code": incident.code,
                "position": place,
                "claim_id": link.claim,
                "other_id": link.other,
                "score": link.score,
                "basis": link.basis,
            }
            for incident in settled
            for place, link in enumerate(incident.links)
        ],
    )
    recount(connection, [incident.code for incident in settled])
    return settled


def _find_given(connection: Connection, codes: Collection[str] | None) -> list[GivenCode]:
    """The incidents with these codes, None being all, the oldest first."""
    table, member = schema.incidents.c, schema.incident_claims.c
    members: dict[str, set[str]] = defaultdict(set)
    rows: list[tuple[str, int, str]] = []
    for chunk in [None] if codes is None else in_chunks(sorted(codes)):
        wanted = select(table.code, table.number, table.previous_codes)
        claims = select(member.code, member.claim_id)
        if chunk is not None:
            wanted, claims = wanted.where(table.code.in_(chunk)), claims.where(member.code.in_(chunk))
        rows += [(row.code, row.number, row.previous_codes) for row in connection.execute(wanted)]
        for code, claim in connection.execute(claims):
            members[code].add(claim)
    given = [
        GivenCode(code, number, frozenset(members[code]), tuple(json.loads(previous)))
        for code, number, previous in rows
    ]
    return sorted(given, key=lambda old: old.number)


def _find_former(connection: Connection, given: Iterable[GivenCode]) -> list[GivenCode]:
    """The codes that went into these incidents, with the claims they had."""
    table = former_codes.c
    wanted = sorted({code for old in given for code in old.previous_codes})
    return [
        GivenCode(code, number, frozenset(json.loads(claims)), ())
        for chunk in in_chunks(wanted)
        for code, number, claims in connection.execute(
            select(table.code, table.number, table.claims).where(table.code.in_(chunk)).order_by(table.number)
        )
    ]


def _keep_former(
    connection: Connection,
    given: Sequence[GivenCode],
    settled: Sequence[Incident],
    former: Sequence[GivenCode],
) -> None:
    """Keep what went into others now with its claims, and let go of what was taken back."""
    current = {incident.code for incident in settled}
    previous = {code for incident in settled for code in incident.previous_codes}
    delete_in(
        connection, former_codes, former_codes.c.code, [old.code for old in former if old.code in current]
    )
    insert_all(
        connection,
        former_codes,
        [
            {"code": old.code, "number": old.number, "claims": json.dumps(sorted(old.claims))}
            for old in given
            if old.code in previous
        ],
    )


_IN_USE: CompoundSelect[Any] = union_all(
    *(
        select(literal_column("1")).where(table.c.code == bindparam("code"))
        for table in (schema.incidents, former_codes)
    )
)


def _is_in_use(connection: Connection, code: str) -> bool:
    """Whether the code is or was an incident's."""
    return connection.scalar(_IN_USE, {"code": code}) is not None


def _next_number(connection: Connection) -> int:
    highest = [
        connection.scalar(select(func.max(table.c.number))) or 0 for table in (schema.incidents, former_codes)
    ]
    return max(highest) + 1
