"""Write documents' sheets, so that the same sheet again touches no row."""

from __future__ import annotations

import zlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from functools import partial
from typing import Any, Literal, NamedTuple

from msgspec.structs import replace
from sqlalchemy import Connection, Table, func, select
from sqlalchemy.dialects.sqlite import Insert
from sqlalchemy.dialects.sqlite import insert as upsert

from counterclaim.core.claims import Claim
from counterclaim.core.codec import encode_sheet
from counterclaim.core.errors import DataError
from counterclaim.core.issues import Issue
from counterclaim.core.types import Sheet
from counterclaim.store import schema
from counterclaim.store.added import added_to, with_added
from counterclaim.store.chunks import delete_in, in_chunks, insert_all
from counterclaim.store.claim_rows import Carrier, claim_row, speaker_rows, via_rows
from counterclaim.store.counts import codes_holding, recount
from counterclaim.store.linking_schema import unlinked
from counterclaim.store.rulings import apply, find_rulings
from counterclaim.store.sheet_rows import (
    Rows,
    article_rows,
    document_row,
    issue_row,
    issue_rows,
    passage_rows,
    segment_rows,
)

Written = Literal["added", "unchanged", "reread"]
_AT_ONCE = 500  # documents whose rows are held at a time


class _Compared(NamedTuple):
    """What becomes of a sheet, the sheet under its document's name, and its JSON line."""

    written: Written
    sheet: Sheet
    line: bytes


def now() -> str:
    """The present instant in UTC, ISO 8601 to the millisecond."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def write_sheets(connection: Connection, sheets: Iterable[Sheet]) -> list[Written]:
    """Add each document, or replace everything read out of it.

    Raises:
        DataError: a sheet cannot be kept, because a claim has no id or a text is no Unicode.
    """
    return [written for run in _runs(sheets) for written in _write(connection, run)]


def compare_sheets(connection: Connection, sheets: Iterable[Sheet]) -> list[Written]:
    """What `write_sheets` would do; nothing is written."""
    return [each.written for run in _runs(sheets) for each in _compare(connection, run)]


def write_issues(connection: Connection, told: Iterable[tuple[str, Issue]]) -> None:
    """Keep issues of inputs that became no document, by origin; the same again adds no row."""
    rows = (issue_row(origin, issue, None, now()) for origin, issue in told)
    _put_rows(connection, upsert(schema.issues).on_conflict_do_nothing(), rows)


def _runs(sheets: Iterable[Sheet]) -> Iterator[list[Sheet]]:
    """The sheets in their order, in runs in which no document comes twice."""
    run: dict[str, Sheet] = {}
    for sheet in sheets:
        if len(run) == _AT_ONCE or sheet.document.id in run:
            yield [*run.values()]
            run = {}
        run[sheet.document.id] = sheet
    yield [*run.values()]


def _write(connection: Connection, sheets: Sequence[Sheet]) -> list[Written]:
    compared = _compare(connection, sheets)
    fresh = [each.sheet for each in compared if each.written != "unchanged"]
    reread = [each.sheet.document.id for each in compared if each.written == "reread"]
    _put_rows(connection, _PUT_DOCUMENT, (document_row(sheet, now()) for sheet in fresh))
    _write_layers(connection, fresh, reread)
    _write_claims(connection, fresh, reread)
    bodies = [
        {"document_id": each.sheet.document.id, "body": zlib.compress(each.line)}
        for each in compared
        if each.written != "unchanged"
    ]
    _put_rows(connection, _PUT_SHEET, bodies)
    mark_unlinked(connection, [sheet.document.id for sheet in fresh])
    return [each.written for each in compared]


def _compare(connection: Connection, sheets: Sequence[Sheet]) -> list[_Compared]:
    document, body = schema.documents.c, schema.sheets.c.body
    old = {
        row.id: row
        for chunk in in_chunks(sheet.document.id for sheet in sheets)
        for row in connection.execute(
            select(document.id, document.doc, document.origin, body)
            .outerjoin(schema.sheets, schema.sheets.c.document_id == document.id)
            .where(document.id.in_(chunk))
        )
    }
    compared = []
    for sheet in sheets:
        known = old.get(sheet.document.id)
        if known is None:
            compared.append(_Compared("added", sheet, _encode(sheet)))
            continue
        named = _under_first_name(sheet, known.doc, known.origin)
        line = _encode(named)
        compared.append(_Compared("unchanged" if line == unpack(known.body) else "reread", named, line))
    return compared


def _put(table: Table, key: str, *lasting: str) -> Insert:
    """Add a row, or replace all but the key and what is `lasting` of the row that is there."""
    statement = upsert(table)
    others = {name: column for name, column in statement.excluded.items() if name not in (key, *lasting)}
    return statement.on_conflict_do_update(index_elements=[key], set_=others)


_PUT_DOCUMENT = _put(schema.documents, "id", "first_read_at")
_PUT_SHEET = _put(schema.sheets, "document_id")
_PUT_CLAIM = _put(schema.claims, "id")


def unpack(body: bytes | None) -> bytes | None:
    """The JSON line in a sheet's `body`; None where the body is missing or damaged."""
    try:
        return zlib.decompress(body or b"")
    except zlib.error:
        return None


