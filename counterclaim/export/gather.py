"""One moment of the store, as all exports read it: incidents with claims, place, days and documents."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from sqlalchemy import Connection, select

from counterclaim.core.edtf import date_precision, day_bounds
from counterclaim.core.errors import DataError
from counterclaim.core.ids import hash_fields
from counterclaim.core.incidents import FiledClaim, Incident
from counterclaim.core.located import Located
from counterclaim.export.countries import Country, country_of
from counterclaim.export.filters import Filters
from counterclaim.incidents.kinds import Kind, kinds_of
from counterclaim.incidents.placing import where_of
from counterclaim.store import DocumentRow, Store, find, linked, schema

# Hex digits of the number of an incident: 48 bits fit every program's numbers, and two of 100,000 incidents get
# the same one once in 56,000 stores.
NUMBER_DIGITS = 12
_NO_EVENTS: frozenset[Kind] = frozenset(("agreement", "displacement"))
MOST_EXACT = 3  # UCDP's where_prec up to which a point is a place and not the middle of a province


class Gathered(NamedTuple):
    """An incident with its claims, by place in the text."""

    incident: Incident
    filed: tuple[FiledClaim, ...]
    where: Located | None
    country: Country | None
    days: tuple[date, date] | None  # first and last, both included; None where no year or no end is told
    date_prec: int | None  # UCDP's

    @property
    def number(self) -> int:
        """A whole number for layouts that want one, from the code alone.

        >>> gathered(Incident(code="CC-2JKS7Z", title=""), ()).number
        207761020577121
        """
        return int(hash_fields([self.incident.code])[:NUMBER_DIGITS], 16)

    @property
    def kind(self) -> str | None:
        """The incident's kind; of those that are no event, agreement and displacement are told apart here."""
        if self.incident.kind != "other":
            return self.incident.kind
        told = Counter(kind for one in self.filed for kind in kinds_of(one.claim, one.sentence) & _NO_EVENTS)
        return max(sorted(told), key=lambda kind: told[kind], default="other")

    @property
    def point(self) -> Located | None:
        """Where it may be drawn; None for provinces and all that is less exact."""
        return self.where if self.where is not None and self.where.precision <= MOST_EXACT else None

    @property
    def documents(self) -> tuple[str, ...]:
        """Ids of the documents that tell of it, in their order."""
        return tuple(dict.fromkeys(one.document_id for one in self.filed))


class Record(NamedTuple):
    """All that is exported, by code and by document and position."""

    incidents: tuple[Gathered, ...]
    claims: tuple[FiledClaim, ...]  # of these incidents; without filters also those of none
    documents: dict[str, DocumentRow]
    accepted: frozenset[str]  # ids of claims that a person accepted
    texts: dict[str, str]  # of documents with claims, where asked for
    stages: tuple[str, ...]  # versioned, of all documents
    filters: Filters

    def incident_of(self) -> dict[str, str]:
        """Codes of incidents by claim id."""
        return {one.claim.id: each.incident.code for each in self.incidents for one in each.filed}


def gather(store: Store, filters: Filters | None = None, *, with_texts: bool = False) -> Record:
    """Read the store in one transaction; texts take much memory and are read only `with_texts`."""
    wanted = filters or Filters()
    with store.reading() as connection:
        claims = find.read_claims(connection)
        incidents = linked.read_incidents(connection)
        documents = {row.id: row for row in find.read_documents(connection)}
        accepted = _accepted(connection)
        stages = _stages(connection)
        texts = _texts(connection) if with_texts else {}
    by_id = {one.claim.id: one for one in claims}
    all_gathered = (
        gathered(one, [by_id[claim] for claim in one.claims if claim in by_id]) for one in incidents
    )
    chosen = sorted(
        (one for one in all_gathered if one.filed and wanted.lets(one)), key=lambda one: one.incident.code
    )
    if wanted != Filters():
        kept = {one.claim.id for each in chosen for one in each.filed}
        claims = [one for one in claims if one.claim.id in kept]
    return Record(tuple(chosen), tuple(claims), documents, accepted, texts, stages, wanted)


def gathered(incident: Incident, filed: Iterable[FiledClaim]) -> Gathered:
    """The incident with what its claims tell of place and time."""
    ordered = tuple(sorted(filed, key=lambda one: (one.doc, one.document_id, one.claim.start, one.claim.id)))
    where = where_of(incident, ordered)
    try:
        first, last = day_bounds(incident.when) if incident.when else (None, None)
        precision = date_precision(incident.when)
    except DataError:  # a day that nobody can read is in no span of days
        first = last = precision = None
    return Gathered(
        incident=incident,
        filed=ordered,
        where=where,
        country=country_of(where.country) if where is not None else None,
        days=(first, last) if first is not None and last is not None else None,
        date_prec=precision,
    )


def originators(filed: Iterable[FiledClaim]) -> tuple[str, ...]:
    """Whose words the claims are: speakers; where nobody is named, the outlet or the document itself."""
    return tuple(
        dict.fromkeys(name for one in filed for name in one.claim.speakers or (one.outlet or one.doc,))
    )


def _accepted(connection: Connection) -> frozenset[str]:
    table = schema.claims.c
    return frozenset(connection.scalars(select(table.id).where(table.decision == "accept")))


def _stages(connection: Connection) -> tuple[str, ...]:
    lists = connection.scalars(select(schema.documents.c.stages).distinct())
    return tuple(sorted({stage for each in lists for stage in json.loads(each)}))


def _texts(connection: Connection) -> dict[str, str]:
    document, claim = schema.documents.c, schema.claims.c
    rows = connection.execute(
        select(document.id, document.text).where(document.id.in_(select(claim.document_id).distinct()))
    )
    return {row.id: row.text for row in rows}
