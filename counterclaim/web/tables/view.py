"""A selection as its page shows it: where each change of filter, order, columns and page leads."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple
from urllib.parse import parse_qsl, urlencode

from msgspec.structs import replace

from counterclaim.store.select import Column, Facet, Selection, as_query, as_sql
from counterclaim.store.select.selection import DEFAULT_LIMIT, Value
from counterclaim.web.languages import gettext as _
from counterclaim.web.tables.words import filter_words, label_words, value_words

CHOICES = 40  # values of one facet that a page can name: those most frequent and those chosen


class Chip(NamedTuple):
    """A filter that is set; `address` is the list without it."""

    words: str
    address: str


class Choice(NamedTuple):
    """A value of a facet; `address` is the list with it, or without it where it is chosen."""

    words: str
    number: int
    chosen: bool
    address: str


class FacetView(NamedTuple):
    """A column with its most frequent values."""

    name: str
    label: str
    choices: tuple[Choice, ...]


class Head(NamedTuple):
    """The head of a column. `sorted` is "ascending", "descending" or "" for neither; no address: it sorts nothing."""

    name: str
    label: str
    sorted: str
    address: str


class View(NamedTuple):
    """All that a page shows of a selection but for its rows."""

    path: str
    selection: Selection

    def address(self, selection: Selection) -> str:
        """The address of this page with another selection."""
        query = as_query(selection)
        return f"{self.path}?{query}" if query else self.path

    @property
    def here(self) -> str:
        """The lasting address of what is shown."""
        return self.address(self.selection)

    @property
    def start(self) -> str:
        """The address of the first page."""
        return self.address(replace(self.selection, after=""))

    @property
    def plain(self) -> str:
        """The address with no filter and search."""
        return self.address(replace(self.selection, filters=(), q="", after=""))

    def following(self, cursor: str) -> str:
        """The address of the page behind the cursor."""
        return self.address(replace(self.selection, after=cursor))

    def file(self, ending: str) -> str:
        """The address of all rows as a file, with the filters, order and columns shown."""
        query = as_query(replace(self.selection, after="", limit=DEFAULT_LIMIT))
        return f"{self.path}.{ending}" + (f"?{query}" if query else "")

    @property
    def sql(self) -> str:
        """The address where the list can be edited as SQL."""
        return f"/sql?{urlencode({'q': as_sql(replace(self.selection, after=''))})}"

    def hidden(self, *leaving_out: str) -> list[tuple[str, str]]:
        """What a form hands on so that the rest of the selection stays: name and value of each field."""
        pairs = parse_qsl(as_query(replace(self.selection, after="")))
        return [(name, value) for name, value in pairs if name not in leaving_out]

    @property
    def chips(self) -> tuple[Chip, ...]:
        """The search and the filters that are set."""
        selection = self.selection
        found = []
        if selection.q:
            words = _("Words: %(words)s") % {"words": selection.q}
            found.append(Chip(words, self.address(replace(selection, q="", after=""))))
        for one in selection.filters:
            column = selection.listing.column(one.column)
            if column is not None:
                rest = self.address(selection.without(one.column, one.op))
                found.append(Chip(filter_words(column, one), rest))
        return tuple(found)

    @property
    def heads(self) -> tuple[Head, ...]:
        """The heads of the columns shown. A second click turns the order round; numbers and days begin with the largest."""
        by, descending = self.selection.order
        heads = []
        for column in self.selection.chosen:
            is_by = column.name == by.name
            way = ("descending" if descending else "ascending") if is_by else ""
            down = not descending if is_by else column.kind in ("integer", "number", "day")
            sort = f"-{column.name}" if down else column.name
            target = self.address(self._sorted(sort)) if column.sortable else ""
            heads.append(Head(column.name, label_words(column), way, target))
        return tuple(heads)

    def _sorted(self, sort: str) -> Selection:
        return replace(self.selection, sort="" if sort == self.selection.listing.sort else sort, after="")

    @property
    def orders(self) -> tuple[tuple[str, str, bool], ...]:
        """Value, words and whether it is the present one, of each order that a menu offers."""
        listing = self.selection.listing
        now = self.selection.sort or listing.sort
        offered = []
        for column in (*self.selection.chosen, self.selection.order[0]):
            if column.sortable:
                for sign, words in (("", _("%(column)s, rising")), ("-", _("%(column)s, falling"))):
                    value = f"{sign}{column.name}"
                    offered.append((value, words % {"column": label_words(column)}, value == now))
        return tuple(dict.fromkeys(offered))

    def facets(self, counted: dict[str, Facet]) -> tuple[FacetView, ...]:
        """The facets that have anything to choose, in the order of the columns."""
        return tuple(
            FacetView(column.name, label_words(column), choices)
            for column in self.selection.listing.columns
            if column.name in counted and (choices := tuple(self._choices(column, counted[column.name])))
        )

    def _choices(self, column: Column, facet: Facet) -> list[Choice]:
        chosen = self.selection.values_of(column.name)
        if len(facet) < 2 and not chosen and not any(one.chosen for one in facet):
            return []  # nothing to choose between
        found = []
        for one in facet[:CHOICES]:
            if one.value is None:
                turned = self.selection.without(column.name)
                if not one.chosen:
                    turned = turned.having(column.name, "missing", [1])
                words = _("not stated")
            else:
                rest = self._turned(chosen, one.value, one.chosen)
                turned = self.selection.without(column.name, "missing").having(column.name, "is", rest)
                words = value_words(column, one.value)
            found.append(Choice(words, one.number, one.chosen, self.address(turned)))
        return found

    @staticmethod
    def _turned(chosen: Sequence[Value], value: Value, is_chosen: bool) -> list[Value]:
        return [one for one in chosen if one != value] if is_chosen else [*chosen, value]
