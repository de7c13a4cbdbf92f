"""Figures in headlines and in text whose commas and apostrophes were lost.

A figure is written as harm, least, most, qualifier, status and scope; - is no bound.
"""

from collections.abc import Callable

import pytest

CASES = [
    pytest.param(
        "At least 14 people were killed including five children when shells hit Taiz.",
        ["killed 14 - at_least unknown incident", "killed 5 5 exact civilian part"],
        id="no-commas",
    ),
    pytest.param(
        "The strike killed 27 people among them nine women and two medics.",
        [
            "killed 27 27 exact unknown incident",
            "killed 9 9 exact civilian part",
            "killed 2 2 exact civilian part",
        ],
        id="no-commas-among",
    ),
    pytest.param(
        "More than 150000 people have been killed since the war began.",
        ["killed 150001 - more_than unknown cumulative"],
        id="no-separator",
    ),
    pytest.param(
        "The movements fighters killed eight of the towns policemen.",
        ["killed 8 8 exact combatant incident"],
        id="no-apostrophe",
    ),
    pytest.param(
        "Shelling killed 10-12 people in Sudzha.", ["killed 10 12 between unknown incident"], id="dash-range"
    ),
    pytest.param(
        "Shelling killed 10–12 people in Sudzha.", ["killed 10 12 between unknown incident"], id="en-dash"
    ),
    pytest.param("Car bomb kills 9 in Afgoye", ["killed 9 9 exact unknown incident"], id="headline"),
    pytest.param(
        "18 dead, 40 hurt in twin blasts in Kirkuk",
        ["killed 18 18 exact unknown incident", "wounded 40 40 exact unknown incident"],
        id="headline-dead",
    ),
    pytest.param(
        "Army says 25 jihadists killed in Burkina Faso raid",
        ["killed 25 25 exact combatant incident"],
        id="headline-two",
    ),
    pytest.param(
        "Thirty people were wounded six of them seriously.",
        ["wounded 30 30 exact unknown incident", "wounded 6 6 exact unknown part"],
        id="no-commas-of-them",
    ),
]


@pytest.mark.parametrize(("sentence", "figures"), CASES)
def test_figures_are_read_without_punctuation(
    figures_of: Callable[[str], list[str]], sentence: str, figures: list[str]
) -> None:
    assert figures_of(sentence) == figures
