"""Rows of ACLED as ACLED's accounts, in the columns of today and of its earlier files."""

from __future__ import annotations

import calendar
from datetime import UTC, date, datetime, timedelta
from typing import Any

from counterclaim.core.claims import ROW_MAKER, Agreement, Casualty, Claim, Control, Event
from counterclaim.core.located import Located
from counterclaim.core.types import Sheet
from counterclaim.export.countries import Country, country_by
from counterclaim.imports.acled_types import CLASH, EVENT_TYPES, OVERTAKES, REGAINS, SUB_EVENTS
from counterclaim.imports.layouts import Layout
from counterclaim.imports.lists import List, Publisher, RowCells, RowRefusedError, about_row, actor_name
from counterclaim.imports.rendering import sheet_of
from counterclaim.imports.values import span_of_days

STAGE = f"{ROW_MAKER}acled.v1"
ACLED = Publisher("ACLED", ("Armed Conflict Location & Event Data",))
_BLOCKS = tuple(
    tuple(block.split())
    for block in (
        """event_id_cnty event_date time_precision location admin3 admin2 admin1 country geo_precision latitude
        longitude event_type sub_event_type actor1 assoc_actor_1 actor2 assoc_actor_2 notes""",
        "fatalities",
        """disorder_type civilian_targeting inter1 inter2 interaction source source_scale tags year iso iso3 region gwno data_id
        event_id_no_cnty timestamp""",
    )
)
LAYOUT = Layout(
    "ACLED",
    "acled",
    tuple(column for block in _BLOCKS for column in block),
    ("event_id_cnty", "event_date", "event_type", "fatalities"),
    {
        "ally_actor_1": "assoc_actor_1", "ally_actor_2": "assoc_actor_2", "associated_actor_1": "assoc_actor_1",
        "associated_actor_2": "assoc_actor_2", "event_subtype": "sub_event_type", "sub_type": "sub_event_type",
        "actor_1": "actor1", "actor_2": "actor2", "inter_1": "inter1", "inter_2": "inter2", "event_id": "event_id_cnty",
        "admin_1": "admin1", "admin_2": "admin2", "admin_3": "admin3", "geo_precis": "geo_precision",
        "time_preci": "time_precision", "lat": "latitude", "lon": "longitude",
    },
)  # fmt: skip
_HAPPENING = tuple("event_type sub_event_type actor1 assoc_actor_1 actor2 assoc_actor_2 notes".split())
_PRECISION = {1: 1, 2: 2, 3: 4}  # UCDP's code of ACLED's: a town, a part of a region, a larger region
_WEEK = timedelta(days=3)  # either side of the day that stands for a week
STATE, CIVILIANS = 1, 7


def read_acled(row: RowCells, publisher: Publisher, published: str | None) -> Sheet:
    """The sheet of one row: the event, who took a place, an agreement, and the dead.

    `timestamp` is the day on which ACLED last said so, and goes before `published`. Who acted on whom is taken
    from the two actors where one of them are civilians or there is only one; in a battle they are the two sides.
    0 fatalities makes no figure: ACLED writes it for "none" as for "none reported".

    Raises:
        RowRefusedError: no number of its own, or no day.
    """
    number = row.words("event_id_cnty")
    if number is None:
        raise RowRefusedError("event_id_cnty is empty; a row is known by it when it comes again")
    common = _common(row, publisher)
    kind = row.words("sub_event_type")
    quote = row.quoting(*_HAPPENING)
    claims: list[Claim] = []
    actor, target = _sides(row)
    if quote is not None:
        claims += _happening(row, kind, actor, target, {**quote, **common})
    dead, told = row.whole("fatalities"), row.quoting("fatalities")
    if dead and told is not None:
        did = actor if target == "civilians" else None
        claims.append(
            Casualty(harm="killed", min=dead, max=dead, qualifier="exact", perpetrator=did, **told, **common)
        )
    title = ", ".join(
        part for part in (kind or row.words("event_type"), row.words("location"), common["when"]) if part
    )
    about = about_row(row, publisher, number, title, _stated(row) or published)
    return sheet_of(row.rendered, about, claims, row.issues)


LIST = List(LAYOUT, _BLOCKS, ACLED, STAGE, read_acled)


