"""Candidates: for each happening, the earlier ones that share a key with it. What a key is says `block.py`."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]


class Posted:
    """The keys that happenings post, sorted, so that whoever asks for one finds all who post it.

    Args:
        keys: of each happening, in its place, (keys,).
    """

    def __init__(self, keys: Sequence[Ints]) -> None:
        every, by = _with_places(keys, 0)
        order = np.argsort(every)
        self._keys, self._by = every[order], by[order]

    def earlier(self, first: int, asked: Sequence[Ints]) -> tuple[Ints, Ints]:
        """Pairs of a happening that asks and an earlier one that posts what it asks for, each once, sorted.

        Args:
            first: place of the first happening that asks.
            asked: the keys that it and those after it ask for, each (keys,).

        Returns:
            Two arrays, (pairs,): the places of those that ask, and of the earlier ones.
        """
        keys, asking = _with_places(asked, first)
        order = np.argsort(keys)  # so that what is looked up next lies close by
        keys, asking = keys[order], asking[order]
        starts = np.searchsorted(self._keys, keys, side="left")
        counts = np.searchsorted(self._keys, keys, side="right") - starts
        within = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
        met = self._by[np.repeat(starts, counts) + within]
        asking = np.repeat(asking, counts)
        is_earlier = met < asking
        end = first + len(asked)
        one, other = np.divmod(np.unique(asking[is_earlier] * end + met[is_earlier]), end)
        return one, other


def _with_places(keys: Sequence[Ints], first: int) -> tuple[Ints, Ints]:
    """All keys in one array, and the place of the happening that each is of."""
    every = np.concatenate([np.empty(0, np.int64), *keys])
    places = np.arange(first, first + len(keys), dtype=np.int64)
    return every, np.repeat(places, [len(each) for each in keys])
