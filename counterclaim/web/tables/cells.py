"""Cells of a table as a page shows them: words, and where they lead."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple
from urllib.parse import urlencode

from msgspec.structs import replace
from sqlalchemy import Connection

from counterclaim.store.chunks import in_chunks
from counterclaim.store.select import Column, Row, Selection
from counterclaim.web.languages import gettext as _
from counterclaim.web.reader.paging import at_query
from counterclaim.web.render import path_part
from counterclaim.web.tables.words import value_words

Look = Literal["none", "number", "name", "words", "quote", "code", "own"]


class Part(NamedTuple):
    """Some words of a cell; `address` is "" where they lead nowhere."""

    words: str
    address: str = ""


class Shown(NamedTuple):
    """One cell. No parts: nothing is stated."""

    column: Column
    look: Look
    parts: tuple[Part, ...]


# What a row needs beside its cells, so that these can lead somewhere.
HIDDEN = {
    "claims": ("id", "document_id", "start", "explicitness"),
    "agreements": ("id", "document_id", "start", "explicitness"),
    "control": ("id", "document_id", "start", "explicitness"),
    "incidents": ("code",),
    "speakers": ("speaker",),
    "outlets": ("outlet",),
    "places": ("place", "gazetteer_id"),
    "documents": ("id",),
    "issues": ("document_id",),
}
FOR_READERS = frozenset({"issues"})  # lists that are not published: what was odd in the inputs
_OF_CLAIMS = frozenset({"claims", "agreements", "control"})
_LOOKS: dict[str, Look] = {"quote": "quote", "sentence": "words", "basis": "words", "title": "words", "message": "words"}  # fmt: skip
_CODES = frozenset({"id", "code", "document_id", "gazetteer_id", "sha256", "maker"})


def with_hidden(selection: Selection) -> Selection:
    """The selection with the columns that cells and addresses need beside those shown."""
    names = dict.fromkeys([*(column.name for column in selection.chosen), *HIDDEN[selection.list]])
    return replace(selection, columns=tuple(names))


def permalink(name: str, row: Row) -> str:
    """Where on this site the row's own page or words stand."""
    if name in _OF_CLAIMS:
        return f"/documents/{_path(row['document_id'])}{at_query(int(str(row['start'])))}#claim-{row['id']!s}"
    match name:
        case "incidents":
            return f"/incidents/{_path(row['code'])}"
        case "speakers":
            return f"/speakers/{_path(row['speaker'])}"
        case "outlets":
            return f"/claims?{urlencode({'outlet': str(row['outlet'])})}"
        case "places":
            known = row["gazetteer_id"]
            asked = {"gazetteer_id": str(known)} if known else {"place": str(row["place"])}
            return f"/claims?{urlencode(asked)}"
        case "documents":
            return f"/documents/{_path(row['id'])}"
        case _:
            return f"/documents/{_path(row['document_id'])}" if row["document_id"] else ""


def show_cells(
    name: str, columns: Sequence[Column], row: Row, members: Mapping[str, Mapping[str, Sequence[str]]]
) -> tuple[Shown, ...]:
    """The row's cells. `members` are the several values of columns by row id, as of `read_members`."""
    link = permalink(name, row)
    return tuple(_show(name, column, row, link, members) for column in columns)


def read_members(
    connection: Connection, columns: Sequence[Column], rows: Sequence[Row]
) -> dict[str, dict[str, list[str]]]:
    """By column and claim id, each of the several values that a cell joins; for rows of claims."""
    found: dict[str, dict[str, list[str]]] = {}
    for column in columns:
        members = column.members
        if members is None:
            continue
        told: dict[str, list[str]] = {}
        for ids in in_chunks(str(row["id"]) for row in rows):
            marks = ", ".join("?" * len(ids))
            order = members.order or members.value
            sql = f"SELECT {members.key}, {members.value} FROM {members.table} WHERE {members.key} IN ({marks}) ORDER BY {order}"  # noqa: S608
            for own, value in connection.exec_driver_sql(sql, tuple(ids)):
                told.setdefault(own, []).append(value)
        found[column.name] = told
    return found


def _show(
    name: str,
    column: Column,
    row: Row,
    link: str,
    members: Mapping[str, Mapping[str, Sequence[str]]],
) -> Shown:
    value = row[column.name]
    if (value is None or value == "") and name in _OF_CLAIMS and column.name == "speaker":
        own = row["explicitness"] == "outlet"
        return Shown(column, "own", (Part(_("the document itself") if own else _("nobody named")),))
    if value is None or value == "":
        return Shown(column, "none", ())
    if column.kind == "many":
        each = members.get(column.name, {}).get(str(row.get("id")), str(value).split("; "))
        look: Look = "code" if column.name == "incident" else "name"
        return Shown(column, look, tuple(Part(one, _member_address(column, one)) for one in each))
    words = value_words(column, value if not isinstance(value, bytes) else "")
    if column.kind in ("integer", "number") and column.name != "where_prec":
        return Shown(column, "number", (Part(words, _counted_address(name, column, row)),))
    look = _LOOKS.get(column.name, "code" if column.name in _CODES else "name")
    return Shown(column, look, (Part(words, _address(name, column, row, link)),))


def _address(name: str, column: Column, row: Row, link: str) -> str:
    if column.name in _LEADING[name]:
        return link
    if column.name == "outlet" and row["outlet"]:
        return f"/claims?{urlencode({'outlet': str(row['outlet'])})}"
    return ""


# Columns whose words lead to the row's own page.
_LEADING: dict[str, frozenset[str]] = {
    **dict.fromkeys(_OF_CLAIMS, frozenset({"quote", "sentence", "id"})),
    "incidents": frozenset({"code", "title"}),
    "speakers": frozenset({"speaker"}),
    "outlets": frozenset({"outlet"}),
    "places": frozenset({"place"}),
    "documents": frozenset({"doc", "title", "id"}),
    "issues": frozenset({"origin", "document_id"}),
}


def _member_address(column: Column, value: str) -> str:
    if column.name == "speaker":
        return f"/speakers/{_path(value)}"
    return f"/incidents/{_path(value)}" if column.name == "incident" else ""


def _counted_address(name: str, column: Column, row: Row) -> str:
    """A count of things leads to the list of these things."""
    lists = {
        ("speakers", "claims"): "/claims?speaker=",
        ("speakers", "figures"): "/claims?type=casualty&speaker=",
        ("speakers", "incidents"): "/incidents?speaker=",
        ("outlets", "documents"): "/documents?outlet=",
        ("outlets", "figures"): "/claims?type=casualty&outlet=",
        ("documents", "claims"): "/claims?document_id=",
    }
    start = lists.get((name, column.name))
    if start is None or not row[column.name]:
        return ""
    own = row[HIDDEN[name][0]]
    return start + urlencode({"": str(own)})[1:]


def _path(value: object) -> str:
    return path_part(str(value))
