"""Who is credited with a sentence: names, roles, institutions and joint speakers.

A credit is written as speakers | via | explicitness | modality; `;` parts joint speakers, `/` other right answers.
"""

from collections.abc import Callable

import pytest

CASES = [
    pytest.param(
        ["The Yemeni health ministry said nine civilians were killed in an air strike on Saada."],
        [("nine civilians were killed", "Yemeni Ministry of Health |  | named | asserted")],
        id="leading",
    ),
    pytest.param(
        ["Eleven miners were killed in a raid near Djugu, a local official said."],
        [("Eleven miners were killed", "local official |  | role | asserted")],
        id="trailing",
    ),
    pytest.param(
        ["Shells hit the market twice, residents said."],
        [("Shells hit the market twice", "residents |  | unnamed | asserted")],
        id="trailing-plural",
    ),
    pytest.param(
        ['"The shells came from the hills and killed my neighbour," said Amina Diallo, a nurse.'],
        [("The shells came from the hills and killed my neighbour", "Amina Diallo |  | named | asserted")],
        id="inverted-name",
    ),
    pytest.param(
        ["Two girls were wounded by shrapnel, said a doctor at the hospital in Marib."],
        [("Two girls were wounded", "doctor at the hospital in Marib |  | role | asserted")],
        id="inverted-role",
    ),
    pytest.param(
        ["According to the United Nations, 40,000 people have fled Goma."],
        [("40,000 people have fled", "United Nations |  | named | asserted")],
        id="according-front",
    ),
    pytest.param(
        ["At least 17 soldiers died in the ambush, according to two security sources."],
        [("At least 17 soldiers died", "security sources |  | unnamed | asserted")],
        id="according-back",
    ),
    pytest.param(
        ["Army spokesman Tadesse Bekele said the rebels killed six farmers."],
        [("the rebels killed six farmers", "army |  | - | asserted")],
        id="spokesman-named",
    ),
    pytest.param(
        ["A spokesman for the Ukrainian air force said 30 drones were shot down overnight."],
        [("drones were shot down", "Ukrainian Air Force |  | - | asserted")],
        id="spokesman-for",
    ),
    pytest.param(
        ["UN spokeswoman Ravina Shamdasani said at least 22 civilians had been killed in Sittwe."],
        [("at least 22 civilians had been killed", "United Nations |  | - | asserted")],
        id="spokeswoman-un",
    ),
    pytest.param(
        ["Defence Minister Mariam Keita said the army had killed 30 militants near Menaka."],
        [("killed 30 militants", "Mariam Keita |  | named | asserted")],
        id="minister-person",
    ),
    pytest.param(
        ["Colombian Defence Minister Ivan Velasquez said the rebels had abducted four soldiers."],
        [("abducted four soldiers", "Ivan Velasquez |  | named | asserted")],
        id="minister-nation",
    ),
    pytest.param(
        ["President Volodymyr Zelensky said 14 people were killed in Dnipro."],
        [("14 people were killed", "Volodymyr Zelensky |  | named | asserted")],
        id="president-person",
    ),
    pytest.param(
        ["The governor of Blue Nile, Ahmed al-Omda, said 150 people had been killed."],
        [("150 people had been killed", "Ahmed al-Omda |  | named | asserted")],
        id="governor-apposition",
    ),
    pytest.param(
        ["Oleksandr Prokudin, the regional governor, said three people were wounded in Kherson."],
        [("three people were wounded", "Oleksandr Prokudin |  | named | asserted")],
        id="name-apposition",
    ),
    pytest.param(
        ["Russia and Iran said the strike killed five advisers."],
        [("killed five advisers", "Russia ; Iran |  | named | asserted")],
        id="joint-nations",
    ),
    pytest.param(
        ["Residents and aid workers said 12 people were killed in the bombardment."],
        [("12 people were killed", "residents ; aid workers |  | unnamed | asserted")],
        id="joint-roles",
    ),
    pytest.param(
        ["The Red Cross and local officials said eight bodies were found at the site."],
        [("eight bodies were found", "Red Cross ; local officials |  | - | asserted")],
        id="joint-institution-role",
    ),
    pytest.param(
        ["The rebels said they had captured the airport at Kavumu."],
        [("captured the airport", "rebels |  | unnamed | asserted")],
        id="rebels-say",
    ),
    pytest.param(
        ["Al-Shabaab said its fighters killed 19 soldiers at the base."],
        [("killed 19 soldiers", "al-Shabaab |  | named | asserted")],
        id="group-named",
    ),
    pytest.param(
        ["A witness said gunmen opened fire on the bus."],
        [("gunmen opened fire", "witness |  | unnamed/role | asserted")],
        id="witness",
    ),
    pytest.param(
        ["In a statement, the Sudanese army said it had shot down two drones over Merowe."],
        [("shot down two drones", "Sudanese Armed Forces/Sudanese army |  | named | asserted")],
        id="statement",
    ),
    pytest.param(
        ["Human Rights Watch said in a report that soldiers had executed 223 civilians."],
        [("soldiers had executed 223 civilians", "Human Rights Watch |  | named | asserted")],
        id="in-its-report",
    ),
    pytest.param(
        ["The mayor told reporters that shelling had killed four people."],
        [("shelling had killed four people", "mayor |  | role | asserted")],
        id="told-reporters",
    ),
    pytest.param(
        ["Seven people, the ministry of health said, were killed in the strike on Aden."],
        [("were killed in the strike", "ministry of health |  | named/role | asserted")],
        id="mid-sentence",
    ),
    pytest.param(
        ["Shells hit the port of Hudaydah on Friday, killing three workers."],
        [("killing three workers", " |  | outlet | asserted")],
        id="outlet-own",
    ),
    pytest.param(
        ["The army said it killed 40 rebels, while the rebels said only three of their fighters had died."],
        [
            ("it killed 40 rebels", "army |  | - | asserted"),
            ("only three of their fighters had died", "rebels |  | - | asserted"),
        ],
        id="two-while",
    ),
    pytest.param(
        ["Police said one student was killed but the union said four had died."],
        [
            ("one student was killed", "police |  | - | asserted"),
            ("four had died", "union |  | - | asserted"),
        ],
        id="two-but",
    ),
    pytest.param(
        ["The foreign minister said the attack violated the truce."],
        [("the attack violated the truce", "foreign minister |  | role | asserted")],
        id="minister-bare",
    ),
    pytest.param(
        ["Dr. Yusuf Hassan said the clinic received 14 bodies."],
        [("14 bodies", "Yusuf Hassan |  | named | asserted")],
        id="doctor-named",
    ),
    pytest.param(
        ["Rami Abdel Rahman, head of the Syrian Observatory for Human Rights, said 20 fighters were killed."],
        [("20 fighters were killed", "Syrian Observatory for Human Rights |  | named | asserted")],
        id="monitor-director",
    ),
    pytest.param(
        ["Unicef said 11 children were killed in the attack on the camp."],
        [("11 children were killed", "UNICEF |  | named | asserted")],
        id="agency-own",
    ),
    pytest.param(
        ["State television said 25 people were wounded in the explosions."],
        [("25 people were wounded", "state television |  | named/role | asserted")],
        id="tv-own",
    ),
    pytest.param(
        ["The Houthis also said three of their fighters were killed."],
        [("three of their fighters were killed", "Houthis |  | named | asserted")],
        id="adverb-between",
    ),
    pytest.param(
        ["Six civilians died in the raid – a source in the regional government said."],
        [("Six civilians died", "source in the regional government |  | role | asserted")],
        id="dash",
    ),
    pytest.param(
        ["Ukraine's General Staff: Russian forces lost 900 soldiers in a day."],
        [("Russian forces lost 900 soldiers", "Ukrainian General Staff |  | named | asserted")],
        id="colon",
    ),
    pytest.param(
        ["Ethiopia says 12 aid workers freed in Amhara"],
        [("12 aid workers freed", "Ethiopia |  | named | asserted")],
        id="headline-says",
    ),
    pytest.param(
        ["Drone strike kills 11 at mosque in El Fasher: medics"],
        [("kills 11", "medics |  | unnamed | asserted")],
        id="headline-colon-back",
    ),
    pytest.param(
        ["Shelling in Taiz killed a dozen children, said two medics."],
        [("killed a dozen children", "medics |  | unnamed/role | asserted")],
        id="inverted-number",
    ),
    pytest.param(
        ["Shelling in Taiz killed a dozen children, said local officials."],
        [("killed a dozen children", "local officials |  | role/unnamed | asserted")],
        id="inverted-adjective",
    ),
    pytest.param(
        ["Hamas said at least nine journalists were arrested."],
        [("at least nine journalists were arrested", "Hamas |  | named | asserted")],
        id="at-least-journalists",
    ),
    pytest.param(
        ["The union said at least three members of parliament were killed."],
        [("at least three members of parliament were killed", "union |  | role/named | asserted")],
        id="at-most-parliament",
    ),
]


@pytest.mark.parametrize(("sentences", "credited"), CASES)
def test_a_sentence_is_credited_to_who_said_it(
    credit_problems: Callable[..., list[str]], sentences: list[str], credited: list[tuple[str, str]]
) -> None:
    for words, credit in credited:
        assert credit_problems(sentences, words, credit) == []
