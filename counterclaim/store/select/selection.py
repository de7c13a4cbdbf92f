"""What somebody asks of a list, read from the parameters of an address and written back to them."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from typing import cast
from urllib.parse import urlencode

import msgspec

from counterclaim.core.edtf import day_bounds
from counterclaim.core.errors import DataError
from counterclaim.store.select.columns import Column, Listing, Op, parameter_name
from counterclaim.store.select.lists import LISTS

DEFAULT_LIMIT = 50  # rows of a page
LARGEST_LIMIT = 1_000
LONGEST_VALUE = 500  # characters
MOST_WORDS = 2_000  # characters of `columns`, which may name all of them
LONGEST_SEARCH = 200  # of `q`: more than any sensible search
LONGEST_PART = 48  # characters of a part of a name: `counterclaim query` takes patterns of 200 bytes
MOST_VALUES = 100  # of one filter
LARGEST_NUMBER = 2**63 - 1  # of SQLite

Value = str | int | float


class Filter(msgspec.Struct, frozen=True, order=True):
    """One condition: any of `values`. "missing" has 1 where the column must be empty, 0 where it must not."""

    column: str
    op: Op
    values: tuple[Value, ...]

    @property
    def parameter(self) -> str:
        """What an address calls it."""
        return parameter_name(self.column, self.op)


class Selection(msgspec.Struct, frozen=True, kw_only=True):
    """A list with its filters, order, columns and page. Equal questions are equal selections."""

    list: str  # a name in LISTS
    filters: tuple[Filter, ...] = ()  # sorted
    q: str = ""
    sort: str = ""  # "published", "-published"; "" as the list comes
    columns: tuple[str, ...] = ()  # () are those that are shown
    limit: int = DEFAULT_LIMIT
    after: str = ""  # cursor

    @property
    def listing(self) -> Listing:
        return LISTS[self.list]

    @property
    def order(self) -> tuple[Column, bool]:
        """The column that the rows are sorted by, and whether the largest come first."""
        asked = self.sort or self.listing.sort
        return _column(self.listing, asked.removeprefix("-")), asked.startswith("-")

    @property
    def chosen(self) -> tuple[Column, ...]:
        """The columns of the rows, in the order asked for."""
        return tuple(_column(self.listing, name) for name in self.columns or self.listing.shown)

    @property
    def is_whole(self) -> bool:
        """Whether the rows are all that stand: nothing is searched or filtered."""
        return not self.filters and not self.q and not self.listing.always

    def values_of(self, column: str, op: Op = "is") -> tuple[Value, ...]:
        """The values of one filter; () where it is not set."""
        return next((one.values for one in self.filters if (one.column, one.op) == (column, op)), ())

    def without(self, column: str, op: Op | None = None) -> Selection:
        """The selection with no filter on the column, from its beginning."""
        kept = tuple(one for one in self.filters if one.column != column or op not in (None, one.op))
        return msgspec.structs.replace(self, filters=kept, after="")

    def having(self, column: str, op: Op, values: Iterable[Value]) -> Selection:
        """The selection with this filter in place of the one that the column has, from its beginning."""
        kept = self.without(column, op)
        given = tuple(sorted(set(values), key=str))
        if not given:
            return kept
        return msgspec.structs.replace(
            kept, filters=tuple(sorted((*kept.filters, Filter(column, op, given))))
        )


def parse_selection(name: str, parameters: Iterable[tuple[str, str]]) -> Selection:
    """The selection that the parameters of an address ask for. Empty values ask for nothing.

    >>> parse_selection("claims", [("speaker", "SOHR"), ("figure_min__gte", "10"), ("sort", "-when")]).filters
    (Filter(column='figure_min', op='gte', values=(10,)), Filter(column='speaker', op='is', values=('SOHR',)))

    Raises:
        DataError: there is no such list; a parameter is not known there, is given twice, or cannot have its value.
    """
    listing = LISTS.get(name)
    if listing is None:
        raise DataError(f"there is no list {name!r}; there are {', '.join(LISTS)}")
    found: dict[tuple[str, Op], set[Value]] = {}
    single: dict[str, str] = {}
    for parameter, raw in parameters:
        words = raw.strip()
        if not words:
            continue
        _check_words(parameter, raw)
        if parameter == "columns":
            single["columns"] = ",".join(filter(None, (single.get("columns"), words)))
            continue
        if parameter in ("q", "sort", "limit", "after"):
            if single.setdefault(parameter, words) != words:
                raise DataError(f"{parameter}: given twice, as {single[parameter]!r} and {words!r}")
            continue
        column, op = _find(listing, parameter)
        values = found.setdefault((column.name, op), set())
        # A name is taken as it stands in the store, blanks and all.
        values.add(_parse(column, op, parameter, words if column.choices or op != "is" else raw))
        if len(values) > MOST_VALUES:
            raise DataError(f"{parameter}: at most {MOST_VALUES} values")
    filters = tuple(
        Filter(column, op, tuple(sorted(values, key=str))) for (column, op), values in found.items()
    )
    for one in filters:
        if one.op not in ("is", "contains") and len(one.values) > 1:
            raise DataError(f"{one.parameter}: given twice, as {one.values[0]!r} and {one.values[1]!r}")
    return Selection(
        list=name,
        filters=tuple(sorted(filters)),
        q=single.get("q", ""),
        sort=_parse_sort(listing, single.get("sort", "")),
        columns=_parse_columns(listing, single.get("columns", "")),
        limit=_parse_limit(single.get("limit", "")),
        after=single.get("after", ""),
    )


def as_query(selection: Selection) -> str:
    """The parameters that ask for just this, in one lasting order; "" where nothing is asked for.

    >>> as_query(parse_selection("claims", [("limit", "50"), ("speaker", "SOHR"), ("q", "hospital")]))
    'q=hospital&speaker=SOHR'
    """
    pairs: list[tuple[str, Value]] = []
    if selection.q:
        pairs.append(("q", selection.q))
    for one in selection.filters:
        pairs += [(one.parameter, value) for value in one.values]
    if selection.sort and selection.sort != selection.listing.sort:
        pairs.append(("sort", selection.sort))
    if selection.columns and selection.columns != selection.listing.shown:
        pairs.append(("columns", ",".join(selection.columns)))
    if selection.limit != DEFAULT_LIMIT:
        pairs.append(("limit", selection.limit))
    if selection.after:
        pairs.append(("after", selection.after))
    return urlencode(pairs)


def _column(listing: Listing, name: str) -> Column:
    column = listing.column(name)
    if column is None:
        raise DataError(f"{listing.name} have no column {name!r}")
    return column


def _check_words(parameter: str, words: str) -> None:
    longest = LONGEST_SEARCH if parameter == "q" else MOST_WORDS if parameter == "columns" else LONGEST_VALUE
    if len(words) > longest:
        raise DataError(f"{parameter[:40]}: a value has at most {longest} characters")
    if any(letter == "\x00" or "\ud800" <= letter <= "\udfff" for letter in words):
        raise DataError(f"{parameter[:40]}: {words!r} holds what is no character")


def _find(listing: Listing, parameter: str) -> tuple[Column, Op]:
    name, _, op = parameter.partition("__")
    column = listing.column(name)
    if column is None:
        names = [column.name for column in listing.columns]
        near = difflib.get_close_matches(name, names, n=3)
        hint = (
            f"near it: {', '.join(near)}"
            if near
            else f"there are q, sort, columns, limit, after, {', '.join(names)}"
        )
        raise DataError(f"{parameter[:60]}: {listing.name} have no such filter; {hint}")
    if (op or "is") not in column.ops:
        allowed = ", ".join(parameter_name(name, each) for each in column.ops)
        raise DataError(f"{parameter[:60]}: {name} can be asked for by {allowed}")
    return column, cast(Op, op or "is")


def _parse(column: Column, op: Op, parameter: str, words: str) -> Value:
    if op == "missing":
        if words not in ("0", "1"):
            raise DataError(f"{parameter}: 1 (it is not stated) or 0 (it is), not {words!r}")
        return int(words)
    if op in ("from", "to"):
        return _parse_day(parameter, words)
    if op == "contains":
        if len(words) > LONGEST_PART:
            raise DataError(
                f"{parameter}: at most {LONGEST_PART} characters; q finds sentences by more words"
            )
        return words
    if column.kind in ("integer", "number"):
        return _parse_number(column, parameter, words)
    if column.choices and words not in column.choices:
        raise DataError(f"{parameter}: one of {', '.join(column.choices)}, not {words!r}")
    return words


def _parse_number(column: Column, parameter: str, words: str) -> Value:
    whole = column.kind == "integer"
    try:
        number: int | float = int(words) if whole else float(words)
    except ValueError:
        number = float("nan")
    if not -LARGEST_NUMBER <= number <= LARGEST_NUMBER:  # nor for what is no number
        raise DataError(f"{parameter}: a {'whole ' if whole else ''}number, not {words!r}")
    return number


def _parse_day(parameter: str, words: str) -> str:
    try:
        first, last = day_bounds(words)
    except DataError:
        first = last = None
    if first is None or last is None:
        raise DataError(
            f"{parameter}: a day, month or year such as 2016-09-17, 2016-09 or 2016, not {words!r}"
        )
    return words


def _parse_sort(listing: Listing, words: str) -> str:
    column = listing.column(words.removeprefix("-"))
    if words and (column is None or not column.sortable):
        allowed = ", ".join(column.name for column in listing.columns if column.sortable)
        raise DataError(f"sort: one of {allowed}, with - before it for the largest first, not {words!r}")
    return "" if words == listing.sort else words


def _parse_columns(listing: Listing, words: str) -> tuple[str, ...]:
    names = tuple(dict.fromkeys(name for name in words.split(",") if name))
    for name in names:
        if listing.column(name) is None:
            allowed = ", ".join(column.name for column in listing.columns)
            raise DataError(f"columns: {name!r} is none of {allowed}")
    return () if names == listing.shown else names


def _parse_limit(words: str) -> int:
    if not words:
        return DEFAULT_LIMIT
    if not words.isascii() or not words.isdigit() or not 1 <= int(words[:9]) <= LARGEST_LIMIT:
        raise DataError(f"limit: a whole number from 1 to {LARGEST_LIMIT}, not {words!r}")
    return int(words)
