"""Speakers told of by agencies, papers and broadcasters, and listeners that relay nothing.

A credit is written as speakers | via | explicitness | modality; `;` parts joint speakers, `/` other right answers.
"""

from collections.abc import Callable

import pytest

CASES = [
    pytest.param(
        ["A nurse told BBC Persian that 12 bodies had been brought in."],
        [("12 bodies had been brought in", "nurse | BBC Persian/BBC | role | asserted")],
        id="told-bbc-lead",
    ),
    pytest.param(
        ["The commander told the New York Times his men had killed 30 soldiers."],
        [("killed 30 soldiers", "commander | New York Times | role | asserted")],
        id="told-nyt",
    ),
    pytest.param(
        ['"Nine died here," a farmer told the Associated Press.'],
        [("Nine died here", "farmer | AP/Associated Press | role | asserted")],
        id="told-press",
    ),
    pytest.param(
        ["The mother told neighbours that soldiers had shot her son."],
        [("soldiers had shot her son", "mother |  | role | asserted")],
        id="told-people-no-via",
    ),
    pytest.param(
        ["General Kenneth McKenzie told reporters that 13 troops were killed."],
        [("13 troops were killed", "Kenneth McKenzie |  | named | asserted")],
        id="told-reporters-no-via",
    ),
    pytest.param(
        ["Seven policemen were killed in Faryab, Xinhua reported, citing the provincial governor."],
        [("Seven policemen were killed", "provincial governor | Xinhua | role | asserted")],
        id="xinhua",
    ),
    pytest.param(
        ["Associated Press, quoting a hospital director, reported that 20 patients had died."],
        [("20 patients had died", "hospital director | AP/Associated Press | role | asserted")],
        id="ap-quoting",
    ),
    pytest.param(
        ["Interfax cited a source in the emergency services as saying that ten miners were missing."],
        [("ten miners were missing", "source in the emergency services | Interfax | role | asserted")],
        id="interfax-unnamed",
    ),
    pytest.param(
        ["Local media quoted the police chief as saying that the bomb was hidden in a cart."],
        [("the bomb was hidden in a cart", "police chief | local media | role | asserted")],
        id="local-media-quoted",
    ),
]


@pytest.mark.parametrize(("sentences", "credited"), CASES)
def test_whoever_passes_words_on_is_the_relay(
    credit_problems: Callable[..., list[str]], sentences: list[str], credited: list[tuple[str, str]]
) -> None:
    for words, credit in credited:
        assert credit_problems(sentences, words, credit) == []
