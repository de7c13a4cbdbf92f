"""Damages a text as feeds do: lost commas, apostrophes and quotation marks, upper-case wires."""

from __future__ import annotations

import random
from bisect import bisect_left

from training.examples import Example

LOSSES = (",", "'’", '"“”', ",'’", ",'’\"“”", ",'’\"“”-")


def damaged(example: Example, rng: random.Random) -> Example:
    """The example with marks lost, or in capitals or small letters, its spans moved along."""
    if rng.random() < 0.25:
        text = example.text.upper() if rng.random() < 0.5 else example.text.lower()
        same = len(text) == len(example.text)  # "ß" grows: then the text stays as it is
        return _with(example, text) if same else example
    lost = rng.choice(LOSSES)
    kept = [at for at, letter in enumerate(example.text) if letter not in lost]
    text = "".join(example.text[at] for at in kept)

    def moved(span: tuple[int, int]) -> tuple[int, int]:
        return bisect_left(kept, span[0]), bisect_left(kept, span[1])

    return Example(
        example.corpus,
        text,
        {name: tuple((*moved(span[:2]), span[2]) for span in spans) for name, spans in example.spans.items()},
        {name: tuple(moved(span) for span in spans) for name, spans in example.unknown.items()},
    )


def _with(example: Example, text: str) -> Example:
    return Example(example.corpus, text, example.spans, example.unknown)
