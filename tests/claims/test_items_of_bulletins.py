"""Items of agencies' and ministries' bulletins, each behind its place; and who gives another toll."""

from __future__ import annotations

import pytest

from counterclaim.core.claims import Casualty, Event
from tests.claims.conftest import sheet_of


def casualties_of(*sentences: str) -> list[Casualty]:
    return [claim for claim in sheet_of(*sentences).claims or () if isinstance(claim, Casualty)]


@pytest.mark.parametrize(
    ("item", "place"),
    [
        ("* BAGHDAD - A car bomb killed 14 people.", "BAGHDAD"),
        ("MOSUL - Gunmen killed a lecturer.", "MOSUL"),
        ("Mannar: Two men were shot dead.", "Mannar"),
        ("KIRKUK - A bomb killed two guards near Tuz Khurmatu.", "near Tuz Khurmatu"),
    ],
)
def test_an_item_happened_at_its_place_unless_it_names_another(item: str, place: str) -> None:
    assert {claim.place for claim in casualties_of(item)} == {place}


def test_the_place_of_an_item_neither_acts_nor_is_quoted() -> None:
    sheet = sheet_of("* BAGHDAD - A car bomb killed 14 people in a market.")
    (event,) = [claim for claim in sheet.claims or () if isinstance(claim, Event)]
    assert (event.actor, event.quote) == (None, "A car bomb killed 14 people in a market")
    assert {claim.perpetrator for claim in casualties_of("BAGHDAD - A bomb killed 14 people.")} == {None}


@pytest.mark.parametrize(
    ("item", "speaker"),
    [
        ("RAMADI - Police said they found 17 bodies.", "police"),
        ("BASRA - One soldier was killed, the British military said.", "UK military"),
        ("Basra police said one soldier was killed.", "Basra police"),
    ],
)
def test_the_place_of_an_item_does_not_speak(item: str, speaker: str) -> None:
    assert {claim.speakers for claim in casualties_of(item)} == {(speaker,)}


@pytest.mark.parametrize(
    ("before", "other", "speaker", "fewest"),
    [
        (
            "At least 36 people were killed, the army said.",
            "The mayor said 51 bodies were found.",
            "mayor",
            51,
        ),
        (
            "Police said 35 people died.",
            "An interior ministry source gave a lower toll of 28.",
            "interior ministry source",
            28,
        ),
        (
            "The group said it killed 100 soldiers.",
            "President Hassan Sheikh Mohamud later put it at 180.",
            "Hassan Sheikh Mohamud",
            180,
        ),
        ("The army said 36 people died.", "Residents gave the figure as 90.", "residents", 90),
    ],
)
def test_who_gives_another_toll_is_another(before: str, other: str, speaker: str, fewest: int) -> None:
    assert ((speaker,), fewest) in [(claim.speakers, claim.min) for claim in casualties_of(before, other)]


@pytest.mark.parametrize(
    "sentence", ["An official put it at 90 percent.", "The doctor gave 12 children water."]
)
def test_what_is_put_or_given_is_not_always_a_toll(sentence: str) -> None:
    assert casualties_of(sentence) == []


def test_a_figure_and_what_it_was_before_are_of_one_speaker() -> None:
    figures = casualties_of("600 bodies were found, the Kivu Rights Commission reported, up from 400.")
    assert [(claim.speakers, claim.min) for claim in figures] == [
        (("Kivu Rights Commission",), 600),
        (("Kivu Rights Commission",), 400),
    ]
