"""The day on which somebody spoke is not the day of what he spoke of, and "since" says from when."""

from __future__ import annotations

import pytest

from counterclaim.core.claims import Casualty, Event, Responsibility
from tests.claims.conftest import sheet_of


@pytest.mark.parametrize(
    ("sentence", "date"),
    [
        ("The army on Tuesday denied that its aircraft had bombed a market in Taiz.", None),
        ("Syrian rebels on Sunday accused the army of killing six civilians in Dael.", None),
        ("The Defence Ministry yesterday rejected claims that the navy had shelled a ferry.", None),
        ("The army on Tuesday denied that its aircraft had bombed a market in Taiz on Monday.", "Monday"),
    ],
)
def test_a_day_before_the_verb_of_saying_is_when_it_was_said(sentence: str, date: str | None) -> None:
    (blame,) = [claim for claim in sheet_of(sentence).claims or () if isinstance(claim, Responsibility)]
    assert blame.date == date


@pytest.mark.parametrize(
    "sentence",
    [
        "The army on Tuesday bombed a market in Taiz, killing nine people.",
        "Raids on Tuesday claimed nine lives in Taiz, killing nine people in a market.",
        "A strike on Tuesday killed nine people in Taiz, the army said.",
    ],
)
def test_a_day_before_a_deed_is_when_it_was_done(sentence: str) -> None:
    figures = [claim for claim in sheet_of(sentence).claims or () if isinstance(claim, Casualty)]
    assert {figure.date for figure in figures} == {"Tuesday"}


def test_since_something_began_is_no_day_of_what_is_told() -> None:
    (figure,) = [
        claim
        for claim in sheet_of("Shelling has killed 40 people since the truce took effect on May 3.").claims
        or ()
        if isinstance(claim, Casualty)
    ]
    assert (figure.date, figure.when) == ("since the truce took effect on May 3", "2021-05-03/..")


@pytest.mark.parametrize(
    ("sentence", "when"),
    [
        ("It was the worst attack since a bombing in Juba killed 40 people on May 3.", "2021-05-03"),
        (
            "It was the deadliest strike since last August, when a raid on a bus in Dahyan killed 51 people.",
            "2020-08",
        ),
    ],
)
def test_what_since_itself_tells_keeps_its_time(sentence: str, when: str) -> None:
    (figure,) = [claim for claim in sheet_of(sentence).claims or () if isinstance(claim, Casualty)]
    assert (figure.when, figure.scope) == (when, "incident")


def test_a_house_set_on_fire_on_friday_was_set_on_fire_last_friday() -> None:
    claims = sheet_of("The attackers set homes on fire on Friday night, and shot dead two guards.").claims
    assert {claim.when for claim in claims or () if isinstance(claim, Event)} == {"2021-06-11"}
