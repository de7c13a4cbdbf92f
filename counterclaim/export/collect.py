"""Rows of an incident each; an incident that cannot be written without a guess is refused with its reason."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from counterclaim.export.gather import Gathered, Record
from counterclaim.export.made import Refusal, RefusedError

Row = TypeVar("Row")


def each_incident(
    record: Record, file: str, make: Callable[[Gathered], Row]
) -> tuple[list[Row], tuple[Refusal, ...]]:
    """What `make` gives for each incident, by code, and the incidents for which it refuses."""
    rows: list[Row] = []
    refused: list[Refusal] = []
    for one in record.incidents:
        try:
            rows.append(make(one))
        except RefusedError as error:
            incident = one.incident
            refused.append(Refusal(file, incident.code, incident.title, error.reason, error.why))
    return rows, tuple(refused)
