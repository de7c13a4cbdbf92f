"""Numbers beside the dead that count no people.

A figure is written as harm, least, most, qualifier, status and scope; - is no bound.
"""

from collections.abc import Callable

import pytest

CASES = [
    pytest.param(
        "Ukrainian forces destroyed 12 tanks and killed 80 soldiers.",
        ["killed 80 80 exact combatant incident"],
        id="tanks",
    ),
    pytest.param(
        "The attack caused $40 million in damage and killed two guards.",
        ["killed 2 2 exact combatant incident"],
        id="dollars",
    ),
    pytest.param(
        "Two jets bombed the depot, killing one worker.", ["killed 1 1 exact civilian incident"], id="jets"
    ),
    pytest.param("A 12-year-old boy was killed in Jenin.", ["killed 1 1 exact civilian incident"], id="age"),
    pytest.param(
        "On 14 May 2019 five soldiers were killed in Tongo Tongo.",
        ["killed 5 5 exact combatant incident"],
        id="date",
    ),
    pytest.param(
        "The raid at 3:30 a.m. killed three people.", ["killed 3 3 exact unknown incident"], id="time"
    ),
    pytest.param(
        "An F-16 dropped two bombs that killed nine people.",
        ["killed 9 9 exact unknown incident"],
        id="weapon",
    ),
    pytest.param(
        "The army burned 15 villages and killed four elders.",
        ["killed 4 4 exact civilian incident"],
        id="villages",
    ),
    pytest.param(
        "Raiders killed 13 herders and stole 400 cattle.",
        ["killed 13 13 exact civilian incident"],
        id="cattle",
    ),
    pytest.param(
        "The mine, 20 km from Gao, killed one peacekeeper.", ["killed 1 1 exact combatant incident"], id="km"
    ),
    pytest.param(
        "At least 30 houses were burned down and six villagers killed.",
        ["killed 6 6 exact civilian incident"],
        id="houses-burned",
    ),
    pytest.param("Seventeen attacks on health workers were recorded last year.", [], id="attacks-number"),
    pytest.param("Some 250 trucks carrying food entered Gaza.", [], id="aid-number"),
    pytest.param("Kenya sent 1,000 police officers to Haiti.", [], id="troops-sent"),
    pytest.param("Resolution 2334 was adopted by 14 votes.", [], id="resolution"),
    pytest.param("Air defences shot down 33 of 42 drones overnight.", [], id="drones"),
]


@pytest.mark.parametrize(("sentence", "figures"), CASES)
def test_only_people_become_figures(
    figures_of: Callable[[str], list[str]], sentence: str, figures: list[str]
) -> None:
    assert figures_of(sentence) == figures
