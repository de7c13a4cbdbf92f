"""Credits in text whose commas, apostrophes or quotation marks were lost.

A credit is written as speakers | via | explicitness | modality; `;` parts joint speakers, `/` other right answers.
"""

from collections.abc import Callable

import pytest

CASES = [
    pytest.param(
        ["Eleven miners were killed in a raid near Djugu a local official said."],
        [("Eleven miners were killed", "local official |  | role | asserted")],
        id="no-comma-trailing",
    ),
    pytest.param(
        ["The shells killed my neighbour said Amina Diallo a nurse."],
        [("The shells killed my neighbour", "Amina Diallo |  | named | asserted")],
        id="no-comma-inverted",
    ),
    pytest.param(
        ["Rami Abdel Rahman head of the Syrian Observatory for Human Rights said 20 fighters were killed."],
        [("20 fighters were killed", "Syrian Observatory for Human Rights |  | named | asserted")],
        id="no-comma-monitor",
    ),
    pytest.param(
        ["Ukraines defence ministry said its forces killed 200 Russian soldiers."],
        [("killed 200 Russian soldiers", "Ukrainian Ministry of Defence |  | named | asserted")],
        id="no-apostrophe",
    ),
    pytest.param(
        ["According to the United Nations 40000 people have fled Goma."],
        [("40000 people have fled", "United Nations |  | named | asserted")],
        id="no-comma-according",
    ),
    pytest.param(
        ["We counted 30 bodies a resident told AFP by phone."],
        [("We counted 30 bodies", "resident | AFP | role/unnamed | asserted")],
        id="no-quote-marks",
    ),
    pytest.param(
        ['"Three rockets hit the school" the teacher said.'],
        [("Three rockets hit the school", "teacher |  | role | asserted")],
        id="straight-quotes",
    ),
    pytest.param(
        ["The army said it killed 40 rebels while the rebels said three of their fighters had died."],
        [
            ("it killed 40 rebels", "army |  | - | asserted"),
            ("three of their fighters had died", "rebels |  | - | asserted"),
        ],
        id="no-comma-two",
    ),
    pytest.param(
        ["Human Rights Watch said Tuesday soldiers had executed 223 civilians."],
        [("soldiers had executed 223 civilians", "Human Rights Watch |  | named | asserted")],
        id="no-comma-report",
    ),
    pytest.param(
        ["“Two shells hit the ward,” said Dr Leyla Aziz, the hospital’s director."],
        [("Two shells hit the ward", "Leyla Aziz |  | named | asserted")],
        id="curly",
    ),
]


@pytest.mark.parametrize(("sentences", "credited"), CASES)
def test_credit_is_read_without_punctuation(
    credit_problems: Callable[..., list[str]], sentences: list[str], credited: list[tuple[str, str]]
) -> None:
    for words, credit in credited:
        assert credit_problems(sentences, words, credit) == []
