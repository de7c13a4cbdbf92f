"""What happened, by kind, target and actor.

A claim is written as its type, its main value and the fields that matter; `/` parts other right answers.
"""

from collections.abc import Callable

import pytest

CASES = [
    pytest.param(
        "Saudi-led coalition warplanes bombed a food factory in Sanaa on Tuesday.",
        ["event air_strike target=food factory"],
        [],
        id="air-strike",
    ),
    pytest.param(
        "A drone strike hit a mosque in El Fasher at dawn.",
        ["event air_strike target=mosque"],
        [],
        id="drone",
    ),
    pytest.param(
        "Israeli jets struck the outskirts of Sidon overnight.", ["event air_strike"], [], id="jets"
    ),
    pytest.param(
        "Separatists shelled the village of Zolote with mortars on Friday.",
        ["event shelling"],
        [],
        id="shelling",
    ),
    pytest.param("Three rockets landed near the airport in Kabul.", ["event shelling"], [], id="rockets"),
    pytest.param(
        "A ballistic missile struck a training ground in Kryvyi Rih.", ["event shelling"], [], id="missile"
    ),
    pytest.param(
        "The army fired shells filled with chlorine gas at Zamalka.",
        ["event chemical_attack"],
        [],
        id="chemical",
    ),
    pytest.param(
        "A suicide bomber blew himself up at a police academy in Mogadishu.",
        ["event suicide_bombing"],
        [],
        id="suicide",
    ),
    pytest.param(
        "A car bomb exploded outside a bank in Kirkuk on Sunday.", ["event bombing"], [], id="car-bomb"
    ),
    pytest.param("A roadside bomb destroyed an army truck near Gao.", ["event bombing"], [], id="ied"),
    pytest.param("A landmine exploded under a school bus in Taiz.", ["event bombing"], [], id="mine"),
    pytest.param(
        "Heavy clashes broke out between the army and rebels in Sake.", ["event armed_clash"], [], id="clash"
    ),
    pytest.param(
        "The army and the Rapid Support Forces fought for the bridge in Bahri.",
        ["event armed_clash"],
        [],
        id="fought",
    ),
    pytest.param("Gunmen ambushed an army patrol near Tillaberi.", ["event armed_clash"], [], id="ambush"),
    pytest.param(
        "Militants stormed a prison in Butembo late on Tuesday.",
        ["event attack target=prison"],
        [],
        id="stormed",
    ),
    pytest.param("Gunmen opened fire on worshippers in Quetta.", ["event attack"], [], id="opened-fire"),
    pytest.param("Armed men kidnapped a priest in Port-au-Prince.", ["event abduction"], [], id="abduction"),
    pytest.param(
        "The militia executed two captured soldiers in Arauca.", ["event execution"], [], id="execution"
    ),
    pytest.param(
        "Security forces arrested an opposition leader in Bamako.", ["event arrest"], [], id="arrest"
    ),
    pytest.param(
        "Soldiers looted a warehouse of the World Food Programme in Wad Madani.",
        ["event looting"],
        [],
        id="looting",
    ),
    pytest.param(
        "Ethiopian troops withdrew from the town of Adwa.", ["event withdrawal"], [], id="withdrawal"
    ),
    pytest.param(
        "Buses evacuated civilians from Irpin on Saturday.", ["event evacuation"], [], id="evacuation"
    ),
    pytest.param(
        "A United Nations aid convoy reached Tigray on Wednesday.", ["event aid_delivery"], [], id="aid"
    ),
    pytest.param("Rwanda deployed 1,000 troops to Cabo Delgado.", ["event deployment"], [], id="deployment"),
    pytest.param(
        "Negotiators from both sides held talks in Jeddah on Thursday.", ["event meeting"], [], id="talks"
    ),
    pytest.param(
        "The army said its jets bombed a camp of al-Shabaab near Jilib.",
        ["event air_strike"],
        [],
        id="claimed-event",
    ),
    pytest.param(
        "The ministry said no strikes were carried out on the hospital.",
        ["event air_strike polarity=negated"],
        [],
        id="negated-event",
    ),
    pytest.param(
        "The country has been at war for more than ten years.",
        [],
        ["event", "control", "plan"],
        id="general-no-event",
    ),
    pytest.param(
        "The militia laid siege to the town of Dilling in June.", ["event siege"], [], id="siege-event"
    ),
    pytest.param(
        "The Arakan Army attacked a border post in Maungdaw on Sunday.",
        ["event attack actor=Arakan Army"],
        [],
        id="actor",
    ),
]


@pytest.mark.parametrize(("sentence", "present", "absent"), CASES)
def test_a_happening_is_read_with_its_kind(
    has_claim: Callable[[str, str], bool], sentence: str, present: list[str], absent: list[str]
) -> None:
    assert [written for written in present if not has_claim(sentence, written)] == []
    assert [written for written in absent if has_claim(sentence, written)] == []
