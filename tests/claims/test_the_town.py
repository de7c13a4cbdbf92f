"""“The city” is the last town that the article named, not a capital that stands for its government."""

from __future__ import annotations

import pytest

from counterclaim.annotate.located import locate_places
from counterclaim.claims.locations import place_claims
from counterclaim.core.claims import Casualty
from tests.claims.conftest import sheet_of


def towns_of(*sentences: str) -> list[str | None]:
    """The names of the places on the map in which the article's people were harmed."""
    sheet = place_claims(locate_places(sheet_of(*sentences)))
    claims = [claim for claim in sheet.claims or () if isinstance(claim, Casualty)]
    return [claim.where.name if claim.where is not None else None for claim in claims]


HARMED = "A day later shells killed nine people in the city."


def test_the_city_is_the_last_town_named() -> None:
    assert towns_of("Fighting went on around El Fasher on Monday.", HARMED) == ["El Fasher"]


@pytest.mark.parametrize(
    "said",
    ["Abu Dhabi has repeatedly denied arming the rebels.", "Moscow said it had nothing to do with it."],
)
def test_a_capital_that_speaks_is_not_the_city(said: str) -> None:
    assert towns_of("Fighting went on around El Fasher on Monday.", said, HARMED) == ["El Fasher"]


def test_a_capital_in_which_something_happens_is_the_city() -> None:
    assert towns_of("Fighting went on in El Fasher.", "Rebels held talks in Khartoum.", HARMED) == [
        "Khartoum"
    ]
