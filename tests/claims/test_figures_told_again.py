"""A figure that an article tells several times is one record, at its fullest mention."""

from collections.abc import Callable

import pytest

CASES = [
    pytest.param(
        [
            "Bus bomb kills 18 in Quetta.",
            "At least 18 people were killed when a bomb tore through a bus in Quetta, police said.",
        ],
        ["killed 18 - at_least unknown incident < police"],
        id="headline",
    ),
    pytest.param(
        [
            "Death toll in Beirut blast hits 47, says a monitor.",
            "At least 47 people were killed, the monitor said.",
        ],
        ["killed 47 - at_least unknown incident < monitor"],
        id="same-speaker-exact-then-at-least",
    ),
    pytest.param(
        [
            "At least 19 people were killed at a mosque in Kabul on Saturday.",
            "The interior ministry said at least 19 people were killed.",
        ],
        [
            "killed 19 - at_least unknown incident <",
            "killed 19 - at_least unknown incident < interior ministry/Afghan Ministry of the Interior",
        ],
        id="own-voice-and-speaker-are-two",
    ),
    pytest.param(
        [
            "Two officials spoke in Bangui.",
            "Rebels killed a nurse, the mayor said.",
            "Rebels killed a driver, the mayor said.",
        ],
        ["killed 1 1 exact civilian incident < mayor", "killed 1 1 exact civilian incident < mayor"],
        id="one-and-one-are-two-people",
    ),
    pytest.param(
        [
            "Nine miners were killed in Ituri, the army said.",
            "The army said nine miners had been killed at night in a raid on their camp.",
        ],
        ["killed 9 9 exact civilian incident < army"],
        id="same-speaker-same-figure",
    ),
]


@pytest.mark.parametrize(("sentences", "figures"), CASES)
def test_a_figure_told_again_is_one_record(
    figure_problems: Callable[[list[str], list[str]], list[str]], sentences: list[str], figures: list[str]
) -> None:
    assert figure_problems(sentences, figures) == []
