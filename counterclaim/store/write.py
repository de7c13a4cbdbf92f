"""Write one document's sheet, so that the same sheet again touches no row."""

from __future__ import annotations

import zlib
from collections import defaultdict
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any, Literal

import msgspec
from msgspec.structs import replace
from sqlalchemy import Connection, Table, bindparam, delete, func, insert, select
from sqlalchemy.dialects.sqlite import Insert
from sqlalchemy.dialects.sqlite import insert as upsert

from counterclaim.core.claims import Claim
from counterclaim.core.codec import encode_sheet
from counterclaim.core.errors import DataError
from counterclaim.core.issues import Issue
from counterclaim.core.types import Sheet
from counterclaim.store import schema
from counterclaim.store.added import added_claims, with_added
from counterclaim.store.chunks import delete_in, insert_all
from counterclaim.store.claim_rows import Carrier, claim_row, speaker_rows, via_rows
from counterclaim.store.counts import codes_holding, recount
from counterclaim.store.days import day_columns
from counterclaim.store.linking_schema import unlinked
from counterclaim.store.rulings import apply, find_rulings
from counterclaim.store.search import fold

Written = Literal["added", "unchanged", "reread"]


def now() -> str:
    """The present instant in UTC, ISO 8601 to the millisecond."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def encode_stages(stages: tuple[str, ...]) -> str:
    """The `stages` column: a JSON array."""
    return msgspec.json.encode(stages).decode()


def write_sheet(connection: Connection, sheet: Sheet) -> Written:
    """Add the document, or replace everything read out of it.

    Raises:
        DataError: the sheet cannot be kept, because a claim has no id or a text is no Unicode.
    """
    document_id = sheet.document.id
    written, sheet, line = _compared(connection, sheet)
    if written == "unchanged":
        return written
    known = written == "reread"
    _write_document(connection, sheet, known=known)
    _write_layers(connection, sheet, known=known)
    claims = with_added(sheet.claims or (), added_claims(connection, sheet))
    _write_claims(connection, document_id, claims, known=known)
    connection.execute(_PUT_SHEET, {"document_id": document_id, "body": zlib.compress(line)})
    mark_unlinked(connection, [document_id])
    return written


def compare_sheet(connection: Connection, sheet: Sheet) -> Written:
    """What `write_sheet` would do; nothing is written."""
    return _compared(connection, sheet)[0]


def _compared(connection: Connection, sheet: Sheet) -> tuple[Written, Sheet, bytes]:
    """What becomes of the sheet, the sheet under the document's name, and its JSON line."""
    old = connection.execute(_FIND_OLD, {"id": sheet.document.id}).one_or_none()
    if old is None:
        return "added", sheet, _encode(sheet)
    sheet = _under_first_name(sheet, old.doc, old.origin)
    line = _encode(sheet)
    return "unchanged" if line == unpack(old.body) else "reread", sheet, line


def _put(table: Table, key: str) -> Insert:
    """Add a row, or replace all but the key of the row that is there."""
    statement = upsert(table)
    others = {name: column for name, column in statement.excluded.items() if name != key}
    return statement.on_conflict_do_update(index_elements=[key], set_=others)


_PUT_SHEET = _put(schema.sheets, "document_id")
_PUT_CLAIM = _put(schema.claims, "id")
_FIND_OLD = (
    select(schema.documents.c.doc, schema.documents.c.origin, schema.sheets.c.body)
    .select_from(schema.documents)
    .outerjoin(schema.sheets, schema.sheets.c.document_id == schema.documents.c.id)
    .where(schema.documents.c.id == bindparam("id"))
)


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


def _write_document(connection: Connection, sheet: Sheet, *, known: bool) -> None:
    document, at = sheet.document, now()
    row: dict[str, Any] = {
        "id": document.id,
        "doc": document.doc,
        "title": document.title,
        "outlet": document.outlet,
        "published": document.published,
        "origin": document.origin,
        "sha256": document.sha256,
        "encoding": document.encoding,
        "text": document.text,
        "n_chars": len(document.text),
        "stages": encode_stages(sheet.stages),
        "read_at": at,
        **day_columns("published", document.published),
    }
    if known:
        connection.execute(
            schema.documents.update().where(schema.documents.c.id == document.id).values(**row)
        )
    else:
        connection.execute(insert(schema.documents), {**row, "first_read_at": at})


