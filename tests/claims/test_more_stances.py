"""Blame, denial, admission and claims in other words.

A claim is written as its type, its main value and the fields that matter; `/` parts other right answers.
"""

from collections.abc import Callable

import pytest

CASES = [
    pytest.param(
        "Survivors said the massacre was carried out by Janjaweed fighters.",
        ["responsibility accuses accused=Janjaweed"],
        [],
        id="perpetrated",
    ),
    pytest.param(
        "Pakistan accused India of sponsoring the attack on the school bus.",
        ["responsibility accuses accused=India"],
        [],
        id="charges",
    ),
    pytest.param(
        "Residents accused the army of burning 12 houses in Goma.",
        ["responsibility accuses accused=army"],
        ["assessment"],
        id="arson",
    ),
    pytest.param(
        "The two armies accused each other of violating the truce.",
        ["agreement violated"],
        [],
        id="trade-blame",
    ),
    pytest.param(
        "Ethiopia denies the allegation that its drones killed civilians.",
        ["responsibility denies accused=Ethiopia; polarity=negated"],
        [],
        id="denies-short",
    ),
    pytest.param(
        '"We have never targeted civilians," the air force said.',
        ["responsibility denies polarity=negated"],
        [],
        id="never",
    ),
    pytest.param(
        "Australia's army admitted its soldiers had unlawfully killed 39 prisoners.",
        ["responsibility admits accused=Australian army"],
        [],
        id="owns-up",
    ),
    pytest.param(
        "The bombing was later claimed by Islamic State Khorasan.",
        [
            "responsibility claims accused=Islamic State Khorasan/Islamic State Khorasan Province/Islamic State/ISIS"
        ],
        [],
        id="claimed-passive",
    ),
    pytest.param(
        "The attack has not been claimed by any group.",
        ["responsibility claims accused=-; polarity=negated"],
        [],
        id="unclaimed",
    ),
    pytest.param(
        "There has been no claim of responsibility.",
        ["responsibility claims accused=-; polarity=negated"],
        [],
        id="no-responsibility",
    ),
    pytest.param("The minister blamed the floods on climate change.", [], ["responsibility"], id="not-alone"),
]


@pytest.mark.parametrize(("sentence", "present", "absent"), CASES)
def test_a_stance_is_read_however_it_is_put(
    has_claim: Callable[[str, str], bool], sentence: str, present: list[str], absent: list[str]
) -> None:
    assert [written for written in present if not has_claim(sentence, written)] == []
    assert [written for written in absent if has_claim(sentence, written)] == []
