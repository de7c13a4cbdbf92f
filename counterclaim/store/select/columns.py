"""Columns of lists: what each holds, how SQL gives it, and what may be asked of it."""

from __future__ import annotations

from typing import Literal, NamedTuple

Kind = Literal["text", "choice", "integer", "number", "day", "many", "ruling"]
Op = Literal["is", "contains", "missing", "gte", "lte", "from", "to"]

# What may be asked of a column of each kind; "is" is the bare name: `speaker=SOHR`.
OPS: dict[Kind, tuple[Op, ...]] = {
    "text": ("is", "contains", "missing"),
    "choice": ("is", "missing"),
    "integer": ("is", "gte", "lte", "missing"),
    "number": ("is", "gte", "lte", "missing"),
    "day": ("is", "from", "to", "missing"),
    "many": ("is", "contains", "missing"),
    "ruling": ("is",),
}


def parameter_name(column: str, op: Op) -> str:
    """What an address calls this question.

    >>> parameter_name("speaker", "is"), parameter_name("killed", "gte")
    ('speaker', 'killed__gte')
    """
    return column if op == "is" else f"{column}__{op}"


class Members(NamedTuple):
    """Where the several values of a row stand: `value` of the rows of `table` whose `key` is the row's `own`."""

    table: str
    key: str
    own: str
    value: str
    order: str = ""  # by which they are joined; "" by value
    repeats: bool = False  # whether one row may hold a value twice
    rejected: str = ""  # SELECT of the keys of rejected rows, where only claims that stand are listed


class Column(NamedTuple):
    """One column of a list. `name` is what addresses, files and SQL call it."""

    name: str
    label: str  # English; a translation is looked up by it
    kind: Kind
    sql: str  # the expression that gives it; of "many", the values joined by "; "
    shown: bool = False  # unless other columns are chosen
    facet: bool = False
    sortable: bool = True
    choices: tuple[str, ...] = ()  # of a "choice"
    needs: str = ""  # name of the join without which `sql` means nothing
    members: Members | None = None  # of a "many"
    first: str = ""  # of a "day": its first and last day as ISO dates
    last: str = ""

    @property
    def sort_sql(self) -> str:
        """What the rows are sorted by."""
        return self.first if self.kind == "day" else self.sql

    @property
    def ops(self) -> tuple[Op, ...]:
        """What may be asked of it."""
        return OPS[self.kind]


class Join(NamedTuple):
    """A table that some columns need."""

    name: str
    sql: str


class Key(NamedTuple):
    """One of the expressions that put rows of equal sort value in a lasting order. Never NULL, unique together."""

    sql: str
    descending: bool = False


class Listing(NamedTuple):
    """A list: its rows, its columns, and how they come when nobody asks for anything else."""

    name: str
    label: str
    source: str  # FROM
    columns: tuple[Column, ...]
    keys: tuple[Key, ...]
    sort: str  # "-published"
    always: str = ""  # a condition that every row meets
    joins: tuple[Join, ...] = ()
    search: str = ""  # condition for `q`, with {words} for the full-text query; "" where `names` are searched
    names: str = ""  # the expression in which each word of `q` must stand
    rulings: bool = False  # rows carry a ruling: rejected ones are hidden unless asked for

    def column(self, name: str) -> Column | None:
        """The column of this name."""
        return next((column for column in self.columns if column.name == name), None)

    @property
    def shown(self) -> tuple[str, ...]:
        """The columns that are shown unless others are chosen."""
        return tuple(column.name for column in self.columns if column.shown)

    @property
    def facets(self) -> tuple[str, ...]:
        """The columns whose values are counted beside the list."""
        return tuple(column.name for column in self.columns if column.facet)


def joined_members(members: Members) -> str:
    """The values in one cell, joined by "; ", as files have them. A semicolon within a value becomes a comma."""
    distinct = "DISTINCT " if members.repeats else ""
    return (
        f"(SELECT group_concat(replace(value, ';', ','), '; ') FROM (SELECT {distinct}{members.value} AS value "
        f"FROM {members.table} WHERE {members.key} = {members.own} ORDER BY {members.order or members.value}))"
    )