def _write_layers(connection: Connection, sheet: Sheet, *, known: bool) -> None:
    if known:
        for table in (schema.segments, schema.articles, schema.passages, schema.issues):
            connection.execute(delete(table).where(table.c.document_id == sheet.document.id))
    of = {"document_id": sheet.document.id}
    text = sheet.document.text
    segments = [
        {
            **of,
            "position": position,
            "kind": segment.kind,
            "start": segment.span.start,
            "end": segment.span.end,
            "article": segment.article,
            "repeats_start": segment.repeats.start if segment.repeats else None,
            "repeats_end": segment.repeats.end if segment.repeats else None,
            "why": segment.why,
        }
        for position, segment in enumerate(sheet.segments or ())
    ]
    articles = [
        {
            **of,
            "position": position,
            "start": article.span.start,
            "end": article.span.end,
            "headline": article.headline.of(text) if article.headline else None,
            "dateline": article.dateline.of(text) if article.dateline else None,
            "outlet": article.outlet,
            "published": article.published,
            "published_basis": article.published_basis,
        }
        for position, article in enumerate(sheet.articles or ())
    ]
    passages = [
        {
            **of,
            "position": position,
            "start": passage.span.start,
            "end": passage.span.end,
            "article": passage.article,
            "segment": passage.segment,
            "text": passage.exact,
            "folded": fold(passage.exact),
        }
        for position, passage in enumerate(sheet.passages or ())
    ]
    issues = [issue_row(sheet.document.origin, issue, sheet.document.id) for issue in sheet.issues]
    for table, rows in (
        (schema.segments, segments),
        (schema.articles, articles),
        (schema.passages, passages),
        (schema.issues, issues),
    ):
        if rows:
            connection.execute(insert(table), rows)


def issue_row(origin: str, issue: Issue, document_id: str | None) -> dict[str, Any]:
    """The row of `issues`; `document_id` is None where no document came of the input."""
    return {
        "document_id": document_id,
        "origin": origin,
        "code": issue.code,
        "severity": issue.severity,
        "maker": issue.maker,
        "message": issue.message,
        "start": issue.span.start if issue.span else None,
        "end": issue.span.end if issue.span else None,
        "seen_at": now(),
    }


def _write_claims(connection: Connection, document_id: str, claims: list[Claim], *, known: bool) -> None:
    """Write the claims as ruled. A claim that stays keeps its row, and so its place in an incident."""
    table = schema.claims
    if known:
        old = set(connection.scalars(select(table.c.id).where(table.c.document_id == document_id)))
        gone = sorted(old - {claim.id for claim in claims})
        held = codes_holding(connection, gone)
        delete_in(connection, table, table.c.id, gone)
        recount(connection, held)
    put_claims(connection, document_id, claims)


def put_claims(connection: Connection, document_id: str, claims: list[Claim]) -> None:
    """Add or replace these claims' rows, rulings applied."""
    if not claims:
        return
    rulings = find_rulings(connection, [claim.id for claim in claims])
    ruled = [apply(claim, rulings.get(claim.id, ())) for claim in claims]
    carriers = _carriers(connection, document_id)
    for table in (schema.claim_speakers, schema.claim_via):
        delete_in(connection, table, table.c.claim_id, (claim.id for claim in claims))
    connection.execute(
        _PUT_CLAIM,
        [claim_row(document_id, claim, decision, carriers[claim.article]) for claim, decision in ruled],
    )
    insert_all(connection, schema.claim_speakers, (row for claim, _ in ruled for row in speaker_rows(claim)))
    insert_all(connection, schema.claim_via, (row for claim, _ in ruled for row in via_rows(claim)))
    recount(connection, codes_holding(connection, (claim.id for claim in claims)))


def _carriers(connection: Connection, document_id: str) -> defaultdict[int, Carrier]:
    """The carrier of each article of the document, by position; the document's own for any other."""
    document, article = schema.documents.c, schema.articles.c
    given = select(document.outlet, document.published).where(document.id == document_id)
    outlet, published = connection.execute(given).one()
    own = select(
        article.position, func.coalesce(article.outlet, outlet), func.coalesce(article.published, published)
    ).where(article.document_id == document_id)
    found = {position: Carrier(*carrier) for position, *carrier in connection.execute(own)}
    return defaultdict(lambda: Carrier(outlet, published), found)


def mark_unlinked(connection: Connection, document_ids: Iterable[str]) -> None:
    """Note that the claims of these documents are not linked as they are now."""
    rows = [{"document_id": document_id} for document_id in document_ids]
    if rows:
        connection.execute(upsert(unlinked).on_conflict_do_nothing(), rows)
