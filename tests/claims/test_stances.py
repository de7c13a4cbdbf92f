"""Who blames, admits, denies or claims an act.

A claim is written as its type, its main value and the fields that matter; `/` parts other right answers.
"""

from collections.abc import Callable

import pytest

CASES = [
    pytest.param(
        "Ukraine accused Russia of shelling the hospital in Kherson.",
        ["responsibility accuses accused=Russia"],
        [],
        id="accuses",
    ),
    pytest.param(
        "The government blamed the attack on al-Shabaab.",
        ["responsibility accuses accused=al-Shabaab"],
        [],
        id="blamed",
    ),
    pytest.param(
        "Residents blamed the army for the bombing of the school.",
        ["responsibility accuses accused=army"],
        [],
        id="blamed-for",
    ),
    pytest.param(
        "The governor said the FARC dissidents were behind the bombing.",
        ["responsibility accuses accused=FARC"],
        [],
        id="behind",
    ),
    pytest.param(
        "Amnesty International said Eritrean troops were responsible for the massacre in Axum.",
        ["responsibility accuses accused=Eritrean forces/Eritrea"],
        [],
        id="responsible",
    ),
    pytest.param(
        "Russia denied bombing the theatre in Mariupol.",
        ["responsibility denies accused=Russia; polarity=negated"],
        [],
        id="denies",
    ),
    pytest.param(
        "Rwanda has denied any involvement in the attack on Goma.",
        ["responsibility denies accused=Rwanda; polarity=negated"],
        [],
        id="denies-role",
    ),
    pytest.param(
        "The Houthis rejected accusations that they had shelled the wedding.",
        ["responsibility denies accused=Houthis"],
        [],
        id="rejects",
    ),
    pytest.param(
        "The army said it was not behind the strike on the camp.",
        ["responsibility denies polarity=negated"],
        [],
        id="not-behind",
    ),
    pytest.param(
        "The Pentagon admitted that its strike in Kabul had killed ten civilians.",
        ["responsibility admits"],
        [],
        id="admits",
    ),
    pytest.param(
        "The coalition acknowledged responsibility for the air strike on the bus in Saada.",
        ["responsibility admits"],
        [],
        id="acknowledged",
    ),
    pytest.param(
        "Islamic State claimed responsibility for the attack on the church in Kasindi.",
        ["responsibility claims accused=Islamic State/ISIS; polarity=affirmed"],
        [],
        id="claims",
    ),
    pytest.param(
        "The attack in Nairobi was claimed by al-Shabaab.",
        ["responsibility claims accused=al-Shabaab"],
        [],
        id="claims-back",
    ),
    pytest.param(
        "No group has claimed responsibility for the bombing in Kirkuk.",
        ["responsibility claims accused=-; polarity=negated"],
        [],
        id="no-claim",
    ),
    pytest.param(
        "There was no immediate claim of responsibility for the kidnapping.",
        ["responsibility claims accused=-; polarity=negated"],
        [],
        id="no-claim-immediate",
    ),
    pytest.param(
        "No one has claimed the attack.",
        ["responsibility claims accused=-; polarity=negated"],
        [],
        id="no-one-claimed",
    ),
    pytest.param(
        "Russian shelling killed three people in Nikopol.", [], ["responsibility"], id="tally-is-no-blame"
    ),
    pytest.param(
        "The paramilitaries have been accused of mass rape in Darfur.",
        ["responsibility accuses"],
        [],
        id="passive-accused",
    ),
    pytest.param(
        "Boko Haram claimed responsibility for the raid the station reported.",
        ["responsibility claims accused=Boko Haram"],
        [],
        id="no-comma-claims",
    ),
    pytest.param(
        "Kyiv held Russia responsible for the strike on the dam.",
        ["responsibility accuses accused=Russia"],
        [],
        id="points-finger",
    ),
    pytest.param(
        "The militia flatly denied attacking the convoy.",
        ["responsibility denies polarity=negated"],
        [],
        id="flatly",
    ),
    pytest.param(
        "The Taliban said they had no involvement in the bombing.",
        ["responsibility denies accused=Taliban; polarity=negated"],
        [],
        id="no-involvement",
    ),
    pytest.param(
        '"We did not attack the hospital," a rebel spokesman said.',
        ["responsibility denies polarity=negated"],
        [],
        id="we-did-not",
    ),
    pytest.param(
        "The Nigerian air force admitted bombing the village by mistake.",
        ["responsibility admits accused=Nigerian Air Force"],
        [],
        id="mistake",
    ),
    pytest.param(
        "The ELN took responsibility for the car bomb at the police academy.",
        ["responsibility claims/admits accused=ELN/National Liberation Army"],
        [],
        id="took-credit",
    ),
    pytest.param(
        "In a statement on Telegram, the Islamic State group claimed the bombing of the mosque.",
        ["responsibility claims accused=Islamic State/ISIS"],
        [],
        id="statement-claim",
    ),
    pytest.param(
        "Nobody has yet claimed responsibility for the shooting.",
        ["responsibility claims accused=-; polarity=negated"],
        [],
        id="nobody-yet",
    ),
]


@pytest.mark.parametrize(("sentence", "present", "absent"), CASES)
def test_a_stance_is_read_with_the_accused(
    has_claim: Callable[[str, str], bool], sentence: str, present: list[str], absent: list[str]
) -> None:
    assert [written for written in present if not has_claim(sentence, written)] == []
    assert [written for written in absent if has_claim(sentence, written)] == []
