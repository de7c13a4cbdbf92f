"""A coder's table of claims into a store: each claim stands in the words of a document, and in the audit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace
from sqlalchemy import Connection, select

from counterclaim.claims.locations import place_claims
from counterclaim.core.claims import Claim, claim_type
from counterclaim.core.errors import DataError
from counterclaim.core.incidents import FiledClaim
from counterclaim.core.types import Document, Sheet
from counterclaim.dates.grammar import read_time
from counterclaim.export.values import claim_cells
from counterclaim.imports.claim_cells import LAYOUT, claim_of, differing, unguarded
from counterclaim.imports.into_store import BATCH
from counterclaim.imports.layouts import Layout, map_headings
from counterclaim.imports.outcomes import Outcome, RowOutcome
from counterclaim.imports.quotes import find_quote
from counterclaim.imports.tables import Row, read_table
from counterclaim.imports.values import whole
from counterclaim.inputs.columns import read_row
from counterclaim.inputs.given import Given
from counterclaim.inputs.limits import Limits
from counterclaim.store import Store, find, reviews, schema, write
from counterclaim.store.choices import Choice, stand_at
from counterclaim.store.claim_rows import decode_claim
from counterclaim.store.reviews import Signed

Annotate = Callable[[Document], Sheet]
_ALTERED = "the document has other blanks or quotation marks; the words are kept as they stand there"


class _Held(NamedTuple):
    """A claim that the store has, as ruled."""

    claim: Claim
    decision: str | None


def import_claims(
    path: Path,
    store: Store,
    who: str,
    annotate: Annotate,
    *,
    limits: Limits,
    others: tuple[Layout, ...] = (),
    check: bool = False,
) -> Iterator[RowOutcome]:
    """One outcome for each row, after it was written; then one for each claim of this person that the table lacks.

    A row is a claim of the store by its `claim_id`, by saying the same of the same words, or by being the only claim of this
    person of its type in these words; what it says otherwise becomes a person's fix, an empty cell being one only for a claim
    named by its id or made by this person. Any other row is added. Both stand in
    the audit, can be undone at the review desk, and survive a new reading of the document.

    Args:
        path: the table.
        store: open for writing, unless `check`.
        who: the coder; the claims' maker is "person:WHO".
        annotate: reads a document that the table brings, up to its claims.
        limits: caps on what is read.
        others: further layouts, to name the right one where this one does not fit.
        check: compare and write nothing.

    Raises:
        DataError: the file is no such table.
    """
    importing = _Importing(path, who, annotate, limits, others, check=check)
    with store.reading() as connection:
        table = schema.documents.c
        for document_id, doc in connection.execute(select(table.id, table.doc)):
            importing.names[doc].append(document_id)
    batch: list[Row] = []
    for row in read_table(path, limits):
        batch.append(row)
        if len(batch) >= BATCH:
            yield from _taken(importing, store, batch, check=check)
            batch.clear()
    yield from _taken(importing, store, batch, check=check)
    with store.reading() as connection:
        yield from importing.absent(connection)


def _taken(importing: _Importing, store: Store, batch: list[Row], *, check: bool) -> list[RowOutcome]:
    with store.reading() if check else store.writing() as connection:
        return [importing.take(connection, row) for row in batch]


class _Importing:
    """What one import knows of the documents and claims met so far."""

    def __init__(
        self,
        path: Path,
        who: str,
        annotate: Annotate,
        limits: Limits,
        others: tuple[Layout, ...],
        *,
        check: bool,
    ) -> None:
        self.names: dict[str, list[str]] = defaultdict(list)  # ids of documents by name
        self._path = path
        self._who = who
        self._annotate = annotate
        self._limits = limits
        self._others = others
        self._check = check
        self._brought: dict[str, Sheet] = {}  # documents of the table that the store has not
        self._met: dict[str, int] = {}  # rows by the claims that they are
        self._touched: set[str] = set()  # documents

    def take(self, connection: Connection, row: Row) -> RowOutcome:
        if row.trouble is not None:
            return RowOutcome(row=row.number, id="", outcome="refused", why=row.trouble)
        columns = map_headings(list(row.cells), LAYOUT, self._others)
        cells = {column: unguarded(row.cells[heading]) for column, heading in columns.items()}
        remarks = [row.remark] if row.remark else []
        try:
            claim_id, outcome = self._take(connection, row.number, cells, remarks)
        except DataError as error:
            return RowOutcome(row=row.number, id=cells.get("claim_id", "").strip(), outcome="refused", why=str(error))  # fmt: skip
        return RowOutcome(row=row.number, id=claim_id, outcome=outcome, issues=tuple(remarks))

    def _take(
        self, connection: Connection, number: int, cells: Mapping[str, str], remarks: list[str]
    ) -> tuple[str, Outcome]:
        stated = claim_of(cells)
        sheet = self._document(connection, number, cells)
        found = find_quote(
            sheet.document.text,
            cells.get("quote", "").strip("\r\n"),
            start=whole(cells.get("start", "")),
            sentence=cells.get("sentence", "").strip() or None,
        )
        if found.altered:
            remarks.append(_ALTERED)
        held = _held(connection, sheet.document.id)
        label = cells.get("incident", "").strip()
        beside = _beside(connection, sheet, label)
        stated = replace(stated, incident=f"{sheet.document.id}.{label}" if label else None)
        mine = stand_at(sheet, stated, (found.span.start, found.span.end), self._who, beside)
        mine = _whole_claim(sheet, mine)
        known = self._known(cells, mine, held)
        self._meet(known.claim.id if known else mine.id, number)
        self._touched.add(sheet.document.id)
        if known is None:
            self._add(connection, sheet, mine, beside, number)
            return mine.id, "added"
        return known.claim.id, self._renew(connection, sheet, cells, known, mine, number)

    def _document(self, connection: Connection, number: int, cells: Mapping[str, str]) -> Sheet:
        """The sheet that the row is about: named by id or name, or brought along as text."""
        name = cells.get("doc", "").strip()
        wanted = cells.get("document_id", "").strip()
        if cells.get("text", "").strip():
            return self._brought_along(connection, number, cells)
        ids = [wanted] if wanted else self.names.get(name, [])
        if len(ids) > 1:
            raise DataError(f"{len(ids)} documents are called {name!r}; fill in document_id")
        if not ids:
            raise DataError(f"document {name!r} is not in the store; read it first, or give its text in a column text")  # fmt: skip
        if ids[0] in self._brought:
            return self._brought[ids[0]]
        return find.read_sheet(connection, ids[0])

    def _brought_along(self, connection: Connection, number: int, cells: Mapping[str, str]) -> Sheet:
        columns = {column: column for column in ("doc", "title", "outlet", "published", "text")}
        origin = f"{self._path}#{number}"
        text = cells["text"]
        reading = read_row(
            cells,
            columns,
            text.encode("utf-8", "surrogatepass"),
            origin=origin,
            doc=f"{self._path.stem}#{number}",
            given=Given(limits=self._limits),
        )
        document = reading.document
        if document is None:
            raise DataError(f"text: {reading.issues[0].message}")
        if document.id in self._brought:
            return self._brought[document.id]
        if connection.scalar(select(schema.documents.c.id).where(schema.documents.c.id == document.id)):
            return find.read_sheet(connection, document.id)
        sheet = self._annotate(document)
        self._brought[document.id] = replace(sheet, claims=(), issues=(*reading.issues, *sheet.issues))
        self.names[document.doc].append(document.id)
        return self._brought[document.id]

    def _known(self, cells: Mapping[str, str], mine: Claim, held: Mapping[str, _Held]) -> _Held | None:
        """The claim of the store that the row is."""
        wanted = cells.get("claim_id", "").strip()
        if wanted in held:
            known = held[wanted]
            if claim_type(known.claim) != claim_type(mine):
                raise DataError(f"type: claim {wanted} is of type {claim_type(known.claim)}; empty claim_id to add another")  # fmt: skip
            if (known.claim.start, known.claim.end) != (mine.start, mine.end):
                raise DataError(f"quote: claim {wanted} stands in other words; move it at the review desk, or empty claim_id to add another")  # fmt: skip
        elif mine.id in held:
            known = held[mine.id]
        else:
            alike = [
                one
                for one in held.values()
                if one.claim.maker == mine.maker
                and one.claim.id not in self._met
                and (one.claim.start, one.claim.end) == (mine.start, mine.end)
                and claim_type(one.claim) == claim_type(mine)
            ]
            if len(alike) != 1:
                return None
            known = alike[0]
        if known.decision == "reject":
            raise DataError(f"claim {known.claim.id} was rejected; take that back at the review desk first")
        return known

    def _meet(self, claim_id: str, number: int) -> None:
        if claim_id in self._met:
            raise DataError(f"says the same of the same words as row {self._met[claim_id]}")
        self._met[claim_id] = number

    def _add(
        self, connection: Connection, sheet: Sheet, claim: Claim, beside: str | None, number: int
    ) -> None:
        if self._check:
            return
        if sheet.document.id in self._brought:
            write.write_sheets(connection, [self._brought[sheet.document.id]])
        signed = Signed(self._who, why=self._why(number))
        reviews.add_claim(connection, sheet, claim, beside, signed)

    def _renew(
        self,
        connection: Connection,
        sheet: Sheet,
        cells: Mapping[str, str],
        known: _Held,
        mine: Claim,
        number: int,
    ) -> Outcome:
        mine_already = bool(cells.get("claim_id", "").strip()) or known.claim.maker == mine.maker
        exported = claim_cells(_filed(sheet, known.claim), None)
        fields = differing(cells, exported, mine, empties=mine_already)
        if not fields:
            return "unchanged"
        choice = Choice(action="fix", fields=fields, why=self._why(number))
        if not self._check:
            reviews.decide(connection, known.claim.id, choice, Signed(self._who), link=False)
        return "updated"

    def _why(self, number: int) -> str:
        return f"imported from {self._path.name}, row {number}"

    def absent(self, connection: Connection) -> Iterator[RowOutcome]:
        """Claims of this person in the table's documents that the table has not; they stay in the store."""
        for document_id in sorted(self._touched):
            for known in _held(connection, document_id).values():
                missing = known.claim.maker == f"person:{self._who}" and known.claim.id not in self._met
                if missing and known.decision != "reject":
                    why = "is in the store and not in the file; it stays"
                    yield RowOutcome(row=None, id=known.claim.id, outcome="absent", why=why)


