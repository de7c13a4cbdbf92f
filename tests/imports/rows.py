"""Invented rows of UCDP GED and ACLED, and what an import makes of them."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from counterclaim.core.claims import Casualty, Claim, Event
from counterclaim.core.types import Sheet
from counterclaim.imports import acled, ucdp
from counterclaim.imports.into_store import import_list
from counterclaim.imports.lists import List, RowCells
from counterclaim.imports.outcomes import RowOutcome
from counterclaim.inputs.limits import DEFAULTS
from counterclaim.store import Store

Row = Mapping[str, str]


def ged(**cells: str) -> dict[str, str]:
    """A strike of the US on Syrian soldiers, invented but for the sides."""
    return {
        "id": "1001",
        "relid": "SYR-2016-1-1-1",
        "year": "2016",
        "type_of_violence": "1",
        "dyad_name": "Government of United States of America - Government of Syria",
        "side_a": "Government of United States of America",
        "side_b": "Government of Syria",
        "source_headline": "Coalition strike kills soldiers near the airport",
        "where_prec": "2",
        "where_coordinates": "Deir ez-Zor airport",
        "adm_1": "Dayr az Zawr governorate",
        "latitude": "35.2854",
        "longitude": "40.1760",
        "country": "Syria",
        "country_id": "652",
        "event_clarity": "1",
        "date_prec": "1",
        "date_start": "2016-09-17 00:00:00.000",
        "date_end": "2016-09-17 00:00:00.000",
        "deaths_a": "0",
        "deaths_b": "70",
        "deaths_civilians": "0",
        "deaths_unknown": "0",
        "best": "70",
        "high": "90",
        "low": "65",
    } | cells


def event(**cells: str) -> dict[str, str]:
    """A raid on a market in an invented town."""
    return {
        "event_id_cnty": "SYR77",
        "event_date": "12 May 2017",
        "year": "2017",
        "time_precision": "1",
        "event_type": "Explosions/Remote violence",
        "sub_event_type": "Air/drone strike",
        "actor1": "Military Forces of Syria (2000-2024)",
        "inter1": "1",
        "actor2": "Civilians (Syria)",
        "inter2": "7",
        "iso": "760",
        "country": "Syria",
        "admin1": "Idleb",
        "location": "Hadira",
        "latitude": "35.9",
        "longitude": "36.6",
        "geo_precision": "1",
        "source": "Radio Orsa; Coast Monitor",
        "notes": "On 12 May 2017, regime warplanes hit the vegetable market of Hadira. 14 people were killed.",
        "fatalities": "14",
        "timestamp": "1495000000",
    } | cells


def write_table(path: Path, rows: Sequence[Row], *, delimiter: str = ",", encoding: str = "utf-8") -> Path:
    """The rows as a CSV file with the headings of the first."""
    lines = io.StringIO(newline="")
    writer = csv.DictWriter(lines, list(rows[0]), delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    path.write_bytes(lines.getvalue().encode(encoding))
    return path


def run(path: Path, store: Store | None, what: List = ucdp.LIST, **options: Any) -> list[RowOutcome]:
    return list(import_list(path, what, store, limits=DEFAULTS, **options))


def sheet_from(row: Row, what: List = ucdp.LIST, published: str | None = None) -> Sheet:
    """The sheet that one row becomes."""
    return what.read(RowCells(row, what.blocks, what.stage), what.publisher, published)


def acled_sheet(row: Row) -> Sheet:
    """The sheet of a row of ACLED in today's headings."""
    return sheet_from(row, acled.LIST)


def figures(sheet: Sheet, scope: str = "incident") -> list[Casualty]:
    return [claim for claim in sheet.claims or () if isinstance(claim, Casualty) and claim.scope == scope]


def events(sheet: Sheet) -> list[Event]:
    return [claim for claim in sheet.claims or () if isinstance(claim, Event)]


def quoted(sheet: Sheet, claim: Claim) -> str:
    return sheet.document.text[claim.start : claim.end]
