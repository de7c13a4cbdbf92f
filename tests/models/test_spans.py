"""The reader's scores become spans that can stand."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest

from counterclaim.models.spans import Floats, best_tags, spans_of, without_links


def best(scores: Floats) -> list[int]:
    """The tags of the words of one layer."""
    return list(best_tags(scores[:, np.newaxis])[:, 0].tolist())


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
    likeliest = max(paths, key=lambda path: sum(float(scores[at, tag]) for at, tag in enumerate(path)))
    assert tuple(best(scores)) == likeliest


@pytest.mark.parametrize("seed", range(30))
def test_a_long_text_is_tagged_as_well_as_a_short_one(seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(60, 3)).astype(np.float32)
    scores[:, 0] += 0.7  # most words stand outside
    # The highest sum of scores of any allowed sequence, by its last tag; none begins with an I.
    sums = {0: float(scores[0, 0]), 1: float(scores[0, 1]), 2: -1e9}
    for row in scores[1:].tolist():
        free = max(sums.values())
        sums = {0: free + row[0], 1: free + row[1], 2: max(sums[1], sums[2]) + row[2]}
    tags = tuple(best(scores))
    assert allowed(tags)
    assert sum(float(scores[at, tag]) for at, tag in enumerate(tags)) == pytest.approx(max(sums.values()))


def test_each_layer_is_tagged_as_if_it_stood_alone() -> None:
    scores = np.random.default_rng(7).normal(size=(40, 6, 3)).astype(np.float32)
    assert [best(scores[:, layer]) for layer in range(6)] == best_tags(scores).T.tolist()


def test_two_spans_that_touch_stay_two() -> None:
    assert spans_of(np.array([1, 2, 1, 0, 3, 4])) == [(0, 2, 0), (2, 3, 0), (4, 6, 1)]


def test_one_word_alone_can_be_a_span_or_none() -> None:
    assert spans_of(np.array(best(np.array([[0.0, 2.0, 9.0]], dtype=np.float32)))) == [(0, 1, 0)]
    assert spans_of(np.array(best(np.array([[3.0, 2.0, 9.0]], dtype=np.float32)))) == []


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