def _encode(sheet: Sheet) -> bytes:
    if any(not claim.id for claim in sheet.claims or ()):
        raise DataError(f"{sheet.document.origin}: a claim has no id; give it one with core.claims.claim_id")
    try:
        return encode_sheet(sheet)
    except (UnicodeEncodeError, OverflowError) as error:
        raise DataError(f"{sheet.document.origin}: the sheet cannot be written as JSON: {error}") from error


def _under_first_name(sheet: Sheet, doc: str, origin: str) -> Sheet:
    """The sheet; of two names for one content it has the first by alphabet, whichever came first."""
    document = sheet.document
    origin, doc = min((origin, doc), (document.origin, document.doc))
    return replace(sheet, document=replace(document, doc=doc, origin=origin))


def _write_layers(connection: Connection, sheets: Sequence[Sheet], reread: Sequence[str]) -> None:
    rows_of: dict[Table, Callable[[Sheet], Rows]] = {
        schema.segments: segment_rows,
        schema.articles: article_rows,
        schema.passages: passage_rows,
        schema.issues: partial(issue_rows, at=now()),
    }
    for table, rows in rows_of.items():
        delete_in(connection, table, table.c.document_id, reread)
        insert_all(connection, table, (row for sheet in sheets for row in rows(sheet)))


def _write_claims(connection: Connection, sheets: Sequence[Sheet], reread: Sequence[str]) -> None:
    """Write the claims as ruled. A claim that stays keeps its row, and so its place in an incident."""
    added = added_to(connection, sheets)
    claims = {sheet.document.id: with_added(sheet.claims or (), added[sheet.document.id]) for sheet in sheets}
    table = schema.claims
    old = {
        claim
        for chunk in in_chunks(reread)
        for claim in connection.scalars(select(table.c.id).where(table.c.document_id.in_(chunk)))
    }
    gone = sorted(old.difference(claim.id for told in claims.values() for claim in told))
    held = codes_holding(connection, gone)
    delete_in(connection, table, table.c.id, gone)
    recount(connection, held)
    put_claims(connection, claims)


def put_claims(connection: Connection, claims: Mapping[str, Sequence[Claim]]) -> None:
    """Add or replace the rows of these claims, by document, rulings applied."""
    ids = [claim.id for told in claims.values() for claim in told]
    rulings = find_rulings(connection, ids)
    ruled = [
        (document_id, *apply(claim, rulings.get(claim.id, ())))
        for document_id, told in claims.items()
        for claim in told
    ]
    carriers = _carriers(connection, claims)
    for table in (schema.claim_speakers, schema.claim_via):
        delete_in(connection, table, table.c.claim_id, ids)
    _put_rows(
        connection,
        _PUT_CLAIM,
        (
            claim_row(document_id, claim, decision, carriers[document_id][claim.article])
            for document_id, claim, decision in ruled
        ),
    )
    insert_all(
        connection, schema.claim_speakers, (row for _, claim, _ in ruled for row in speaker_rows(claim))
    )
    insert_all(connection, schema.claim_via, (row for _, claim, _ in ruled for row in via_rows(claim)))
    recount(connection, codes_holding(connection, ids))


def _carriers(connection: Connection, document_ids: Iterable[str]) -> dict[str, defaultdict[int, Carrier]]:
    """The carrier of each article of the documents, by position; the document's own for any other."""
    document, article = schema.documents.c, schema.articles.c
    found: dict[str, defaultdict[int, Carrier]] = {}
    for chunk in in_chunks(document_ids):
        given = select(document.id, document.outlet, document.published).where(document.id.in_(chunk))
        for document_id, *carrier in connection.execute(given):
            found[document_id] = defaultdict(partial(Carrier, *carrier))
        own = select(
            article.document_id,
            article.position,
            func.coalesce(article.outlet, document.outlet),
            func.coalesce(article.published, document.published),
        ).join(schema.documents, document.id == article.document_id)
        for document_id, position, *carrier in connection.execute(own.where(document.id.in_(chunk))):
            found[document_id][position] = Carrier(*carrier)
    return found


def _put_rows(connection: Connection, statement: Insert, rows: Iterable[dict[str, Any]]) -> None:
    """Execute the statement for the rows, of which there may be none."""
    every = list(rows)
    if every:
        connection.execute(statement, every)


def mark_unlinked(connection: Connection, document_ids: Iterable[str]) -> None:
    """Note that the claims of these documents are not linked as they are now."""
    _put_rows(
        connection,
        upsert(unlinked).on_conflict_do_nothing(),
        ({"document_id": document_id} for document_id in document_ids),
    )
