"""More people, institutions and nations that say things.

A credit is written as speakers | via | explicitness | modality; `;` parts joint speakers, `/` other right answers.
"""

from collections.abc import Callable

import pytest

CASES = [
    pytest.param(
        ["Martin Griffiths, the UN's humanitarian chief, said 24 aid workers had been killed."],
        [("24 aid workers had been killed", "Martin Griffiths |  | named | asserted")],
        id="un-official",
    ),
    pytest.param(
        ["Police chief Abdullah Khan said the bomb killed seven officers."],
        [("the bomb killed seven officers", "Abdullah Khan/police |  | - | asserted")],
        id="chief-of-police",
    ),
    pytest.param(
        ["Kharkiv governor Oleh Syniehubov said two women were wounded."],
        [("two women were wounded", "Oleh Syniehubov |  | named | asserted")],
        id="regional-governor",
    ),
    pytest.param(
        ["Interior Minister Sheikh Rashid tweeted that nine terrorists were killed."],
        [("nine terrorists were killed", "Sheikh Rashid |  | named | asserted")],
        id="said-in-tweet",
    ),
    pytest.param(
        ["The Hamas-run health ministry in Gaza said 31 people were killed."],
        [
            (
                "31 people were killed",
                "health ministry/Gaza Ministry of Health/Palestinian Ministry of Health |  | named/role | asserted",
            )
        ],
        id="hamas-run",
    ),
    pytest.param(
        ["Four soldiers died in the blast, the army said in a statement on Sunday."],
        [("Four soldiers died", "army |  | - | asserted")],
        id="army-statement-back",
    ),
    pytest.param(
        ["Locals said the shells killed 11 goats and a herder."],
        [("a herder", "locals |  | unnamed | asserted")],
        id="locals",
    ),
    pytest.param(
        ["Two residents said they saw 15 bodies."],
        [("15 bodies", "residents |  | unnamed | asserted")],
        id="two-residents",
    ),
    pytest.param(
        ["One survivor said the gunmen shot everyone in the room."],
        [("the gunmen shot everyone", "survivor |  | unnamed/role | asserted")],
        id="one-survivor",
    ),
    pytest.param(
        ["An aide to the president said the convoy came under fire."],
        [("the convoy came under fire", "aide to the president |  | role | asserted")],
        id="an-aide",
    ),
    pytest.param(
        ["A tribal elder, Haji Wali, said the drone killed six farmers."],
        [("the drone killed six farmers", "Haji Wali |  | named | asserted")],
        id="tribal",
    ),
    pytest.param(
        ["Independent MP Adan Duale said 21 people had died."],
        [("21 people had died", "Adan Duale |  | named | asserted")],
        id="mp",
    ),
    pytest.param(
        ["Bishop Paride Taban said the militia burned the church."],
        [("the militia burned the church", "Paride Taban |  | named | asserted")],
        id="bishop",
    ),
    pytest.param(
        ["Local radio reported that three police posts were attacked."],
        [("three police posts were attacked", "local radio |  | role/unnamed/named | asserted")],
        id="local-radio",
    ),
    pytest.param(
        ["The Daily Nation reported that gunmen killed two rangers."],
        [("gunmen killed two rangers", "Daily Nation |  | named | asserted")],
        id="newspapers",
    ),
    pytest.param(
        ["Yevgeny Prigozhin, the head of Wagner, said 20,000 of his men had died."],
        [("20,000 of his men had died", "Yevgeny Prigozhin/Wagner |  | named | asserted")],
        id="wagner",
    ),
    pytest.param(
        ["Azerbaijan said seven of its soldiers were killed."],
        [("seven of its soldiers were killed", "Azerbaijan |  | named | asserted")],
        id="nation-said",
    ),
    pytest.param(
        ["Kigali said a shell from Congo killed two villagers."],
        [("killed two villagers", "Rwanda/Kigali |  | named | asserted")],
        id="capital",
    ),
    pytest.param(
        ["The Armenian army said it destroyed five tanks."],
        [
            (
                "destroyed five tanks",
                "Armenian army/Armenian military/Armenian Armed Forces |  | named | asserted",
            )
        ],
        id="army-of",
    ),
    pytest.param(
        ["The General Staff of the Ukrainian armed forces said 57 clashes took place."],
        [
            (
                "57 clashes took place",
                "General Staff/Ukrainian General Staff/Ukrainian Armed Forces |  | named | asserted",
            )
        ],
        id="general-staff",
    ),
    pytest.param(
        ["The US-led coalition said its jets hit two bunkers near Hajin."],
        [("its jets hit two bunkers", "US-led coalition |  | named | asserted")],
        id="coalition",
    ),
    pytest.param(
        ["Pro-Russian separatists said shelling killed a girl in Horlivka."],
        [("shelling killed a girl", "separatists |  | unnamed/named | asserted")],
        id="separatists",
    ),
    pytest.param(
        ["The UN human rights office said 1,500 civilians had been killed."],
        [("1,500 civilians had been killed", "UN human rights office/OHCHR |  | named | asserted")],
        id="human-rights-office",
    ),
    pytest.param(
        ["Civil defence workers said the raid killed a family of five."],
        [("the raid killed a family", "civil defence workers |  | unnamed/role | asserted")],
        id="civil-defence",
    ),
    pytest.param(
        ["The junta said 14 soldiers were missing."],
        [("14 soldiers were missing", "junta |  | - | asserted")],
        id="junta",
    ),
    pytest.param(
        ["A source close to the talks said a truce was near."],
        [("a truce was near", "source close to the talks |  | role/unnamed | asserted")],
        id="source-close",
    ),
    pytest.param(
        ["Chad's president, Mahamat Deby, said 40 soldiers had been killed."],
        [("40 soldiers had been killed", "Mahamat Deby |  | named | asserted")],
        id="chad",
    ),
    pytest.param(
        ["Two US officials said the raid killed a senior commander."],
        [("the raid killed a senior commander", "US officials |  | role | asserted")],
        id="us-officials",
    ),
    pytest.param(
        ["Pentagon spokesman John Kirby said no civilians were harmed."],
        [("no civilians were harmed", "Pentagon/US Department of Defense |  | - | asserted")],
        id="pentagon-spokesman",
    ),
    pytest.param(
        ['"We are burying ten people today," Imam Salisu said.'],
        [("We are burying ten people today", "Salisu/Imam Salisu |  | named | asserted")],
        id="pronoun-we",
    ),
    pytest.param(
        ["Houthi military spokesman Yahya Saree said the group fired two missiles at Eilat."],
        [("the group fired two missiles", "Houthis/Houthi |  | - | asserted")],
        id="houthi-spokesman",
    ),
    pytest.param(
        ["Israeli military spokesman Daniel Hagari said 12 gunmen were killed in Shifa."],
        [("12 gunmen were killed", "Israeli military/Israel Defense Forces/Israeli army |  | - | asserted")],
        id="idf-spokesman",
    ),
    pytest.param(
        ["Kathryn Mahoney, a UNHCR spokesperson, said 90,000 people had crossed the border."],
        [("90,000 people had crossed the border", "UNHCR |  | - | asserted")],
        id="spokesperson-unhcr",
    ),
    pytest.param(
        [
            '"We shot down two jets," said Getachew Reda, a spokesman for the Tigray People\'s Liberation Front.'
        ],
        [("We shot down two jets", "Tigray People's Liberation Front/TPLF |  | - | asserted")],
        id="spokesman-the-front",
    ),
    pytest.param(
        ["The head of the UN mission in Congo, Bintou Keita, said four peacekeepers were wounded."],
        [("four peacekeepers were wounded", "Bintou Keita/UN mission in Congo/MONUSCO |  | - | asserted")],
        id="head-of-mission",
    ),
    pytest.param(
        ["Deputy Defence Minister Hanna Maliar said fighting continued in Bakhmut."],
        [("fighting continued in Bakhmut", "Hanna Maliar |  | named | asserted")],
        id="deputy-minister",
    ),
    pytest.param(
        ["Former president Juan Manuel Santos said the deal was in danger."],
        [("the deal was in danger", "Juan Manuel Santos |  | named | asserted")],
        id="former",
    ),
    pytest.param(
        ["The foreign ministers of France and Germany said the vote was a farce."],
        [("the vote was a farce", "foreign ministers of France and Germany/France |  | - | asserted")],
        id="two-ministers",
    ),
    pytest.param(
        ["Villagers Ko Aung and Ma Hla said soldiers burned 40 houses."],
        [("soldiers burned 40 houses", "Ko Aung ; Ma Hla |  | named | asserted")],
        id="villager-names",
    ),
    pytest.param(
        ["The army and the police said 14 bandits were killed."],
        [("14 bandits were killed", "army ; police |  | - | asserted")],
        id="joint-and",
    ),
    pytest.param(
        ["Hamas says 30 people died; Israel says it killed nine gunmen."],
        [
            ("30 people died", "Hamas |  | named | asserted"),
            ("it killed nine gunmen", "Israel |  | named | asserted"),
        ],
        id="while-by-contrast",
    ),
    pytest.param(
        ["The rebels claimed to have shot down a helicopter, though the ministry said it crashed."],
        [
            ("shot down a helicopter", "rebels |  | unnamed | asserted"),
            ("it crashed", "ministry |  | - | asserted"),
        ],
        id="though",
    ),
    pytest.param(
        ["The report noted that 60 schools had been destroyed."],
        [("60 schools had been destroyed", "report |  | - | asserted")],
        id="noted-that",
    ),
    pytest.param(
        ["Police reportedly arrested 40 students in Conakry."],
        [("arrested 40 students", " |  | passive | alleged")],
        id="reportedly-by",
    ),
]


@pytest.mark.parametrize(("sentences", "credited"), CASES)
def test_whoever_says_a_thing_is_its_speaker(
    credit_problems: Callable[..., list[str]], sentences: list[str], credited: list[tuple[str, str]]
) -> None:
    for words, credit in credited:
        assert credit_problems(sentences, words, credit) == []
