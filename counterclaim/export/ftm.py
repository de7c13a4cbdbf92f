"""`ftm_statements.jsonl`: FollowTheMoney statements, version 4.11 of its model.

The model has no field for casualties, and the id of a statement knows its dataset but not its origin: two
speakers' "62" in one dataset would be one statement. So each claim is an entity of its own (a Note), a casualty
claim moreover in the dataset of its speaker, and the numbers themselves stand in `claims.csv` beside it.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from anyascii import anyascii

from counterclaim.core.claims import Casualty, claim_type
from counterclaim.core.ids import hash_fields
from counterclaim.core.incidents import FiledClaim
from counterclaim.core.wording import claim_words, speaker_words
from counterclaim.export.cells import Cell
from counterclaim.export.gather import Gathered, Record
from counterclaim.export.made import File, Made, encode
from counterclaim.export.tables import export_claims
from counterclaim.incidents.profiles import Settings
from counterclaim.lexicons.actors import actor_of
from counterclaim.store import DocumentRow

NAME = "ftm_statements.jsonl"
DATASET = "counterclaim"
_PROP_TYPES = {
    "name": "name",
    "title": "string",
    "country": "country",
    "location": "address",
    "startDate": "date",
    "endDate": "date",
    "publishedAt": "date",
    "summary": "text",
    "description": "text",
    "keywords": "string",
    "publisher": "string",
    "sourceUrl": "url",
    "entity": "entity",
    "proof": "entity",
    "involved": "entity",
    "id": "id",
}
_OF_A_STATE = ("military", "police", "government", "ministry", "official", "nation", "capital")


class Entity(NamedTuple):
    """An entity as its schema and values; `original` has a date's EDTF."""

    id: str
    schema: str
    dataset: str
    values: tuple[tuple[str, str], ...]
    original: str | None = None


def export_ftm(record: Record, profile: str, settings: Settings) -> Made:
    """Documents, speakers, incidents and claims, each statement once, sorted; and the numbers as a table."""
    entities = dict.fromkeys(_entities(record))
    lines = sorted({_line(statement) for entity in entities for statement in _statements(entity)})
    return Made((File(NAME, b"".join(lines)), *export_claims(record, profile, settings).files))


def _entities(record: Record) -> Iterator[Entity]:
    told = {one.document_id: one.published for one in record.claims}
    for document, published in told.items():
        yield _document(record.documents[document], published)
    for one in record.incidents:
        yield _event(one)
    codes = record.incident_of()
    for filed in record.claims:
        for speaker in filed.claim.speakers:
            yield _speaker(speaker)
        yield from _claim(filed, codes.get(filed.claim.id))


def _document(row: DocumentRow, published: str | None) -> Entity:
    values = [("name", row.title or row.doc), ("title", row.title or row.doc)]
    if row.outlet:
        values.append(("publisher", row.outlet))
    if published and published[:4].isdigit() and "/" not in published and "~" not in published:
        values.append(("publishedAt", published))
    if row.origin.startswith(("http://", "https://")):
        values.append(("sourceUrl", row.origin))
    return Entity(_document_id(row.id), "Article", DATASET, tuple(values), published)


def _speaker(name: str) -> Entity:
    actor = actor_of(name)
    schema = "LegalEntity"  # who speaks may be a body, a person or several people
    if actor is not None:
        schema = "Person" if actor.type == "person" else "Organization"
        schema = "PublicBody" if actor.type in _OF_A_STATE else schema
    values = [("name", name)]
    if actor is not None and actor.country:
        values.append(("country", actor.country.lower()))
    return Entity(_speaker_id(name), schema, DATASET, tuple(values))


def _event(one: Gathered) -> Entity:
    incident = one.incident
    values = [("name", f"{incident.code} {incident.title}"), ("summary", incident.basis)]
    if one.days is not None:
        values += [("startDate", one.days[0].isoformat()), ("endDate", one.days[1].isoformat())]
    if incident.place:
        values.append(("location", incident.place))
    if one.country is not None:
        values.append(("country", one.country.alpha2.lower()))
    speakers = dict.fromkeys(speaker for filed in one.filed for speaker in filed.claim.speakers)
    values += [("involved", _speaker_id(speaker)) for speaker in speakers]
    values += [("proof", _document_id(document)) for document in one.documents]
    return Entity(_incident_id(incident.code), "Event", DATASET, tuple(values), incident.when)


def _claim(filed: FiledClaim, code: str | None) -> Iterator[Entity]:
    """The claim as a Note; and which document holds it."""
    claim = filed.claim
    dataset = DATASET
    if isinstance(claim, Casualty):
        whose = claim.speakers[0] if claim.speakers else filed.outlet or filed.doc
        dataset = f"{DATASET}_{slug(whose)}"
    values = [
        ("name", f"{speaker_words(claim)}: {claim_words(claim)}"),
        ("description", claim.quote),
        ("summary", filed.sentence or claim.quote),
        ("keywords", claim_type(claim)),
        ("keywords", claim.modality),
        ("keywords", claim.polarity),
        ("proof", _document_id(filed.document_id)),
    ]
    values += [("entity", _speaker_id(speaker)) for speaker in claim.speakers]
    if code is not None:
        values.append(("entity", _incident_id(code)))
    yield Entity(f"cc-claim-{claim.id}", "Note", dataset, tuple(values))


def slug(name: str) -> str:
    """A name as part of a dataset's name.

    >>> slug("Syrian Observatory for Human Rights"), slug("Правда")
    ('syrian_observatory_for_human_rights', 'pravda')
    """
    plain = "".join(each if each.isalnum() else " " for each in anyascii(name).lower())
    return "_".join(plain.split()) or hash_fields([name])


def _statements(entity: Entity) -> Iterator[dict[str, Cell]]:
    for prop, value in (("id", entity.id), *entity.values):
        if not (value := _without_controls(value)):
            continue
        kind = _PROP_TYPES[prop]
        differs = kind == "date" and entity.original is not None and entity.original != value
        yield {
            "canonical_id": entity.id,
            "entity_id": entity.id,
            "prop": prop,
            "prop_type": kind,
            "schema": entity.schema,
            "value": value,
            "dataset": entity.dataset,
            "origin": "counterclaim",
            "original_value": entity.original if differs else None,
            "external": False,
            "id": _statement_id(entity.dataset, entity.id, prop, value),
        }


def _without_controls(value: str) -> str:
    """The value without control characters, which the library takes out when it reads one."""
    return "".join(letter for letter in value if letter in "\n\t" or unicodedata.category(letter) != "Cc")


def _line(statement: dict[str, Cell]) -> bytes:
    """The statement with canonical_id in front, so that lines of one entity sort together."""
    rest = encode({name: value for name, value in statement.items() if name != "canonical_id"})
    return b'{"canonical_id":' + encode(statement["canonical_id"]) + b"," + rest[1:] + b"\n"


def _statement_id(dataset: str, entity: str, prop: str, value: str) -> str:
    """As the library makes it: it names a statement and guards nothing."""
    key = f"{dataset}.{entity}.{prop}.{value}"
    return hashlib.sha1(key.encode("utf-8"), usedforsecurity=False).hexdigest()


def _document_id(document: str) -> str:
    return f"cc-document-{document}"


def _incident_id(code: str) -> str:
    return f"cc-incident-{code}"


def _speaker_id(name: str) -> str:
    actor = actor_of(name)
    return f"cc-speaker-{hash_fields([actor.name if actor else name])}"
