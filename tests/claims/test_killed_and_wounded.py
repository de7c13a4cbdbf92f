"""People killed and wounded, counted in many ways.

A figure is written as harm, least, most, qualifier, status and scope; - is no bound.
"""

from collections.abc import Callable

import pytest

CASES = [
    pytest.param(
        "At least 14 people were killed when a mortar shell hit a market in Taiz.",
        ["killed 14 - at_least unknown incident"],
        id="taiz-market",
    ),
    pytest.param(
        "The strike on Omdurman killed 16 civilians and wounded 30.",
        ["killed 16 16 exact civilian incident", "wounded 30 30 exact civilian incident"],
        id="khartoum-two",
    ),
    pytest.param(
        "More than 20 soldiers were killed near Bakhmut on Tuesday.",
        ["killed 21 - more_than combatant incident"],
        id="kharkiv-over",
    ),
    pytest.param(
        "About 35 villagers died in the raid on a hamlet in the Mopti region.",
        ["killed 35 35 about civilian incident"],
        id="mopti-about",
    ),
    pytest.param(
        "Up to 50 people were killed in the air strike on the village hall in Sagaing.",
        ["killed - 50 at_most unknown incident"],
        id="myanmar-upto",
    ),
    pytest.param(
        "Between 10 and 12 rebels were killed in fighting north of Goma.",
        ["killed 10 12 between combatant incident"],
        id="goma-between",
    ),
    pytest.param(
        "The truck bomb in Mogadishu killed dozens and wounded scores more.",
        ["killed 24 - vague unknown incident", "wounded 40 - vague unknown incident"],
        id="mogadishu-dozens",
    ),
    pytest.param(
        "Hundreds of Palestinians were wounded in the bombardment of Khan Younis.",
        ["wounded 200 - vague unknown incident"],
        id="gaza-hundreds",
    ),
    pytest.param(
        "Several police officers were injured when a roadside bomb exploded in Cauca.",
        ["wounded 3 - vague combatant incident"],
        id="cauca-several",
    ),
    pytest.param(
        "A woman was killed and her two children were wounded by shelling in Mekelle.",
        ["killed 1 1 exact civilian incident", "wounded 2 2 exact civilian incident"],
        id="mekelle-woman",
    ),
    pytest.param(
        "No civilians were killed in the strike on western Mosul.",
        ["killed 0 0 none civilian incident"],
        id="mosul-nobody",
    ),
    pytest.param(
        "Gunmen on motorcycles killed farmers in the Tillaberi region.",
        ["killed - - unknown civilian incident"],
        id="tillaberi-unnumbered",
    ),
    pytest.param(
        "The blast left 11 people dead and 25 injured.",
        ["killed 11 11 exact unknown incident", "wounded 25 25 exact unknown incident"],
        id="kabul-left",
    ),
    pytest.param(
        "The lives of nine fishermen were lost when the boat was shelled off Rakhine.",
        ["killed 9 9 exact civilian incident"],
        id="arakan-claimed",
    ),
    pytest.param(
        "Fighting in Beni caused the deaths of 19 civilians.",
        ["killed 19 19 exact civilian incident"],
        id="beni-noun",
    ),
    pytest.param(
        "Rescuers pulled seven bodies from the rubble of a house in Aden.",
        ["killed 7 7 exact unknown incident"],
        id="aden-bodies",
    ),
    pytest.param(
        "A mine exploded under a convoy near Kidal, killing four peacekeepers and seriously wounding two.",
        ["killed 4 4 exact combatant incident", "wounded 2 2 exact combatant incident"],
        id="kidal-killing",
    ),
    pytest.param(
        "Three people died and another 12 were wounded in the missile strike on Odesa.",
        ["killed 3 3 exact unknown incident", "wounded 12 12 exact unknown incident"],
        id="odesa-and-another",
    ),
    pytest.param(
        "The bombing in Baghdad caused at least 40 casualties.",
        ["killed_or_wounded 40 - at_least unknown incident"],
        id="baghdad-undivided",
    ),
    pytest.param(
        "Artillery fire killed and wounded dozens of people in Bosaso.",
        ["killed_or_wounded 24 - vague unknown incident"],
        id="bossaso-killed-wounded",
    ),
    pytest.param(
        "The army shelled Fallujah, killing or wounding 15 militants.",
        ["killed_or_wounded 15 15 exact combatant incident"],
        id="falluja-killing-or-wounding",
    ),
    pytest.param(
        "The ambush killed eight soldiers and three civilians.",
        ["killed 8 8 exact combatant incident", "killed 3 3 exact civilian incident"],
        id="tigray-soldiers-each",
    ),
    pytest.param(
        "The raid on Rafah left 22 fighters and civilians dead.",
        ["killed 22 22 exact mixed incident"],
        id="rafah-mixed",
    ),
    pytest.param(
        "Twenty-three people were killed and one hundred and four others were hurt in Kyiv.",
        ["killed 23 23 exact unknown incident", "wounded 104 104 exact unknown incident"],
        id="kyiv-words",
    ),
    pytest.param(
        "More than 1,200 civilians have been killed in Ituri since the start of the year.",
        ["killed 1201 - more_than civilian cumulative"],
        id="ituri-thousands-sep",
    ),
    pytest.param(
        "A suicide bomber killed herself and four worshippers at a mosque in Maiduguri.",
        ["killed 4 4 exact civilian incident"],
        id="maiduguri-bomber",
    ),
    pytest.param(
        "Two protesters were shot dead in Mandalay.", ["killed 2 2 exact civilian incident"], id="shot-dead"
    ),
    pytest.param(
        "Gunmen gunned down five vigilantes in Zamfara.",
        ["killed 5 5 exact combatant incident"],
        id="gunned-down",
    ),
    pytest.param(
        "Militants beheaded three farmers near Maiduguri.",
        ["killed 3 3 exact civilian incident"],
        id="beheaded",
    ),
    pytest.param(
        "The group executed 12 prisoners outside Hodeidah.",
        ["killed 12 12 exact unknown incident"],
        id="executed",
    ),
    pytest.param(
        "A journalist was killed by a drone in Zaporizhzhia.",
        ["killed 1 1 exact civilian incident"],
        id="drone-journalist",
    ),
    pytest.param(
        "Nearly 90 people were killed in the assault on the camp at Djibo.",
        ["killed 90 90 about unknown incident"],
        id="nearly",
    ),
    pytest.param(
        "Fewer than ten soldiers were wounded in the attack at Labbezanga.",
        ["wounded - 9 fewer_than combatant incident"],
        id="fewer-than",
    ),
    pytest.param(
        "No fewer than 31 miners were killed in the massacre at Djugu.",
        ["killed 31 - at_least civilian incident"],
        id="no-fewer",
    ),
    pytest.param(
        "The attack claimed the lives of 17 gendarmes at Inata.",
        ["killed 17 17 exact combatant incident"],
        id="took-lives",
    ),
    pytest.param(
        "Two of the patients later succumbed to their wounds.",
        ["killed 2 2 exact civilian incident"],
        id="succumbed",
    ),
    pytest.param(
        "Several dozen rebels were killed in the battle for Sake.",
        ["killed 36 - vague combatant incident"],
        id="several-dozen",
    ),
    pytest.param(
        "Tens of thousands of people have been killed in Sudan since April 2023.",
        ["killed 20000 - vague unknown cumulative"],
        id="tens-of",
    ),
    pytest.param(
        "Half a dozen soldiers were killed at a checkpoint in Barlavento.",
        ["killed 6 6 exact combatant incident"],
        id="half-dozen",
    ),
    pytest.param(
        "Many people were killed in the strike on Kalogi.", ["killed - - vague unknown incident"], id="many"
    ),
    pytest.param(
        "So far 19 bodies have been recovered from the collapsed school in Chernihiv.",
        ["killed 19 19 exact unknown incident"],
        id="so-far",
    ),
    pytest.param(
        "A colonel and two of his bodyguards were killed in an ambush in Arauca.",
        ["killed 1 1 exact combatant incident", "killed 2 2 exact combatant incident"],
        id="colonel",
    ),
]


@pytest.mark.parametrize(("sentence", "figures"), CASES)
def test_the_dead_and_wounded_of_a_sentence_are_read(
    figures_of: Callable[[str], list[str]], sentence: str, figures: list[str]
) -> None:
    assert figures_of(sentence) == figures
