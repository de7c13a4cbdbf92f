"""Incidents of about the same days as another, found by the day in their row."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta
from itertools import chain

from sqlalchemy import Connection, func, or_, select

from counterclaim.core.edtf import LEAP_YEAR, day_bounds
from counterclaim.core.errors import DataError
from counterclaim.core.incidents import FiledClaim, Incident
from counterclaim.store import schema
from counterclaim.store.find import read_claims_by_id
from counterclaim.store.linked import TITLE_COLUMNS, titled

_DAY = len("-09-17")


def find_of_days_near(connection: Connection, incident: Incident, days: int) -> list[Incident]:
    """Other incidents whose first day lies within `days` of this one's, by code, without their claims and relations.

    A day of no stated year is near the same days of every year. Nothing where this one's day is not known
    more closely than the days that are near, or cannot be read.
    """
    bounds = _bounds(incident.when)
    if bounds is None:
        return []
    first, last = bounds
    if (last - first).days > days:
        return []
    any_year = "XXXX" in (incident.when or "")
    length = (last - first).days + 2 * days + 1
    near = [first + timedelta(days=number - days) for number in range(length)]
    table = schema.incidents
    year, day = func.substr(table.c.when_edtf, 1, 4), func.substr(table.c.when_edtf, 5, _DAY)
    of_year = [] if any_year else [or_(year == "XXXX", year.in_({f"{one.year:04d}" for one in near}))]
    rows = connection.execute(
        select(*TITLE_COLUMNS)
        .where(day.in_({f"-{one:%m-%d}" for one in near}), *of_year, table.c.code != incident.code)
        .order_by(table.c.code)
    )
    return [titled(row) for row in rows if _bounds(row.when_edtf) is not None]


def read_claims_of(connection: Connection, codes: Collection[str]) -> dict[str, list[FiledClaim]]:
    """The claims of several incidents as ruled, by code; rejected ones are left out."""
    table = schema.incident_claims.c
    members: dict[str, list[str]] = {code: [] for code in codes}
    for code, claim in connection.execute(
        select(table.code, table.claim_id).where(table.code.in_(members)).order_by(table.code, table.position)
    ):
        members[code].append(claim)
    filed = {
        one.claim.id: one for one in read_claims_by_id(connection, chain.from_iterable(members.values()))
    }
    return {code: [filed[claim] for claim in ids if claim in filed] for code, ids in members.items()}


def _bounds(when: str | None) -> tuple[date, date] | None:
    try:
        first, last = day_bounds(when, LEAP_YEAR if "XXXX" in when else None) if when else (None, None)
    except DataError:
        return None
    return None if first is None or last is None else (first, last)
