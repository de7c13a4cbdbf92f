"""The regression behind the relevance filter learns which words tell the texts apart."""

from __future__ import annotations

import numpy as np

from training.regression import fit, table_of

TEXTS = [{"shells", "fell"}, {"shells", "hit"}, {"prices", "fell"}, {"prices", "rose"}]
COLUMNS = {word: (at,) for at, word in enumerate(("fell", "hit", "prices", "rose", "shells"))}
LABELS = np.array([1.0, 1.0, 0.0, 0.0])


def weights_of() -> dict[str, float]:
    table = table_of(TEXTS, COLUMNS, len(COLUMNS), scale=1.0, fewest=1)
    weights, _ = fit(table, LABELS, np.full(4, 0.25), penalty=1e-3, rounds=200)
    return dict(zip(COLUMNS, weights.tolist(), strict=True))


def test_words_weigh_by_the_texts_that_they_stand_in() -> None:
    weights = weights_of()
    assert weights["shells"] > weights["hit"] > 0 > weights["rose"] > weights["prices"]
    assert abs(weights["fell"]) < 0.1 * weights["shells"]


def test_a_longer_text_gives_each_word_less_weight() -> None:
    table = table_of([{"shells"}, {"shells", "fell", "hit", "rose"}], COLUMNS, len(COLUMNS), 10.0, 1)
    shells = table.columns == COLUMNS["shells"][0]
    assert table.values[shells].tolist() == [10.0, 5.0]
