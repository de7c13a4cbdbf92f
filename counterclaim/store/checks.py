"""Whether a store is sound, and what it holds in a form that two stores can be compared by."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

from msgspec import to_builtins
from sqlalchemy import Connection, Integer, Row, Table, func, select, text

from counterclaim.core.codec import decode_sheet
from counterclaim.core.errors import DataError, StoreError
from counterclaim.core.spans import Span
from counterclaim.core.types import Sheet
from counterclaim.store import schema
from counterclaim.store.added import added_claims, find_astray, with_added
from counterclaim.store.audit import find_broken
from counterclaim.store.find import read_claim_as_made
from counterclaim.store.link_rulings import read_link_rulings
from counterclaim.store.linked import read_incidents
from counterclaim.store.record import Store
from counterclaim.store.rulings import find_rulings, fix
from counterclaim.store.write import unpack

_TRIGGERS = frozenset(
    {
        "passages_added",
        "passages_removed",
        "passages_changed",
        "rulings_unchanged",
        "rulings_kept",
        "link_rulings_unchanged",
        "link_rulings_kept",
        "audit_unchanged",
        "audit_kept",
    }
)
_DUMPED = (
    schema.documents,
    schema.segments,
    schema.articles,
    schema.passages,
    schema.claims,
    schema.claim_speakers,
    schema.claim_via,
    schema.issues,
)
_TIMES = frozenset({"first_read_at", "read_at", "seen_at"})
_EVERY_DOCUMENT = (
    select(schema.documents, schema.sheets.c.body)
    .select_from(schema.documents)
    .outerjoin(schema.sheets, schema.sheets.c.document_id == schema.documents.c.id)
    .order_by(schema.documents.c.id)
)


def find_faults(connection: Connection) -> list[str]:
    """What is wrong with the store, one line each; empty where it is sound."""
    return [
        *_find_file_faults(connection),
        *(
            fault
            for row in connection.execute(_EVERY_DOCUMENT)
            for fault in _find_document_faults(connection, row)
        ),
        *_find_lost_fixes(connection),
        *find_broken(connection),
    ]


def _find_file_faults(connection: Connection) -> Iterator[str]:
    for (line,) in connection.execute(text("PRAGMA integrity_check")):
        if line != "ok":
            yield f"file: {line}"
    for table, row, parent, _ in connection.execute(text("PRAGMA foreign_key_check")):
        yield f"{table}: row {row} points at no row of {parent}"
    present = set(connection.scalars(text("SELECT name FROM sqlite_master WHERE type = 'trigger'")))
    for name in sorted(_TRIGGERS - present):
        yield f"trigger {name} is missing"
    indexed = connection.scalar(text("SELECT count(*) FROM passage_index_docsize"))
    passages = connection.scalar(select(func.count()).select_from(schema.passages))
    if indexed != passages:
        yield f"passage_index: holds {indexed} of {passages} passages"


def _find_document_faults(connection: Connection, row: Row[Any]) -> Iterator[str]:
    where = f"document {row.id}"
    try:
        sheet = decode_sheet(unpack(row.body) or b"")
    except DataError as error:
        yield f"{where}: its sheet cannot be read: {error}"
        return
    document = sheet.document
    for name, kept in (("id", row.id), ("doc", row.doc), ("text", row.text), ("published", row.published)):
        if getattr(document, name) != kept:
            yield f"{where}: {name} differs from its sheet"
    if row.n_chars != len(row.text):
        yield f"{where}: n_chars is {row.n_chars}, the text has {len(row.text)}"
    yield from (f"{where}: {fault}" for fault in _find_span_faults(sheet))
    added = added_claims(connection, sheet)
    for claim in find_astray(connection, sheet):
        yield f"{where}: the words of claim {claim}, which a person added, stand there no more; add it anew"
    for table, layer in (
        (schema.segments, sheet.segments),
        (schema.articles, sheet.articles),
        (schema.passages, sheet.passages),
        (schema.claims, {claim.id for claim in with_added(sheet.claims or (), added)}),
        (schema.issues, sheet.issues),
    ):
        rows = connection.scalar(select(func.count()).select_from(table).where(table.c.document_id == row.id))
        if rows != len(layer or ()):
            yield f"{where}: {table.name} has {rows} rows, the sheet {len(layer or ())}"
    for table, words in ((schema.passages, schema.passages.c.text), (schema.claims, schema.claims.c.quote)):
        found = select(table.c.start, table.c.end, words).where(table.c.document_id == row.id)
        for start, end, quote in connection.execute(found.order_by(table.c.start)):
            if row.text[start:end] != quote:
                yield f"{where}: {table.name} {start} to {end} is not what the text has there"


def _find_span_faults(sheet: Sheet) -> Iterator[str]:
    if sheet.segments is not None:
        at = 0
        for segment in sorted(sheet.segments, key=lambda segment: segment.span):
            if segment.span.start != at:
                yield f"segments leave out or repeat characters between {at} and {segment.span.start}"
            at = segment.span.end
        if at != len(sheet.document.text):
            yield f"segments end at {at}, the text at {len(sheet.document.text)}"
    for claim in sheet.claims or ():
        if Span(claim.start, claim.end).of(sheet.document.text) != claim.quote:
            yield f"claim {claim.id}: its quote is not what the text has from {claim.start} to {claim.end}"


def _find_lost_fixes(connection: Connection) -> Iterator[str]:
    fixed = connection.scalars(select(schema.rulings.c.claim_id).where(schema.rulings.c.decision == "fix"))
    for claim_id, rulings in find_rulings(connection, sorted(set(fixed))).items():
        try:
            _, claim = read_claim_as_made(connection, claim_id)
        except StoreError:
            continue  # the claim is not in the newest reading: the ruling waits for it
        for ruling in rulings:
            try:
                if ruling.decision == "fix":
                    fix(claim, str(ruling.field), json.loads(ruling.value or "null"))
            except DataError as error:
                yield f"ruling: {error}"


def dump_lines(store: Store) -> list[str]:
    """All that is known, one JSON line per row, sorted: equal for stores that know the same.

    Times, row numbers and incidents' codes are left out, because they tell how the store came to
    know it.
    """
    with store.reading() as connection:
        lines = [line for table in _DUMPED for line in _dump_table(connection, table)]
        lines += _dump_rulings(connection)
        for ruling in read_link_rulings(connection):
            fields = to_builtins(ruling)
            del fields["at"]
            lines.append(_line("link_rulings", **fields))
        for document_id, body in connection.execute(select(schema.sheets)):
            lines.append(_line("sheets", document_id=document_id, body=(unpack(body) or b"").decode()))
        for incident in read_incidents(connection):
            fields = to_builtins(incident)
            del fields["code"], fields["previous_codes"]
            lines.append(_line("incidents", **fields))
    return sorted(lines)


def _dump_table(connection: Connection, table: Table) -> Iterator[str]:
    columns = [
        column
        for column in table.c
        if column.name not in _TIMES and not (column.name == "id" and isinstance(column.type, Integer))
    ]
    for row in connection.execute(select(*columns)).mappings():
        yield _line(table.name, **row)


def _dump_rulings(connection: Connection) -> Iterator[str]:
    nth: Counter[str] = Counter()  # the order of rulings on one claim is part of what they say
    columns = schema.rulings.c
    for row in connection.execute(select(schema.rulings).order_by(columns.id)).mappings():
        nth[row["claim_id"]] += 1
        fields = {name: value for name, value in row.items() if name not in ("id", "at")}
        yield _line("rulings", nth=nth[row["claim_id"]], **fields)


def _line(of: str, **fields: Any) -> str:
    return json.dumps({"of": of, **fields}, ensure_ascii=False, sort_keys=True)
