from __future__ import annotations

import pytest

from counterclaim.core.claims import Responsibility, Stance
from counterclaim.web.labels import gist
from counterclaim.web.words import count_words


def test_one_thing_is_counted_in_the_singular() -> None:
    assert count_words(1, "document") == "1 document"
    assert count_words(1_200, "document") == "1,200 documents"


@pytest.mark.parametrize(
    ("stance", "accused", "words"),
    [
        ("accuses", "the army", "accuses the army"),
        ("accuses", None, "accuses somebody not named"),
        ("admits", "the navy", "admits it"),
        ("denies", "the army", "denies that it was the army"),
        ("claims", None, "claims it as its own act"),
    ],
)
def test_a_stance_says_whose_act_it_is_about(stance: Stance, accused: str | None, words: str) -> None:
    claim = Responsibility(
        start=0,
        end=1,
        quote="",
        speakers=("the navy",),
        stance=stance,
        accused=accused,
    )
    assert gist(claim).striptags() == words
