"""Records that come out of the store and are no part of a sheet."""

from __future__ import annotations

import msgspec

from counterclaim.core.issues import Issue

Cell = str | int | float | bytes | None


class DocumentRow(msgspec.Struct, frozen=True, kw_only=True):
    """One document in a list of documents."""

    id: str
    doc: str
    title: str | None
    outlet: str | None
    published: str | None  # EDTF, as given
    origin: str
    n_chars: int  # code points of the text
    articles: int  # how many
    claims: int  # how many, rejected ones left out
    read_at: str  # UTC, ISO 8601


class FoundPassage(msgspec.Struct, frozen=True, kw_only=True):
    """A passage that holds the words searched for."""

    document_id: str
    doc: str
    outlet: str | None
    passage: int  # index into `Sheet.passages`
    start: int  # half-open, code points of the document
    end: int
    text: str


class StoredIssue(msgspec.Struct, frozen=True, kw_only=True):
    """An issue with where it was met. `document_id` is None where no document came of the input."""

    document_id: str | None
    origin: str
    seen_at: str  # UTC, ISO 8601
    issue: Issue


class QueryResult(msgspec.Struct, frozen=True, kw_only=True):
    """What a query gave. `truncated`: there was more than the limits let through."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    truncated: bool


class LinkRuling(msgspec.Struct, frozen=True, kw_only=True):
    """A person's ruling on links: `same` brings claims together, `different` keeps `claims` from `others`."""

    number: int
    decision: str  # same, different, undo
    claims: tuple[str, ...]  # ids
    others: tuple[str, ...]
    undoes: int | None  # number of the ruling that no longer counts
    who: str
    why: str
    at: str  # UTC, ISO 8601
    in_force: bool
