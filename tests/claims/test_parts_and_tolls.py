"""Figures that are part of another, and tolls that change.

A figure is written as harm, least, most, qualifier, status and scope; - is no bound.
"""

from collections.abc import Callable

import pytest

CASES = [
    pytest.param(
        "At least 14 people were killed, including five children, in the shelling of Hodeidah.",
        ["killed 14 - at_least unknown incident", "killed 5 5 exact civilian part"],
        id="including",
    ),
    pytest.param(
        "The strike killed 27 people, among them nine women.",
        ["killed 27 27 exact unknown incident", "killed 9 9 exact civilian part"],
        id="among-them",
    ),
    pytest.param(
        "Thirty people were wounded, six of them children.",
        ["wounded 30 30 exact unknown incident", "wounded 6 6 exact civilian part"],
        id="of-whom",
    ),
    pytest.param(
        "The blast wounded 60 people, 15 of whom are in critical condition.",
        ["wounded 60 60 exact unknown incident", "wounded 15 15 exact unknown part"],
        id="of-whom-crit",
    ),
    pytest.param(
        "Medics said 15 of the wounded were children.",
        ["wounded 15 15 exact civilian part"],
        id="of-the-wounded",
    ),
    pytest.param(
        "The raid killed 40 people, most of them women and children.",
        ["killed 40 40 exact unknown incident", "killed - - unknown civilian part"],
        id="most-of-them",
    ),
    pytest.param(
        "Up to 60 people, mostly civilians, were killed in Kordofan.",
        ["killed - 60 at_most unknown incident", "killed - - unknown civilian part"],
        id="mostly",
    ),
    pytest.param(
        "The attack on the convoy killed 11 people, including three aid workers and two soldiers.",
        [
            "killed 11 11 exact mixed incident",
            "killed 3 3 exact civilian part",
            "killed 2 2 exact combatant part",
        ],
        id="two-kinds",
    ),
    pytest.param(
        "Twelve people were wounded, including a child.",
        ["wounded 12 12 exact unknown incident", "wounded 1 1 exact civilian part"],
        id="a-child",
    ),
    pytest.param(
        "The death toll from the strike on the theatre in Mariupol has risen to 300.",
        ["killed 300 300 exact unknown incident"],
        id="toll-rises",
    ),
    pytest.param(
        "The death toll from the Mogadishu bombing rose to at least 137.",
        ["killed 137 - at_least unknown incident"],
        id="toll-at-least",
    ),
    pytest.param(
        "The toll rose from 12 to 19 dead after more bodies were found.",
        ["killed 12 12 exact unknown incident", "killed 19 19 exact unknown incident"],
        id="toll-from-to",
    ),
    pytest.param(
        "The health ministry put the death toll at 83.",
        ["killed 83 83 exact unknown incident"],
        id="toll-put",
    ),
    pytest.param(
        "The number of people killed in Plateau state has climbed to 115.",
        ["killed 115 115 exact unknown incident"],
        id="number-killed",
    ),
    pytest.param(
        "The war has killed more than 150,000 people since 2015.",
        ["killed 150001 - more_than unknown cumulative"],
        id="since",
    ),
    pytest.param(
        "In all, 64 aid workers have been killed in South Sudan over the past three years.",
        ["killed 64 64 exact civilian cumulative"],
        id="in-all",
    ),
    pytest.param("Four medics were among the dead.", ["killed 4 4 exact civilian part"], id="among-the-dead"),
    pytest.param(
        "An earlier count had put the number of wounded at 40.",
        ["wounded 40 40 exact unknown incident"],
        id="earlier-toll",
    ),
    pytest.param(
        "Nine people were killed in Kramatorsk and four in Sloviansk.",
        ["killed 9 9 exact unknown incident", "killed 4 4 exact unknown incident"],
        id="per-place",
    ),
]


@pytest.mark.parametrize(("sentence", "figures"), CASES)
def test_a_part_is_kept_apart_from_its_whole_and_a_toll_from_its_revision(
    figures_of: Callable[[str], list[str]], sentence: str, figures: list[str]
) -> None:
    assert figures_of(sentence) == figures
