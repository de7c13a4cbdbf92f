"""Pronouns, surnames and bare nouns for speakers named before.

A credit is written as speakers | via | explicitness | modality; `;` parts joint speakers, `/` other right answers.
"""

from collections.abc import Callable

import pytest

CASES = [
    pytest.param(
        ['"They shelled the school," said Viktor Lysenko.', '"Nobody helped us," he said.'],
        [("Nobody helped us", "Viktor Lysenko |  | named | asserted")],
        id="he-after-quote",
    ),
    pytest.param(
        ["A nurse at the clinic said the power had failed.", "She said four babies had died."],
        [("four babies had died", "nurse at the clinic |  | role | asserted")],
        id="she-role",
    ),
    pytest.param(
        [
            "A report by Human Rights Watch accused the militia of rape.",
            "The report said 78 women had been attacked.",
        ],
        [("78 women had been attacked", "Human Rights Watch/report by Human Rights Watch |  | - | asserted")],
        id="the-report",
    ),
    pytest.param(
        ["The United Nations said a drone hit the camp.", "The UN said 14 people died."],
        [("14 people died", "United Nations |  | named | asserted")],
        id="the-un",
    ),
    pytest.param(
        ["Two residents said soldiers burned the market.", "They said five shopkeepers were missing."],
        [("five shopkeepers were missing", "residents |  | unnamed | asserted")],
        id="they-two",
    ),
    pytest.param(
        ["Ukraine's interior ministry said rockets hit Kostiantynivka.", "It said ten people were wounded."],
        [
            (
                "ten people were wounded",
                "Ukrainian Ministry of Interior/Ukrainian Ministry of Internal Affairs/interior ministry |  | named | asserted",
            )
        ],
        id="it-ministry",
    ),
    pytest.param(
        [
            "Hamas said its men destroyed a bulldozer.",
            "The blast was heard across the city.",
            "It also said three soldiers were killed.",
        ],
        [("three soldiers were killed", "Hamas |  | named | asserted")],
        id="it-between",
    ),
    pytest.param(
        ["Defence Minister Salih Ali said the camp was bombed.", "The minister said 12 recruits died."],
        [("12 recruits died", "Salih Ali |  | named | asserted")],
        id="the-minister",
    ),
    pytest.param(
        [
            "Police spokesman Benedict Kigen said bandits raided a village.",
            "The spokesman said three people were shot.",
        ],
        [("three people were shot", "police |  | - | asserted")],
        id="the-spokesman",
    ),
    pytest.param(
        ["Doctors Without Borders said its clinic was hit.", "The charity said two patients were killed."],
        [
            (
                "two patients were killed",
                "Médecins Sans Frontières/Doctors Without Borders |  | named | asserted",
            )
        ],
        id="the-charity",
    ),
    pytest.param(
        ["The M23 rebels said they had entered Minova.", "The rebels said 15 soldiers surrendered."],
        [("15 soldiers surrendered", "M23/rebels |  | - | asserted")],
        id="the-rebels",
    ),
    pytest.param(
        ["Amina Yusuf fled the village of Tula on foot.", '"They killed my husband," Yusuf said.'],
        [("They killed my husband", "Amina Yusuf |  | named | asserted")],
        id="last-name-first",
    ),
    pytest.param(
        ["Mayor Oleksandr Vilkul said missiles hit a hotel.", "According to him, 31 people were injured."],
        [("31 people were injured", "Oleksandr Vilkul |  | named | asserted")],
        id="according-to-him",
    ),
    pytest.param(
        [
            "The Syrian Observatory for Human Rights said mortars hit the suburb.",
            "According to the Observatory, nine people were killed.",
        ],
        [("nine people were killed", "Syrian Observatory for Human Rights |  | named | asserted")],
        id="the-observatory",
    ),
    pytest.param(
        [
            "The army said two soldiers died.",
            "A rebel commander said his men killed 12.",
            "Residents said they counted seven bodies.",
        ],
        [
            ("two soldiers died", "army |  | - | asserted"),
            ("his men killed 12", "rebel commander |  | role | asserted"),
            ("seven bodies", "residents |  | unnamed | asserted"),
        ],
        id="three-speakers",
    ),
]


@pytest.mark.parametrize(("sentences", "credited"), CASES)
def test_a_short_word_means_a_speaker_named_before(
    credit_problems: Callable[..., list[str]], sentences: list[str], credited: list[tuple[str, str]]
) -> None:
    for words, credit in credited:
        assert credit_problems(sentences, words, credit) == []
