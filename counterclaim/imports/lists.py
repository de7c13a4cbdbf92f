"""What rows of UCDP GED and of ACLED have in common: a publisher, a number of their own, cells that may be odd."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

from counterclaim.core.errors import DataError
from counterclaim.core.ids import hash_fields
from counterclaim.core.issues import Issue, Severity
from counterclaim.core.located import Located
from counterclaim.core.patterns import pattern
from counterclaim.core.spans import Span
from counterclaim.core.types import Sheet
from counterclaim.export.countries import Country
from counterclaim.imports.layouts import Layout
from counterclaim.imports.rendering import About, Blocks, Rendered, render
from counterclaim.imports.values import Day, day_of, decimal, whole
from counterclaim.lexicons.actors import actor_of

# How far around the point the place is held to lie, in km, by UCDP's where_prec: 2 is "about 25 km" in its
# codebook, districts and provinces as the gazetteer has them where no more is known; the others are our choice.
RADIUS_KM = {1: 5.0, 2: 25.0, 3: 25.0, 4: 75.0, 5: 150.0, 6: 300.0, 7: 100.0}
_KIND = {1: "site", 2: "site", 3: "district", 4: "province", 5: "region", 6: "country", 7: "water"}
_ASIDE = pattern(r"\s*\([^()]*\)\s*$")  # "Military Forces of Syria (2000-2024)", "Civilians (Syria)"


class Publisher(NamedTuple):
    """Whose list it is, and so who speaks in it."""

    name: str
    aliases: tuple[str, ...] = ()


class RowRefusedError(Exception):
    """A row that becomes no document; the message says why and what to do next."""


class List(NamedTuple):
    """A list that can be imported: its columns, whose it is, and what a row of it becomes."""

    layout: Layout
    blocks: Blocks
    publisher: Publisher
    stage: str  # versioned name
    read: Callable[[RowCells, Publisher, str | None], Sheet]


class RowCells:
    """The cells of a row by column; what is odd about them is collected, with its place in the text."""

    def __init__(self, cells: Mapping[str, str], blocks: Blocks, stage: str) -> None:
        self.cells = cells
        self.stage = stage
        self.rendered: Rendered = render(cells, blocks)
        self.issues: list[Issue] = []

    def words(self, column: str) -> str | None:
        """What the cell says, without blanks around; None for an empty one."""
        return self.cells.get(column, "").strip() or None

    def whole(self, column: str) -> int | None:
        """The whole number of a cell; None with an issue where it holds anything else, or less than nought."""
        try:
            number = whole(self.cells.get(column, ""))
        except DataError as error:
            self.note("import.number", "warning", f"{column}: {error}; read without it", column)
            return None
        if number is not None and number < 0:
            self.note(
                "import.number", "warning", f"{column}: {number} is below nought; read without it", column
            )
            return None
        return number

    def day(self, column: str) -> date | None:
        """The day of a cell; None for an empty one.

        Raises:
            RowRefusedError: it holds no day.
        """
        cell = self.words(column)
        if cell is None:
            return None
        try:
            found: Day = day_of(cell)
        except DataError as error:
            raise RowRefusedError(f"{column}: {error}") from error
        if found.either:
            message = f"{column}: {cell} was read as day, month, year; write YYYY-MM-DD to be sure"
            self.note("import.day", "warning", message, column)
        return found.day

    def decimal(self, column: str, most: float) -> float | None:
        try:
            return decimal(self.cells.get(column, ""), most)
        except DataError as error:
            self.note("import.number", "warning", f"{column}: {error}; read without it", column)
            return None

    def note(self, code: str, severity: Severity, message: str, column: str | None = None) -> None:
        span = self.rendered.lines.get(column) if column else None
        self.issues.append(Issue(code, severity, self.stage, message, span))

    def located(self, precision: int, name: str, admin1: str | None, country: Country | None, why: str) -> Located | None:  # fmt: skip
        """The place as the list codes it; None without coordinates."""
        lat, lon = self.decimal("latitude", 90.0), self.decimal("longitude", 180.0)
        if lat is None or lon is None:
            return None
        return Located(
            lat=lat,
            lon=lon,
            radius_km=RADIUS_KM[precision],
            precision=precision,
            name=name,
            kind=_KIND[precision],
            country=country.alpha2 if country else "",
            admin1=admin1 or "",
            why=(why,),
        )

    def quoting(self, *columns: str) -> dict[str, Any] | None:
        """Span and quote of the columns' lines; None where all are empty."""
        span: Span | None = self.rendered.lines_of(*columns)
        if span is None:
            return None
        return {"start": span.start, "end": span.end, "quote": span.of(self.rendered.text)}


def about_row(
    row: RowCells, publisher: Publisher, number: str, title: str | None, published: str | None
) -> About:
    """The document's names. Its id comes from the publisher and its own number of the row alone."""
    return About(
        id=hash_fields(["row", publisher.name, number]),
        doc=f"{publisher.name} {number}",
        origin=f"{publisher.name}#{number}",
        outlet=publisher.name,
        title=title,
        published=published,
        stage=row.stage,
    )


@lru_cache(maxsize=20_000)
def actor_name(words: str) -> str:
    """The name under which the word lists know an actor, else the list's own without what stands in brackets.

    >>> actor_name("IS"), actor_name("Military Forces of Syria (2000-2024)"), actor_name("Orla Front (Orlova)")
    ('ISIS', 'Syrian military', 'Orla Front')
    """
    aside = _ASIDE.search(words)
    bare = words[: aside.start()] if aside is not None and aside.start() else words
    actor = actor_of(bare)
    return actor.name if actor is not None else bare
