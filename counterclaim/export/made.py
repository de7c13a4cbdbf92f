"""What an export makes: files, the columns of those that are tables, and the rows it refused."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, NamedTuple

import msgspec

from counterclaim.export.cells import Cell, comma_separated, tab_separated

Kind = Literal["string", "integer", "number", "date"]
MEDIA_TYPES = {
    "csv": "text/csv",
    "tsv": "text/tab-separated-values",
    "json": "application/json",
    "jsonl": "application/jsonl",
    "geojson": "application/geo+json",
    "jsonld": "application/ld+json",
    "parquet": "application/vnd.apache.parquet",
}


class Column(NamedTuple):
    """One column of a table. `kind` is a type of Frictionless Table Schema."""

    name: str
    kind: Kind
    about: str = ""


class File(NamedTuple):
    """A file of an export, complete. `columns` is None where it is no table."""

    name: str
    data: bytes
    columns: tuple[Column, ...] | None = None

    @property
    def ending(self) -> str:
        return self.name.rpartition(".")[2]


class Refusal(NamedTuple):
    """A row that was not written, since it would have had to be guessed."""

    file: str
    incident: str  # its code
    title: str
    reason: str  # a short name of the rule
    why: str  # in words, with the next step


class Made(NamedTuple):
    """All of one format."""

    files: tuple[File, ...]
    refused: tuple[Refusal, ...] = ()


class RefusedError(Exception):
    """Raised while a row is made; caught where rows are collected, never by a user."""

    def __init__(self, reason: str, why: str) -> None:
        super().__init__(why)
        self.reason = reason
        self.why = why


def columns_of(spec: str) -> tuple[Column, ...]:
    """Columns from their names, "name:integer" where it is no text.

    >>> columns_of("id:integer place")
    (Column(name='id', kind='integer', about=''), Column(name='place', kind='string', about=''))
    """
    kinds: dict[str, Kind] = {"integer": "integer", "number": "number", "date": "date"}
    pairs = (each.partition(":") for each in spec.split())
    return tuple(Column(name, kinds.get(kind, "string")) for name, _, kind in pairs)


def table(name: str, columns: Sequence[Column], rows: Iterable[Mapping[str, Cell]]) -> File:
    """A table as a file; its ending says how cells are separated."""
    write = tab_separated if name.endswith(".tsv") else comma_separated
    return File(name, write([column.name for column in columns], rows), tuple(columns))


def json_file(name: str, value: object) -> File:
    """JSON with sorted keys and two blanks of indentation."""
    return File(name, msgspec.json.format(encode(value), indent=2) + b"\n")


def json_lines(name: str, values: Iterable[object]) -> File:
    return File(name, b"".join(encode(value) + b"\n" for value in values))


def encode(value: object) -> bytes:
    return msgspec.json.encode(value, order="sorted")


REFUSED_COLUMNS = (
    Column("file", "string", "the file that the row would stand in"),
    Column("incident", "string", "its code"),
    Column("title", "string"),
    Column("reason", "string", "a short name of the rule"),
    Column("why", "string", "in words, with the next step"),
)


def refused_table(refused: Iterable[Refusal]) -> File:
    """The list of refused rows, by file and incident."""
    return table("refused.csv", REFUSED_COLUMNS, [one._asdict() for one in sorted(refused)])
