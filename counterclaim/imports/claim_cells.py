"""A row of a coder's table as a claim: the columns of our own `claims.csv`, and the document's text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_args

import msgspec

from counterclaim.core.claims import Claim
from counterclaim.core.edtf import day_bounds
from counterclaim.core.errors import DataError
from counterclaim.core.located import Located
from counterclaim.export.cells import guard
from counterclaim.export.tables import CLAIM_COLUMNS
from counterclaim.export.values import OF_SOME_TYPES
from counterclaim.imports.layouts import Layout
from counterclaim.imports.lists import RADIUS_KM
from counterclaim.imports.values import decimal, whole

COLUMNS = ("doc", "text", *(column.name for column in CLAIM_COLUMNS if column.name != "doc"))
LAYOUT = Layout("a table of claims", "claims", COLUMNS, ("type", "quote"), {"document": "doc"})
_TYPES: dict[str, type[Claim]] = {str(each.__struct_config__.tag): each for each in get_args(Claim)}
_WORDS = ("explicitness", "modality", "polarity", "date", "place", *OF_SOME_TYPES)
_WHOLE = ("min", "max")
_NAMES = ("speakers", "via")
_BY_RULE = (
    "explicitness",
    "modality",
    "polarity",
    "qualifier",
    "status",
    "scope",
    "when_edtf",
)  # where empty
_ROUNDED = 1e-6  # degrees; a tenth of a metre
# Columns that a person's table can change in a claim that the store has; the field where it is called otherwise.
FIELDS = {**{name: name for name in (*_NAMES, *_WORDS)}, "when_edtf": "when"}


def unguarded(cell: str) -> str:
    """The words of a cell that an export put an apostrophe before, so that no spreadsheet evaluates it.

    >>> unguarded("'=SUM(A1)"), unguarded("'Twas night")
    ('=SUM(A1)', "'Twas night")
    """
    return cell[1:] if cell.startswith("'") and guard(cell[1:]) == cell else cell


def claim_of(cells: Mapping[str, str]) -> Claim:
    """The claim that a row states; where its words stand is still to be found.

    An empty cell is "not stated". Without an explicitness a claim with speakers is "named", one without "outlet";
    without a qualifier a figure is what its bounds make it.

    Raises:
        DataError: no such type, a cell that its column cannot hold, or that this type of claim has no field for.
    """
    kind = cells.get("type", "").strip().casefold()
    of = _TYPES.get(kind)
    if of is None:
        raise DataError(f"type {kind!r} is none of {', '.join(_TYPES)}")
    fields: dict[str, Any] = {"type": kind, "start": 0, "end": 0, "quote": ""}
    for column, cell in cells.items():
        words = cell.strip()
        if not words or column not in FIELDS:
            continue
        if FIELDS[column] not in of.__struct_fields__:
            raise DataError(f"{column}: a claim of type {kind} has no such field; empty the cell {words!r}")
        if column in _NAMES:
            fields[column] = [part.strip() for part in words.split(";") if part.strip()]
        elif column in _WHOLE:
            fields[column] = _whole(column, cell)
        else:
            fields[FIELDS[column]] = words
    fields.setdefault("explicitness", "named" if fields.get("speakers") else "outlet")
    if kind == "casualty":
        fields.setdefault("qualifier", _qualifier(fields.get("min"), fields.get("max")))
    if "when" in fields:
        _check_day(fields["when"])
    try:
        claim: Claim = msgspec.convert(fields, Claim)
    except msgspec.ValidationError as error:
        told, _, path = str(error).partition(" - at `$.")
        column = path.rstrip("`") or "row"
        raise DataError(f"{column}: {fields.get(column, '')!r}: {told}") from error
    return msgspec.structs.replace(claim, where=_where(cells, getattr(claim, "place", None)))


def differing(
    cells: Mapping[str, str], known: Mapping[str, Any], claim: Claim, *, empties: bool
) -> dict[str, Any]:
    """The fields that a row states otherwise than a claim of the store, with what the row states.

    Args:
        cells: the row; a column that the table does not have, or that is filled in by rule, says nothing.
        known: the claim of the store as an export writes it.
        claim: what the row states.
        empties: an empty cell says that nothing is stated; else it says nothing.
    """
    found: dict[str, Any] = {}
    for column, field in FIELDS.items():
        if column not in cells or field not in claim.__struct_fields__:
            continue
        cell = cells[column].strip()
        if not cell and (not empties or column in _BY_RULE):
            continue
        if _shown(known.get(column)) != (
            str(_whole(column, cell) if cell else "") if column in _WHOLE else cell
        ):
            found[field] = msgspec.to_builtins(getattr(claim, field))
    if "date" in found and not cells.get("when_edtf", "").strip():
        found["when"] = claim.when
    if _elsewhere(cells, known) or ("place" in found and not cells.get("latitude", "").strip()):
        found["where"] = msgspec.to_builtins(claim.where)
    return found


def _elsewhere(cells: Mapping[str, str], known: Mapping[str, Any]) -> bool:
    """Whether the row has coordinates that differ from the store's by more than a spreadsheet rounds away."""
    for column in ("latitude", "longitude"):
        here, there = decimal(cells.get(column, ""), 180.0), known.get(column)
        if here is not None and (there is None or abs(here - float(there)) > _ROUNDED):
            return True
    return False


def _shown(value: object) -> str:
    return "" if value is None else str(value).strip()


def _whole(column: str, cell: str) -> int | None:
    try:
        return whole(cell)
    except DataError as error:
        raise DataError(f"{column}: {error}") from error


def _qualifier(low: int | None, high: int | None) -> str:
    if low is None and high is None:
        return "unknown"
    if low is None:
        return "at_most"
    if high is None:
        return "at_least"
    if low > high:
        raise DataError(f"min: {low} is more than max {high}")
    return ("none" if high == 0 else "exact") if low == high else "between"


def _check_day(edtf: str) -> None:
    try:
        day_bounds(edtf)
    except DataError as error:
        raise DataError(f"when_edtf: {error}") from error


def _where(cells: Mapping[str, str], place: str | None) -> Located | None:
    lat, lon = decimal(cells.get("latitude", ""), 90.0), decimal(cells.get("longitude", ""), 180.0)
    if lat is None or lon is None:
        return None
    precision = whole(cells.get("where_prec", "")) or 1
    if precision not in RADIUS_KM:
        raise DataError(f"where_prec: {precision} is none of UCDP's codes, 1 to 7")
    radius = decimal(cells.get("radius_km", ""), 20_000.0)
    return Located(
        lat=lat,
        lon=lon,
        radius_km=RADIUS_KM[precision] if radius is None else radius,
        precision=precision,
        name=place or "",
        kind="site",
        gazetteer_id=cells.get("gazetteer_id", "").strip(),
        why=("a coder's coordinates",),
    )
