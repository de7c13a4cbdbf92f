"""Victims told in lists, brackets and appositions: what is the whole, what a part of it.

A figure is written as harm, least, most, qualifier, status, scope; - is no bound.
"""

from collections.abc import Callable

import pytest

CASES = [
    pytest.param(
        "The raid left nine dead: four gunmen, three soldiers and two civilians.",
        [
            "killed 9 9 exact mixed incident",
            "killed 4 4 exact combatant part",
            "killed 3 3 exact combatant part",
            "killed 2 2 exact civilian part",
        ],
        id="behind-a-colon",
    ),
    pytest.param(
        "Eleven people (six soldiers and five civilians) were killed in Kidal.",
        [
            "killed 11 11 exact mixed incident",
            "killed 6 6 exact combatant part",
            "killed 5 5 exact civilian part",
        ],
        id="in-brackets",
    ),
    pytest.param(
        "The strike on Gaza killed 14 people - eight of them women - and wounded 30 others.",
        [
            "killed 14 14 exact unknown incident",
            "killed 8 8 exact civilian part",
            "wounded 30 30 exact unknown incident",
        ],
        id="between-dashes",
    ),
    pytest.param(
        "Twenty-two people, seven of them children, were killed when a shell hit a bus in Donetsk.",
        ["killed 22 22 exact unknown incident", "killed 7 7 exact civilian part"],
        id="of-them-before-the-verb",
    ),
    pytest.param(
        "Twelve people were killed in Ituri, including at least two rangers, five miners and a nurse.",
        [
            "killed 12 12 exact mixed incident",
            "killed 2 - at_least combatant part",
            "killed 5 5 exact civilian part",
            "killed 1 1 exact civilian part",
        ],
        id="including-a-list",
    ),
    pytest.param(
        "Fifteen herders, among them four boys, were killed in Benue.",
        ["killed 15 15 exact civilian incident", "killed 4 4 exact civilian part"],
        id="among-them-is-no-part-of-the-whole",
    ),
    pytest.param(
        "At least 13 traders mostly women were killed in the market of Gamboru.",
        ["killed 13 - at_least civilian incident", "killed - - unknown civilian part"],
        id="mostly-without-commas",
    ),
    pytest.param(
        "Ten of the 14 people killed in Marib were farmers.",
        ["killed 10 10 exact unknown part"],
        id="of-those-counted",
    ),
    pytest.param(
        "The dead included 12 children and a nurse.",
        ["killed 12 12 exact civilian part", "killed 1 1 exact civilian part"],
        id="the-dead-included",
    ),
    pytest.param(
        "The victims were mostly fishermen.", ["killed - - unknown civilian part"], id="the-victims-were"
    ),
    pytest.param(
        "Most of the dead were farmers from Plateau state.",
        ["killed - - unknown civilian part"],
        id="most-of-the-dead",
    ),
    pytest.param(
        "Seven of them, including a commander, were kidnapped near Gao.",
        ["abducted 7 7 exact unknown part", "abducted 1 1 exact combatant part"],
        id="of-them-alone",
    ),
    pytest.param(
        "Gunfire wounded two Indian soldiers, one of whom later died.",
        ["wounded 2 2 exact combatant incident", "killed 1 1 exact combatant part"],
        id="one-died-later",
    ),
    pytest.param(
        "The explosion killed nine and wounded 33, eleven of them critically.",
        [
            "killed 9 9 exact unknown incident",
            "wounded 33 33 exact unknown incident",
            "wounded 11 11 exact unknown part",
        ],
        id="how-badly",
    ),
    pytest.param(
        "Dozens were wounded in Homs, some of them critically.",
        ["wounded 24 - vague unknown incident", "wounded - - unknown unknown part"],
        id="some-how-badly",
    ),
    pytest.param(
        "Eight Afghan soldiers were killed along with two policemen.",
        ["killed 8 8 exact combatant incident", "killed 2 2 exact combatant incident"],
        id="along-with",
    ),
    pytest.param(
        "Five civilians were killed in the town of Sake and one in the village of Mubambiro.",
        ["killed 5 5 exact civilian incident", "killed 1 1 exact civilian incident"],
        id="place-by-place",
    ),
    pytest.param(
        "Four teachers from one school were killed in Taiz.",
        ["killed 4 4 exact civilian incident"],
        id="behind-a-preposition",
    ),
]


@pytest.mark.parametrize(("sentence", "figures"), CASES)
def test_a_list_of_victims_keeps_whole_and_parts_apart(
    figures_of: Callable[[str], list[str]], sentence: str, figures: list[str]
) -> None:
    assert figures_of(sentence) == figures
