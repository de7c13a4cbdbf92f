"""Who holds which place, and what was destroyed or damaged.

A claim is written as its type, its main value and the fields that matter; `/` parts other right answers.
"""

from collections.abc import Callable

import pytest

CASES = [
    pytest.param(
        "M23 rebels seized the town of Masisi on Saturday.",
        ["control seizes holder=M23; place=Masisi"],
        [],
        id="seized",
    ),
    pytest.param(
        "The Sudanese army recaptured the presidential palace in Khartoum.",
        ["control seizes"],
        [],
        id="recaptured",
    ),
    pytest.param(
        "The town of Bakhmut was captured by Wagner fighters in May.",
        ["control seizes holder=Wagner; place=Bakhmut"],
        [],
        id="captured-by",
    ),
    pytest.param(
        "The Houthis control most of northern Yemen.", ["control holds holder=Houthis"], [], id="holds"
    ),
    pytest.param(
        "Aden is under the control of southern separatists.",
        ["control holds place=Aden"],
        [],
        id="under-control",
    ),
    pytest.param("The army lost control of Kidal in 2014.", ["control loses place=Kidal"], [], id="lost"),
    pytest.param(
        "Ukrainian forces withdrew from Avdiivka.", ["control loses place=Avdiivka"], [], id="withdrew"
    ),
    pytest.param(
        "Wad Madani fell to the Rapid Support Forces in December.",
        ["control seizes holder=Rapid Support Forces; place=Wad Madani"],
        [],
        id="fell",
    ),
    pytest.param(
        "The Rapid Support Forces have besieged El Fasher since May.",
        ["control besieges place=El Fasher"],
        [],
        id="besieges",
    ),
    pytest.param(
        "Families fled rebel-held Goma on foot.",
        ["control holds holder=rebel; place=Goma; optional=True"],
        [],
        id="attributive",
    ),
    pytest.param(
        "Shelling destroyed three houses in Nikopol.",
        ["damage destroyed min=3; max=3; object=houses"],
        [],
        id="destroyed",
    ),
    pytest.param(
        "Two schools and a clinic were damaged in the strike on Kramatorsk.",
        ["damage damaged object=clinic"],
        [],
        id="damaged-passive",
    ),
    pytest.param(
        "Soldiers burned down more than 40 homes in the village.",
        ["damage destroyed min=41; max=-"],
        [],
        id="burned",
    ),
    pytest.param(
        "The ministry said 12 tanks were destroyed.",
        ["damage destroyed min=12; max=12; object=tanks"],
        [],
        id="tanks",
    ),
    pytest.param(
        "The retreating troops blew up a bridge over the Dnipro.",
        ["damage destroyed object=bridge"],
        [],
        id="bridge",
    ),
    pytest.param(
        "The strike damaged a power station in Odesa.",
        ["damage damaged min=1; object=power station"],
        [],
        id="power",
    ),
    pytest.param(
        "Air defences shot down two helicopters over Kherson.",
        ["damage destroyed min=2; object=helicopters"],
        [],
        id="lost-jets",
    ),
    pytest.param(
        "Jihadists took over the town of Mocimboa da Praia in August.",
        ["control seizes place=Mocimboa da Praia"],
        [],
        id="took-over",
    ),
    pytest.param("Islamist fighters overran a base in Boulkessi.", ["control seizes"], [], id="overran"),
    pytest.param(
        "Iraqi forces liberated Hawija on Thursday.",
        ["control seizes holder=Iraqi; place=Hawija"],
        [],
        id="liberated",
    ),
    pytest.param(
        "The government has regained control of Shusha.", ["control seizes place=Shusha"], [], id="regained"
    ),
    pytest.param("Defenders repelled the assault on Vuhledar.", [], ["control"], id="repelled-no-control"),
    pytest.param(
        "The rebels were driven out of Bunagana.", ["control loses place=Bunagana"], [], id="driven-out"
    ),
    pytest.param(
        "The port of Berbera is in the hands of the separatists.",
        ["control holds place=Berbera"],
        [],
        id="hands-of",
    ),
    pytest.param(
        "Government troops still hold the airport in Malakal.", ["control holds"], [], id="still-hold"
    ),
    pytest.param(
        "The militia has surrounded the city of Nyala.", ["control besieges place=Nyala"], [], id="surround"
    ),
    pytest.param(
        "The Free Syrian Army retreated from Ras al-Ain.",
        ["control loses place=Ras al-Ain"],
        [],
        id="retreat",
    ),
    pytest.param(
        "Attackers torched a police station in Kasese.",
        ["damage destroyed/damaged object=police station"],
        [],
        id="torched",
    ),
    pytest.param(
        "The bombing razed four apartment buildings.",
        ["damage destroyed min=4; max=4; object=apartment buildings"],
        [],
        id="razed",
    ),
    pytest.param(
        "The blast shattered windows in the hospital.", ["damage damaged object=windows"], [], id="shattered"
    ),
    pytest.param(
        "The mine at Rubaya has been under rebel control since May.",
        ["control holds place=Rubaya"],
        [],
        id="under-rebel",
    ),
    pytest.param("Russian troops advanced towards Pokrovsk.", [], ["control holds"], id="advance"),
    pytest.param("The army raised its flag over Kaka.", [], ["damage"], id="flag"),
]


@pytest.mark.parametrize(("sentence", "present", "absent"), CASES)
def test_what_is_held_or_damaged_is_read(
    has_claim: Callable[[str, str], bool], sentence: str, present: list[str], absent: list[str]
) -> None:
    assert [written for written in present if not has_claim(sentence, written)] == []
    assert [written for written in absent if has_claim(sentence, written)] == []
