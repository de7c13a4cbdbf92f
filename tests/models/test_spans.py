"""The reader's scores become spans that can stand."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest

from counterclaim.models.spans import best_tags, spans_of


def allowed(tags: tuple[int, ...]) -> bool:
    before = 0
    for tag in tags:
        if tag and tag % 2 == 0 and before not in (tag, tag - 1):
            return False
        before = tag
    return True


@pytest.mark.parametrize("seed", range(60))
def test_the_tags_are_the_likeliest_of_all_that_may_follow_one_another(seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(5, 5)).astype(np.float32)
    paths = [path for path in product(range(5), repeat=5) if allowed(path)]
    best = max(paths, key=lambda path: sum(float(scores[at, tag]) for at, tag in enumerate(path)))
    assert tuple(best_tags(scores)) == best


def test_two_spans_that_touch_stay_two() -> None:
    assert spans_of(np.array([1, 2, 1, 0, 3, 4])) == [(0, 2, 0), (2, 3, 0), (4, 6, 1)]


def test_one_word_alone_can_be_a_span_or_none() -> None:
    assert spans_of(best_tags(np.array([[0.0, 2.0, 9.0]], dtype=np.float32))) == [(0, 1, 0)]
    assert spans_of(best_tags(np.array([[3.0, 2.0, 9.0]], dtype=np.float32))) == []
