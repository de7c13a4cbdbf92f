"""A store as the library gives it: ask with the filters of the tables, add texts, sheets and files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from itertools import islice
from os import PathLike, fspath
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple

from msgspec.structs import asdict, replace
from sqlalchemy import Connection

from counterclaim.core import incidents, types
from counterclaim.core.errors import DataError
from counterclaim.core.incidents import FiledClaim
from counterclaim.core.issues import Issue
from counterclaim.core.wording import claim_words, speaker_words
from counterclaim.export.values import claim_cells
from counterclaim.inputs.inputs import read_inputs
from counterclaim.inputs.published import parse_published
from counterclaim.inputs.readings import Reading
from counterclaim.library.incidents import Incident, as_results, with_claims
from counterclaim.library.reading import Sheet, document_of, shown
from counterclaim.library.results import Results
from counterclaim.run.local import link_store, read_each
from counterclaim.store import DocumentRow, FoundPassage, Store, find, linked
from counterclaim.store.chunks import in_chunks
from counterclaim.store.nearby import read_claims_of
from counterclaim.store.select.read import select_all
from counterclaim.store.select.selection import parse_selection

Asked = str | int | float | date | list[str] | tuple[str, ...] | None


class Added(NamedTuple):
    """What became of one input. `outcome` is added, reread, unchanged, refused or remark; `issues` say why."""

    origin: str
    outcome: str
    document_id: str | None
    issues: tuple[Issue, ...]


class OpenedStore:
    """A store, opened for reading; only the methods called `add…` open it for writing, and make it if need be.

    Any method raises `StoreError`, naming the file and a next step, where the disk or another program stands in
    the way, and `NotFoundError` where there is no store to read.
    """

    def __init__(self, path: str | PathLike[str]) -> None:
        self.path = Path(path)
        self._open: Store | None = None

    def __enter__(self) -> OpenedStore:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"open_store({str(self.path)!r})"

    def close(self) -> None:
        """Let go of the file. A method called later opens it again."""
        if self._open is not None:
            self._open.close()
            self._open = None

    def add(
        self,
        *told: str | bytes | types.Sheet,
        doc: str | None = None,
        outlet: str | None = None,
        published: str | None = None,
    ) -> Results[Added]:
        """Add texts, which are read for claims, or sheets, and link what they tell with what is there.

        Args:
            told: texts as for `counterclaim.read`, or sheets.
            doc: the name of the one text; without one, a name is made of its content.
            outlet: who publishes the texts.
            published: day of publication of the texts.

        Raises:
            DataError: a text cannot be read, or `doc` is given for several; nothing was added.
        """
        if doc is not None and len(told) != 1:
            raise DataError(f"doc={doc!r} names one text, and {len(told)} are given; add them one by one")
        ready: list[types.Sheet | Reading] = []
        for one in told:
            if isinstance(one, types.Sheet):
                ready.append(one)
            else:
                document, issues = document_of(one, doc=doc, outlet=outlet, published=published)
                ready.append(Reading(document, issues, document.origin))
        return self._add(ready)

    def add_files(
        self,
        *paths: str | PathLike[str],
        outlet: str | None = None,
        published: str | None = None,
        columns: Mapping[str, str] | None = None,
    ) -> Results[Added]:
        """Add everything in files, folders, globs, archives and tables, as `counterclaim read --store` does.

        What cannot be read is refused with its reason, and the rest is added.

        Raises:
            DataError: `published` is no date.
        """
        given = None if published is None else parse_published(published)
        names = [fspath(path) for path in paths]
        return self._add(read_inputs(names, outlet=outlet, published=given, columns=columns))

    def claims(self, *, limit: int | None = None, **filters: Asked) -> Results[FiledClaim]:
        """Claims as ruled, with the filters of the table of claims: `speaker="…"`, `figure_min__gte=10`.

        `q` searches the full text, `sort` orders by a column, largest first with "-" before it. Several values of
        one filter are a list; None asks for nothing. All names are in docs/reference/library.md.

        Raises:
            DataError: there is no such filter, or it cannot have this value.
        """
        with self._store.reading() as connection:
            rows = _select(connection, "claims", filters, limit, ("id", "incident"))
            filed = find.read_claims_by_id(connection, (str(row["id"]) for row in rows))
        codes = {str(row["id"]): row["incident"] for row in rows}

        def cells(one: FiledClaim) -> Mapping[str, Any]:
            code = codes.get(one.claim.id)
            return claim_cells(one, None if code is None else str(code))

        return Results(filed, cells, _said)

    def incidents(self, *, limit: int | None = None, **filters: Asked) -> Results[Incident]:
        """Incidents with their claims, with the filters of the table of incidents: `kind="air_strike"`.

        Raises:
            DataError: there is no such filter, or it cannot have this value.
        """
        with self._store.reading() as connection:
            codes = [str(row["code"]) for row in _select(connection, "incidents", filters, limit, ("code",))]
            found: dict[str, incidents.Incident] = {}
            filed: dict[str, list[FiledClaim]] = {}
            for chunk in in_chunks(codes):
                found |= {one.code: one for one in linked.read_incidents(connection, chunk)}
                filed |= read_claims_of(connection, chunk)
        return as_results(with_claims(found[code], filed[code]) for code in codes)

    def incident(self, code: str) -> Incident:
        """The incident with this code, or the one that swallowed it.

        Raises:
            NotFoundError: no incident has or had the code; the message names codes like it.
        """
        found = self._store.incident(code)
        return with_claims(found, self._store.claims_of(found))

    def documents(self) -> Results[DocumentRow]:
        """Every document, by name."""
        return Results(self._store.documents(), asdict, _listed)

    def sheet(self, document: str) -> Sheet:
        """The sheet of a document as it was read, before any ruling; by id or by a name that only it has.

        Raises:
            NotFoundError: no document is called so, or several are.
        """
        return shown(self._store.sheet(document))

    def speakers(self, *, limit: int | None = None, **filters: Asked) -> Results[dict[str, Any]]:
        """Who speaks: how many claims, figures, incidents, documents and outlets each has.

        Raises:
            DataError: there is no such filter, or it cannot have this value.
        """
        with self._store.reading() as connection:
            return Results(_select(connection, "speakers", filters, limit), lambda row: row)

    def search(self, words: str, limit: int = 50) -> Results[FoundPassage]:
        """Passages with every one of the words, best match first; accents and case do not count."""
        return Results(self._store.find_passages(words, limit), asdict, _found)

    @property
    def _store(self) -> Store:
        if self._open is None:
            self._open = Store.open(self.path, read_only=True)
        return self._open

    def _add(self, given: Iterable[types.Sheet | Reading]) -> Results[Added]:
        """Write all of it, then link once."""
        with Store.open(self.path) as store:
            told = [added for each in given for added in _write(store, each)]
            link_store(store)
        return Results(told, Added._asdict, _became)


def open_store(path: str | PathLike[str]) -> OpenedStore:
    """The store in a file, which need not be there before something is added.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder, open_store(f"{folder}/my.db") as store:
    ...     _ = store.add("Rebels said an air strike near Aleppo on 3 May 2016 killed 14 soldiers.", outlet="Post")
    ...     [claim] = store.claims(type="casualty", figure_min__gte=10)
    ...     [incident] = store.incidents(kind="air_strike")
    >>> claim.claim.quote, incident.title
    ('killed 14 soldiers', 'Air strike, near Aleppo, 3 May 2016')
    """
    return OpenedStore(path)


def _write(store: Store, given: types.Sheet | Reading) -> Iterable[Added]:
    if isinstance(given, Reading):
        for done in read_each([given], store=store):
            document_id = None if done.sheet is None else done.sheet.document.id
            yield Added(done.origin, done.outcome, document_id, done.issues)
    else:
        document = given.document
        yield Added(document.origin, store.write_sheet(given), document.id, given.issues)


def _select(
    connection: Connection,
    name: str,
    filters: Mapping[str, Asked],
    limit: int | None,
    columns: tuple[str, ...] | None = None,
) -> list[dict[str, Any]]:
    """The rows of a list that the filters ask for, with these columns or all."""
    asked = [
        (parameter, value.isoformat() if isinstance(value, date) else str(value))
        for parameter, given in filters.items()
        for value in (given if isinstance(given, list | tuple) else [given])
        if value is not None
    ]
    selection = parse_selection(name, asked)
    chosen = columns or tuple(column.name for column in selection.listing.columns)
    return list(islice(select_all(connection, replace(selection, columns=chosen)), limit))


def _said(one: FiledClaim) -> str:
    return f"{speaker_words(one.claim)}: {claim_words(one.claim)} “{one.claim.quote}” ({one.doc})"


def _became(one: Added) -> str:
    why = "; ".join(issue.message for issue in one.issues if issue.severity != "info")
    return f"{one.outcome} {one.origin}{f': {why}' if why else ''}"


def _listed(one: DocumentRow) -> str:
    return f"{one.doc}: {one.claims:,} claims ({one.outlet or 'no outlet'}, {one.published or 'no date'})"


def _found(one: FoundPassage) -> str:
    return f"“{one.text}” ({one.doc})"
