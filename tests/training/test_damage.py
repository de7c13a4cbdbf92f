"""Training texts are damaged as feeds are, and their spans go along."""

from __future__ import annotations

import random

import pytest

from training.damage import damaged
from training.examples import Example

TEXT = "“We lost nine,” the mayor's office said, and Rubiya's clinic, it added, counted 14 wounded."
LOST = ("We lost nine", "the mayor's office", "counted 14 wounded")
EXAMPLE = Example(
    "own",
    TEXT,
    {
        "claims.casualty": tuple(
            (TEXT.index(words), TEXT.index(words) + len(words), "casualty") for words in LOST
        )
    },
    {"claims.event": ((TEXT.index("Rubiya's"), len(TEXT)),)},
)


@pytest.mark.parametrize("seed", range(40))
def test_a_span_keeps_its_letters_when_marks_are_lost(seed: int) -> None:
    hurt = damaged(EXAMPLE, random.Random(seed))
    quotes = [hurt.text[start:end] for start, end, _ in hurt.spans["claims.casualty"]]
    letters = [[letter for letter in quote.lower() if letter.isalnum()] for quote in quotes]
    assert letters == [[letter for letter in words.lower() if letter.isalnum()] for words in LOST]
    (start, end), *_ = hurt.unknown["claims.event"]
    assert hurt.text[start:end].lower().startswith("rubiya")


def test_some_texts_lose_marks_and_some_their_case() -> None:
    texts = {damaged(EXAMPLE, random.Random(seed)).text for seed in range(40)}
    assert TEXT.upper() in texts
    assert TEXT.lower() in texts
    assert any("," not in text and text not in (TEXT.upper(), TEXT.lower()) for text in texts)
    assert TEXT not in texts


def test_a_letter_that_grows_in_capitals_does_not_move_the_spans() -> None:
    example = Example("own", "Elf Tote an der Straße, hieß es", {"claims.casualty": ((0, 8, "casualty"),)})
    for seed in range(20):
        hurt = damaged(example, random.Random(seed))
        assert hurt.text[:8].lower() == "elf tote"
