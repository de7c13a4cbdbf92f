"""More victims, in the many ways that reporters put them.

A figure is written as harm, least, most, qualifier, status and scope; - is no bound.
"""

from collections.abc import Callable

import pytest

CASES = [
    pytest.param(
        "Twenty of the 45 passengers were killed when the minibus hit a mine.",
        ["killed 20 20 exact civilian incident"],
        id="of-the",
    ),
    pytest.param("Both pilots died in the crash.", ["killed 2 2 exact combatant incident"], id="both"),
    pytest.param("Only one soldier was wounded.", ["wounded 1 1 exact combatant incident"], id="only-one"),
    pytest.param("A third man was wounded in the leg.", ["wounded 1 1 exact unknown incident"], id="third"),
    pytest.param(
        "A pregnant woman was killed by a stray bullet in Tripoli.",
        ["killed 1 1 exact civilian incident"],
        id="pregnant",
    ),
    pytest.param(
        "Hundreds more were injured in the stampede that followed the blast.",
        ["wounded 200 - vague unknown incident"],
        id="hundreds-more",
    ),
    pytest.param(
        "Dozens of schoolchildren were abducted from Papiri.",
        ["abducted 24 - vague civilian incident"],
        id="dozens-of-children",
    ),
    pytest.param(
        "The clashes left 12 protesters dead and over 200 wounded.",
        ["killed 12 12 exact civilian incident", "wounded 201 - more_than civilian incident"],
        id="over-200-wounded",
    ),
    pytest.param(
        "The killing of nine soldiers at Timbuktu shocked the country.",
        ["killed 9 9 exact combatant incident"],
        id="soldiers-killed-noun",
    ),
    pytest.param(
        "The abduction of 276 girls from Chibok in 2014 drew worldwide attention.",
        ["abducted 276 276 exact civilian incident"],
        id="abduction-of",
    ),
    pytest.param(
        "The arrest of six journalists in Addis Ababa was condemned by unions.",
        ["detained 6 6 exact civilian incident"],
        id="arrest-of",
    ),
    pytest.param(
        "The death of a nurse in the shelling of Bentiu was confirmed by Oxfam.",
        ["killed 1 1 exact civilian incident"],
        id="death-of",
    ),
    pytest.param(
        "The blast caused injuries to 14 people.", ["wounded 14 14 exact unknown incident"], id="injuries-to"
    ),
    pytest.param(
        "Two children were among the wounded.", ["wounded 2 2 exact civilian part"], id="were-among-wounded"
    ),
    pytest.param("At most five rebels were killed.", ["killed - 5 at_most combatant incident"], id="at-most"),
    pytest.param("Under 20 people were hurt.", ["wounded - 19 fewer_than unknown incident"], id="under"),
    pytest.param(
        "Approximately 75 militants were killed in the operation in Paktika.",
        ["killed 75 75 about combatant incident"],
        id="approximately",
    ),
    pytest.param(
        "Close to 400 families were displaced by the shelling on Tuesday.",
        ["displaced 400 400 about civilian incident"],
        id="close-to",
    ),
    pytest.param(
        '"There are 11 dead and many wounded," he shouted.',
        ["killed 11 11 exact unknown incident", "wounded - - vague unknown incident"],
        id="quote-inside",
    ),
    pytest.param(
        '"I counted eight bodies," said a shopkeeper.', ["killed 8 8 exact unknown incident"], id="i-counted"
    ),
    pytest.param(
        "Nineteen fishermen perished when their boat was strafed.",
        ["killed 19 19 exact civilian incident"],
        id="perished",
    ),
    pytest.param(
        "The militia massacred at least 40 villagers in Gety.",
        ["killed 40 - at_least civilian incident"],
        id="massacred",
    ),
    pytest.param(
        "Seven passengers were burned alive in a bus near Bandiagara.",
        ["killed 7 7 exact civilian incident"],
        id="burned-alive",
    ),
    pytest.param(
        "Eleven migrants drowned off Al Hudaydah.", ["killed 11 11 exact civilian incident"], id="drowned"
    ),
    pytest.param(
        "The court had three men hanged in Sanaa.", ["killed 3 3 exact unknown incident"], id="hanged"
    ),
    pytest.param(
        "Gas poisoned 30 schoolgirls in Sari Pul.", ["affected 30 30 exact civilian incident"], id="poisoned"
    ),
    pytest.param(
        "Some 1,100 fighters were bussed out of Eastern Ghouta.",
        ["evacuated 1100 1100 about combatant incident"],
        id="bussed",
    ),
    pytest.param(
        "Some 8,000 people are fleeing Vovchansk.",
        ["displaced 8000 8000 about unknown incident"],
        id="fleeing",
    ),
    pytest.param("Boko Haram released 21 girls.", ["rescued 21 21 exact civilian incident"], id="released"),
    pytest.param(
        "Four hostages were killed in the rescue attempt.",
        ["killed 4 4 exact civilian incident"],
        id="hostage-noun",
    ),
    pytest.param(
        "The army denied killing 12 civilians in Tongo.",
        ["killed 12 12 exact civilian incident"],
        id="denied-number",
    ),
    pytest.param(
        "Ten thousand people could die in the siege of the city.",
        ["killed 10000 10000 exact unknown incident"],
        id="prediction",
    ),
    pytest.param(
        "The war has displaced 1.4 million people in Ukraine since February.",
        ["displaced 1400000 1400000 exact unknown cumulative"],
        id="million-displaced",
    ),
    pytest.param(
        "Last year 280 aid workers were killed worldwide.",
        ["killed 280 280 exact civilian cumulative"],
        id="year-total",
    ),
    pytest.param(
        "In May alone, 1,084 civilians were killed or wounded in Ukraine.",
        ["killed_or_wounded 1084 1084 exact civilian cumulative"],
        id="month-total",
    ),
    pytest.param(
        "Three days of clashes have left 94 people dead in Tripoli.",
        ["killed 94 94 exact unknown incident"],
        id="in-three-days",
    ),
]


@pytest.mark.parametrize(("sentence", "figures"), CASES)
def test_victims_are_read_however_they_are_put(
    figures_of: Callable[[str], list[str]], sentence: str, figures: list[str]
) -> None:
    assert figures_of(sentence) == figures
