"""The reader's scores become spans that can stand."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest

from counterclaim.models.spans import best_tags, spans_of, without_links


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


@pytest.mark.parametrize("seed", range(30))
def test_a_long_text_is_tagged_as_well_as_a_short_one(seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(60, 3)).astype(np.float32)
    scores[:, 0] += 0.7  # most words stand outside
    # The highest sum of scores of any allowed sequence, by its last tag; none begins with an I.
    best = {0: float(scores[0, 0]), 1: float(scores[0, 1]), 2: -1e9}
    for row in scores[1:].tolist():
        free = max(best.values())
        best = {0: free + row[0], 1: free + row[1], 2: max(best[1], best[2]) + row[2]}
    tags = tuple(best_tags(scores).tolist())
    assert allowed(tags)
    assert sum(float(scores[at, tag]) for at, tag in enumerate(tags)) == pytest.approx(max(best.values()))


def test_two_spans_that_touch_stay_two() -> None:
    assert spans_of(np.array([1, 2, 1, 0, 3, 4])) == [(0, 2, 0), (2, 3, 0), (4, 6, 1)]


def test_one_word_alone_can_be_a_span_or_none() -> None:
    assert spans_of(best_tags(np.array([[0.0, 2.0, 9.0]], dtype=np.float32))) == [(0, 1, 0)]
    assert spans_of(best_tags(np.array([[3.0, 2.0, 9.0]], dtype=np.float32))) == []


@pytest.mark.parametrize(
    ("stretch", "name"),
    [
        ("the port of Aden ,", "the port of Aden"),
        (", and Karbala", "Karbala"),
        ("northwest of", "northwest"),
        ("of the", ""),
        ("Al-Qa’im", "Al-Qa’im"),
        ("the Front of the", "the Front"),
    ],
)
def test_a_name_begins_and_ends_with_a_word_of_its_own(stretch: str, name: str) -> None:
    text = f"They took {stretch} yesterday."
    start, end = without_links(text, 10, 10 + len(stretch))
    assert text[start:end] == name
