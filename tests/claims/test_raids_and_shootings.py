"""Raids of pirates, shootings and single victims, as agencies and police tell of them.

A claim is written as its type, its main value and the fields that matter; `/` parts other right answers.
"""

from collections.abc import Callable

import pytest

from counterclaim.core.claims import Casualty, Event
from tests.claims.conftest import sheet_of

VICTIMS = [
    pytest.param(
        "The mayor of Ilobu, Tunde Adewale, was killed six days after he took office.",
        ["killed 1 1 exact unknown incident"],
        id="named-behind-the-office",
    ),
    pytest.param(
        "Nadia Ferhat, 28, was wounded when a shell hit her house.",
        ["wounded 1 1 exact unknown incident"],
        id="named-with-an-age",
    ),
    pytest.param(
        "A commander of the group, Salim Bahati, was killed in Goma.",
        ["killed 1 1 exact combatant incident"],
        id="counted-before-the-name",
    ),
    pytest.param("The minister, Salim Bahati, captured nobody's heart.", [], id="who-acts"),
    pytest.param(
        "The frigate captured 23 pirates off Somalia.",
        ["detained 23 23 exact combatant incident"],
        id="pirates",
    ),
    pytest.param(
        "Gunmen shot dead two constables in Quetta.",
        ["killed 2 2 exact combatant incident"],
        id="constables",
    ),
    pytest.param("Air defences destroyed 34 of 51 Shaheds over Odesa.", [], id="drones-by-name"),
]


@pytest.mark.parametrize(("sentence", "figures"), VICTIMS)
def test_victims_and_captives_are_counted(
    figures_of: Callable[[str], list[str]], sentence: str, figures: list[str]
) -> None:
    assert figures_of(sentence) == figures


EVENTS = [
    ("A bomb went off beside the railway in Jacobabad.", "event bombing", True),
    ("The bombs went unnoticed for years.", "event", False),
    ("The navy thwarted an attack on a tanker off Somalia on Monday.", "event attack", True),
    ("Pirates hijacked a tanker in the Gulf of Aden on Monday.", "event abduction", True),
    ("The attack took place in Mosul at noon.", "event attack", True),
    ("The attack remains a mystery.", "event", False),
    ("Attackers gunned down the mayor of Culiacan on Sunday.", "event attack", True),
    ("Troops opened fire on protesters in Kampala.", "event attack", True),
    ("Police fired tear gas at protesters in Kampala.", "event protest", True),
]


@pytest.mark.parametrize(("sentence", "written", "is_told"), EVENTS)
def test_an_attack_is_an_event_where_the_sentence_tells_of_it(
    has_claim: Callable[[str, str], bool], sentence: str, written: str, is_told: bool
) -> None:
    assert has_claim(sentence, written) is is_told


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Rebels raid police station in Orsa", "attack"),
        ("Gunmen killed 12 villagers in a raid on Orsa.", "attack"),
        ("Troops detained 44 men in raids across Iraq.", "arrest"),
        ("Jets killed 12 gunmen in a raid on Orsa.", "air_strike"),
        ("Israeli raids killed five people in Gaza.", "air_strike"),
    ],
)
def test_a_raid_comes_from_the_air_unless_those_on_foot_made_it(sentence: str, kind: str) -> None:
    assert [claim.event_type for claim in sheet_of(sentence).claims or () if isinstance(claim, Event)] == [
        kind
    ]


def test_where_foreigners_come_from_is_not_where_they_died() -> None:
    (figure,) = [
        claim
        for claim in sheet_of("Eight foreigners from Indonesia were killed.").claims or ()
        if isinstance(claim, Casualty)
    ]
    assert figure.place is None
