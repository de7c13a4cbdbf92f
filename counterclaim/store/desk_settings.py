"""What people set for the desk: their keys, and for everybody the share of claims that two people code."""

from __future__ import annotations

from typing import Any

import msgspec
from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert as upsert

from counterclaim.core.errors import DataError
from counterclaim.store.audit import canonical
from counterclaim.store.reviews_schema import desk_settings

EVERYBODY = ""
DEFAULT_SHARE = 0.2  # of claims that two people code, until somebody sets another


def read_setting(connection: Connection, who: str, name: str) -> Any:
    """What was set, as JSON holds it; None where nothing was."""
    table = desk_settings.c
    value = connection.scalar(select(table.value).where(table.who == who, table.name == name))
    return None if value is None else msgspec.json.decode(value)


def write_setting(connection: Connection, who: str, name: str, value: object) -> None:
    """Set it; what was set before is gone."""
    row = {"who": who, "name": name, "value": canonical(value)}
    adding = upsert(desk_settings).values(row)
    connection.execute(
        adding.on_conflict_do_update(index_elements=["who", "name"], set_={"value": adding.excluded.value})
    )


def read_share(connection: Connection) -> float:
    """The share of claims that two people code, 0 to 1."""
    kept = read_setting(connection, EVERYBODY, "share")
    return float(kept) if isinstance(kept, int | float) else DEFAULT_SHARE


def write_share(connection: Connection, share: float) -> None:
    """Set it for everybody.

    Raises:
        DataError: it is no share.
    """
    if not 0 <= share <= 1:
        raise DataError(f"a share lies between 0 and 1, not at {share}")
    write_setting(connection, EVERYBODY, "share", share)
