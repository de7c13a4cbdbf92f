"""The feed of a TimeMap, against the schemas of its own reader (restated from its validators)."""

from __future__ import annotations

from typing import Any

import jsonschema
import pytest

from tests.export.reading import made, reasons, value
from tests.export.telling import PROVINCE, event, incident, record, strike_on_soldiers, toll

TEXT = {"type": "string"}
EVENT: dict[str, Any] = {
    "type": "object",
    "properties": {
        **dict.fromkeys(
            "id description date time time_precision location latitude longitude type category category_full "
            "comments time_display shape colour".split(),
            TEXT,
        ),
        "associations": {"type": "array"},
        "sources": {"type": "array"},
        "narrative___stepStyles": {"type": "array"},
    },
    "additionalProperties": False,
    "required": ["description", "associations"],
    "dependentRequired": {"latitude": ["longitude"], "longitude": ["latitude"]},
    "anyOf": [{"required": ["date"]}, {"required": ["latitude"]}],
}
SOURCE: dict[str, Any] = {
    "type": "object",
    "properties": {
        **dict.fromkeys("id title thumbnail type url description parent author date notes".split(), TEXT),
        "paths": {"type": "array"},
        "affil_s": {"type": "array"},
    },
    "additionalProperties": False,
    "required": ["id", "paths"],
}
ASSOCIATION: dict[str, Any] = {
    "type": "object",
    "properties": {
        **dict.fromkeys("id title desc mode colour type display".split(), TEXT),
        "filter_paths": {"type": "array"},
    },
    "additionalProperties": False,
    "required": ["id", "title", "mode"],
}


@pytest.mark.parametrize(
    ("name", "schema"),
    [
        ("timemap_events.json", EVENT),
        ("timemap_sources.json", SOURCE),
        ("timemap_associations.json", ASSOCIATION),
    ],
)
def test_every_entry_is_one_that_the_reader_takes(name: str, schema: dict[str, Any]) -> None:
    told = record(strike_on_soldiers(), incident(toll(2, 2, where=PROVINCE), code="CC-B", kind=None))
    entries = value(made(told, "timemap"), name)
    for entry in entries.values() if name == "timemap_sources.json" else entries:
        jsonschema.validate(entry, schema)


def test_the_day_is_the_day_that_was_told() -> None:
    (entry,) = value(made(record(strike_on_soldiers()), "timemap"), "timemap_events.json")
    assert (entry["date"], entry["time_display"]) == ("09/17/2016", "17 September 2016")
    assert (entry["latitude"], entry["longitude"]) == ("35.25", "40.125")


def test_without_a_year_it_is_shown_by_its_place_alone() -> None:
    (entry,) = value(made(record(incident(toll(2, 2), when="XXXX-09-17")), "timemap"), "timemap_events.json")
    assert (entry["date"], entry["time_display"]) == ("", "17 September, year not stated")


def test_with_neither_day_nor_point_it_is_refused() -> None:
    told = incident(event("siege", "ISIS"), when="XXXX-09-17", place=None)
    assert reasons(made(record(told), "timemap")) == ["no_day_no_place"]


def test_every_event_s_sources_and_kinds_are_in_the_other_files() -> None:
    out = made(record(strike_on_soldiers()), "timemap")
    sources = value(out, "timemap_sources.json")
    kinds = {entry["id"] for entry in value(out, "timemap_associations.json")}
    for entry in value(out, "timemap_events.json"):
        assert set(entry["sources"]) <= sources.keys()
        assert set(entry["associations"]) <= kinds
