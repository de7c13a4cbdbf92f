"""Rows of UCDP GED as UCDP's accounts: who it counts dead, where, when, and between whom.

The columns are read by name, in any order: releases 17 to 26 have 42 to 49 of them, and move them about.
"""

from __future__ import annotations

from typing import Any

from counterclaim.core.claims import ROW_MAKER, Casualty, Claim, Event, FigureQualifier, Status
from counterclaim.core.patterns import pattern
from counterclaim.core.types import Sheet
from counterclaim.export.countries import Country, country_by
from counterclaim.imports.layouts import Layout
from counterclaim.imports.lists import List, Publisher, RowCells, RowRefusedError, about_row, actor_name
from counterclaim.imports.rendering import sheet_of
from counterclaim.imports.values import span_of_days

STAGE = f"{ROW_MAKER}ucdp.v1"
UCDP = Publisher("UCDP", ("Uppsala Conflict Data Program",))
_ONE_SIDED = 3
_BLOCKS = tuple(
    tuple(block.split())
    for block in (
        """id date_start date_end date_prec where_coordinates where_description adm_2 adm_1 country where_prec
        latitude longitude type_of_violence conflict_name dyad_name side_a side_b source_headline""",
        "best high low",
        "deaths_a",
        "deaths_b",
        "deaths_civilians",
        "deaths_unknown",
        """event_clarity relid year active_year code_status number_of_sources source_article source_office source_date
        source_original conflict_dset_id conflict_new_id dyad_dset_id dyad_new_id side_a_dset_id side_a_new_id
        side_b_dset_id side_b_new_id gwnoa gwnob geom_wkt priogrid_gid country_id iso3 region""",
    )
)
LAYOUT = Layout(
    "UCDP GED",
    "ucdp",
    tuple(column for block in _BLOCKS for column in block),
    ("id", "date_start", "best", "side_a", "type_of_violence"),
    {
        "event_id": "id", "best_est": "best", "high_est": "high", "low_est": "low", "where_coord": "where_coordinates",
        "conflict_id": "conflict_new_id", "dyad_id": "dyad_new_id", "side_a_id": "side_a_new_id",
        "side_b_id": "side_b_new_id", "gwno_a": "gwnoa", "gwno_b": "gwnob", "gwnob_id": "gwnob", "lat": "latitude",
        "lon": "longitude", "adm1": "adm_1", "adm2": "adm_2", "side_a_dset": "side_a_dset_id",
        "gw_country_id": "country_id",
    },
)  # fmt: skip
# State numbers that UCDP goes on using where Gleditsch and Ward have another.
_OTHER_NUMBERS = {345: "Serbia", 260: "Germany", 679: "Yemen"}
_OWN_EXPORT = pattern(r"(?:[A-Z]{3}|WAT)-\d{4}-[123]-CC-\w+")
_HAPPENING = ("type_of_violence", "conflict_name", "dyad_name", "side_a", "side_b", "source_headline")
_FIGURES = ("best", "high", "low")
_SHARES = ("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown")


def read_ucdp(row: RowCells, publisher: Publisher, published: str | None) -> Sheet:
    """The sheet of one row: its figure with both bounds, the dead of each side as parts, and the event.

    The sides of a battle are no actor and target of the event: UCDP says who fought, not who struck whom. One-sided
    violence has both. The dead of a side count as killed by the other, which is what a dyad is. Values that break low ≤ best ≤ high are kept as they are, with an issue.

    Raises:
        RowRefusedError: no number of its own, no day, or no figure at all.
    """
    number = row.words("id")
    if number is None:
        raise RowRefusedError("id is empty; a row is known by it when it comes again")
    if publisher == UCDP and _OWN_EXPORT.fullmatch(row.words("relid") or ""):
        raise RowRefusedError("relid is that of an export of Counterclaim, not of UCDP; say whose list it is with --publisher")  # fmt: skip
    common = _common(row, publisher)
    claims: list[Claim] = []
    event = row.quoting(*_HAPPENING)
    one_sided = row.whole("type_of_violence") == _ONE_SIDED
    side_a, side_b = row.words("side_a"), row.words("side_b")
    doer = actor_name(side_a) if one_sided and side_a else None
    if event is not None:
        claims.append(
            Event(
                event_type="attack", actor=doer, target="civilians" if one_sided else None, **event, **common
            )
        )
    claims += _figures(row, doer, common)
    claims += _parts(row, side_a, side_b, common)
    title = ", ".join(
        part for part in (row.words("dyad_name"), row.words("where_coordinates"), common["date"]) if part
    )
    about = about_row(row, publisher, number, title, published)
    return sheet_of(row.rendered, about, claims, row.issues)


