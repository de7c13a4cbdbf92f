"""What is reported without commitment, made conditional, threatened, demanded or foretold.

A credit is written as speakers | via | explicitness | modality; `;` parts joint speakers, `/` other right answers.
"""

from collections.abc import Callable

import pytest

CASES = [
    pytest.param(
        ["The attack on the village reportedly killed 20 people."],
        [("killed 20 people", " |  | passive | alleged")],
        id="reportedly",
    ),
    pytest.param(
        ["Around 50 fighters are said to have been killed in the ambush near Tessit."],
        [("Around 50 fighters", " |  | passive | alleged")],
        id="are-said-to",
    ),
    pytest.param(
        ["Two commanders are believed to have died in the strike."],
        [("Two commanders", " |  | passive | alleged")],
        id="believed",
    ),
    pytest.param(
        ["Reports say gunmen abducted 30 passengers on the road to Kaduna."],
        [("gunmen abducted 30 passengers", " |  | passive | alleged")],
        id="reports-say",
    ),
    pytest.param(
        ["Unconfirmed reports say a helicopter was shot down over Tigray."],
        [("a helicopter was shot down", " |  | passive | alleged")],
        id="unconfirmed",
    ),
    pytest.param(
        ["Soldiers allegedly executed 11 men in the village of Hpruso."],
        [("executed 11 men", " |  | passive | alleged")],
        id="allegedly",
    ),
    pytest.param(
        ["Dozens are feared dead after the boat was hit off the coast of Yemen."],
        [("Dozens are feared dead", " |  | passive | alleged")],
        id="feared",
    ),
    pytest.param(
        ["Some 3,000 people are thought to have fled the town of Bunagana."],
        [("Some 3,000 people", " |  | passive | alleged")],
        id="thought",
    ),
    pytest.param(
        ["If the strike killed the commander, the truce would collapse."],
        [("the strike killed the commander", " |  | outlet | conditional")],
        id="conditional",
    ),
    pytest.param(
        ["The army said as many as 60 militants may have been killed in the raid."],
        [("as many as 60 militants", "army |  | - | alleged")],
        id="could-be",
    ),
    pytest.param(
        ["The United Nations warned that 500,000 people could be displaced if the city is attacked."],
        [("500,000 people could be displaced", "United Nations |  | named | predicted/conditional")],
        id="predicted",
    ),
    pytest.param(
        ["The rebels vowed to retake Uvira."],
        [("retake Uvira", "rebels |  | unnamed | predicted")],
        id="vowed",
    ),
    pytest.param(
        ["The army said it would withdraw from Hodeidah on Friday."],
        [("withdraw from Hodeidah", "army |  | - | predicted")],
        id="will",
    ),
    pytest.param(
        ["Hamas threatened to execute a hostage for each strike on Gaza."],
        [("execute a hostage for each strike", "Hamas |  | named | predicted")],
        id="threat",
    ),
    pytest.param(
        ["The Security Council demanded that the militia lift the siege of El Fasher."],
        [("lift the siege", "UN Security Council/Security Council |  | named | predicted")],
        id="demand",
    ),
    pytest.param(
        ["The convoy was apparently hit by mistake."],
        [("The convoy was apparently hit by mistake", " |  | passive | alleged")],
        id="apparently",
    ),
    pytest.param(
        ["Suspected rebels killed seven loggers near Ndele."],
        [("killed seven loggers", " |  | outlet | asserted/alleged")],
        id="suspected",
    ),
    pytest.param(
        ["According to unconfirmed reports, 15 soldiers were captured."],
        [("15 soldiers were captured", " |  | passive | alleged")],
        id="according-reports",
    ),
    pytest.param(
        ["It was not clear who fired the rockets."],
        [("who fired the rockets", " |  | outlet/passive | asserted/alleged")],
        id="not-clear",
    ),
    pytest.param(
        ["If the siege continues, thousands of people will die, the World Food Programme said."],
        [("thousands of people will die", "World Food Programme |  | named | conditional/predicted")],
        id="would-if",
    ),
    pytest.param(
        ["The toll is expected to rise, hospital officials said."],
        [("The toll is expected to rise", "hospital officials |  | role/unnamed | predicted")],
        id="expected",
    ),
    pytest.param(
        ["The Red Cross fears that hundreds have drowned."],
        [("hundreds have drowned", "Red Cross |  | named | asserted/alleged")],
        id="fears",
    ),
    pytest.param(
        ["A security source said the blast was likely caused by a mine."],
        [("the blast was likely caused by a mine", "security source |  | role | asserted/alleged")],
        id="source-likely",
    ),
    pytest.param(
        ["It is feared that 20 fishermen drowned."],
        [("20 fishermen drowned", " |  | passive | alleged")],
        id="it-is-feared",
    ),
    pytest.param(
        ["According to some reports, the rebels executed six prisoners."],
        [("the rebels executed six prisoners", " |  | passive | alleged")],
        id="some-reports",
    ),
    pytest.param(
        ["Turkey pledged to send 500 soldiers to Somalia."],
        [("send 500 soldiers", "Turkey |  | named | predicted")],
        id="pledged",
    ),
    pytest.param(
        ["The junta warned that it would shell the town if the rebels stayed."],
        [("it would shell the town", "junta |  | - | predicted/conditional")],
        id="ultimatum",
    ),
    pytest.param(
        ["Ukraine plans to withdraw its troops from Robotyne."],
        [("withdraw its troops", " |  | outlet | predicted")],
        id="plans-to",
    ),
]


@pytest.mark.parametrize(("sentences", "credited"), CASES)
def test_how_firmly_a_thing_is_said_is_kept(
    credit_problems: Callable[..., list[str]], sentences: list[str], credited: list[tuple[str, str]]
) -> None:
    for words, credit in credited:
        assert credit_problems(sentences, words, credit) == []
