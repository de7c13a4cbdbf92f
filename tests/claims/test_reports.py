"""Short reports with everybody they count, and who is credited with each figure.

A figure is written as harm, least, most, qualifier, status, scope < speakers; `/` parts other right names.
"""

from collections.abc import Callable

import pytest

CASES = [
    pytest.param(
        [
            "Ukrainian officials said on Friday that a Russian missile had struck a train station in the eastern city of Kramatorsk killing at least 52 people including five children.",
            "Regional governor Pavlo Kyrylenko said the missile contained cluster munitions.",
            "Moscow denied responsibility and said Ukraine had fired the missile itself.",
            "The Pentagon said it did not accept the Russian denial.",
            "President Volodymyr Zelensky called the strike an evil without limits.",
        ],
        [
            "killed 52 - at_least unknown incident < Ukrainian officials",
            "killed 5 5 exact civilian part < Ukrainian officials",
        ],
        id="kramatorsk",
    ),
    pytest.param(
        [
            "Gunmen on motorbikes attacked the village of Tchoma Bangou in western Niger on Saturday killing around 70 civilians local officials said.",
            "A second village Zaroumdareye was attacked at the same time and 30 people died there said Almou Hassane mayor of Tondikiwindi.",
            "Nobody claimed the attacks but the region is plagued by jihadists linked to al-Qaeda and Islamic State.",
            "Interior minister Alkache Alhada said troops had been sent to the area.",
            "The attacks came after villagers killed two rebel fighters a local lawmaker said.",
        ],
        [
            "killed 70 70 about civilian incident < local officials",
            "killed 30 30 exact unknown incident < Almou Hassane",
            "killed 2 2 exact combatant incident < local lawmaker",
        ],
        id="tchoma-bangou",
    ),
    pytest.param(
        [
            "FARC dissidents released 34 soldiers on Tuesday who had been held by villagers in Guaviare, the Colombian defence ministry said.",
            "The soldiers were seized after clashes in which eleven guerrillas including a commander were killed.",
            '"They are in good health," wrote Ombudswoman Iris Marin on X.',
            "Defence Minister Pedro Sanchez had described the seizure as kidnapping.",
            "Some 200 troops will remain in El Retorno, the minister added.",
        ],
        [
            "rescued 34 34 exact combatant incident < Colombian Ministry of Defence",
            "killed 11 11 exact combatant incident <",
            "killed 1 1 exact combatant part <",
        ],
        id="guaviare",
    ),
    pytest.param(
        [
            "The Houthis said on Monday that US air strikes had killed 68 African migrants and wounded 47 at a detention centre in Saada.",
            "A US defence official said the military was aware of the claims and was carrying out an assessment.",
            "The International Committee of the Red Cross said its staff had helped the wounded.",
            "Washington says it has hit more than 800 targets since mid-March, killing hundreds of fighters.",
            "The Houthis have vowed to keep attacking ships in the Red Sea until Israel ends its blockade of Gaza.",
        ],
        [
            "killed 68 68 exact civilian incident < Houthis",
            "wounded 47 47 exact civilian incident < Houthis",
            "killed 200 - vague combatant cumulative < United States/Washington",
        ],
        id="saada-migrants",
    ),
    pytest.param(
        [
            "Israeli forces killed three Palestinians in a raid on Jenin refugee camp on Thursday, the Palestinian health ministry said.",
            "A fourth man died later of his wounds.",
            "The Israeli military said the dead were gunmen who had opened fire on its troops.",
            "Islamic Jihad said two of them were its members.",
            "Hamas called for a general strike.",
        ],
        [
            "killed 3 3 exact unknown incident < Palestinian Ministry of Health/Palestinian health ministry",
            "killed 1 1 exact unknown incident <",
        ],
        id="jenin",
    ),
    pytest.param(
        [
            "Drone strikes killed at least 30 people in the Ethiopian region of Amhara, two medics and a witness told Reuters.",
            "The strikes hit a school in Gedeb on Thursday as volunteers were building a fence, they said.",
            "One of the medics said 16 of the victims had been brought to his clinic.",
            "Government spokesman Legesse Tulu did not answer calls.",
            "Fano, a militia that took up arms in 2023, blamed the army.",
        ],
        [
            "killed 30 - at_least unknown incident < medics ; witness",
            "killed 16 16 exact unknown part < medic/medics",
        ],
        id="amhara",
    ),
    pytest.param(
        [
            "The Iraqi military said Sunday that it had retaken 60 percent of Tal Afar from ISIS.",
            "Lt. Gen. Abdul Amir Yarallah said his troops had killed 302 militants and dismantled 40 car bombs.",
            "The US-led coalition said it carried out 34 strikes in support of the operation.",
            "The United Nations warned that up to 40,000 civilians were trapped in the town.",
            "ISIS said through its Amaq agency that it had killed 28 soldiers in two suicide attacks.",
            "There was no independent confirmation of any of the figures.",
        ],
        [
            "killed 302 302 exact combatant incident < Abdul Amir Yarallah",
            "besieged - 40000 at_most civilian cumulative < United Nations",
            "killed 28 28 exact combatant incident < Islamic State/ISIS",
        ],
        id="tal-afar",
    ),
    pytest.param(
        [
            "Myanmar's military carried out an air strike on a pagoda festival, killing at least 24 people, including children, according to a local official and Amnesty.",
            "A woman who helped organise the event said that the crowd had been warned, and that a third of the people escaped.",
            '"But one motorised paraglider flew over and dropped two bombs," she told AFP.',
            "The junta has not commented.",
            "More than 5,000 civilians have been killed since the coup, the UN says.",
        ],
        [
            "killed 24 - at_least unknown incident < local official ; Amnesty International",
            "killed - - unknown civilian part < local official ; Amnesty International",
            "killed 5001 - more_than civilian cumulative < United Nations",
        ],
        id="pagoda",
    ),
]


@pytest.mark.parametrize(("sentences", "figures"), CASES)
def test_a_report_gives_each_figure_with_its_speaker(
    figure_problems: Callable[[list[str], list[str]], list[str]], sentences: list[str], figures: list[str]
) -> None:
    assert figure_problems(sentences, figures) == []
