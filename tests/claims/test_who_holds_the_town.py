"""Control and agreements: who holds, in which clause, and how a truce stands."""

from __future__ import annotations

import pytest

from counterclaim.core.claims import Agreement, Control, Responsibility
from tests.claims.conftest import sheet_of


def control_in(*sentences: str) -> list[tuple[str, str | None, str | None]]:
    claims = sheet_of(*sentences).claims or ()
    return [(each.change, each.holder, each.place) for each in claims if isinstance(each, Control)]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("A truce collapsed after rebels retook the town of Nasib.", ("seizes", "rebels", "Nasib")),
        ("Rebels said they had recaptured half of Nasib.", ("seizes", "rebels", "Nasib")),
        ("Government forces controlled most of Aleppo.", ("holds", "Government forces", "Aleppo")),
        ("The army retook full control of the city in May.", ("seizes", "army", "the city")),
        ("The army said its troops had withdrawn from Aleppo.", ("loses", "army", "Aleppo")),
        (
            "Militants occupied the district headquarters.",
            ("seizes", "Militants", "the district headquarters"),
        ),
    ],
)
def test_the_holder_is_who_took_or_lost_it(sentence: str, told: tuple[str, str, str]) -> None:
    assert control_in(sentence) == [told]


@pytest.mark.parametrize(
    "sentence",
    [
        "Police destroyed the bomb in a controlled explosion in Aleppo.",
        "The troops in Aleppo had fallen back.",
    ],
)
def test_no_place_changes_hands(sentence: str) -> None:
    assert control_in(sentence) == []


def test_a_denied_loss_is_negated_and_a_withdrawal_is_no_crime() -> None:
    claims = sheet_of("Rebels denied that the town had fallen.").claims or ()
    assert [each.polarity for each in claims if isinstance(each, Control)] == ["negated"]
    claims = sheet_of("The army acknowledged that its troops had withdrawn from Aleppo.").claims or ()
    assert not [each for each in claims if isinstance(each, Responsibility)]


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("“The agreement is over,” a rebel spokesman said.", "ended"),
        ("The UN regretted the end of the ceasefire.", "ended"),
        ("The truce broke down on Sunday.", "ended"),
        ("Under the deal, brokered by Russia, both sides stop firing.", "terms"),
        ("The truce is to last 30 days.", "terms"),
        ("The army breached the truce on Sunday.", "violated"),
        ("A ceasefire came into force on Sunday.", "in_force"),
    ],
)
def test_how_an_agreement_stands(sentence: str, status: str) -> None:
    claims = sheet_of(sentence).claims or ()
    assert {each.status for each in claims if isinstance(each, Agreement)} == {status}
