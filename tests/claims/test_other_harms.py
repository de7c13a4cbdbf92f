"""People displaced, besieged, taken, missing, moved or freed, and nobody at all.

A figure is written as harm, least, most, qualifier, status and scope; - is no bound.
"""

from collections.abc import Callable

import pytest

CASES = [
    pytest.param(
        "The offensive has displaced some 40,000 people in North Kivu since January.",
        ["displaced 40000 40000 about unknown cumulative"],
        id="displaced",
    ),
    pytest.param(
        "More than 3,000 families fled their homes in Lahij on Monday.",
        ["displaced 3001 - more_than civilian incident"],
        id="fled",
    ),
    pytest.param(
        "Fighting has forced 120,000 people from their homes in Cabo Delgado.",
        ["displaced 120000 120000 exact unknown incident"],
        id="forced",
    ),
    pytest.param(
        "The shelling left 2,000 people homeless.",
        ["displaced 2000 2000 exact unknown incident"],
        id="homeless",
    ),
    pytest.param(
        "About 600,000 refugees have crossed into Chad since the war began.",
        ["displaced 600000 600000 about civilian cumulative"],
        id="refugees",
    ),
    pytest.param(
        "Some 250,000 civilians have been besieged in El Fasher since May 2024.",
        ["besieged 250000 250000 about civilian cumulative"],
        id="besieged",
    ),
    pytest.param(
        "At least 400 civilians remain trapped in the Azovstal plant.",
        ["besieged 400 - at_least civilian cumulative"],
        id="trapped",
    ),
    pytest.param(
        "Around 20,000 people are under siege in the town of Babanusa.",
        ["besieged 20000 20000 about unknown cumulative"],
        id="under-siege",
    ),
    pytest.param(
        "Gunmen abducted 73 students from a school in Zamfara.",
        ["abducted 73 73 exact civilian incident"],
        id="abducted",
    ),
    pytest.param(
        "Three engineers were kidnapped near Marib.", ["abducted 3 3 exact civilian incident"], id="kidnapped"
    ),
    pytest.param(
        "Fighters took 12 soldiers hostage in Catatumbo.",
        ["abducted 12 12 exact combatant incident"],
        id="hostage",
    ),
    pytest.param(
        "Police detained 150 demonstrators in Yangon.",
        ["detained 150 150 exact civilian incident"],
        id="detained",
    ),
    pytest.param(
        "Eleven suspects were arrested in a raid in Garissa.",
        ["detained 11 11 exact unknown incident"],
        id="arrested",
    ),
    pytest.param(
        "The army captured 35 rebels near Uvira.", ["detained 35 35 exact combatant incident"], id="captured"
    ),
    pytest.param(
        "Buses evacuated 1,500 people from Sumy.",
        ["evacuated 1500 1500 exact unknown incident"],
        id="evacuated",
    ),
    pytest.param(
        "More than 700 patients were evacuated from the hospital in Khartoum.",
        ["evacuated 701 - more_than civilian incident"],
        id="evacuated-passive",
    ),
    pytest.param(
        "Six sailors are missing after the attack on the tanker.",
        ["missing 6 6 exact combatant incident"],
        id="missing",
    ),
    pytest.param(
        "Nineteen people were reported missing after the massacre.",
        ["missing 19 19 exact unknown incident"],
        id="reported-missing",
    ),
    pytest.param(
        "Soldiers rescued 21 hostages from a camp in the Sambisa forest.",
        ["rescued 21 21 exact civilian incident"],
        id="rescued",
    ),
    pytest.param("The rebels freed 40 prisoners.", ["rescued 40 40 exact unknown incident"], id="freed"),
    pytest.param(
        "More than 200 militants surrendered in Nangarhar.",
        ["surrendered 201 - more_than combatant incident"],
        id="surrendered",
    ),
    pytest.param(
        "At least 30 people are trapped under the rubble.",
        ["affected 30 - at_least unknown incident"],
        id="under-rubble",
    ),
    pytest.param(
        "There were no casualties in the drone attack on the port of Hudaydah.",
        ["killed_or_wounded 0 0 none unknown incident"],
        id="no-casualties",
    ),
    pytest.param(
        "There were no immediate reports of casualties.",
        ["killed_or_wounded 0 0 none unknown incident"],
        id="no-reports",
    ),
    pytest.param(
        "Nobody was killed in the explosion.", ["killed 0 0 none unknown incident"], id="nobody-killed"
    ),
    pytest.param(
        "No one was injured when the rocket landed in an open field.",
        ["wounded 0 0 none unknown incident"],
        id="no-one-injured",
    ),
]


@pytest.mark.parametrize(("sentence", "figures"), CASES)
def test_every_kind_of_harm_has_its_figures(
    figures_of: Callable[[str], list[str]], sentence: str, figures: list[str]
) -> None:
    assert figures_of(sentence) == figures