def _held(connection: Connection, document_id: str) -> dict[str, _Held]:
    table = schema.claims.c
    rows = connection.execute(
        select(table.id, table.body, table.decision)
        .where(table.document_id == document_id)
        .order_by(table.start, table.id)
    )
    return {row.id: _Held(decode_claim(row.body), row.decision) for row in rows}


def _beside(connection: Connection, sheet: Sheet, code: str) -> str | None:
    """The first claim of the document that stands in the incident with this code."""
    member = schema.incident_claims.c
    of_incident = set(connection.scalars(select(member.claim_id).where(member.code == code)))
    return next((claim.id for claim in sheet.claims or () if claim.id in of_incident), None)


def _whole_claim(sheet: Sheet, claim: Claim) -> Claim:
    """The claim with what its words of time and place mean, where the row does not say."""
    date = getattr(claim, "date", None)
    if claim.when is not None:
        claim = replace(claim, when_basis="as a coder states it")
    elif date:
        articles = sheet.articles or ()
        published = articles[claim.article].published if claim.article < len(articles) else None
        read = read_time(date, published)
        claim = replace(claim, when=read.edtf, when_basis=read.basis)
    if claim.where is None:
        (claim,) = place_claims(replace(sheet, claims=(claim,))).claims or (claim,)
    return claim


def _filed(sheet: Sheet, claim: Claim) -> FiledClaim:
    document = sheet.document
    return FiledClaim(
        document_id=document.id,
        doc=document.doc,
        outlet=document.outlet,
        published=document.published,
        sentence="",
        claim=claim,
    )
