"""Linking document by document: only what the new documents can touch is looked at.

What is compared, scored and grouped, and how, is `counterclaim.incidents`; linking a store in any order and
any number of steps gives what `counterclaim.incidents.across.link` gives for all its claims at once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from sqlalchemy import Connection, delete, select

from counterclaim.incidents.agreeing import connected_parts, pairs_with, ruled_pairs
from counterclaim.incidents.describe import MAKER, incident_of
from counterclaim.incidents.group import Group, Pair, group
from counterclaim.incidents.ruled import Verdicts
from counterclaim.incidents.told import told_in
from counterclaim.store import schema
from counterclaim.store.chunks import delete_in
from counterclaim.store.find import read_claims_by_id, read_claims_of
from counterclaim.store.link_rulings import read_verdicts
from counterclaim.store.linking_schema import telling_keys, telling_pairs, tellings, unlinked
from counterclaim.store.telling_rows import (
    Fresh,
    Kept,
    add_tellings,
    find_candidates,
    put_pairs,
    read_pairs,
    read_tellings,
    read_tellings_of,
    read_tellings_with,
    remove_tellings,
    set_codes,
)
from counterclaim.store.write import mark_unlinked
from counterclaim.store.write_incidents import write_incidents


def link_documents(connection: Connection, most: int, among: Collection[str] | None = None) -> int:
    """Link up to `most` documents that wait for it, `among` these or all; how many these were.

    Their happenings are compared with those that share a key with one of them; incidents are made anew
    only in the connected parts of pairs that they belong to now or belonged to before.
    """
    _start_over_where_linked_otherwise(connection)
    document, waiting = schema.documents.c, unlinked.c.document_id
    published = select(document.published_first).where(document.id == waiting).scalar_subquery()
    # By day, so that what is told of one incident is linked at one time; the order changes nothing else.
    wanted = select(waiting).order_by(published, waiting).limit(most)
    if among is not None:
        wanted = wanted.where(waiting.in_(sorted(among)))
    ids = connection.scalars(wanted).all()
    if not ids:
        return 0
    verdicts = read_verdicts(connection)
    gone = read_tellings_of(connection, ids)
    touched = remove_tellings(connection, gone)
    fresh = add_tellings(connection, told_in(read_claims_of(connection, ids), verdicts))
    _pair(connection, fresh, verdicts)
    kept, pairs = _connected(connection, touched | {each.id for each, _ in fresh})
    stale = {each.code for each in gone if each.code is not None}
    _replace(connection, kept, pairs, verdicts, stale)
    delete_in(connection, unlinked, unlinked.c.document_id, ids)
    return len(ids)


def _start_over_where_linked_otherwise(connection: Connection) -> None:
    """Forget what another version of the linking made, so that this one links all documents."""
    maker = connection.scalar(select(schema.incidents.c.maker).limit(1))
    known = connection.scalar(select(tellings.c.id).limit(1)) is not None
    if maker == MAKER or not known:
        return
    for table in (tellings, telling_keys, telling_pairs):
        connection.execute(delete(table))
    mark_unlinked(connection, connection.scalars(select(schema.documents.c.id)).all())


def _pair(connection: Connection, added: Sequence[Fresh], verdicts: Verdicts) -> None:
    """Compare the added happenings with all before them that share a key with them, and keep the pairs that agree."""
    candidates = find_candidates(connection, added)
    fresh = [each for each, _ in added]
    known = {each.id: each for each in fresh}
    others = {number for numbers in candidates.values() for number in numbers}
    known |= {each.id: each for each in read_tellings(connection, others - known.keys())}
    pairs = [
        pair
        for each in fresh
        for pair in pairs_with(
            each.told, [known[number].told for number in candidates[each.id] if number < each.id]
        )
    ]
    ruled = verdicts.touching(claim for each in fresh for claim in each.told.claims)
    claims = {claim for verdict in ruled for claim in (*verdict.claims, *verdict.others)}
    joined = {each.told.name: each for each in (*read_tellings_with(connection, claims), *fresh)}
    pairs += ruled_pairs({name: each.told for name, each in joined.items()}, verdicts)
    ids = {each.told.name: each.id for each in (*known.values(), *joined.values())}
    put_pairs(connection, pairs, ids)


def _connected(connection: Connection, ids: set[int]) -> tuple[list[Kept], list[Pair]]:
    """All happenings that pairs lead to from these, and all pairs among them."""
    found: dict[tuple[int, int], tuple[float, str]] = {}
    reached, ahead = set(ids), set(ids)
    while ahead:
        pairs = read_pairs(connection, ahead)
        found |= pairs
        ahead = {other for _, other in pairs} - reached
        reached |= ahead
    kept = read_tellings(connection, reached)
    names = {each.id: each.told.name for each in kept}
    return kept, [
        Pair(score, names[one], names[other], basis)
        for (one, other), (score, basis) in found.items()
        if names[one] < names[other]
    ]


def _replace(
    connection: Connection,
    kept: Sequence[Kept],
    pairs: Sequence[Pair],
    verdicts: Verdicts,
    stale: set[str],
) -> None:
    """Make anew the incidents of the groups that are not as they were.

    Args:
        connection: a transaction that writes.
        kept: happenings, whole connected parts.
        pairs: all among them.
        verdicts: rulings in force.
        stale: codes of incidents that lost a happening.
    """
    by_name = {each.told.name: each for each in kept}
    told = {name: each.told for name, each in by_name.items()}
    members = Counter(each.code for each in kept)
    changed = [
        made
        for part in connected_parts(told, pairs)
        for made in group({name: told[name] for name in part.names}, part.pairs, verdicts)
        if not _is_as_it_was(made, by_name, members, stale)
    ]
    replaced = stale | {
        code for made in changed for one in made.told if (code := by_name[one.name].code) is not None
    }
    wanted = [claim for made in changed for one in made.told for claim in one.claims]
    filed = {one.claim.id: one for one in read_claims_by_id(connection, wanted)}
    incidents = [
        incident_of(made, [[filed[claim] for claim in one.claims] for one in made.told]) for made in changed
    ]
    settled = write_incidents(connection, incidents, replaced)
    set_codes(
        connection,
        {
            by_name[one.name].id: incident.code
            for made, incident in zip(changed, settled, strict=True)
            for one in made.told
        },
    )


def _is_as_it_was(
    made: Group, by_name: Mapping[str, Kept], members: Mapping[str | None, int], stale: set[str]
) -> bool:
    codes = {by_name[one.name].code for one in made.told}
    (code, *others) = codes
    return not others and code is not None and code not in stale and members[code] == len(made.told)
