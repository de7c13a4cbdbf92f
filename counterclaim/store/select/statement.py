"""A selection as SQL: with parameters for the program, written out for a person."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import NamedTuple

from counterclaim.core.edtf import day_bounds
from counterclaim.store.search import match_all
from counterclaim.store.select.columns import Column, Listing
from counterclaim.store.select.cursor import Place, read_cursor
from counterclaim.store.select.selection import LONGEST_PART, Filter, Selection, Value

_PARAMETER = re.compile(r":v\d+\b")
NOTHING = "0"  # a condition that no row meets


class Statement(NamedTuple):
    """SQL with named parameters."""

    sql: str
    values: dict[str, Value]

    def written_out(self) -> str:
        """The SQL with its values in it."""
        return _PARAMETER.sub(lambda found: literal(self.values[found.group(0)[1:]]), self.sql)


def literal(value: Value) -> str:
    """The value as SQL writes it.

    >>> literal("Dar'a"), literal(62)
    ("'Dar''a'", '62')
    """
    return "'" + value.replace("'", "''") + "'" if isinstance(value, str) else repr(value)


class Conditions:
    """Conditions of one statement, and the values in them."""

    def __init__(self) -> None:
        self.values: dict[str, Value] = {}

    def bind(self, value: Value) -> str:
        """The parameter that stands for the value."""
        name = f"v{len(self.values)}"
        self.values[name] = value
        return f":{name}"

    def of(self, selection: Selection, leaving_out: Collection[str] = ()) -> list[str]:
        """The conditions of a selection, but for the filters of the columns `leaving_out`; its cursor apart."""
        listing = selection.listing
        found = [listing.always] if listing.always else []
        asked = [one for one in selection.filters if one.column not in leaving_out]
        ruled = "decision" in leaving_out or any(one.column == "decision" for one in asked)
        if listing.rulings and not ruled:
            found.append("c.decision IS NOT 'reject'")
        for one in asked:
            column = listing.column(one.column)
            if column is not None:
                found.append(self._ruled(column, one) if column.kind == "ruling" else self._met(column, one))
        if selection.q:
            found.append(self._searched(listing, selection.q))
        return [condition for condition in found if condition]

    def after(self, selection: Selection) -> list[str]:
        """The condition that rows come after the cursor; [] at the beginning."""
        if not selection.after:
            return []
        places = places_of(selection)
        values = read_cursor(selection)
        branches: list[str] = []
        equal: list[str] = []
        for place, value in zip(places, values, strict=True):
            beyond = self._beyond(place, value)
            if beyond:
                branches.append(" AND ".join([*equal, beyond]))
            equal.append(f"{place.sql} IS NULL" if value is None else f"{place.sql} = {self.bind(value)}")
        return ["(" + " OR ".join(branches) + ")"] if branches else [NOTHING]

    def _beyond(self, place: Place, value: Value | None) -> str:
        if value is None:
            return ""  # what is not known comes last
        beyond = f"{place.sql} {'<' if place.descending else '>'} {self.bind(value)}"
        return f"({beyond} OR {place.sql} IS NULL)" if place.may_be_null else beyond

    def _met(self, column: Column, one: Filter) -> str:
        if column.members is not None:
            return self._held(column, one)
        if one.op in ("from", "to"):
            first, last = day_bounds(str(one.values[0]))
            if one.op == "from" and first is not None:
                return f"{column.last} >= {self.bind(first.isoformat())}"
            return f"{column.first} <= {self.bind(last.isoformat())}" if last is not None else NOTHING
        return self._compared(column.sql, one)

    def _compared(self, sql: str, one: Filter) -> str:
        match one.op:
            case "missing":
                return f"{sql} IS NULL" if one.values[0] else f"{sql} IS NOT NULL"
            case "gte" | "lte":
                return f"{sql} {'>=' if one.op == 'gte' else '<='} {self.bind(one.values[0])}"
            case "contains":
                return self._any([self._like(sql, str(value)) for value in one.values])
        if len(one.values) == 1:
            return f"{sql} = {self.bind(one.values[0])}"
        return f"{sql} IN ({', '.join(self.bind(value) for value in one.values)})"

    def _held(self, column: Column, one: Filter) -> str:
        members = column.members
        assert members is not None  # noqa: S101  of every column of several values
        inner = f"SELECT {members.key} FROM {members.table}"
        if one.op == "missing":
            return f"{members.own} {'NOT IN' if one.values[0] else 'IN'} ({inner})"
        return f"{members.own} IN ({inner} WHERE {self._compared(members.value, one)})"

    def _ruled(self, column: Column, one: Filter) -> str:
        wanted = set(one.values)
        if "any" in wanted:
            return ""
        named = sorted(str(value) for value in wanted - {"none"})
        found = [f"{column.sql} IS NULL"] if "none" in wanted else []
        found += [f"{column.sql} = {literal(value)}" for value in named]
        return self._any(found)

    def _searched(self, listing: Listing, q: str) -> str:
        words = match_all(q)
        if words is None:
            return NOTHING
        named = (
            " AND ".join(self._like(listing.names, word[:LONGEST_PART]) for word in q.split())
            if listing.names
            else ""
        )
        if not listing.search:
            return named
        found = listing.search.format(words=self.bind(words))
        return f"({found} OR ({named}))" if named else found

    def _like(self, sql: str, words: str) -> str:
        escaped = words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
        return f"{sql} LIKE {self.bind(f'%{escaped}%')} ESCAPE '\\'"

    @staticmethod
    def _any(conditions: Sequence[str]) -> str:
        return conditions[0] if len(conditions) == 1 else "(" + " OR ".join(conditions) + ")"


def places_of(selection: Selection) -> tuple[Place, ...]:
    """By what the rows are put in order, the first deciding first."""
    column, descending = selection.order
    keys = tuple(Place(key.sql, key.descending, may_be_null=False) for key in selection.listing.keys)
    return (Place(column.sort_sql, descending, may_be_null=True), *keys)


def from_clause(selection: Selection, columns: Sequence[Column]) -> str:
    """FROM with the joins that the columns and filters need."""
    listing = selection.listing
    order, _ = selection.order
    filtered = [listing.column(one.column) for one in selection.filters]
    needed = {column.needs for column in (*columns, order, *filtered) if column is not None}
    return "\n".join([f"FROM {listing.source}", *(join.sql for join in listing.joins if join.name in needed)])


def rows_statement(selection: Selection, *, hidden: bool = False, whole: bool = False) -> Statement:
    """The rows of the page, in order.

    Args:
        selection: what is asked for.
        hidden: also give the values that a cursor needs, as columns `_0`, `_1`, …, and one row more.
        whole: all rows from the beginning, not one page.
    """
    conditions = Conditions()
    told = conditions.of(selection) + ([] if whole else conditions.after(selection))
    places = places_of(selection)
    columns = [f'{column.sql} AS "{column.name}"' for column in selection.chosen]
    if hidden:
        columns += [f"{place.sql} AS _{number}" for number, place in enumerate(places)]
    lines = ["SELECT " + ",\n    ".join(columns), from_clause(selection, selection.chosen)]
    if told:
        lines.append("WHERE " + "\n    AND ".join(told))
    lines.append("ORDER BY " + ", ".join(place.order for place in places))
    if not whole:
        lines.append(f"LIMIT {selection.limit + hidden}")
    return Statement("\n".join(lines), conditions.values)


def count_statement(selection: Selection) -> Statement:
    """How many rows there are on all pages."""
    conditions = Conditions()
    told = conditions.of(selection)
    return Statement(f"SELECT count(*)\n{from_clause(selection, ())}{where_clause(told)}", conditions.values)


def where_clause(conditions: Sequence[str]) -> str:
    """What follows FROM where all the conditions must hold; "" where there are none."""
    return "\nWHERE " + "\n    AND ".join(conditions) if conditions else ""


def as_sql(selection: Selection) -> str:
    """One SELECT that gives the rows of the page, for `counterclaim query` and any other SQLite program."""
    return rows_statement(selection).written_out()
