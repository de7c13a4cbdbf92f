"""Speakers that reach the reader through somebody else.

A credit is written as speakers | via | explicitness | modality; `;` parts joint speakers, `/` other right answers.
"""

from collections.abc import Callable

import pytest

CASES = [
    pytest.param(
        ["The Anadolu Agency reported, citing a security source, that five soldiers were killed in Hakkari."],
        [("five soldiers were killed", "security source | Anadolu Agency | role/unnamed | asserted")],
        id="agency-cites",
    ),
    pytest.param(
        [
            "The Russian defence ministry quoted the Syrian army command as saying that 62 soldiers were killed."
        ],
        [("62 soldiers were killed", "Syrian army command | Russian Ministry of Defence | named | asserted")],
        id="ministry-quotes-command",
    ),
    pytest.param(
        ["At least nine people were killed in the blast, a police officer told Reuters."],
        [("At least nine people were killed", "police officer | Reuters | role | asserted")],
        id="told-reuters",
    ),
    pytest.param(
        ['"We counted 30 bodies," resident Moussa Traore told AFP.'],
        [("We counted 30 bodies", "Moussa Traore | AFP | named | asserted")],
        id="told-afp-name",
    ),
    pytest.param(
        ["Forty fighters were killed in the raid, Interfax reported, citing the ministry of defence."],
        [("Forty fighters were killed", "ministry of defence | Interfax | named/role | asserted")],
        id="trailing-citing",
    ),
    pytest.param(
        ["State TV quoted a military source as saying that the army had retaken the refinery."],
        [("the army had retaken the refinery", "military source | state TV | role | asserted")],
        id="tv-quoted",
    ),
    pytest.param(
        ['"Two drones hit the depot," the governor was quoted as saying by RIA Novosti.'],
        [("Two drones hit the depot", "governor | RIA Novosti | role | asserted")],
        id="was-quoted",
    ),
    pytest.param(
        ["TASS said, citing emergency services, that 12 people were wounded in Donetsk."],
        [("12 people were wounded", "emergency services | TASS | - | asserted")],
        id="tass-said-citing",
    ),
    pytest.param(
        [
            "The Armed Conflict Location and Event Data Project, citing witnesses, said 80 people were killed in Barsalogho."
        ],
        [
            (
                "80 people were killed",
                "witnesses | Armed Conflict Location and Event Data Project/ACLED | unnamed | asserted",
            )
        ],
        id="monitor-citing",
    ),
    pytest.param(
        ["Medical sources told Al Jazeera that 17 people were killed in Nuseirat."],
        [("17 people were killed", "medical sources | Al Jazeera | unnamed | asserted")],
        id="sources-told-tv",
    ),
]


@pytest.mark.parametrize(("sentences", "credited"), CASES)
def test_the_first_speaker_is_kept_apart_from_the_relay(
    credit_problems: Callable[..., list[str]], sentences: list[str], credited: list[tuple[str, str]]
) -> None:
    for words, credit in credited:
        assert credit_problems(sentences, words, credit) == []
