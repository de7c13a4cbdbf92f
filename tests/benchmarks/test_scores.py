"""Counting and matching, on small cases worked out by hand."""

from __future__ import annotations

import pytest

from benchmarks.quality.scores import Score, match, share, trimmed
from counterclaim.core.spans import Span, shared


def test_each_span_is_matched_once_and_the_best_first() -> None:
    golds = [Span(0, 10), Span(12, 20)]
    preds = [Span(8, 20), Span(0, 9)]
    assert match(golds, preds, shared) == [(golds[0], preds[1]), (golds[1], preds[0])]
    assert match(golds, [Span(0, 20)], shared) == [(golds[0], Span(0, 20))]
    assert match(golds, [Span(10, 12)], shared) == []


def test_scores_add_up_over_documents() -> None:
    score = Score()
    score.add(1, 1, 4)
    score.add(2, 5, 2)
    assert score.row() == {"p": 50.0, "r": 50.0, "f1": 50.0, "gold": 6, "pred": 6}


def test_nothing_to_find_and_nothing_found_is_no_score() -> None:
    assert Score().row()["f1"] == 0.0
    assert share([]) == {"percent": 0.0, "n": 0}


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("that the dam broke,", "the dam broke"),
        ("“That is all.”", "is all"),  # a leading "that" goes, whatever it stands for
        (":", ":"),
        ("thatched roofs burned", "thatched roofs burned"),
    ],
)
def test_edges_that_annotators_differ_in_are_trimmed(words: str, kept: str) -> None:
    text = f"He said {words} and left."
    assert trimmed(text, Span(8, 8 + len(words))).of(text) == kept
