"""PLOVER events and POLECAT rows: categories of the manual, parties with sectors, claims as an extension."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from counterclaim.export.plover_events import _CODINGS
from counterclaim.export.polecat import COLUMNS
from tests.export.reading import lines, made, reasons, rows
from tests.export.telling import PROVINCE, event, incident, record, strike_on_soldiers, toll

NAME = "plover.jsonl"
ONTOLOGY = Path(__file__).parents[3] / "shared" / "corpora" / "peer_cases" / "plover_ontology.json"


def test_an_event_has_the_required_fields_and_every_account_of_it() -> None:
    (told,) = lines(made(record(strike_on_soldiers()), "plover"), NAME)
    assert {"id", "date", "actor", "event"} <= told.keys()
    assert (told["event"], told["mode"], told["quad_code"]) == (["ASSAULT"], ["aerial"], 4)
    assert told["actor"] == [{"entity_text": "US-led coalition"}]
    assert told["recipient"] == [{"entity_text": "Syrian soldiers", "code": "SYR", "sector": "MIL"}]
    figures = [
        (claim["speakers"][0], claim["min"], claim.get("max")) for claim in told["claims"] if "min" in claim
    ]
    assert figures == [
        ("US-led coalition", 62, None),
        ("Russian military", 62, 62),
        ("Syrian Observatory for Human Rights", 83, 83),
    ]


def test_a_size_is_the_range_of_the_profile_that_the_line_names() -> None:
    (told,) = lines(made(record(strike_on_soldiers()), "plover"), NAME)
    assert (told["size"], told["tallies"]["profile"]) == ({"dead": "62–83"}, "accounts.v1")
    (other,) = lines(made(record(strike_on_soldiers()), "plover", profile="acled-like"), NAME)
    assert (other["size"], other["tallies"]["profile"]) == ({"dead": 62}, "acled-like.v2")


def test_where_in_the_document_it_stands_is_told_and_the_text_is_not_handed_on() -> None:
    (told,) = lines(made(record(strike_on_soldiers()), "plover"), NAME)
    assert told["text_info"] == {"text_story": "d1", "start": 0, "end": 9, "type": "casualty"}
    assert "text" not in told


def test_a_province_has_no_coordinates() -> None:
    far = toll(5, 5, "medics", where=PROVINCE)
    (told,) = lines(made(record(incident(far, event("air_strike", "ISIS"))), "plover"), NAME)
    assert told["event_loc"]["resolution"] == 2
    assert "lat" not in told["event_loc"]


def test_people_who_flee_are_recipients_of_whoever_drives_them_out() -> None:
    flight = toll(900, 900, "UNHCR", harm="displaced", perpetrator="ISIS", group="residents")
    (told,) = lines(made(record(incident(flight, kind="displacement")), "plover"), NAME)
    assert (told["event"], told["mode"], told["actor"]) == (["SANCTION"], ["expel"], [{"entity_text": "ISIS", "sector": "REB"}])  # fmt: skip
    assert told["recipient"] == [{"entity_text": "civilians", "sector": "CVL"}]
    assert "quad_code" not in told


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"when": "XXXX-09-17"}, "no_year"),
        ({"kind": "notification"}, "no_such_type"),
        ({"kind": None}, "no_kind"),
    ],
)
def test_what_the_manual_has_no_place_for_is_refused(fields: dict[str, Any], reason: str) -> None:
    assert reasons(made(record(incident(*strike_on_soldiers().filed, **fields)), "plover")) == [reason]


def test_without_an_actor_there_is_no_event() -> None:
    assert reasons(made(record(incident(toll(5, 5, "medics"))), "plover", "polecat")) == [
        "no_actor",
        "no_actor",
    ]


def test_polecat_has_40_columns_and_no_cell_breaks_a_line() -> None:
    told = event("air_strike", "ISIS", quote="one\ttwo\nthree")
    out = made(record(incident(told, toll(1, 1, "=cmd|'/c calc'!A0"), place="Hadira")), "polecat")
    (row,) = rows(out, "polecat_like.tsv")
    assert len(COLUMNS) == len(row) == 40
    assert (row["Event Type"], row["Actor Name"], row["Event Intensity"]) == ("ASSAULT", "ISIS", "")


@pytest.mark.skipif(not ONTOLOGY.exists(), reason="the PLOVER ontology is not beside the project")
def test_every_category_mode_and_quad_code_is_one_of_the_manual() -> None:
    events = json.loads(ONTOLOGY.read_text("utf-8"))["events"]
    for coding in _CODINGS.values():
        assert coding.mode is None or coding.mode in events[coding.event]["modes"]
        assert coding.quad is None or coding.quad == events[coding.event]["quad"]