LIST = List(LAYOUT, _BLOCKS, UCDP, STAGE, read_ucdp)


def _common(row: RowCells, publisher: Publisher) -> dict[str, Any]:
    """What every claim of the row has: speaker, time and place."""
    first, last = row.day("date_start"), row.day("date_end")
    if first is None:
        raise RowRefusedError("date_start is empty; a row without a day is not read")
    if last is not None and last < first:
        row.note("import.days", "warning", f"date_end {last} lies before date_start {first}; read as {first}", "date_end")  # fmt: skip
        last = None
    precision = row.whole("where_prec") or 5
    if not 1 <= precision <= 7:
        row.note("import.code", "warning", f"where_prec {precision} is no code of UCDP's; read as 5", "where_prec")  # fmt: skip
        precision = 5
    admin1 = row.words("adm_1")
    where = row.words("where_coordinates") or row.words("adm_2") or admin1 or row.words("country")
    return {
        "speakers": (publisher.name,),
        "speaker_aliases": publisher.aliases,
        "explicitness": "named",
        "date": _date_words(row),
        "when": span_of_days(first, last or first),
        "when_basis": f"as coded, date_prec {row.words('date_prec') or 'not given'}",
        "place": where,
        "where": row.located(
            precision,
            where or "",
            admin1,
            _country(row),
            f"as {publisher.name} codes it, where_prec {precision}",
        ),
        "maker": STAGE,
    }


def _date_words(row: RowCells) -> str | None:
    """The first day as the cell has it, without the time of day that every row has."""
    cell = row.words("date_start")
    return cell.split(" 00:00")[0] if cell else None


def _country(row: RowCells) -> Country | None:
    number, name = row.whole("country_id"), row.words("country")
    found = (
        country_by("gw", number)
        or country_by("alpha3", row.words("iso3"))
        or country_by("name", _OTHER_NUMBERS.get(number or 0) or (name or "").partition(" (")[0])
    )
    if found is None and name:
        row.note("import.country", "info", f"country {name!r} is not in the list of countries", "country")
    return found


def _figures(row: RowCells, doer: str | None, common: dict[str, Any]) -> list[Claim]:
    best, high, low = (row.whole(column) for column in _FIGURES)
    told = [figure for figure in (low, best, high) if figure is not None]
    quote = row.quoting(*_FIGURES)
    if not told or quote is None:
        raise RowRefusedError("best, low and high are empty; a row without a figure is not read")
    if told != sorted(told):
        message = f"low {low}, best {best}, high {high}: not in rising order; kept as they are"
        row.note("import.order", "info", message, "best")
    bottom = low if low is not None else best
    top = high if high is not None else best
    if bottom is not None and top is not None and bottom > top:
        bottom, top = top, bottom
    if not any(told):
        return []  # nobody is counted; an event has a death by UCDP's definition, so this is no "nobody died"
    qualifier: FigureQualifier = "exact" if bottom == top else "between"
    if bottom is None or top is None:
        qualifier = "at_most" if bottom is None else "at_least"
    return [
        Casualty(harm="killed", min=bottom, max=top, qualifier=qualifier, perpetrator=doer, **quote, **common)
    ]


def _parts(row: RowCells, side_a: str | None, side_b: str | None, common: dict[str, Any]) -> list[Claim]:
    """Those of `best` whom the row gives to a side; a side without dead has no part."""
    counted = {column: row.whole(column) for column in _SHARES}
    best = row.whole("best")
    known = [share for share in counted.values() if share is not None]
    if best is not None and len(known) == len(_SHARES) and sum(known) != best:
        row.note(
            "import.sum", "info", f"the dead of the sides add up to {sum(known)}, best is {best}", "best"
        )
    one_sided = row.whole("type_of_violence") == _ONE_SIDED
    whose: dict[str, tuple[str | None, Status, str | None]] = {
        "deaths_a": (side_a, "combatant", None if one_sided else side_b),
        "deaths_b": (side_b, "civilian" if one_sided else "combatant", side_a),
        "deaths_civilians": ("civilians", "civilian", side_a if one_sided else None),
        "deaths_unknown": (None, "unknown", None),
    }
    parts: list[Claim] = []
    for column, (group, status, other) in whose.items():
        share, quote = counted[column], row.quoting(column)
        if not share or quote is None:
            continue
        parts.append(
            Casualty(
                harm="killed",
                min=share,
                max=share,
                qualifier="exact",
                group=group,
                status=status,
                scope="part",
                perpetrator=actor_name(other) if other else None,
                **quote,
                **common,
            )
        )
    return parts
