"""Denials: in so many words, of somebody else's act, of what was broken; and who "the coalition" or "it" is."""

from __future__ import annotations

import pytest

from counterclaim.core.claims import Agreement, Casualty, Claim, Control, Responsibility
from tests.claims.conftest import sheet_of


def claims_of(*sentences: str) -> tuple[Claim, ...]:
    return sheet_of(*sentences).claims or ()


@pytest.mark.parametrize(
    ("sentence", "speaker", "accused"),
    [
        ("The coalition has denied responsibility.", "coalition", "coalition"),
        ("The junta denied involvement.", "junta", "junta"),
        ("The government continues to deny that the navy attacked civilians.", "government", "navy"),
        ("The ministry rejected claims that the navy had shelled a ferry.", "ministry", "navy"),
        ("The army denied that it had shelled the market.", "army", "army"),
    ],
)
def test_a_denial_has_its_speaker_and_whose_act_it_was_not(sentence: str, speaker: str, accused: str) -> None:
    (denial,) = [claim for claim in claims_of(sentence) if isinstance(claim, Responsibility)]
    assert (denial.stance, denial.speakers, denial.accused) == ("denies", (speaker,), accused)


def test_the_coalition_is_the_one_named_before() -> None:
    *_, denial = claims_of(
        "The ministry blamed the Saudi-led coalition for the raid.",
        "The coalition has denied responsibility.",
    )
    assert denial.speakers == ("Saudi-led coalition",)


def test_a_broken_truce_that_is_denied_was_not_broken() -> None:
    (told,) = [
        claim
        for claim in claims_of("The Southern Front denied that it had broken the ceasefire.")
        if isinstance(claim, Agreement)
    ]
    assert (told.status, told.polarity) == ("violated", "negated")


@pytest.mark.parametrize(
    ("sentence", "accused", "speaker"),
    [
        ("It was an attack the government blamed on the Shining Dawn.", "Shining Dawn", "government"),
        ("The mayor blamed the attack on the army.", "army", "mayor"),
    ],
)
def test_an_attack_is_blamed_on_somebody(sentence: str, accused: str, speaker: str) -> None:
    (blame,) = [claim for claim in claims_of(sentence) if isinstance(claim, Responsibility)]
    assert (blame.accused, blame.speakers) == (accused, (speaker,))


def test_it_is_the_television_that_reported() -> None:
    *_, figure = claims_of(
        "The army retook Nasib, state television reported.", "It said dozens of rebels were killed."
    )
    assert isinstance(figure, Casualty)
    assert figure.speakers == ("state television",)


def test_who_lost_the_town_does_not_speak_of_it() -> None:
    (taken,) = [
        claim
        for claim in claims_of("Rebels retook the town of Nasib from the army, residents and medics said.")
        if isinstance(claim, Control)
    ]
    assert taken.speakers == ("residents", "medics")
