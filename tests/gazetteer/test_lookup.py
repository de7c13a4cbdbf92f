"""The shipped gazetteer finds a place however it is spelt, and says how exactly it lies."""

from __future__ import annotations

import pytest

from counterclaim.core.sphere import distance_km
from counterclaim.gazetteer import load_gazetteer

SPELLINGS = """
Deir ez-Zor = Deir al-Zour = Deir Ezzor = Dayr az Zawr
Qamishli = Al-Qāmishlī = Kamishly
Khan Sheikhoun = Khan Shaykhun = Khān Shaykhūn
Kharkiv = Kharkov = Харків
Homs = Hims = حمص
Maiduguri = Maidugouri
"""


@pytest.mark.parametrize("names", [line.split(" = ") for line in SPELLINGS.strip().splitlines()])
def test_all_spellings_of_a_town_lead_to_it(names: list[str]) -> None:
    found = [{one.entry.id for one in load_gazetteer().candidates(name)} for name in names]
    assert set.intersection(*found)


@pytest.mark.parametrize(
    ("name", "kind", "lat", "lon"),
    [
        ("Mosul", "city", 36.3, 43.1),
        ("Baghdad", "capital", 33.3, 44.4),
        ("Yemen", "country", 15.5, 47.5),
        ("Helmand", "province", 31.3, 64.0),
        ("Hmeimim", "base", 35.4, 35.9),
        ("Kerem Shalom", "crossing", 31.2, 34.3),
        ("Zaatari", "camp", 32.3, 36.3),
        ("Red Sea", "water", 20.0, 38.5),
    ],
)
def test_places_of_every_kind_lie_where_they_should(name: str, kind: str, lat: float, lon: float) -> None:
    entries = [one.entry for one in load_gazetteer().candidates(name) if one.entry.kind == kind]
    assert distance_km((entries[0].lat, entries[0].lon), (lat, lon)) < entries[0].radius_km + 30


def test_namesakes_all_come_with_the_best_known_first() -> None:
    found = load_gazetteer().candidates("Paris")
    assert (found[0].entry.country, found[0].entry.kind) == ("FR", "capital")
    assert {"Texas", "Tennessee"} <= {one.entry.admin1 for one in found}


def test_a_near_spelling_counts_less_than_the_very_one() -> None:
    likeness = {one.entry.name: one.likeness for one in load_gazetteer().candidates("Al Khums")}
    assert likeness["Al Khums"] > likeness["Homs"]


def test_a_name_that_nobody_has_finds_nothing() -> None:
    assert load_gazetteer().candidates("Qwrtzblk") == ()


def test_every_country_of_the_wars_is_there_with_a_radius() -> None:
    for name in ("Syria", "Iraq", "Ukraine", "Sudan", "Mali", "Myanmar", "Colombia", "Somalia"):
        entry = next(one.entry for one in load_gazetteer().candidates(name) if one.entry.kind == "country")
        assert 50 < entry.radius_km < 2_500
