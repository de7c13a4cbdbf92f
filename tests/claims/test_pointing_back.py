"""Words that point back to a speaker of an earlier sentence, and quotes that run on.

A credit is written as speakers | via | explicitness | modality; `;` parts joint speakers, `/` other right answers.
"""

from collections.abc import Callable

import pytest

CASES = [
    pytest.param(
        [
            "The World Health Organization said the hospital was hit by a drone.",
            "It said 46 people were killed.",
        ],
        [("46 people were killed", "World Health Organization |  | named | asserted")],
        id="it-said",
    ),
    pytest.param(
        [
            '"We heard the planes at dawn," said Omar Saleh, a teacher.',
            "He added that two houses were destroyed.",
        ],
        [("two houses were destroyed", "Omar Saleh |  | named | asserted")],
        id="he-added",
    ),
    pytest.param(
        [
            "Marta Hurtado, a spokeswoman for the UN human rights office, condemned the attack.",
            "She said 29 civilians had been killed.",
        ],
        [("29 civilians had been killed", "UN human rights office |  | - | asserted")],
        id="she-said",
    ),
    pytest.param(
        [
            "The Syrian Observatory for Human Rights said 13 people were killed in Daraa.",
            "The monitor said three of them were children.",
        ],
        [("three of them", "Syrian Observatory for Human Rights |  | named | asserted")],
        id="the-monitor",
    ),
    pytest.param(
        [
            "The Russian defence ministry said its troops had taken Vuhledar.",
            "The ministry said 120 Ukrainian soldiers were killed.",
        ],
        [("120 Ukrainian soldiers were killed", "Russian Ministry of Defence |  | named | asserted")],
        id="the-ministry",
    ),
    pytest.param(
        [
            "Amnesty International said soldiers burned the village of Debre Elias.",
            "The group said 31 people were killed.",
        ],
        [("31 people were killed", "Amnesty International |  | named | asserted")],
        id="the-group",
    ),
    pytest.param(
        ["Colonel Hassan Abdi said the base had been retaken.", "Abdi said nine soldiers were wounded."],
        [("nine soldiers were wounded", "Hassan Abdi |  | named | asserted")],
        id="surname",
    ),
    pytest.param(
        ["Governor Vyacheslav Gladkov said drones hit a bus.", '"Three people were killed," Gladkov said.'],
        [("Three people were killed", "Vyacheslav Gladkov |  | named | asserted")],
        id="surname-title",
    ),
    pytest.param(
        ["Witnesses said gunmen stormed the church.", "They said the attackers killed the priest."],
        [("the attackers killed the priest", "witnesses |  | unnamed | asserted")],
        id="they-said",
    ),
    pytest.param(
        [
            "The Myanmar military confirmed the strike on Pazigyi.",
            "The statement said terrorists had been killed there.",
        ],
        [("terrorists had been killed", "Myanmar military/Tatmadaw |  | - | asserted")],
        id="the-statement",
    ),
    pytest.param(
        [
            "The UN refugee agency said 9,000 people crossed into Rwanda.",
            "The agency said most were women and children.",
        ],
        [("most were women and children", "UNHCR |  | named | asserted")],
        id="the-agency",
    ),
    pytest.param(
        [
            "A Kenyan security official said a mine destroyed a police car.",
            "The official said three officers died.",
        ],
        [("three officers died", "Kenyan security official |  | role | asserted")],
        id="the-official",
    ),
    pytest.param(
        [
            "A military source said the column was ambushed at dawn.",
            "The source added that seven soldiers were killed.",
        ],
        [("seven soldiers were killed", "military source |  | role | asserted")],
        id="the-source",
    ),
    pytest.param(
        [
            "The Israeli army said it struck a tunnel in Jabalia.",
            "The army said two of its soldiers were wounded.",
        ],
        [
            (
                "two of its soldiers were wounded",
                "Israeli army/Israel Defense Forces/Israeli military |  | named | asserted",
            )
        ],
        id="the-army",
    ),
    pytest.param(
        [
            '"They came at night," said Grace Mbuyi, a farmer in Rutshuru.',
            '"They burned 20 houses and killed my brother."',
        ],
        [("burned 20 houses and killed my brother", "Grace Mbuyi |  | named | asserted")],
        id="quote-runs-on",
    ),
    pytest.param(
        [
            '"Shells fell on the bus station, killing five people," said medic Ali Nasser.',
            '"We have no blood left.',
            'Forty people are waiting for surgery."',
        ],
        [("Shells fell on the bus station, killing five people", "Ali Nasser |  | named | asserted")],
        id="quote-open",
    ),
    pytest.param(
        [
            "Mayor Ihor Terekhov said a missile hit a school.",
            "The regional prosecutor, Oleksandr Filchakov, said two guards were killed.",
        ],
        [("two guards were killed", "Oleksandr Filchakov |  | named | asserted")],
        id="two-men",
    ),
    pytest.param(
        ["Residents said the shelling began at noon.", "A rocket destroyed the pharmacy in the evening."],
        [("A rocket destroyed the pharmacy", " |  | outlet | asserted")],
        id="not-pointing",
    ),
    pytest.param(
        [
            "The Congolese army accused the M23 rebels of killing civilians in Kishishe.",
            "The rebels denied it.",
            "The army said 272 people were killed.",
        ],
        [
            (
                "272 people were killed",
                "Congolese army/FARDC/Armed Forces of the Democratic Republic of the Congo |  | named | asserted",
            )
        ],
        id="three-sentences",
    ),
    pytest.param(
        [
            "Save the Children said two of its staff were missing in Kayah state.",
            "The junta denied involvement.",
            "Save the Children said at least 35 bodies were found.",
        ],
        [("at least 35 bodies were found", "Save the Children |  | named | asserted")],
        id="back-to-first",
    ),
]


@pytest.mark.parametrize(("sentences", "credited"), CASES)
def test_a_pointing_word_means_the_speaker_before(
    credit_problems: Callable[..., list[str]], sentences: list[str], credited: list[tuple[str, str]]
) -> None:
    for words, credit in credited:
        assert credit_problems(sentences, words, credit) == []
