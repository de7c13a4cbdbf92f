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
    pytest.param("The army lost control of Kidal in 2014.", ["control loses place=Kidal"], [], id="lost"),
    pytest.param(
        "Ukrainian forces withdrew from Avdiivka.", ["control loses place=Avdiivka"], [], id="withdrew"
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
        "The ministry said 12 tanks were destroyed.",
        ["damage destroyed min=12; max=12; object=tanks"],
        [],
        id="tanks",
    ),
    pytest.param(
        "The strike damaged a power station in Odesa.",
        ["damage damaged min=1; object=power station"],
        [],
        id="power",
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
    pytest.param("The strike was targeting a weapons depot in Sirte.", ["intent"], [], id="intent"),
    pytest.param("The army said the shelling of the school was an accident.", ["intent"], [], id="accident"),
    pytest.param(
        "The army will launch an offensive on Kadugli next week.", ["plan predicted"], [], id="plan-will"
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
]


@pytest.mark.parametrize(("sentence", "present", "absent"), CASES)
def test_a_statement_is_read_by_its_type(
    has_claim: Callable[[str, str], bool], sentence: str, present: list[str], absent: list[str]
) -> None:
    assert [written for written in present if not has_claim(sentence, written)] == []
    assert [written for written in absent if has_claim(sentence, written)] == []
