"""Credits as news agencies and local papers word them.

A credit is written as speakers | via | explicitness | modality; `;` parts joint speakers, `/` other right answers.
"""

from collections.abc import Callable

import pytest

CASES = [
    pytest.param(
        [
            "At least 23 people were killed and dozens wounded when a car bomb exploded near a hotel in Mogadishu on Saturday, police and witnesses said."
        ],
        [
            ("At least 23 people were killed", "police ; witnesses |  | - | asserted"),
            ("dozens wounded", "police ; witnesses |  | - | asserted"),
        ],
        id="wire-lead",
    ),
    pytest.param(
        [
            '"So far we have confirmed nine people died, including two policemen," Captain Mohamed Hussein told Reuters from the scene.'
        ],
        [("nine people died", "Mohamed Hussein | Reuters | named | asserted")],
        id="wire-captain",
    ),
    pytest.param(
        [
            "The rebels, who control most of the province, said government troops shelled a clinic in Dekoa, killing two nurses."
        ],
        [("killing two nurses", "rebels |  | unnamed | asserted")],
        id="wire-rebels-army",
    ),
    pytest.param(
        ["The army said its drones killed 14 bandits.", "Reuters could not independently verify the figure."],
        [("its drones killed 14 bandits", "army |  | - | asserted")],
        id="wire-unable",
    ),
    pytest.param(
        ["Two children were killed by an Israeli drone in Nabatieh, Lebanon's state news agency reported."],
        [
            (
                "Two children were killed",
                "Lebanese state news agency/National News Agency/NNA/Lebanon state news agency |  | named/role | asserted",
            )
        ],
        id="state-tv-lower",
    ),
    pytest.param(
        [
            '"Two civilians were injured as a result of the fall of debris," the ministry of defence of Azerbaijan said in a statement.'
        ],
        [
            (
                "Two civilians were injured",
                "ministry of defence of Azerbaijan/Azerbaijani Ministry of Defence |  | named | asserted",
            )
        ],
        id="ministry-statement",
    ),
    pytest.param(
        ['"They shot my father in front of us," Hawa Ibrahim, 19, said by telephone from Adre.'],
        [("They shot my father in front of us", "Hawa Ibrahim |  | named | asserted")],
        id="lead-quote-name",
    ),
    pytest.param(
        ["Abdirahman Ali, a shopkeeper, said he saw six bodies in the street."],
        [("six bodies", "Abdirahman Ali |  | named | asserted")],
        id="witness-named-age",
    ),
    pytest.param(
        ["A nurse who asked not to be named said 30 wounded soldiers had been brought in."],
        [("30 wounded soldiers had been brought in", "nurse |  | role | asserted")],
        id="who-asked",
    ),
    pytest.param(
        ["Eleven recruits died, said an army officer speaking on condition of anonymity."],
        [("Eleven recruits died", "army officer |  | role | asserted")],
        id="speaking-anonymity",
    ),
    pytest.param(
        ["The mayor of Mykolaiv, Oleksandr Senkevych, wrote on Telegram that a rocket had hit a warehouse."],
        [("a rocket had hit a warehouse", "Oleksandr Senkevych |  | named | asserted")],
        id="on-twitter",
    ),
    pytest.param(
        ["In a post on X, Doctors Without Borders said its hospital in Bashair received 23 bodies."],
        [("23 bodies", "Doctors Without Borders/Médecins Sans Frontières |  | named | asserted")],
        id="aid-group-on-x",
    ),
    pytest.param(
        ["A UN report found that M23 fighters killed at least 319 civilians in Rutshuru in July."],
        [("killed at least 319 civilians", "UN report/United Nations |  | named/role | asserted")],
        id="report-found",
    ),
    pytest.param(
        ["Video verified by the BBC shows soldiers shooting seven unarmed men in Mahbere Dego."],
        [("shooting seven unarmed men", "video/BBC |  | - | asserted")],
        id="video-shows",
    ),
    pytest.param(
        [
            "The Syrian Observatory for Human Rights, a Britain-based monitor, said Monday the raids killed 11."
        ],
        [("the raids killed 11", "Syrian Observatory for Human Rights |  | named | asserted")],
        id="monitor-said-monday",
    ),
    pytest.param(
        ["Military council spokesman Major General Zaw Min Tun said the target was an armed group."],
        [
            (
                "the target was an armed group",
                "military council/Myanmar military/Myanmar junta |  | - | asserted",
            )
        ],
        id="military-council",
    ),
    pytest.param(
        ["Medics counted 40 dead in the first hour."],
        [("40 dead", "medics |  | unnamed | asserted")],
        id="counted",
    ),
    pytest.param(
        ["The hospital's director confirmed that two patients had been killed."],
        [("two patients had been killed", "hospital’s director |  | role | asserted")],
        id="confirmed",
    ),
    pytest.param(
        [
            "The International Organization for Migration estimates that 7 million people have been displaced in Sudan."
        ],
        [
            (
                "7 million people have been displaced",
                "International Organization for Migration |  | named | asserted",
            )
        ],
        id="estimated",
    ),
    pytest.param(
        ["The general insisted that no civilians had been harmed."],
        [("no civilians had been harmed", "general |  | role | asserted")],
        id="insisted",
    ),
    pytest.param(
        ["The World Food Programme warned that 25 million people faced hunger."],
        [("25 million people faced hunger", "World Food Programme |  | named | asserted")],
        id="warned-famine",
    ),
    pytest.param(
        ["The envoy told the Security Council that 90 villages had been burned."],
        [("90 villages had been burned", "envoy |  | role | asserted")],
        id="told-council",
    ),
    pytest.param(
        ["The prime minister told parliament that 12 hostages had been freed."],
        [("12 hostages had been freed", "prime minister |  | role | asserted")],
        id="told-parliament",
    ),
    pytest.param(
        ["Al-Masirah television quoted health officials as saying the raids killed six women."],
        [("the raids killed six women", "health officials | Al-Masirah | role/unnamed | asserted")],
        id="as-saying",
    ),
    pytest.param(
        ["Oxfam, whose office was hit, said one employee had been killed."],
        [("one employee had been killed", "Oxfam |  | named | asserted")],
        id="whose",
    ),
    pytest.param(
        ["NATO said a suicide attacker killed three of its soldiers in Logar."],
        [("killed three of its soldiers", "NATO |  | named | asserted")],
        id="nato",
    ),
    pytest.param(
        ["Taliban spokesman Zabihullah Mujahid said the fighters killed 13 policemen."],
        [("killed 13 policemen", "Taliban |  | - | asserted")],
        id="taliban-spokesman",
    ),
    pytest.param(
        ["The head of the Red Cross in Myanmar said more than 4,000 families had fled."],
        [("more than 4,000 families had fled", "Red Cross |  | - | asserted")],
        id="icrc-head",
    ),
    pytest.param(
        ["Moscow denied the strike, saying its jets were not in the area."],
        [("its jets were not in the area", "Moscow/Russia |  | named | asserted")],
        id="both-denied",
    ),
    pytest.param(
        ["The government disputed the figure, saying only five people had died."],
        [("only five people had died", "government |  | - | asserted")],
        id="disputed",
    ),
    pytest.param(
        ["The militants claimed they had killed 50 soldiers at Gudumbali."],
        [("killed 50 soldiers", "militants |  | unnamed | asserted")],
        id="claimed-verb",
    ),
    pytest.param(
        [
            '"My son is dead," said Fatima Omar.',
            "The attack took place on Friday in the town of Hayran, wounding nine people.",
        ],
        [("wounding nine people", " |  | outlet | asserted")],
        id="passage-own-after",
    ),
    pytest.param(
        ["The defence ministry had earlier said that 16 servicemen were missing."],
        [("16 servicemen were missing", "defence ministry |  | named/role | asserted")],
        id="earlier-said",
    ),
    pytest.param(
        ["The governor, who visited the site, said the toll stood at 18."],
        [("the toll stood at 18", "governor |  | role | asserted")],
        id="who-said",
    ),
]


@pytest.mark.parametrize(("sentences", "credited"), CASES)
def test_wire_copy_is_credited_to_who_said_it(
    credit_problems: Callable[..., list[str]], sentences: list[str], credited: list[tuple[str, str]]
) -> None:
    for words, credit in credited:
        assert credit_problems(sentences, words, credit) == []
