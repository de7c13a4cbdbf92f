"""Who the victims are, who harmed them, and the words for place and day.

A claim is written as its type, its main value and the fields that matter; `/` parts other right answers.
"""

from collections.abc import Callable

import pytest

CASES = [
    pytest.param(
        "The raid killed 12 pro-government fighters in Afrin.",
        ["casualty killed group=pro-government fighters; place=Afrin"],
        [],
        id="group",
    ),
    pytest.param(
        "Nine aid workers were killed in Maban on Tuesday.",
        ["casualty killed group=aid workers; place=Maban; date=Tuesday; when=2021-06-15"],
        [],
        id="group-civil",
    ),
    pytest.param(
        "The blast killed 14 in Kirkuk.", ["casualty killed group=-; place=Kirkuk"], [], id="group-none"
    ),
    pytest.param(
        "On 3 May 2021 shells killed two nurses in Hodeidah.",
        ["casualty killed group=nurses; date=3 May 2021; when=2021-05-03"],
        [],
        id="day",
    ),
    pytest.param(
        "Shells killed two nurses in Hodeidah on 3 May.",
        ["casualty killed when=2021-05-03"],
        [],
        id="day-without-year",
    ),
    pytest.param(
        "Gunmen killed four guards in Beledweyne yesterday.",
        ["casualty killed date=yesterday; when=2021-06-15"],
        [],
        id="yesterday",
    ),
    pytest.param(
        "Gunmen killed four guards in Beledweyne.", ["casualty killed date=-; when=-"], [], id="no-day"
    ),
    pytest.param(
        "Five students were killed by the Myanmar army in Monywa.",
        ["casualty killed perpetrator=Myanmar army/Myanmar military/Tatmadaw"],
        [],
        id="by-army",
    ),
    pytest.param(
        "Al-Shabaab fighters killed seven policemen in Lamu.",
        ["casualty killed perpetrator=al-Shabaab"],
        [],
        id="agent",
    ),
    pytest.param(
        "An Israeli air strike killed 12 people in Rafah.",
        ["casualty killed perpetrator=Israel/Israeli; place=Rafah"],
        [],
        id="adjective-agent",
    ),
    pytest.param("A mine killed a farmer near Ganta.", ["casualty killed perpetrator=-"], [], id="no-agent"),
    pytest.param(
        "Russian forces shelled Nikopol on Monday.",
        ["event shelling actor=Russia/Russian forces; place=Nikopol; when=2021-06-14"],
        [],
        id="event-actor",
    ),
    pytest.param(
        "The village of Kaya was attacked by the Rapid Support Forces on Sunday.",
        ["event attack actor=Rapid Support Forces; when=2021-06-13"],
        [],
        id="event-by",
    ),
    pytest.param(
        "Insurgents attacked a military base in Damboa.",
        ["event attack target=military base; place=Damboa"],
        [],
        id="event-target",
    ),
    pytest.param(
        "A car bomb exploded near the market in Baidoa.",
        ["event bombing place=Baidoa"],
        [],
        id="event-place-near",
    ),
    pytest.param(
        "The Taliban captured Kunduz on Saturday.",
        ["control seizes holder=Taliban; place=Kunduz; date=Saturday; when=2021-06-12"],
        [],
        id="control-date",
    ),
    pytest.param(
        "Shelling damaged a school in Marinka on Friday.",
        ["damage damaged object=school; place=Marinka; when=2021-06-11"],
        [],
        id="damage-place",
    ),
    pytest.param(
        "Drones destroyed a fuel depot in Feodosia.",
        ["damage destroyed object=fuel depot; min=1; max=1"],
        [],
        id="damage-a",
    ),
    pytest.param(
        "The army and the rebels signed a peace agreement in Juba.",
        ["agreement announced agreement=peace agreement; place=Juba"],
        [],
        id="agreement-name",
    ),
    pytest.param(
        "Shells hit a market in Juba on Sunday.", ["event shelling place=Juba"], [], id="capital-place"
    ),
    pytest.param(
        "A missile killed three people in Kyiv on Sunday.",
        ["casualty killed place=Kyiv"],
        [],
        id="capital-kyiv",
    ),
    pytest.param(
        "Gunmen killed six soldiers near Bamako.", ["casualty killed place=Bamako"], [], id="capital-near"
    ),
    pytest.param(
        "Gunmen killed six herders in Nigeria.", ["casualty killed place=Nigeria"], [], id="nation-place"
    ),
    pytest.param(
        "Kyiv said shells hit a market in Kherson.", ["event shelling place=Kherson"], [], id="capital-speaks"
    ),
    pytest.param(
        "The rebels seized Bangui on Saturday.", ["control seizes place=Bangui"], [], id="capital-control"
    ),
    pytest.param(
        "Israel struck Beirut on Friday.", ["event air_strike/attack actor=Israel"], [], id="nation-target"
    ),
]


@pytest.mark.parametrize(("sentence", "present", "absent"), CASES)
def test_a_claim_keeps_the_words_for_who_where_and_when(
    has_claim: Callable[[str, str], bool], sentence: str, present: list[str], absent: list[str]
) -> None:
    assert [written for written in present if not has_claim(sentence, written)] == []
    assert [written for written in absent if has_claim(sentence, written)] == []
