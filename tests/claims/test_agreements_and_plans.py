"""Agreements, aims, plans and opinions.

A claim is written as its type, its main value and the fields that matter; `/` parts other right answers.
"""

from collections.abc import Callable

import pytest

CASES = [
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
    pytest.param(
        "Sudan's rivals reached an agreement on safe corridors in Jeddah.",
        ["agreement announced"],
        [],
        id="pact",
    ),
    pytest.param(
        "Armenia said Azerbaijan had breached the ceasefire.", ["agreement violated"], [], id="breach"
    ),
    pytest.param("The rebels rejected a proposed truce.", ["agreement proposed"], [], id="rejected"),
    pytest.param(
        "A humanitarian truce came into effect on Thursday.",
        ["agreement in_force"],
        [],
        id="came-into-effect",
    ),
]


@pytest.mark.parametrize(("sentence", "present", "absent"), CASES)
def test_what_is_agreed_meant_or_judged_is_read(
    has_claim: Callable[[str, str], bool], sentence: str, present: list[str], absent: list[str]
) -> None:
    assert [written for written in present if not has_claim(sentence, written)] == []
    assert [written for written in absent if has_claim(sentence, written)] == []
