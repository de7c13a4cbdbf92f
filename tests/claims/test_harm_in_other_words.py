"""Harm that no plain verb of killing tells: lost lives, bodies, fates, injuries sustained, totals raised."""

from collections.abc import Callable

import pytest

CASES = [
    pytest.param(
        "Nine peacekeepers lost their lives in the ambush.",
        ["killed 9 9 exact combatant incident"],
        id="lost-lives",
    ),
    pytest.param("The militia lost 40 men.", ["killed 40 40 exact unknown incident"], id="lost-men"),
    pytest.param(
        "IS lost at least 28 fighters in Kirkuk.",
        ["killed 28 - at_least combatant incident"],
        id="is-is-no-verb",
    ),
    pytest.param(
        "Gunmen on motorbikes shot dead 12 villagers in Burkina Faso.",
        ["killed 12 12 exact civilian incident"],
        id="shot-dead",
    ),
    pytest.param(
        "Police found the bodies of 17 men in a well.",
        ["killed 17 17 exact unknown incident"],
        id="bodies-of",
    ),
    pytest.param(
        "Three bodies were recovered and 20 people are trapped in the mine.",
        ["killed 3 3 exact unknown incident", "besieged 20 20 exact unknown cumulative"],
        id="bodies-are-not-trapped",
    ),
    pytest.param(
        "The fate of around 200 sailors remained unknown.",
        ["missing 200 200 about combatant incident"],
        id="fate",
    ),
    pytest.param("The fate of the hostages is unclear.", [], id="fate-of-no-number"),
    pytest.param(
        "Two drivers were killed and four others sustained serious injuries.",
        ["killed 2 2 exact civilian incident", "wounded 4 4 exact unknown incident"],
        id="sustained-injuries",
    ),
    pytest.param(
        "A bomber blew himself up at the gate, killing four guards and injuring others.",
        ["killed 4 4 exact combatant incident", "wounded - - unknown unknown incident"],
        id="others",
    ),
    pytest.param(
        "Seven civilians were killed on Monday, bringing the total to 31.",
        ["killed 7 7 exact civilian incident", "killed 31 31 exact unknown incident"],
        id="total-raised",
    ),
    pytest.param(
        "There were 14 fatalities and 32 injuries.",
        ["killed 14 14 exact unknown incident", "wounded 32 32 exact unknown incident"],
        id="nouns-side-by-side",
    ),
    pytest.param(
        "The clinic received 34 bodies and 120 injured.",
        ["killed 34 34 exact unknown incident", "wounded 120 120 exact unknown incident"],
        id="bodies-and-injured",
    ),
    pytest.param(
        "25 rebels killed, injured in clashes near Kunduz.",
        ["killed_or_wounded 25 25 exact combatant incident"],
        id="headline-killed-injured",
    ),
    pytest.param(
        "About 3,000 people left the two towns in the evacuation.",
        ["evacuated 3000 3000 about unknown incident"],
        id="left-in-an-evacuation",
    ),
    pytest.param(
        "The war, now in its eighth year, has killed nearly 100,000 people.",
        ["killed 100000 100000 about unknown cumulative"],
        id="of-the-war",
    ),
    pytest.param(
        "Rebel fighters had captured two villages near Sake.", [], id="who-captures-is-not-captured"
    ),
    pytest.param(
        "The toll could rise because several of the wounded are in coma.",
        ["wounded 3 - vague unknown part"],
        id="toll-could-rise",
    ),
    pytest.param("Commanders took steps to avoid civilian casualties.", [], id="casualties-avoided"),
    pytest.param("The strike was revenge for the killing of a mayor.", [], id="known-death"),
    pytest.param("The evacuation of residents is part of a four-town truce.", [], id="no-number-of-evacuees"),
]


@pytest.mark.parametrize(("sentence", "figures"), CASES)
def test_harm_is_read_in_other_words(
    figures_of: Callable[[str], list[str]], sentence: str, figures: list[str]
) -> None:
    assert figures_of(sentence) == figures
