"""People who are counted though nothing happens to them.

A figure is written as harm, least, most, qualifier, status and scope; - is no bound.
"""

from collections.abc import Callable

import pytest

CASES = [
    pytest.param("The town of Gorom-Gorom has about 40,000 residents.", [], id="population"),
    pytest.param("More than 500 soldiers took part in the parade in Asmara.", [], id="parade"),
    pytest.param("The African Union has 22,000 troops in Somalia.", [], id="deployed"),
    pytest.param("The group is thought to have 4,000 fighters in the Sahel.", [], id="strength"),
    pytest.param("Two fighters guarded the gate of the compound in Saada.", [], id="guards"),
    pytest.param("Three hundred Kenyan policemen landed in Port-au-Prince on Tuesday.", [], id="arrived"),
    pytest.param("Twelve negotiators from each side flew to Geneva.", [], id="delegation"),
    pytest.param("Some 60,000 people voted in Hargeisa.", [], id="voted"),
    pytest.param("Nine members of the council voted for the resolution.", [], id="voters-words"),
    pytest.param("Britain has trained 30,000 Ukrainian recruits.", [], id="trained"),
    pytest.param(
        "Around 2,000 people marched through Bamako in support of the junta.", [], id="protest-size"
    ),
    pytest.param("The company employs 700 people in Kolwezi.", [], id="paid"),
    pytest.param("Five ministers attended the ceremony in Juba.", [], id="returned"),
    pytest.param("Two witnesses described the attack to the court.", [], id="witnesses-number"),
    pytest.param("The school had 600 students before the war.", [], id="students"),
    pytest.param("About 3 million children need vaccines in Yemen.", [], id="children-needs"),
    pytest.param("Four babies were born in the shelter in Kharkiv on Monday.", [], id="born"),
    pytest.param("Hundreds of volunteers cleared rubble in Mosul.", [], id="volunteers"),
    pytest.param("Three doctors remain in the hospital in Babanusa.", [], id="medics-number"),
    pytest.param("He commands 200 men in the hills above Marib.", [], id="commands"),
    pytest.param("Police are looking for four gunmen after the robbery in Goma.", [], id="killers"),
    pytest.param("The agency fed 1.2 million people in Darfur last month.", [], id="beneficiaries"),
    pytest.param("North Korea sent 11,000 soldiers to Kursk.", [], id="army-size"),
    pytest.param("Some 300 women work in the factory in Sanaa.", [], id="hired"),
    pytest.param("Colonel Diarra leads the 3rd battalion of 800 soldiers.", [], id="rank-and-file"),
]


@pytest.mark.parametrize(("sentence", "figures"), CASES)
def test_people_who_come_to_no_harm_make_no_figure(
    figures_of: Callable[[str], list[str]], sentence: str, figures: list[str]
) -> None:
    assert figures_of(sentence) == figures
