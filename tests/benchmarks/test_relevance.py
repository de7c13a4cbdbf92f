"""Which passages and documents the relevance benchmark asks for."""

from __future__ import annotations

import pytest

from benchmarks.quality.relevance import score_passages
from benchmarks.quality.relevance_texts import judged_passages, tells_of_war

TEXT = "Shells killed four people in Baidoa. It rained. The army holds the town."


def claim(words: str, **fields: bool) -> dict[str, object]:
    return {"start": TEXT.index(words), "end": TEXT.index(words) + len(words), **fields}


def test_a_passage_carries_a_claim_if_one_touches_it() -> None:
    claims = [claim("killed four people"), claim("holds the town")]
    assert [asked for _, asked in judged_passages(TEXT, claims)] == [True, False, True]


def test_a_passage_with_an_optional_claim_only_is_neither() -> None:
    assert [asked for _, asked in judged_passages(TEXT, [claim("holds the town", optional=True)])] == [
        False,
        False,
    ]


def test_kept_and_dropped_passages_are_counted_apart() -> None:
    pairs = [("Shells killed four people in Baidoa.", True), ("Read more.", False)]
    assert score_passages(pairs) == {
        "claims kept": {"percent": 100.0, "n": 1},
        "claimless dropped": {"percent": 100.0, "n": 1},
    }


@pytest.mark.parametrize(
    ("text", "tells"),
    [
        ("Rebel fighters and soldiers broke the ceasefire.", True),
        ("The senator has a bomb shelter and an army of advisers.", False),
    ],
)
def test_news_with_four_words_of_war_tells_of_war(text: str, tells: bool) -> None:
    assert tells_of_war(text) == tells
