"""The fields of the form that filters a list: days, numbers and parts of names, each by what may be asked of it."""

from __future__ import annotations

from typing import NamedTuple

from counterclaim.store.select import Column, Selection
from counterclaim.store.select.columns import Op, parameter_name
from counterclaim.web.tables.words import label_words, op_words


class Field(NamedTuple):
    """One thing that may be asked: the parameter's name, and words for it."""

    name: str
    words: str


class Group(NamedTuple):
    """What may be asked of one column."""

    label: str
    fields: tuple[Field, ...]


class Fields(NamedTuple):
    """`days` have a field from and one up to; `others` are chosen from a menu."""

    days: tuple[tuple[str, str, str, str], ...]  # label, name, value from, value up to
    others: tuple[Group, ...]
    columns: tuple[tuple[str, str, bool], ...]  # name, label, whether it is shown


def fields_of(selection: Selection) -> Fields:
    """The fields of a list, filled as the selection has them."""
    shown = {column.name for column in selection.chosen}
    columns = selection.listing.columns
    return Fields(
        tuple(
            (
                label_words(column),
                column.name,
                _value(selection, column, "from"),
                _value(selection, column, "to"),
            )
            for column in columns
            if column.kind == "day"
        ),
        tuple(_group(column) for column in columns),
        tuple((column.name, label_words(column), column.name in shown) for column in columns),
    )


def _value(selection: Selection, column: Column, op: Op) -> str:
    return str(next(iter(selection.values_of(column.name, op)), ""))


def _group(column: Column) -> Group:
    fields = (
        Field(parameter_name(column.name, op), f"{label_words(column)}: {op_words(op)}") for op in column.ops
    )
    return Group(label_words(column), tuple(fields))
