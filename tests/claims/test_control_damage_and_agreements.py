"""Who holds what, what was destroyed, agreements, aims, plans and opinions.

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
        "A ceasefire between the army and the rebels came into force at midnight.",
        ["agreement in_force"],
        [],
        id="ceasefire",
    ),
    pytest.param(
        "The two sides agreed to a 72-hour truce in Jeddah.", ["agreement announced"], [], id="announced"
    ),
    pytest.param(
        "The rebels violated the ceasefire by shelling Hodeidah.", ["agreement violated"], [], id="violated"
    ),
    pytest.param("The truce collapsed on Sunday after a week.", ["agreement ended"], [], id="ended"),
    pytest.param("Egypt proposed a two-day ceasefire in Gaza.", ["agreement proposed"], [], id="proposed"),
    pytest.param("Under the deal, the rebels will hand over the port.", ["agreement terms"], [], id="terms"),
    pytest.param("The strike was targeting a weapons depot in Sirte.", ["intent"], [], id="intent"),
    pytest.param("The army said the shelling of the school was an accident.", ["intent"], [], id="accident"),
    pytest.param(
        "The army will launch an offensive on Kadugli next week.", ["plan predicted"], [], id="plan-will"
    ),
    pytest.param("Al-Shabaab threatened to attack Nairobi.", ["plan predicted"], [], id="plan-threat"),
    pytest.param(
        "The European Union urged both sides to open aid corridors.", ["plan predicted"], [], id="plan-demand"
    ),
    pytest.param("The African Union condemned the coup in Niger.", ["assessment"], [], id="assess-condemn"),
    pytest.param("The coalition expressed regret for the strike.", ["assessment"], [], id="assess-regret"),
    pytest.param(
        '"This is a war crime," said Volker Türk, the UN rights chief.',
        ["assessment"],
        [],
        id="assess-opinion",
    ),
    pytest.param(
        "It was a bright and quiet morning in the valley.", [], ["assessment", "event"], id="own-colour"
    ),
    pytest.param(
        "The Security Council adopted resolution 2728, which demands a ceasefire for Ramadan.",
        ["agreement"],
        [],
        id="resolution",
    ),
    pytest.param(
        "The Red Cross warned that hospitals were running out of fuel.", ["assessment"], [], id="warned"
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
        "Both sides accused each other of breaking the truce.", ["agreement violated"], [], id="truce-broken"
    ),
    pytest.param(
        "The parties agreed to extend the humanitarian pause by two days.",
        ["agreement announced"],
        [],
        id="extended",
    ),
    pytest.param("The ceasefire expired at midnight.", ["agreement ended"], [], id="expired"),
    pytest.param(
        "The truce was largely holding in Taiz on Monday.", ["agreement in_force"], [], id="holding"
    ),
    pytest.param(
        "Ethiopia and Tigrayan leaders signed a deal to end hostilities in Pretoria.",
        ["agreement announced"],
        [],
        id="signed",
    ),
    pytest.param("The operation was aimed at cutting the supply road.", ["intent"], [], id="aimed"),
    pytest.param(
        "The army shelled the hills in retaliation for the ambush.", ["intent"], [], id="retaliation"
    ),
    pytest.param("Talks are due to resume in Doha on Sunday.", ["plan"], [], id="plan-due"),
    pytest.param("The general ordered his troops to retake the bridge.", ["plan"], [], id="plan-ordered"),
    pytest.param(
        "Those responsible must be held to account, the ambassador said.", ["plan"], [], id="plan-investigate"
    ),
    pytest.param(
        "The president praised the soldiers who freed the hostages.", ["assessment"], [], id="assess-praise"
    ),
    pytest.param(
        "The situation is catastrophic, the aid group said.", ["assessment"], [], id="assess-catastrophe"
    ),
]


@pytest.mark.parametrize(("sentence", "present", "absent"), CASES)
def test_a_statement_is_read_by_its_type(
    has_claim: Callable[[str, str], bool], sentence: str, present: list[str], absent: list[str]
) -> None:
    assert [written for written in present if not has_claim(sentence, written)] == []
    assert [written for written in absent if has_claim(sentence, written)] == []
