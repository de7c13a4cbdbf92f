"""Columns of a list as parameters and as a schema of its rows, in the words of OpenAPI."""

from __future__ import annotations

from typing import Any

from counterclaim.store.select import Column, Listing
from counterclaim.store.select.columns import Op, parameter_name
from counterclaim.store.select.selection import (
    LARGEST_NUMBER,
    LONGEST_PART,
    LONGEST_SEARCH,
    LONGEST_VALUE,
    MOST_VALUES,
)

Schema = dict[str, Any]

_WORDS: Schema = {"type": "string", "minLength": 1, "maxLength": LONGEST_VALUE, "pattern": "^[^\\u0000]+$"}
_DAY: Schema = {
    "anyOf": [
        {"type": "string", "format": "date"},
        {"type": "string", "pattern": "^[12][0-9]{3}-(0[1-9]|1[0-2])$"},
        {"type": "string", "pattern": "^[12][0-9]{3}$"},
    ]
}
_NUMBERS: dict[str, Schema] = {
    "integer": {"type": "integer", "minimum": -LARGEST_NUMBER, "maximum": LARGEST_NUMBER},
    "number": {"type": "number", "minimum": -LARGEST_NUMBER, "maximum": LARGEST_NUMBER},
}
_ABOUT: dict[Op, str] = {
    "is": "{label} is one of these.",
    "contains": "{label} contains one of these.",
    "missing": "1: {label} is not stated; 0: it is.",
    "gte": "{label} is this or more.",
    "lte": "{label} is this or less.",
    "from": "{label} can be on or after this day, month or year.",
    "to": "{label} can be on or before this day, month or year.",
}


def parameter(
    name: str, schema: Schema, about: str, *, place: str = "query", required: bool = False
) -> Schema:
    """A parameter of an address."""
    return {
        "name": name,
        "in": place,
        "required": required or place == "path",
        "description": about,
        "schema": schema,
    }


def search_parameter(about: str, *, required: bool = False) -> Schema:
    """Words to search for."""
    return parameter("q", {**_WORDS, "maxLength": LONGEST_SEARCH}, about, required=required)


def filter_parameters(listing: Listing) -> list[Schema]:
    """A parameter for each way in which a column can be asked for."""
    return [
        parameter(
            parameter_name(column.name, op),
            _asked(column, op),
            _ABOUT[op].format(label=column.label),
        )
        for column in listing.columns
        for op in column.ops
    ]


def sort_parameter(listing: Listing) -> Schema:
    """The columns by which the list can be put in order."""
    names = [column.name for column in listing.columns if column.sortable]
    ways = [way for name in names for way in (name, f"-{name}")]
    about = 'The column to sort by, with "-" before it for the largest first.'
    return parameter("sort", {"type": "string", "enum": ways, "default": listing.sort}, about)


def columns_parameter(listing: Listing) -> Schema:
    """The columns that items have, as one value with commas."""
    names = [column.name for column in listing.columns]
    items: Schema = {"type": "string", "enum": names}
    schema = {"type": "array", "items": items, "minItems": 1}
    return {
        **parameter("columns", schema, "Which columns, separated by commas; without it all."),
        "style": "form",
        "explode": False,
    }


def row_schema(listing: Listing) -> Schema:
    """An item of the list; only chosen columns are there."""
    return {
        "type": "object",
        "additionalProperties": False,
        "properties": {
            column.name: {"description": column.label, **_told(column)} for column in listing.columns
        },
    }


def _asked(column: Column, op: Op) -> Schema:
    match op:
        case "missing":
            return {"type": "integer", "enum": [0, 1]}
        case "from" | "to":
            return _DAY
        case "gte" | "lte":
            return _NUMBERS[column.kind]
    item = _NUMBERS.get(column.kind, _WORDS)
    if op == "contains":
        item = {**_WORDS, "maxLength": LONGEST_PART}
    if op == "is" and column.choices:
        item = {"type": "string", "enum": list(column.choices)}
    return {"type": "array", "items": item, "minItems": 1, "maxItems": MOST_VALUES}


def _told(column: Column) -> Schema:
    match column.kind:
        case "many":
            return {"type": "array", "items": {"type": "string"}}
        case "integer" | "number":
            return {"type": [column.kind, "null"]}
        case _:
            return {"type": ["string", "null"]}
