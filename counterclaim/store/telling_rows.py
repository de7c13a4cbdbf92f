"""Happenings, their keys and their pairs, as rows; see `linking.py` for what they are for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import Column, Connection, bindparam, delete, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from counterclaim.incidents.block import Keys, keys_of
from counterclaim.incidents.group import Pair
from counterclaim.incidents.told import Told
from counterclaim.store import schema
from counterclaim.store.chunks import Id, delete_in, in_chunks, insert_all
from counterclaim.store.linking_schema import telling_keys, telling_pairs, tellings

_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder(Told).decode
_DELETE_KEY = delete(telling_keys).where(
    telling_keys.c.key == bindparam("of_key"), telling_keys.c.telling == bindparam("of_telling")
)
_DELETE_PAIR = delete(telling_pairs).where(
    telling_pairs.c.one == bindparam("first"), telling_pairs.c.other == bindparam("second")
)
_SET_CODE = update(tellings).where(tellings.c.id == bindparam("of")).values(code=bindparam("to"))


class Kept(NamedTuple):
    """A happening as the store keeps it."""

    id: int
    code: str | None  # of its incident; None before it was ever in one
    told: Told


class Fresh(NamedTuple):
    """A happening that was just added, with its keys."""

    kept: Kept
    keys: Keys


def read_tellings(connection: Connection, ids: Iterable[int]) -> list[Kept]:
    """The happenings with these ids."""
    return _read(connection, tellings.c.id, sorted(ids))


def read_tellings_of(connection: Connection, document_ids: Iterable[str]) -> list[Kept]:
    """The happenings that these documents tell."""
    return _read(connection, tellings.c.document_id, sorted(document_ids))


def _read(connection: Connection, column: Column[Any], values: Iterable[Id]) -> list[Kept]:
    return [
        Kept(row.id, row.code, _decode(row.body))
        for chunk in in_chunks(values)
        for row in connection.execute(select(tellings).where(column.in_(chunk)))
    ]


def read_tellings_with(connection: Connection, claims: Collection[str]) -> list[Kept]:
    """The happenings that hold one of these claims."""
    claim = schema.claims.c
    documents = {
        document_id
        for chunk in in_chunks(sorted(claims))
        for document_id in connection.scalars(select(claim.document_id).where(claim.id.in_(chunk)))
    }
    wanted = frozenset(claims)
    return [
        each for each in read_tellings_of(connection, documents) if not wanted.isdisjoint(each.told.claims)
    ]


def add_tellings(connection: Connection, told: Sequence[Told]) -> list[Fresh]:
    """Keep the happenings with their keys."""
    if not told:
        return []
    first = (connection.scalar(select(tellings.c.id).order_by(tellings.c.id.desc()).limit(1)) or 0) + 1
    fresh = [Fresh(Kept(number, None, one), keys_of(one)) for number, one in enumerate(told, first)]
    connection.execute(
        insert(tellings),
        [
            {
                "id": each.id,
                "name": each.told.name,
                "document_id": each.told.document_id,
                "code": None,
                "body": _encode(each.told).decode(),
            }
            for each, _ in fresh
        ],
    )
    insert_all(
        connection,
        telling_keys,
        ({"key": key, "telling": each.id} for each, keys in fresh for key in keys.posted),
    )
    return fresh


def remove_tellings(connection: Connection, kept: Sequence[Kept]) -> set[int]:
    """Take the happenings away, with their keys and pairs; the ids of the others they were paired with."""
    numbers = {each.id for each in kept}
    pairs = read_pairs(connection, numbers)
    keys = [{"of_key": key, "of_telling": each.id} for each in kept for key in keys_of(each.told).posted]
    if keys:
        connection.execute(_DELETE_KEY, keys)
    if pairs:
        connection.execute(
            _DELETE_PAIR,
            [{"first": a, "second": b} for one, other in pairs for a, b in ((one, other), (other, one))],
        )
    delete_in(connection, tellings, tellings.c.id, sorted(numbers))
    return {other for _, other in pairs} - numbers


def find_candidates(connection: Connection, fresh: Sequence[Fresh]) -> dict[int, set[int]]:
    """The ids of the happenings that share a key with each of these, itself left out."""
    asked: dict[int, list[int]] = defaultdict(list)
    for each, keys in fresh:
        for key in keys.asked:
            asked[key].append(each.id)
    found: dict[int, set[int]] = {each.id: set() for each, _ in fresh}
    for chunk in in_chunks(sorted(asked)):
        for key, telling in connection.execute(
            select(telling_keys.c.key, telling_keys.c.telling).where(telling_keys.c.key.in_(chunk))
        ):
            for asking in asked[key]:
                found[asking].add(telling)
    return {number: others - {number} for number, others in found.items()}


def put_pairs(connection: Connection, pairs: Sequence[Pair], ids: Mapping[str, int]) -> None:
    """Keep the pairs; one by ruling takes the place of one by score. `ids` are those of happenings, by name."""
    if not pairs:
        return
    statement = upsert(telling_pairs)
    new = statement.excluded
    connection.execute(
        statement.on_conflict_do_update(
            index_elements=["one", "other"], set_={"score": new.score, "basis": new.basis}
        ),
        [
            {"one": a, "other": b, "score": pair.score, "basis": pair.basis}
            for pair in sorted(pairs)
            for a, b in ((ids[pair.one], ids[pair.other]), (ids[pair.other], ids[pair.one]))
        ],
    )


def read_pairs(connection: Connection, ids: Iterable[int]) -> dict[tuple[int, int], tuple[float, str]]:
    """Score and basis of the pairs of these happenings, each keyed by the happening asked for first."""
    table = telling_pairs.c
    return {
        (row.one, row.other): (row.score, row.basis)
        for chunk in in_chunks(sorted(ids))
        for row in connection.execute(select(telling_pairs).where(table.one.in_(chunk)))
    }


def set_codes(connection: Connection, codes: Mapping[int, str]) -> None:
    """Note in which incidents the happenings are now."""
    if codes:
        connection.execute(_SET_CODE, [{"of": number, "to": code} for number, code in codes.items()])
