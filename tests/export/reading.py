"""Reading back what an export wrote."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

from counterclaim.export import Made, Record, export
from counterclaim.incidents.profiles import Settings


def made(record: Record, *formats: str, profile: str | None = None, settings: Settings | None = None) -> Made:
    return export(record, formats, profile, settings)


def data(of: Made, name: str) -> bytes:
    return next(file.data for file in of.files if file.name == name)


def rows(of: Made, name: str) -> list[dict[str, str]]:
    """Rows of a table; every cell as its text."""
    delimiter = "\t" if name.endswith(".tsv") else ","
    return list(csv.DictReader(io.StringIO(data(of, name).decode(), newline=""), delimiter=delimiter))


def value(of: Made, name: str) -> Any:
    return json.loads(data(of, name))


def lines(of: Made, name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in data(of, name).splitlines()]


def reasons(of: Made) -> list[str]:
    return [one.reason for one in of.refused]