def _common(row: RowCells, publisher: Publisher) -> dict[str, Any]:
    """What every claim of the row has: speaker, time and place."""
    day = row.day("event_date")
    if day is None:
        raise RowRefusedError("event_date is empty; a row without a day is not read")
    place = row.words("location") or row.words("admin2") or row.words("admin1") or row.words("country")
    return {
        "speakers": (publisher.name,),
        "speaker_aliases": publisher.aliases,
        "explicitness": "named",
        "date": row.words("event_date"),
        "when": _when(row, day),
        "when_basis": f"as coded, time_precision {row.words('time_precision') or 'not given'}",
        "place": place,
        "where": _where(row, place or "", publisher),
        "maker": STAGE,
    }


def _when(row: RowCells, day: date) -> str:
    precision = row.whole("time_precision") or 1
    if precision == 2:
        return span_of_days(day - _WEEK, day + _WEEK)
    if precision == 3:
        return span_of_days(day.replace(day=1), day.replace(day=calendar.monthrange(day.year, day.month)[1]))
    if precision != 1:
        row.note("import.code", "warning", f"time_precision {precision} is no code of ACLED's; read as 1", "time_precision")  # fmt: skip
    return day.isoformat()


def _where(row: RowCells, place: str, publisher: Publisher) -> Located | None:
    code = row.whole("geo_precision") or 1
    if code not in _PRECISION:
        row.note("import.code", "warning", f"geo_precision {code} is no code of ACLED's; read as 3", "geo_precision")  # fmt: skip
        code = 3
    admin1 = row.words("admin1")
    name = (admin1 or place) if code == 3 else place
    why = f"as {publisher.name} codes it, geo_precision {code}"
    return row.located(_PRECISION[code], name, admin1, _country(row), why)


def _country(row: RowCells) -> Country | None:
    name = row.words("country")
    found = (
        country_by("numeric", row.whole("iso"))
        or country_by("alpha3", row.words("iso3"))
        or country_by("gw", row.whole("gwno"))
        or country_by("name", name)
    )
    if found is None and name:
        row.note("import.country", "info", f"country {name!r} is not in the list of countries", "country")
    return found


def _stated(row: RowCells) -> str | None:
    """The day of `timestamp`, seconds since 1970."""
    seconds = row.whole("timestamp")
    try:
        return datetime.fromtimestamp(seconds, UTC).date().isoformat() if seconds else None
    except (OverflowError, ValueError, OSError):
        row.note("import.number", "warning", f"timestamp {seconds} is no time; read without it", "timestamp")
        return None


def _sides(row: RowCells) -> tuple[str | None, str | None]:
    """Who did it to whom, as far as the two actors tell; the order in which they stand says nothing."""
    first, second = row.words("actor1"), row.words("actor2")
    civil = [_are_civilians(row, name, number) for number, name in ((1, first), (2, second))]
    if first and second and civil == [False, True]:
        return actor_name(first), "civilians"
    if first and second and civil == [True, False]:
        return actor_name(second), "civilians"
    if first and not second and not civil[0]:
        return actor_name(first), None
    return None, "civilians" if any(civil) else None


def _are_civilians(row: RowCells, name: str | None, number: int) -> bool:
    code = row.words(f"inter{number}") or ""
    return code in (str(CIVILIANS), "Civilians") or (name or "").startswith("Civilians")


def _happening(
    row: RowCells, kind: str | None, actor: str | None, target: str | None, fields: dict[str, Any]
) -> list[Claim]:
    event_type = row.words("event_type") or ""
    if kind == "Agreement":
        return [Agreement(agreement="Agreement", status="announced", **fields)]
    known = SUB_EVENTS.get((kind or "").casefold()) or EVENT_TYPES.get(event_type.casefold())
    if known is None:
        row.note("import.code", "info", f"event type {kind or event_type!r} is not known; read as another kind", "event_type")  # fmt: skip
        known = "other"
    first, second = row.words("actor1"), row.words("actor2")
    if known == CLASH and first and second:
        actor, target = actor_name(first), actor_name(second)
    claims: list[Claim] = [Event(event_type=known, actor=actor, target=target, **fields)]
    holder = _new_holder(row, kind)
    if holder is not None:
        claims.append(Control(holder=holder, change="seizes", **fields))
    return claims


def _new_holder(row: RowCells, kind: str | None) -> str | None:
    """Who took the place: the one state force where a government regained it, the one other where it lost it."""
    if kind not in (REGAINS, OVERTAKES):
        return None
    wants_state = kind == REGAINS
    sides = [
        name
        for number in (1, 2)
        if (name := row.words(f"actor{number}"))
        and (row.words(f"inter{number}") in (str(STATE), "State Forces")) == wants_state
    ]
    return actor_name(sides[0]) if len(sides) == 1 else None
