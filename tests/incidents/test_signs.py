"""What of a claim's words says where it was."""

import pytest

from counterclaim.core.claims import Agreement, Casualty
from counterclaim.incidents.kinds import kinds_of
from counterclaim.incidents.signs import Spot, signs_of, spot_of


@pytest.mark.parametrize(
    "words",
    [
        "near the Turkish border",
        "ISIL-held terrain",
        "districts dominated by Assad forces",
        "a checkpoint run by U.S.-backed fighters",
        "two Shiite villages",
    ],
)
def test_whose_a_place_is_does_not_name_it(words: str) -> None:
    assert not spot_of(words).keys


def test_a_name_in_no_list_still_names_a_place() -> None:
    assert spot_of("the village of Ubaydara") == spot_of("Ubaydara") != Spot()


def test_where_the_wounded_are_treated_is_not_where_they_were_hurt() -> None:
    hurt = Casualty(
        start=0, end=9, quote="wounded 3", passage=0, article=0, harm="wounded", place="a hospital in Aleppo"
    )
    assert signs_of(hurt, hurt.quote, None).spot == Spot()


@pytest.mark.parametrize(
    ("quote", "of_the_strike"),
    [
        ("The strike was no part of the ceasefire", True),
        ("The ceasefire does not cover strikes on the group", False),
    ],
)
def test_a_deal_is_of_the_attack_only_where_it_is_told_of_the_attack(quote: str, of_the_strike: bool) -> None:
    deal = Agreement(start=0, end=len(quote), quote=quote, passage=0, article=0, agreement="ceasefire")
    assert ("air_strike" in kinds_of(deal, quote)) is of_the_strike


@pytest.mark.parametrize(
    ("place", "sentence", "is_scene"),
    [
        ("Abs", "The hospital in Abs had received 23 bodies.", False),
        ("Kilinochchi", "Two of the wounded died in Kilinochchi hospital.", False),
        ("Abs", "The strike in Abs killed 23 people, and the hospital said all were farmers.", True),
        ("Abs", "A strike hit a hospital in Abs, killing 23 people.", True),
    ],
)
def test_where_victims_are_taken_is_not_where_they_were_harmed(
    place: str, sentence: str, is_scene: bool
) -> None:
    claim = Casualty(start=0, end=1, quote="", harm="killed", place=place)
    told = signs_of(claim, sentence, None)
    assert (bool(told.spot.keys), told.elsewhere) == (is_scene, not is_scene)


def test_a_village_no_list_has_is_found_before_its_province() -> None:
    assert spot_of("Mustaba, in Hajjah province").keys == spot_of("Mustaba").keys
    assert not spot_of("the Yemeni province of Hajjah").keys
