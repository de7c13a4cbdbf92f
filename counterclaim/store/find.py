"""Read documents, sheets, claims and issues back out of the store."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, func, literal_column, select

from counterclaim.core.claims import Claim
from counterclaim.core.codec import decode_sheet
from counterclaim.core.errors import DataError, NotFoundError, StoreError
from counterclaim.core.incidents import FiledClaim
from counterclaim.core.issues import Issue
from counterclaim.core.spans import Span
from counterclaim.core.types import Sheet
from counterclaim.store import schema
from counterclaim.store.added import added_claims, with_added
from counterclaim.store.chunks import in_chunks
from counterclaim.store.claim_rows import decode_claim
from counterclaim.store.linked import name_near
from counterclaim.store.rows import DocumentRow, StoredIssue
from counterclaim.store.sheet_rows import encode_stages
from counterclaim.store.write import unpack

_STANDS = schema.claims.c.decision.is_distinct_from("reject")


def has_document(
    connection: Connection,
    document_id: str,
    stages: tuple[str, ...],
    published: str | None,
    outlet: str | None,
) -> bool:
    """Whether the document was read by just these stages under just this metadata."""
    table = schema.documents.c
    found: Select[Any] = select(literal_column("1")).where(
        table.id == document_id,
        table.stages == encode_stages(stages),
        table.published.is_not_distinct_from(published),
        table.outlet.is_not_distinct_from(outlet),
    )
    return connection.scalar(found) is not None


def read_documents(connection: Connection) -> list[DocumentRow]:
    """Every document, by name."""
    table, article, claim = schema.documents.c, schema.articles.c, schema.claims.c
    articles = select(func.count()).where(article.document_id == table.id).scalar_subquery()
    claims = select(func.count()).where(claim.document_id == table.id, _STANDS).scalar_subquery()
    rows = connection.execute(
        select(
            table.id,
            table.doc,
            table.title,
            table.outlet,
            table.published,
            table.origin,
            table.n_chars,
            articles.label("articles"),
            claims.label("claims"),
            table.read_at,
        ).order_by(table.doc, table.id)
    )
    return [DocumentRow(**row) for row in rows.mappings()]


def read_sheet(connection: Connection, name: str) -> Sheet:
    """The sheet of a document, by id or by its `doc` name.

    Raises:
        NotFoundError: no document is called so, or several are.
        StoreError: the sheet cannot be read, being damaged or of an older program.
    """
    document_id = _find_id(connection, name)
    body = connection.scalar(select(schema.sheets.c.body).where(schema.sheets.c.document_id == document_id))
    try:
        return decode_sheet(unpack(body) or b"")
    except DataError as error:
        raise StoreError(f"document {document_id}: {error}; read the document again") from error


def _find_id(connection: Connection, name: str) -> str:
    table = schema.documents.c
    if connection.scalar(select(table.id).where(table.id == name)) is not None:
        return name
    ids = connection.scalars(select(table.id).where(table.doc == name).order_by(table.id)).all()
    if not ids:
        near = name_near(name, connection.scalars(select(table.doc)).all())
        raise NotFoundError(f"no document has the id or name {name!r}{near}")
    if len(ids) > 1:
        raise NotFoundError(f"{len(ids)} documents are called {name!r}; name one by id: {', '.join(ids)}")
    return str(ids[0])


def _filed(standing: ColumnElement[bool] = _STANDS) -> Select[Any]:
    document, passage, claim = schema.documents, schema.passages, schema.claims
    in_passage = and_(passage.c.document_id == claim.c.document_id, passage.c.position == claim.c.passage)
    return (
        select(
            document.c.id,
            document.c.doc,
            claim.c.outlet,
            claim.c.published,
            func.coalesce(passage.c.text, ""),
            claim.c.body,
        )
        .select_from(claim)
        .join(document, document.c.id == claim.c.document_id)
        .outerjoin(passage, in_passage)
        .where(standing)
        .order_by(document.c.doc, document.c.id, claim.c.start, claim.c.end, claim.c.id)
    )


def _file(rows: Iterable[Any]) -> list[FiledClaim]:
    return [
        FiledClaim(
            document_id=row[0],
            doc=row[1],
            outlet=row[2],
            published=row[3],
            sentence=row[4],
            claim=decode_claim(row[5]),
        )
        for row in rows
    ]


def read_claims(connection: Connection) -> list[FiledClaim]:
    """Every claim as ruled, rejected ones left out, by document and position."""
    return _file(connection.execute(_filed()))


def read_claims_of(connection: Connection, document_ids: Iterable[str]) -> list[FiledClaim]:
    """The claims of several documents as ruled."""
    of = schema.claims.c.document_id
    return [
        filed
        for chunk in in_chunks(document_ids)
        for filed in _file(connection.execute(_filed().where(of.in_(chunk))))
    ]


def read_claims_in(connection: Connection, document_id: str) -> list[FiledClaim]:
    """The claims of one document as ruled, by position."""
    return _file(connection.execute(_filed().where(schema.claims.c.document_id == document_id)))


def read_claims_by_id(connection: Connection, ids: Iterable[str]) -> list[FiledClaim]:
    """These claims as ruled, in the order of the ids; rejected and unknown ones are left out."""
    wanted = list(dict.fromkeys(ids))
    found = {
        filed.claim.id: filed
        for chunk in in_chunks(wanted)
        for filed in _file(connection.execute(_filed().where(schema.claims.c.id.in_(chunk))))
    }
    return [found[claim_id] for claim_id in wanted if claim_id in found]


def read_filed_claim(connection: Connection, claim_id: str) -> FiledClaim:
    """One claim as ruled, rejected or not.

    Raises:
        NotFoundError: the store has no such claim.
    """
    found = read_filed_claims(connection, [claim_id])
    if not found:
        raise NotFoundError(f"no claim has the id {claim_id!r}")
    return found[claim_id]


def read_filed_claims(connection: Connection, ids: Iterable[str]) -> dict[str, FiledClaim]:
    """These claims as ruled, rejected or not, by id; unknown ones are left out."""
    return {
        one.claim.id: one
        for chunk in in_chunks(ids)
        for one in _file(connection.execute(_filed(schema.claims.c.id.in_(chunk))))
    }


def read_issues(connection: Connection, document_id: str | None = None) -> list[StoredIssue]:
    """Every issue, or those of one document, by origin and place."""
    table = schema.issues.c
    wanted = select(schema.issues).order_by(table.origin, table.start, table.end, table.code, table.message)
    if document_id is not None:
        wanted = wanted.where(table.document_id == document_id)
    return [
        StoredIssue(
            document_id=row.document_id,
            origin=row.origin,
            seen_at=row.seen_at,
            issue=Issue(
                row.code,
                row.severity,
                row.maker,
                row.message,
                None if row.start is None else Span(row.start, row.end),
            ),
        )
        for row in connection.execute(wanted)
    ]


def read_claim_as_made(connection: Connection, claim_id: str) -> tuple[str, Claim]:
    """The document's id and the claim as it was read, before any ruling.

    Raises:
        NotFoundError: the store has no such claim.
    """
    of = select(schema.claims.c.document_id).where(schema.claims.c.id == claim_id)
    document_id = connection.scalar(of)
    if document_id is None:
        raise NotFoundError(f"no claim has the id {claim_id!r}")
    sheet = read_sheet(connection, document_id)
    claims = with_added(sheet.claims or (), added_claims(connection, sheet))
    return document_id, next(claim for claim in claims if claim.id == claim_id)
