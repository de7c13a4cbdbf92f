from __future__ import annotations

import pytest

from counterclaim.lexicons.places import find_places


def found(text: str) -> list[tuple[str, str | None]]:
    return [(hit.name, hit.kind) for hit in find_places(text)]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Shells hit Dayr az Zawr and Kobani.", [("Deir ez-Zor", "city"), ("Kobane", "town")]),
        ("They fled Artemivsk for Kharkov.", [("Bakhmut", "town"), ("Kharkiv", "city")]),
        ("in Hudaydah, Yemen", [("Hodeidah", "city"), ("Yemen", "country")]),
        ("from El-Fasher to Zamzam camp", [("El Fasher", "city"), ("Zamzam", "camp")]),
        ("Kunduz and Helmand fell", [("Kunduz", "city"), ("Helmand", "province")]),
        ("at Goma airport", [("Goma", "airport")]),
        ("Deir al-Zour province", [("Deir ez-Zor", "province")]),
        ("near Cabo Delgado’s Palma", [("Cabo Delgado", "province"), ("Palma", "town")]),
        ("in Catatumbo and Port-au-Prince", [("Catatumbo", "region"), ("Port-au-Prince", "city")]),
        ("Syrias northern Idlib", [("Syria", "country"), ("Idlib", "city")]),
    ],
)
def test_listed_places_are_found_in_any_spelling(text: str, places: list[tuple[str, str]]) -> None:
    assert found(text) == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("the village of Tal Wardan", [("Tal Wardan", "village")]),
        ("the towns of Umm Hartein and Atshan", [("Umm Hartein", "town")]),
        ("Kidapo district was shelled", [("Kidapo", "district")]),
        ("residents near Abu Dali heard it", [("Abu Dali", None)]),
        ("the Qalat Jabr air base", [("Qalat Jabr", "base")]),
    ],
)
def test_words_beside_a_name_make_it_a_place(text: str, places: list[tuple[str, str | None]]) -> None:
    assert found(text) == places


@pytest.mark.parametrize(
    "text",
    [
        "in April and in Monday's session",
        "in Parliament",
        "Hit by a rocket, the driver died.",
        "Split opinions and Nice words",
        "the Islamic State of Iraq and Syria",
        "Ministry of Defence of Ukraine",
        "in Dr Khaled's words",
        "President Hama Said spoke.",
        "in Arabic",
        "the Syrian city",
        "US-led planes",
    ],
)
def test_people_months_and_parties_are_no_places(text: str) -> None:
    assert found(text) == []


def test_a_name_that_is_also_a_word_is_a_place_beside_in() -> None:
    assert found("The mayor of the town of Hit died.") == [("Hit", "town")]


def test_spans_cover_the_words_of_the_text_without_a_possessive_ending() -> None:
    text = "Idlib’s hospitals near Ma'arrat an-Nu'man"
    assert [text[hit.start : hit.end] for hit in find_places(text)] == ["Idlib", "Ma'arrat an-Nu'man"]
