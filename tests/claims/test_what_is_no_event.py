"""Words of war in sentences about something else.

A claim is written as its type, its main value and the fields that matter; `/` parts other right answers.
"""

from collections.abc import Callable

import pytest

CASES = [
    pytest.param(
        "Doctors in Lagos went on strike on Monday over unpaid wages.",
        [],
        ["event", "responsibility"],
        id="labour-strike",
    ),
    pytest.param("The company runs a gold mine near Kayes.", [], ["event", "damage"], id="gold-mine"),
    pytest.param("Aid workers are fighting cholera in Aden.", [], ["event armed_clash"], id="cholera"),
    pytest.param(
        "The battle for votes in the provinces begins in May.", [], ["event armed_clash"], id="election"
    ),
    pytest.param(
        "Storms battered the coast of Mozambique on Sunday.", [], ["event", "control"], id="weather"
    ),
    pytest.param(
        "The striker shot wide in the final minutes of the match in Cairo.", [], ["event"], id="football"
    ),
    pytest.param(
        "Oil prices fell to their lowest level since March.", [], ["control", "damage"], id="market"
    ),
    pytest.param("The teacher told her pupils to seize the day.", [], ["control seizes"], id="seizes-day"),
    pytest.param("The two banks signed a deal in Dubai.", [], ["casualty"], id="deal-business"),
    pytest.param("The oil firm Shell reported record profits.", [], ["event shelling"], id="shell-firm"),
    pytest.param(
        "The ministry launched a pilot project in Kigali.", [], ["event", "casualty"], id="pilot-project"
    ),
    pytest.param(
        "The former general died of a heart attack in Rabat.", [], ["event attack"], id="heart-attack"
    ),
    pytest.param("The camera captured the moment the sun rose.", [], ["control"], id="captured-film"),
]


@pytest.mark.parametrize(("sentence", "present", "absent"), CASES)
def test_a_word_of_war_alone_makes_no_claim(
    has_claim: Callable[[str, str], bool], sentence: str, present: list[str], absent: list[str]
) -> None:
    assert [written for written in present if not has_claim(sentence, written)] == []
    assert [written for written in absent if has_claim(sentence, written)] == []
