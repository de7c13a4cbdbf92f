"""The store: one SQLite file that keeps what was read, by whom it was said, and what people ruled."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import get_args

from sqlalchemy import Connection, Engine, func, select

from counterclaim.core.errors import DataError, StoreError
from counterclaim.core.incidents import FiledClaim, Incident
from counterclaim.core.issues import Issue
from counterclaim.core.types import Sheet
from counterclaim.incidents.profiles import DEFAULT_PROFILE
from counterclaim.store import effects, find, link_rulings, linked, linking, reviews, schema, search, write
from counterclaim.store.audit import Entry, entries_on, entry_of_ruling, read_entries
from counterclaim.store.choices import Choice
from counterclaim.store.connect import find_state, make_engine, require_readable
from counterclaim.store.failures import explained
from counterclaim.store.lens import Sight
from counterclaim.store.link_rulings import LinkDecision
from counterclaim.store.published import publish_changed
from counterclaim.store.reviews import Signed
from counterclaim.store.rows import DocumentRow, FoundPassage, LinkRuling, StoredIssue
from counterclaim.store.rulings import Decision
from counterclaim.store.sight import look_through
from counterclaim.store.write import Written
from counterclaim.store.write_incidents import write_incidents


class Store:
    """An open store. Each method is one transaction; threads may share a store.

    Any method raises `StoreError`, naming the path and a next step, where the disk or another
    program stands in the way.
    """

    def __init__(self, path: Path, engine: Engine, *, read_only: bool, sight: Sight = "all") -> None:
        self.path = path
        self.read_only = read_only
        self.sight = sight
        self._engine = engine

    @classmethod
    def open(cls, path: str | Path, *, read_only: bool = False, sight: Sight = "all") -> Store:
        """Open the store at `path`; a writer makes it where there is none and migrates an old one.

        A reader may see less than all: "masked" withholds names, "published" shows what a person accepted only.

        Raises:
            NotFoundError: there is no store there to read.
            StoreError: the file is not a store, comes from a newer program, or cannot be opened.
        """
        path = Path(path)
        with explained(path):
            if read_only:
                require_readable(path)
                prepare = partial(look_through, sight=sight)
                engine = make_engine(path, read_only=True, prepare=prepare)
                return cls(path, engine, read_only=True, sight=sight)
            state = find_state(path)
            engine = make_engine(path, read_only=False)
            if state != "current":
                from counterclaim.store.migrate import migrate  # Alembic takes a while to import

                migrate(engine)
            store = cls(path, engine, read_only=False)
            if state == "old":
                with store.writing():
                    pass  # publishes what was accepted before
            return store

    def close(self) -> None:
        """Let go of the file. The last one to close it folds the write-ahead log in."""
        self._engine.dispose()

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that sees one moment of the store."""
        with explained(self.path), self._engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that holds the write lock from its beginning. At its end the public sees what it changed.

        Raises:
            StoreError: the store is open for reading only.
        """
        if self.read_only:
            raise StoreError(f"{self.path} is open for reading only; open it for writing to change it")
        with (
            explained(self.path),
            self._engine.connect().execution_options(writing=True) as connection,
            connection.begin(),
        ):
            yield connection
            publish_changed(connection)

    def write_sheet(self, sheet: Sheet) -> Written:
        """Add the document, or replace all that was read out of it where the sheet differs.

        The same sheet again changes no row. Rulings stay and are applied to the new claims. A document
        met under several names or origins keeps the first of them by alphabet.

        Raises:
            DataError: the sheet cannot be kept, because a claim has no id or a text is no Unicode.
        """
        with self.writing() as connection:
            return write.write_sheets(connection, [sheet])[0]

    def write_sheets(self, sheets: Sequence[Sheet]) -> list[Written]:
        """`write_sheet` for each, in one transaction: all are kept, or none."""
        with self.writing() as connection:
            return write.write_sheets(connection, sheets)

    def compare_sheets(self, sheets: Sequence[Sheet]) -> list[Written]:
        """What `write_sheets` would do; nothing is written."""
        with self.reading() as connection:
            return write.compare_sheets(connection, sheets)

    def has(
        self, document_id: str, stages: tuple[str, ...], published: str | None, outlet: str | None
    ) -> bool:
        """Whether the document was read by just these stages under just this metadata."""
        with self.reading() as connection:
            return find.has_document(connection, document_id, stages, published, outlet)

    def write_issue(self, origin: str, issue: Issue) -> None:
        """Keep an issue of an input that became no document; the same again adds no row."""
        self.write_issues([(origin, issue)])

    def write_issues(self, told: Iterable[tuple[str, Issue]]) -> None:
        """`write_issue` for each origin and issue, in one transaction."""
        with self.writing() as connection:
            write.write_issues(connection, told)

    def write_incidents(self, incidents: Sequence[Incident]) -> tuple[Incident, ...]:
        """Replace all incidents. They come back in the same order with their lasting codes.

        An incident takes the code of the old incident with which it shares most claims; the codes of
        others that went into it become its `previous_codes`.

        Raises:
            StoreError: an incident or relation names a claim that is not in the store.
        """
        with self.writing() as connection:
            return write_incidents(connection, incidents)

    def link(self, most: int = 500) -> int:
        """Link up to `most` documents whose claims changed since they were linked; how many these were.

        Only what they can touch is looked at, and the incidents are those that linking everything at once
        would give. They keep their codes as in `write_incidents`.
        """
        with self.writing() as connection:
            return linking.link_documents(connection, most)

    def weigh(self, profile: str = DEFAULT_PROFILE, most: int = 500) -> int:
        """Find out how far the claims of up to `most` incidents move the profile's ranges; how many these were.

        The review desk goes by it. Incidents that did not change since are not looked at again.
        """
        with self.writing() as connection:
            return effects.weigh(connection, profile, most)

    def incidents_told(self) -> list[tuple[Incident, list[FiledClaim]]]:
        """Every incident with its claims as ruled, rejected ones left out."""
        with self.reading() as connection:
            filed = {one.claim.id: one for one in find.read_claims(connection)}
            found = linked.read_incidents(connection)
        return [(one, [filed[claim] for claim in one.claims if claim in filed]) for one in found]

    def count_incidents(self) -> int:
        """How many incidents there are."""
        with self.reading() as connection:
            return connection.scalar(select(func.count()).select_from(schema.incidents)) or 0

    def documents(self) -> list[DocumentRow]:
        """Every document, by name."""
        with self.reading() as connection:
            return find.read_documents(connection)

    def sheet(self, document_id: str) -> Sheet:
        """The sheet of a document as it was written, by id or by a `doc` name that only it has.

        Raises:
            NotFoundError: no document is called so, or several are.
        """
        with self.reading() as connection:
            return find.read_sheet(connection, document_id)

    def claims(self) -> list[FiledClaim]:
        """Every claim as ruled, rejected ones left out, by document and position."""
        with self.reading() as connection:
            return find.read_claims(connection)

    def incidents(self) -> list[Incident]:
        """Every incident, in the order in which they were written."""
        with self.reading() as connection:
            return linked.read_incidents(connection)

    def incident(self, code: str) -> Incident:
        """The incident with this code, or the one that swallowed it.

        Raises:
            NotFoundError: no incident has or had the code; the message names codes like it.
        """
        with self.reading() as connection:
            return linked.read_incident(connection, code)

    def claims_of(self, incident: Incident) -> list[FiledClaim]:
        """The incident's claims as ruled and in its order, rejected ones left out."""
        with self.reading() as connection:
            return find.read_claims_by_id(connection, incident.claims)

    def claims_in(self, document_id: str) -> list[FiledClaim]:
        """The document's claims as ruled, by position; rejected ones left out."""
        with self.reading() as connection:
            return find.read_claims_in(connection, document_id)

    def find_passages(self, words: str, limit: int = 50) -> list[FoundPassage]:
        """Passages with every one of the words, best match first; accents and case do not count.

        Any text is a valid search; one without letters or digits finds nothing.
        """
        with self.reading() as connection:
            return search.find_passages(connection, words, limit)

    def issues(self) -> list[StoredIssue]:
        """Every issue, of documents and of inputs that became none, by origin and place."""
        with self.reading() as connection:
            return find.read_issues(connection)

    def rule(
        self,
        claim_id: str,
        decision: Decision,
        *,
        who: str,
        why: str,
        field: str | None = None,
        value: object = None,
    ) -> None:
        """Add a person's ruling on a claim; a later one on the same matter counts instead of it.

        `fix` sets `field` to `value` (None empties it); `accept` and `reject` take neither.

        Raises:
            NotFoundError: the store has no such claim.
            DataError: the claim has no such field, or it may not hold the value.
        """
        if decision not in get_args(Decision):
            raise DataError(f"a ruling is to accept, reject or fix, not to {decision!r}")
        if (decision == "fix") != (field is not None):
            raise DataError(f"a fix names a field and other rulings none, not {decision!r} with {field!r}")
        fields = {} if field is None else {field: value}
        choice = Choice(action=decision, fields=fields, why=why, accepting=False)
        with self.writing() as connection:
            reviews.decide(connection, claim_id, choice, Signed(who), link=False)

    def rule_same(self, claim_ids: Sequence[str], *, who: str, why: str) -> int:
        """Rule that these claims are of one happening, whatever the linking says; the ruling's number.

        It counts from the next `link` on, and as long as no later ruling says otherwise.

        Raises:
            NotFoundError: the store has no such claim.
            DataError: fewer than two claims.
        """
        if len(set(claim_ids)) < 2:
            raise DataError("a ruling that claims are of one happening names two claims at least")
        return self._rule_link("same", claim_ids, (), None, Signed(who, why=why))

    def rule_different(self, claim_ids: Sequence[str], others: Sequence[str], *, who: str, why: str) -> int:
        """Rule that none of these claims is of one happening with any of the others; the ruling's number.

        Raises:
            NotFoundError: the store has no such claim.
            DataError: no claims on one side, or one claim on both.
        """
        if not claim_ids or not others or set(claim_ids) & set(others):
            raise DataError(
                "a ruling that claims are of different happenings names other claims on either side"
            )
        return self._rule_link("different", claim_ids, others, None, Signed(who, why=why))

    def undo_link_ruling(self, number: int, *, who: str, why: str) -> int:
        """Let a ruling on links no longer count; the number of the ruling that says so.

        Raises:
            NotFoundError: there is no such ruling.
            DataError: it no longer counts.
        """
        with self.reading() as connection:
            ruling = link_rulings.ruling_to_undo(connection, number)
        return self._rule_link("undo", ruling.claims, ruling.others, number, Signed(who, why=why))

    def link_rulings(self) -> list[LinkRuling]:
        """Every ruling on links, oldest first."""
        with self.reading() as connection:
            return link_rulings.read_link_rulings(connection)

    def _rule_link(
        self,
        decision: LinkDecision,
        claims: Sequence[str],
        others: Sequence[str],
        undoes: int | None,
        signed: Signed,
    ) -> int:
        with self.writing() as connection:
            undone = None if undoes is None else entry_of_ruling(connection, "link_rulings", undoes)
            return reviews.rule_link(
                connection, decision, claims, others, signed, link=False, undoes=undoes, entry=undone
            )[0]

    def audit(self, claims: Sequence[str] | None = None) -> list[Entry]:
        """Every decision of a person, or those that touch one of these claims, newest first."""
        with self.reading() as connection:
            return read_entries(connection) if claims is None else entries_on(connection, claims)

    def check(self) -> list[str]:
        """What is wrong with the store, one line each; empty where it is sound."""
        from counterclaim.store.checks import find_faults  # used by hand only

        with self.reading() as connection:
            return find_faults(connection)
