"""Names become points and areas with a stated precision; namesakes are told apart by the rest of the text."""

from __future__ import annotations

import pytest

from counterclaim.annotate.located import locate_places
from counterclaim.annotate.mentions import find_mentions
from counterclaim.annotate.places import find_places
from counterclaim.core.located import Located, located_words
from counterclaim.core.spans import Span
from counterclaim.core.sphere import distance_km
from counterclaim.core.types import Document, Passage, PlaceMention, Sheet


def places_in(text: str) -> tuple[PlaceMention, ...]:
    passage = Passage(span=Span(0, len(text)), exact=text, prefix="", suffix="", article=0, segment=0)
    document = Document(id="d", doc="d", text=text, sha256="", origin="-")
    sheet = Sheet(document=document, passages=(passage,))
    for step in (find_mentions, find_places, locate_places):
        sheet = step(sheet)
    return sheet.places or ()


def where(text: str, name: str) -> Located:
    found = next(place.where for place in places_in(text) if place.span.of(text) == name)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("text", "name", "country", "admin1"),
    [
        ("He moved to Paris, Texas, in May.", "Paris", "US", "Texas"),
        ("They met in Paris on Monday.", "Paris", "FR", "Ile-de-France"),
        ("The farm lies near Lebanon, Pa., and is for sale.", "Lebanon", "US", "Pennsylvania"),
        ("Rockets from Lebanon fell near Haifa.", "Lebanon", "LB", ""),
        ("A professor in Athens, Ga., wrote it.", "Athens", "US", "Georgia"),
        ("Fighting went on in Tripoli, Lebanon.", "Tripoli", "LB", "Liban-Nord"),
        ("Militias clashed in Tripoli and Misrata, Libya.", "Tripoli", "LY", "Tripoli"),
        ("Troops entered Homs and Hama.", "Homs", "SY", "Homs"),
        ("The coast guard of Libya landed them at Al Khums.", "Al Khums", "LY", "Al Marqab"),
        ("A raid hit northern Gaza and Khan Younis.", "Gaza", "", ""),
    ],
)
def test_the_rest_of_the_text_tells_namesakes_apart(text: str, name: str, country: str, admin1: str) -> None:
    found = where(text, name)
    assert (found.country, found.admin1) == (country, admin1)


@pytest.mark.parametrize(
    ("text", "name", "precision", "most_km"),
    [
        ("Shells hit Idlib.", "Idlib", 1, 15),
        ("Shells hit Idlib province.", "Idlib", 4, 60),
        ("Troops camped near Deir Ezzor Airport.", "Deir Ezzor", 2, 26),
        ("Strikes went on in eastern Syria.", "Syria", 5, 150),
        ("A bomb went off on the outskirts of the capital, Baghdad.", "Baghdad", 2, 32),
        ("A boat sank in the Red Sea.", "Red Sea", 7, 1_000),
        ("Fighting spread across Yemen.", "Yemen", 6, 500),
        ("Shelling hit Arghistan district of Kandahar.", "Arghistan", 3, 30),
    ],
)
def test_each_place_says_how_exactly_it_lies(text: str, name: str, precision: int, most_km: float) -> None:
    found = where(text, name)
    assert found.precision == precision
    assert found.radius_km <= most_km


def test_twenty_kilometres_south_is_a_point_there() -> None:
    mosul, spot = (
        where("Troops entered Mosul.", "Mosul"),
        where("Troops camped 20 km south of Mosul.", "Mosul"),
    )
    assert spot.lat < mosul.lat
    assert distance_km((mosul.lat, mosul.lon), (spot.lat, spot.lon)) == pytest.approx(20, abs=0.5)
    assert spot.precision == 2
    assert spot.radius_km == pytest.approx(mosul.radius_km + 6)


def test_miles_are_longer_than_kilometres() -> None:
    miles = where("A camp 20 miles north of Mosul burned.", "Mosul")
    assert distance_km((miles.lat, miles.lon), (36.335, 43.119)) == pytest.approx(32.2, abs=0.8)


def test_between_two_towns_is_the_stretch_between_them() -> None:
    text = "Clashes broke out between Homs and Hama."
    homs, hama = where("They left Homs.", "Homs"), where("They left Hama.", "Hama")
    half = distance_km((homs.lat, homs.lon), (hama.lat, hama.lon)) / 2
    assert where(text, "Homs").radius_km == pytest.approx(half, abs=0.2)
    assert where(text, "Homs").lat == where(text, "Hama").lat


def test_the_eastern_part_lies_east_of_the_middle_but_an_eastern_city_is_the_city() -> None:
    assert where("A raid in eastern Syria.", "Syria").lon > where("A raid in Syria.", "Syria").lon
    city = where("They fled the eastern city of Deir al-Zour.", "Deir al-Zour")
    assert (city.precision, city.kind) == (1, "city")


def test_reasons_are_kept_in_words() -> None:
    found = where("He moved to Paris, Texas, in May.", "Paris")
    assert "Texas" in found.why[0]
    assert found.gazetteer_id.startswith("geonames:")


def test_a_name_that_no_gazetteer_has_stays_a_name() -> None:
    (place,) = [one for one in places_in("Shells hit the village of Qzarvat.") if one.name == "Qzarvat"]
    assert place.where is None


@pytest.mark.parametrize(
    "text", ["Mr Jackson spoke.", "American and Syrian troops left.", "The Police said so."]
)
def test_people_demonyms_and_institutions_are_no_places(text: str) -> None:
    assert places_in(text) == ()


def test_a_state_behind_a_town_is_found_by_its_short_form() -> None:
    text = "A man from Huntington, W.Va., was held."
    assert [(place.span.of(text), place.name) for place in places_in(text)] == [
        ("Huntington", "Huntington"),
        ("W.Va.", "West Virginia"),
    ]


def test_a_province_is_never_a_pin_in_words() -> None:
    assert (
        located_words(where("Shells hit Idlib province.", "Idlib"))
        == "somewhere in Idlib province (SY), ±45 km"
    )
