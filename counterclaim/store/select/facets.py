"""How often each value of a column occurs among the rows that meet all other filters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from typing import NamedTuple

from sqlalchemy import Connection

from counterclaim.core.errors import DataError
from counterclaim.store.select.columns import Column
from counterclaim.store.select.selection import Selection, Value
from counterclaim.store.select.statement import Conditions, Statement, from_clause, where_clause

MOST_VALUES = 12  # shown of a facet, those chosen apart


class FacetCount(NamedTuple):
    """A value with the number of rows that hold it; a value that is chosen is there even with none."""

    value: Value | None  # None: rows that hold none
    number: int
    chosen: bool


Facet = tuple[FacetCount, ...]


def facet_counts(connection: Connection, selection: Selection, name: str, most: int = MOST_VALUES) -> Facet:
    """The `most` frequent values, and whatever is chosen; the filters of the column itself do not count.

    Raises:
        DataError: the list has no such column, or its values are not counted.
    """
    column = selection.listing.column(name)
    if column is None or not column.facet:
        raise DataError(f"{selection.list} count {', '.join(selection.listing.facets)}, not {name!r}")
    return count_facets(connection, selection, [name], most)[name]


def count_facets(
    connection: Connection, selection: Selection, names: Collection[str], most: int = MOST_VALUES
) -> dict[str, Facet]:
    """Several facets by name. Columns of few values are counted together in one pass."""
    columns = [column for column in selection.listing.columns if column.facet and column.name in names]
    few = tuple(column for column in columns if column.choices)
    found = _count_few(connection, selection, few) if few else {}
    for column in columns:
        if column not in few:
            statement = _each_value(selection, column)
            rows = connection.exec_driver_sql(statement.sql, statement.values)
            found[column.name] = Counter({value: number for value, number in rows})  # noqa: C416  rows are no mapping
    return {column.name: _in_order(selection, column, found[column.name], most) for column in columns}


def _in_order(selection: Selection, column: Column, found: Counter[Value | None], most: int) -> Facet:
    chosen = set(selection.values_of(column.name))
    ordered = sorted(found, key=lambda value: (-found[value], str(value)))
    kept = [value for value in ordered if value is not None][:most]
    kept += [value for value in sorted(chosen, key=str) if value not in kept]
    told = [FacetCount(value, found[value], value in chosen) for value in kept]
    missing = selection.values_of(column.name, "missing") == (1,)
    return (*told, FacetCount(None, found[None], missing)) if found[None] or missing else tuple(told)


def _each_value(selection: Selection, column: Column) -> Statement:
    """Value and count of each value; NULL for rows with none, where the column holds one value."""
    conditions = Conditions()
    members = column.members
    if members is not None and members.rejected and selection.without(column.name).is_whole:
        # Nearly all claims stand: it takes a tenth of the time to leave out the few that do not.
        where = f"{members.key} NOT IN ({members.rejected})"
        return Statement(
            f"SELECT {members.value}, count(*) FROM {members.table} WHERE {where} GROUP BY {members.value}",
            {},
        )
    told = conditions.of(selection, leaving_out=(column.name,))
    source = from_clause(selection, (column,))
    value, counted = column.sql, "count(*)"
    if members is not None:
        source += f"\nJOIN {members.table}"
        told.append(f"{members.key} = {members.own}")
        value = members.value
        counted = f"count(DISTINCT {members.own})" if members.repeats else "count(*)"
    return Statement(
        f"SELECT {value}, {counted}\n{source}{where_clause(told)}\nGROUP BY {value}", conditions.values
    )


def _count_few(
    connection: Connection, selection: Selection, few: tuple[Column, ...]
) -> dict[str, Counter[Value | None]]:
    """Every combination of values is counted once; each facet sums those that meet the other filters."""
    conditions = Conditions()
    told = conditions.of(selection, leaving_out=tuple(column.name for column in few))
    listed = ", ".join(column.sql for column in few)
    sql = f"SELECT count(*), {listed}\n{from_clause(selection, few)}{where_clause(told)}\nGROUP BY {listed}"
    found: dict[str, Counter[Value | None]] = {column.name: Counter() for column in few}
    for number, *values in connection.exec_driver_sql(sql, conditions.values):
        met = [_lets(selection, column, value) for column, value in zip(few, values, strict=True)]
        for place, (column, value) in enumerate(zip(few, values, strict=True)):
            if all(met[:place]) and all(met[place + 1 :]):
                shown = "none" if value is None and column.kind == "ruling" else value
                found[column.name][shown] += number
    return found


def _lets(selection: Selection, column: Column, value: Value | None) -> bool:
    """Whether the filters of the column let the value through."""
    asked = selection.values_of(column.name)
    if column.kind == "ruling":
        return ("none" if value is None else value) in asked or "any" in asked if asked else value != "reject"
    missing = selection.values_of(column.name, "missing")
    if missing and (value is None) != bool(missing[0]):
        return False
    return not asked or value in asked
