"""Happenings in the verbs of many reporters.

A claim is written as its type, its main value and the fields that matter; `/` parts other right answers.
"""

from collections.abc import Callable

import pytest

CASES = [
    pytest.param(
        "Government helicopters dropped barrel bombs on Darayya on Thursday.",
        ["event air_strike"],
        [],
        id="barrel",
    ),
    pytest.param(
        "Artillery pounded the outskirts of Avdiivka all night.", ["event shelling"], [], id="pounded"
    ),
    pytest.param(
        "A gun battle erupted outside the parliament in Baghdad.", ["event armed_clash"], [], id="gun-battle"
    ),
    pytest.param(
        "Al-Qaeda fighters raided a jail in Hadramawt and freed 300 inmates.",
        ["event attack"],
        [],
        id="raid-prison",
    ),
    pytest.param(
        "Gunmen seized a bus near Birnin Gwari and abducted its passengers.",
        ["event abduction"],
        [],
        id="seized-bus",
    ),
    pytest.param(
        "Crowds rallied outside the embassy in Niamey on Sunday.", ["event protest"], [], id="rally"
    ),
    pytest.param(
        "The minister visited a school in Amman.",
        [],
        ["event", "responsibility", "control"],
        id="phosphorus-no",
    ),
    pytest.param(
        "Mortar rounds landed in the garden of the French embassy.", ["event shelling"], [], id="mortars"
    ),
]


@pytest.mark.parametrize(("sentence", "present", "absent"), CASES)
def test_a_happening_is_read_whatever_its_verb(
    has_claim: Callable[[str, str], bool], sentence: str, present: list[str], absent: list[str]
) -> None:
    assert [written for written in present if not has_claim(sentence, written)] == []
    assert [written for written in absent if has_claim(sentence, written)] == []
