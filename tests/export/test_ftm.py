"""FollowTheMoney statements: one entity a claim, ids as the library makes them, and no number lost."""

from __future__ import annotations

import io
from collections import defaultdict
from typing import Any

import pytest

from counterclaim.export import Record
from tests.export.reading import data, lines, made, rows
from tests.export.telling import event, incident, record, strike_on_soldiers, toll

NAME = "ftm_statements.jsonl"
# Of the model in 4.11.2: the properties that the statements use, with their types, by schema.
THING = {"id": "id", "name": "name", "country": "country", "summary": "text", "description": "text"}
MODEL: dict[str, dict[str, str]] = {
    "Article": {**THING, "title": "string", "publisher": "string", "publishedAt": "date", "sourceUrl": "url"},
    "Event": {
        **THING,
        "startDate": "date",
        "endDate": "date",
        "location": "address",
        "involved": "entity",
        "proof": "entity",
    },
    "Note": {**THING, "keywords": "string", "entity": "entity", "proof": "entity"},
    "LegalEntity": THING,
    "Organization": THING,
    "PublicBody": THING,
    "Person": THING,
}


def statements(told: Record) -> list[dict[str, Any]]:
    return lines(made(told, "ftm"), NAME)


def two_who_say_62() -> Record:
    """One number, said by two speakers."""
    return record(incident(toll(62, 62, "US-led coalition"), toll(62, 62, "Russian military", at=50)))


def test_every_statement_is_of_the_model() -> None:
    told = statements(record(strike_on_soldiers()))
    assert told
    for one in told:
        assert MODEL[one["schema"]][one["prop"]] == one["prop_type"]


def test_one_number_of_two_speakers_is_two_notes_in_two_datasets() -> None:
    notes = {
        one["entity_id"]: one["dataset"] for one in statements(two_who_say_62()) if one["schema"] == "Note"
    }
    assert sorted(notes.values()) == ["counterclaim_russian_military", "counterclaim_us_led_coalition"]


def test_no_two_statements_have_one_id() -> None:
    told = statements(two_who_say_62())
    assert len({one["id"] for one in told}) == len(told)


def test_every_entity_that_is_pointed_at_is_there() -> None:
    told = statements(record(strike_on_soldiers()))
    entities = {one["entity_id"] for one in told}
    assert {one["value"] for one in told if one["prop_type"] == "entity"} <= entities


def test_lines_begin_with_the_entity_and_come_sorted() -> None:
    written = data(made(record(strike_on_soldiers()), "ftm"), NAME).splitlines()
    assert all(line.startswith(b'{"canonical_id":') for line in written)
    assert written == sorted(written)


def test_a_span_of_days_keeps_its_edtf_beside_the_days_that_the_model_takes() -> None:
    told = statements(record(incident(toll(2, 2), when="2016-09")))
    days = {one["prop"]: (one["value"], one["original_value"]) for one in told if one["schema"] == "Event"}
    assert days["startDate"] == ("2016-09-01", "2016-09")
    assert days["endDate"] == ("2016-09-30", "2016-09")


def test_a_day_without_a_year_is_no_date() -> None:
    told = statements(record(incident(toll(2, 2), when="XXXX-09-17")))
    assert not [one for one in told if one["prop"] in ("startDate", "endDate")]


def test_the_numbers_stand_in_a_table_beside_it() -> None:
    table = rows(made(two_who_say_62(), "ftm"), "claims.csv")
    assert [(row["speakers"], row["min"]) for row in table] == [
        ("US-led coalition", "62"),
        ("Russian military", "62"),
    ]
    noted = {one["entity_id"].removeprefix("cc-claim-") for one in statements(two_who_say_62()) if one["schema"] == "Note"}  # fmt: skip
    assert noted == {row["claim_id"] for row in table}


@pytest.mark.filterwarnings("ignore")
def test_the_library_itself_reads_every_entity_with_the_ids_that_it_would_make() -> None:
    library = pytest.importorskip(
        "followthemoney", reason="followthemoney is not installed; it compiles PyICU"
    )
    from followthemoney.statement import StatementEntity
    from followthemoney.statement.serialize import read_json_statements

    told = record(
        strike_on_soldiers(), incident(event("siege", "ISIS", "Bashar al-Assad"), code="CC-B", kind="siege")
    )
    by_entity = defaultdict(list)
    for one in read_json_statements(io.BytesIO(data(made(told, "ftm"), NAME))):
        assert one.id == one.generate_key()
        by_entity[one.entity_id].append(one)
    for of_one in by_entity.values():
        entity = StatementEntity.from_statements(
            library.dataset.Dataset.make({"name": "x", "title": "x"}), of_one
        )
        library.model.get(entity.schema.name).validate(entity.to_dict())
        kept = {(prop.name, value) for prop, value in entity.itervalues()}
        assert kept == {(one.prop, one.value) for one in of_one if one.prop != "id"}
        for prop, words in kept:
            known = entity.schema.get(prop)
            assert known is not None
            assert known.type.clean(words) == words, (prop, words)


def test_control_characters_of_a_scraped_text_are_left_out_as_the_library_would() -> None:
    told = record(incident(toll(3, 3, "Local\x81 council\x95", group="nearly\x81 50 people")))
    values = [one["value"] for one in statements(told)]
    assert "Local council" in values
    assert not any(letter in value for value in values for letter in "\x81\x95")
