"""A page in two steps: first its rows, then the columns that look things up elsewhere, for these rows only.

SQLite works out every column of every row before it puts them in order; with such columns a page of 50 of 100,000
claims takes many times longer in one step.
"""

from __future__ import annotations

from msgspec.structs import replace
from sqlalchemy import Connection

from counterclaim.store.select.read import Row, select_uncounted
from counterclaim.store.select.selection import Filter, Selection

# Lists whose rows are found again by one column. The rows of others are gathered from claims anyway.
_KEYS = {
    "claims": "id",
    "agreements": "id",
    "control": "id",
    "incidents": "code",
    "documents": "id",
    "issues": "id",
}


def select_page(connection: Connection, selection: Selection) -> tuple[tuple[Row, ...], str | None]:
    """What `select_uncounted` gives.

    Raises:
        DataError: the cursor is none of this list and order.
    """
    key = _KEYS.get(selection.list)
    looking_up = tuple(column.name for column in selection.chosen if "SELECT" in column.sql)
    if key is None or not looking_up:
        return select_uncounted(connection, selection)
    names = tuple(column.name for column in selection.chosen)
    plain = tuple(dict.fromkeys([key, *(name for name in names if name not in looking_up)]))
    found, following = select_uncounted(connection, replace(selection, columns=plain))
    values = tuple(value for row in found if isinstance(value := row[key], str | int))
    if not values:
        return (), following
    filters = [Filter(key, "is", values)]
    if selection.listing.rulings:
        filters.append(Filter("decision", "is", ("any",)))
    again = Selection(
        list=selection.list,
        filters=tuple(sorted(filters)),
        columns=(key, *looking_up),
        limit=len(values),
    )
    more = {row[key]: row for row in select_uncounted(connection, again)[0]}
    rows = ({**row, **more[row[key]]} for row in found)
    return tuple({name: row[name] for name in names} for row in rows), following
