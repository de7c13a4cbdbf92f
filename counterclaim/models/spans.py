"""Turns the reader's logits into spans: the best sequence of BIO tags in which no I stands without a B."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from counterclaim.core.patterns import pattern

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
_NEVER = -1e9
_LEADING = pattern(r"^(?: \s | [,;:.–—-] | (?:and|of|or|in|that)\b )+", ignore_case=True)
_TRAILING = pattern(r"(?: \s | [,;:.(–—-] | \b(?:and|of|or|in|to|the|an?|from|with) )+$", ignore_case=True)


def best_tags(scores: Floats) -> Ints:
    """The likeliest allowed tag of every word in each layer, by Viterbi's algorithm.

    Args:
        scores: (words, layers, tags), log odds or log probabilities, tags in the order O, B-x, I-x, B-y, I-y, …

    Returns:
        (words, layers), tag indices.
    """
    tags: Ints = scores.argmax(axis=2)
    stray = _stray(tags)
    for layer in np.flatnonzero(stray.any(axis=0)).tolist():
        own = scores[:, layer]
        # Where every B is likelier than its I, no I can stand in the best sequence, and what stands before
        # such a word has no say in what follows: only the stretches between them with a stray I are searched.
        closed = np.flatnonzero((own[:, 1::2] > own[:, 2::2]).all(axis=1))
        edges = np.union1d(closed, [0, len(own)])
        found = np.searchsorted(edges, np.flatnonzero(stray[:, layer]), side="right")
        for at in sorted(set(found.tolist())):
            stretch = slice(edges[at - 1], edges[at])
            tags[stretch, layer] = _viterbi(own[stretch])
    return tags


def spans_of(tags: Ints) -> list[tuple[int, int, int]]:
    """(first word, last word + 1, label) of each span.

    >>> spans_of(np.array([0, 1, 2, 0, 3]))
    [(1, 3, 0), (4, 5, 1)]
    """
    found: list[tuple[int, int, int]] = []
    marked = np.flatnonzero(tags)
    for at, tag in zip(marked.tolist(), tags[marked].tolist(), strict=True):
        label = (tag - 1) // 2
        if tag % 2 == 0 and found and found[-1][1:] == (at, label):
            found[-1] = (found[-1][0], at + 1, label)
        else:
            found.append((at, at + 1, label))
    return found


def without_links(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch of text without marks, "and" and prepositions at its edges; empty where it is nothing else.

    >>> text = "and the port of Aden, the"
    >>> text[slice(*without_links(text, 0, 25))]
    'the port of Aden'
    """
    before = _LEADING.match(text[start:end])
    start += before.end() if before is not None else 0
    behind = _TRAILING.search(text[start:end])
    return start, end if behind is None else start + behind.start()


def _stray(tags: Ints) -> NDArray[np.bool_]:
    """Whether an I stands there, (words, layers), that does not follow its B or I."""
    before = np.concatenate([np.zeros_like(tags[:1]), tags[:-1]])
    inside = (tags > 0) & (tags % 2 == 0)
    stray: NDArray[np.bool_] = inside & (before != tags) & (before != tags - 1)
    return stray


def _viterbi(scores: Floats) -> Ints:
    """Plain numbers: for a handful of tags they are ten times as fast as arrays of them."""
    tags = scores.shape[1]
    rows = scores.tolist()
    total = [score if tag == 0 or tag % 2 else _NEVER for tag, score in enumerate(rows[0])]
    came: list[list[int]] = []
    for row in rows[1:]:
        best = total.index(max(total))
        before = [best] * tags
        for inside in range(2, tags, 2):  # I-x follows B-x and I-x only
            before[inside] = inside - 1 if total[inside - 1] >= total[inside] else inside
        total = [row[tag] + total[at] for tag, at in enumerate(before)]
        came.append(before)
    found = [total.index(max(total))]
    for before in reversed(came):
        found.append(before[found[-1]])
    return np.asarray(found[::-1], dtype=np.int64)
