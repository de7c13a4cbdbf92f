"""Rows of a list into a store: what is new is added, what changed is updated, and nothing comes twice."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import select

from counterclaim.core.issues import Issue
from counterclaim.core.types import Sheet
from counterclaim.imports.layouts import Layout, map_headings
from counterclaim.imports.lists import List, Publisher, RowCells, RowRefusedError
from counterclaim.imports.outcomes import Outcome, RowOutcome
from counterclaim.imports.tables import Row, read_table
from counterclaim.inputs.limits import Limits
from counterclaim.store import Store, schema
from counterclaim.store.sheet_rows import encode_stages
from counterclaim.store.write import Written

BATCH = 500  # rows written in one transaction; from 100 to 2,000 it makes no difference
_OUTCOMES: dict[Written, Outcome] = {"added": "added", "reread": "updated", "unchanged": "unchanged"}


class _Read(NamedTuple):
    row: Row
    sheet: Sheet


def import_list(
    path: Path,
    what: List,
    store: Store | None,
    *,
    limits: Limits,
    others: tuple[Layout, ...] = (),
    publisher: str | None = None,
    published: str | None = None,
    check: bool = False,
    part: bool = False,
) -> Iterator[RowOutcome]:
    """One outcome for each row, batch by batch, after it was written.

    Args:
        path: the table.
        what: whose list it is.
        store: to write to; None to look at the file alone.
        limits: caps on what is read.
        others: further layouts, to name the right one where this one does not fit.
        publisher: whose list it is, where it is laid out like another's.
        published: EDTF of the day on which the list came out, for rows that do not say.
        check: compare with the store and write nothing.
        part: the file is not the whole list, so that nothing is missed in it.

    Raises:
        DataError: the file is no such table; rows before a fault that ends it are written.
    """
    whose = Publisher(publisher) if publisher else what.publisher
    batch: list[_Read | RowOutcome] = []
    seen: dict[str, int] = {}  # by document id, the row
    for row in read_table(path, limits):
        read = _read(row, what, others, whose, published)
        if isinstance(read, _Read):
            first = seen.setdefault(read.sheet.document.id, row.number)
            if first != row.number:
                why = f"has the number of row {first}; one of the two is meant otherwise"
                read = RowOutcome(row=row.number, id=_own(read.sheet), outcome="refused", why=why)
        batch.append(read)
        if len(batch) >= BATCH:
            yield from _written(batch, path, what, store, check=check)
            batch.clear()
    yield from _written(batch, path, what, store, check=check)
    if store is not None and not part:
        yield from _absent(store, what, whose, seen)


def _read(
    row: Row, what: List, others: tuple[Layout, ...], whose: Publisher, published: str | None
) -> _Read | RowOutcome:
    if row.trouble is not None:
        return RowOutcome(row=row.number, id="", outcome="refused", why=row.trouble)
    columns = map_headings(list(row.cells), what.layout, others)
    cells = RowCells({column: row.cells[heading] for column, heading in columns.items()}, what.blocks, what.stage)  # fmt: skip
    if row.remark is not None:
        cells.note("input.encoding", "warning", row.remark)
    try:
        return _Read(row, what.read(cells, whose, published))
    except RowRefusedError as error:
        return RowOutcome(row=row.number, id=cells.words(what.layout.required[0]) or "", outcome="refused", why=str(error))  # fmt: skip


def _written(
    batch: list[_Read | RowOutcome], path: Path, what: List, store: Store | None, *, check: bool
) -> Iterator[RowOutcome]:
    """What became of the rows of a batch, in their order."""
    sheets = [read.sheet for read in batch if isinstance(read, _Read)]
    done: list[Written] = ["added"] * len(sheets)
    if store is not None and sheets:
        done = store.compare_sheets(sheets) if check else store.write_sheets(sheets)
    refused = [(f"{path}#{read.row}", read.why) for read in batch if isinstance(read, RowOutcome)]
    if store is not None and refused and not check:
        store.write_issues(
            (origin, Issue("import.refused", "error", what.stage, f"{origin}: {why}"))
            for origin, why in refused
        )
    written = iter(done)
    for read in batch:
        if isinstance(read, RowOutcome):
            yield read
            continue
        issues = tuple(issue.message for issue in read.sheet.issues)
        outcome = _OUTCOMES[next(written)]
        yield RowOutcome(row=read.row.number, id=_own(read.sheet), outcome=outcome, issues=issues)


def _own(sheet: Sheet) -> str:
    """The list's own number of the row."""
    return sheet.document.origin.partition("#")[2]


def _absent(store: Store, what: List, whose: Publisher, seen: dict[str, int]) -> Iterator[RowOutcome]:
    """Rows of the list that the store has and the file has not; they stay in the store."""
    table = schema.documents.c
    mine = select(table.id, table.origin).where(
        table.stages == encode_stages((what.stage,)), table.outlet == whose.name
    )
    with store.reading() as connection:
        found = connection.execute(mine.order_by(table.origin)).all()
    for known in found:
        if known.id not in seen:
            yield RowOutcome(
                row=None,
                id=known.origin.partition("#")[2],
                outcome="absent",
                why="is in the store and not in the file; it stays",
            )
