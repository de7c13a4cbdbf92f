"""Which column of a list holds what: the names that releases and spreadsheet programs give it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from counterclaim.core.errors import DataError

# Shapefiles cut headings here, and tables made from them keep them cut.
_CUT = 10
_SHOWN = 20  # headings that an error lists


class Layout(NamedTuple):
    """The columns of a list. `also` are other names, each in lower case, for the column behind it."""

    name: str
    command: str  # counterclaim import COMMAND
    columns: tuple[str, ...]
    required: tuple[str, ...]
    also: Mapping[str, str] = {}


def map_headings(headings: Sequence[str], layout: Layout, others: Sequence[Layout] = ()) -> dict[str, str]:
    """The heading of each column of the layout that is there.

    Case, and blanks or hyphens for underscores, do not matter. Of two headings for one column the first counts.

    >>> layout = Layout("GED", "ged", ("id", "deaths_civilians"), ("id",), {"event": "id"})
    >>> map_headings(["Event", "deaths_civ", "mood"], layout)
    {'id': 'Event', 'deaths_civilians': 'deaths_civ'}

    Raises:
        DataError: a required column is missing; the message lists what is there, and names the layout among
            `others` that fits, if one does.
    """
    found: dict[str, str] = {}
    for heading in headings:
        column = _column(heading, layout)
        if column is not None and column not in found:
            found[column] = heading
    missing = [column for column in layout.required if column not in found]
    if missing:
        fits = next((each for each in others if _fits(headings, each)), None)
        next_step = (
            f"its columns are those of {fits.name}: counterclaim import {fits.command}"
            if fits
            else f"name it so in the first row (there are: {', '.join(headings[:_SHOWN]) or 'none'})"
        )
        raise DataError(f"no column {missing[0]} of {layout.name}; {next_step}")
    return found


def _column(heading: str, layout: Layout) -> str | None:
    name = heading.strip().casefold().replace(" ", "_").replace("-", "_").strip("_")
    name = layout.also.get(name, name)
    if name in layout.columns:
        return name
    if len(name) == _CUT:
        whole = [column for column in layout.columns if column.startswith(name)]
        return whole[0] if len(whole) == 1 else None
    return None


def _fits(headings: Sequence[str], layout: Layout) -> bool:
    columns = {_column(heading, layout) for heading in headings}
    return columns.issuperset(layout.required)
