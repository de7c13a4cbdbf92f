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
        ["The army said it would withdraw from Hodeidah on Friday."],
        [("withdraw from Hodeidah", "army |  | - | predicted")],
        id="will",
    ),
]


@pytest.mark.parametrize(("sentences", "credited"), CASES)
def test_how_firmly_a_thing_is_said_is_kept(
    credit_problems: Callable[..., list[str]], sentences: list[str], credited: list[tuple[str, str]]
) -> None:
    for words, credit in credited:
        assert credit_problems(sentences, words, credit) == []
