"""Months that only say when one event was, tolls since a day, and feasts that are no day."""

from collections.abc import Callable

import pytest

from counterclaim.annotate.times import times_in

CASES = [
    pytest.param(
        "The commission said last month that 30 people were killed in Majete.",
        ["killed 30 30 exact unknown incident"],
        id="said-last-month",
    ),
    pytest.param(
        "In an ambush last month 12 soldiers were killed.",
        ["killed 12 12 exact combatant incident"],
        id="one-ambush",
    ),
    pytest.param(
        "In Majete 300 people were killed last month.",
        ["killed 300 300 exact unknown cumulative"],
        id="all-month",
    ),
    pytest.param(
        "The raids brought the death toll since October 7 to 41,118.",
        ["killed 41118 41118 exact unknown cumulative"],
        id="since-a-day",
    ),
    pytest.param("Talks were held from October 7 to 12.", [], id="days"),
]


@pytest.mark.parametrize(("sentence", "figures"), CASES)
def test_a_total_is_one_over_a_time(
    figures_of: Callable[[str], list[str]], sentence: str, figures: list[str]
) -> None:
    assert figures_of(sentence) == figures


@pytest.mark.parametrize(
    ("sentence", "days"),
    [
        ("He was shot at a Christmas party in Troy.", []),
        ("The Easter holidays were quiet.", []),
        ("He was shot at Christmas in Troy.", ["XXXX-12-25"]),
    ],
)
def test_a_party_before_a_feast_is_not_on_its_day(sentence: str, days: list[str]) -> None:
    assert [time.edtf for time in times_in(sentence)] == days
