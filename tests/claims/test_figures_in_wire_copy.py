"""Figures as news agencies and local papers word them.

A figure is written as harm, least, most, qualifier, status and scope; - is no bound.
"""

from collections.abc import Callable

import pytest

CASES = [
    pytest.param(
        "At least 23 people were killed and dozens wounded when a car bomb exploded near a hotel in Mogadishu on Saturday, police said.",
        ["killed 23 - at_least unknown incident", "wounded 24 - vague unknown incident"],
        id="mogadishu-wire",
    ),
    pytest.param(
        '"So far we have confirmed nine people died, including two policemen," the captain said.',
        ["killed 9 9 exact unknown incident", "killed 2 2 exact combatant part"],
        id="nine-incl",
    ),
    pytest.param(
        "Fighting between herders and farmers in West Darfur left more than 200 people dead and 20,000 homeless in a week.",
        ["killed 201 - more_than unknown incident", "displaced 20000 20000 exact unknown incident"],
        id="darfur-month",
    ),
    pytest.param(
        "Seven children and six other civilians died when helicopters fired on a school in Let Yet Kone, villagers said.",
        ["killed 7 7 exact civilian incident", "killed 6 6 exact civilian incident"],
        id="school-myanmar",
    ),
    pytest.param(
        "Thirty-one people were hurt, five of them critically, when a shell hit the bus stop.",
        ["wounded 31 31 exact unknown incident", "wounded 5 5 exact unknown part"],
        id="wounded-critically",
    ),
    pytest.param(
        "Two brothers aged six and nine were killed by a mine in Haradh.",
        ["killed 2 2 exact civilian incident"],
        id="children-ages",
    ),
    pytest.param(
        "The group released 13 captives after 40 days.",
        ["rescued 13 13 exact unknown incident"],
        id="captives",
    ),
    pytest.param(
        "Hamas is holding 59 hostages in Gaza.",
        ["abducted 59 59 exact civilian incident"],
        id="hostages-held",
    ),
    pytest.param(
        "Nine rebels and four soldiers were killed in clashes near Lemera.",
        ["killed 9 9 exact combatant incident", "killed 4 4 exact combatant incident"],
        id="both-sides-dead",
    ),
    pytest.param(
        "The shelling killed a teacher as well as two of her pupils.",
        ["killed 1 1 exact civilian incident", "killed 2 2 exact civilian incident"],
        id="as-well-as",
    ),
    pytest.param(
        "Rockets landed near the airport without causing casualties.",
        ["killed_or_wounded 0 0 none unknown incident"],
        id="without-casualties",
    ),
    pytest.param(
        "No Turkish soldiers were hurt in the exchange of fire.",
        ["wounded 0 0 none combatant incident"],
        id="no-soldiers",
    ),
    pytest.param(
        "The attackers, who killed 11 gendarmes, fled towards Mali.",
        ["killed 11 11 exact combatant incident"],
        id="sub-clause",
    ),
    pytest.param(
        "The bomb that killed 17 schoolchildren was dropped by a jet.",
        ["killed 17 17 exact civilian incident"],
        id="relative",
    ),
    pytest.param(
        "After being shelled for two days, the hospital evacuated 90 patients.",
        ["evacuated 90 90 exact civilian incident"],
        id="gerund-passive",
    ),
    pytest.param(
        "Two strikes on Friday killed six people each.", ["killed 6 6 exact unknown incident"], id="each"
    ),
    pytest.param(
        "The Ukrainian army lost 14 soldiers in a day.", ["killed 14 14 exact combatant incident"], id="lost"
    ),
    pytest.param(
        "Investigators found 440 bodies in a mass grave near Izium.",
        ["killed 440 440 exact unknown incident"],
        id="massgrave",
    ),
    pytest.param(
        "Soldiers shot and wounded three fishermen off Gaza.",
        ["wounded 3 3 exact civilian incident"],
        id="shot-wounded",
    ),
    pytest.param(
        "A policeman died of his wounds on Monday, bringing the toll to six.",
        ["killed 1 1 exact combatant incident", "killed 6 6 exact unknown incident"],
        id="died-of-wounds",
    ),
    pytest.param(
        "Malian troops and foreign fighters executed 300 civilians in Moura over five days.",
        ["killed 300 300 exact civilian incident"],
        id="executed-villagers",
    ),
    pytest.param(
        "At least 60 children have starved to death in the camp since January.",
        ["killed 60 - at_least civilian cumulative"],
        id="starved",
    ),
    pytest.param(
        "Another 17 people remain unaccounted for.",
        ["missing 17 17 exact unknown incident"],
        id="unaccounted",
    ),
    pytest.param(
        "Some 45 migrants are missing after the boat was shelled.",
        ["missing 45 45 about civilian incident"],
        id="missing-feared",
    ),
    pytest.param(
        "Clashes in Laikipia forced hundreds of herders to flee.",
        ["displaced 200 - vague civilian incident"],
        id="uprooted-villages",
    ),
    pytest.param(
        "About 2,500 passengers were stranded at the airport during the fighting.",
        ["affected 2500 2500 about civilian incident"],
        id="stranded",
    ),
    pytest.param(
        "According to two medics, nine children were arrested in Taiz.",
        ["detained 9 9 exact civilian incident"],
        id="according-comma",
    ),
    pytest.param(
        "Later, two doctors said, 14 people were killed in Malha.",
        ["killed 14 14 exact unknown incident"],
        id="said-comma",
    ),
]


@pytest.mark.parametrize(("sentence", "figures"), CASES)
def test_figures_of_wire_copy_are_read(
    figures_of: Callable[[str], list[str]], sentence: str, figures: list[str]
) -> None:
    assert figures_of(sentence) == figures
