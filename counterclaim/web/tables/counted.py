"""Totals and facets that were counted already, given again as long as nothing is written to the store.

Counting looks at every row; the rows of a page do not.
"""

from __future__ import annotations

from collections import OrderedDict
from pathlib import Path
from threading import Lock
from typing import NamedTuple

from msgspec.structs import replace
from sqlalchemy import Connection

from counterclaim.store.select import Facet, Selection, as_query, count_facets, count_rows
from counterclaim.store.version import FileVersion, file_version
from counterclaim.web import viewer

VALUES = 8  # of a facet, beside those chosen
MOST_KEPT = 500  # answers; each is some kilobytes


class Counted(NamedTuple):
    """How many rows there are on all pages, and each facet by the name of its column."""

    total: int
    facets: dict[str, Facet]


class KeptCounts:
    """Counts of one store, by what is asked and by how much of the store whoever asks may see."""

    def __init__(self, path: Path, most: int = MOST_KEPT) -> None:
        self._path = path
        self._most = most
        self._version: FileVersion | None = None
        self._kept: OrderedDict[tuple[str, str, str, bool], Counted] = OrderedDict()
        self._lock = Lock()

    def version(self) -> FileVersion | None:
        """What the store is now; to be asked for before a transaction is opened, which sees this or later."""
        return file_version(self._path)

    def of(self, version: FileVersion | None, connection: Connection, selection: Selection) -> Counted:
        """The counts of a selection, whatever its page, order and columns."""
        return self._counted(version, connection, selection, selection.listing.facets)

    def total(self, version: FileVersion | None, connection: Connection, selection: Selection) -> int:
        """How many rows a selection has on all pages, without the facets."""
        return self._counted(version, connection, selection, ()).total

    def _counted(
        self,
        version: FileVersion | None,
        connection: Connection,
        selection: Selection,
        facets: tuple[str, ...],
    ) -> Counted:
        asked = replace(selection, sort="", columns=(), after="", limit=1)
        key = (viewer.sight(), asked.list, as_query(asked), bool(facets))
        with self._lock:
            if version != self._version:
                self._version = version
                self._kept.clear()
            if version is not None and key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        counted = Counted(count_rows(connection, asked), count_facets(connection, asked, facets, VALUES))
        with self._lock:
            if version is not None and version == self._version:
                self._kept[key] = counted
                if len(self._kept) > self._most:
                    self._kept.popitem(last=False)
        return counted
