"""Groups by average linkage: the two that go together best become one, until none go together well enough."""

from __future__ import annotations

from collections.abc import Mapping
from heapq import heapify, heappop, heappush


def average_linkage(number: int, ties: Mapping[tuple[int, int], float], least: float) -> list[list[int]]:
    """The groups of 0, 1, …, number - 1, each in order, in the order of their first members.

    Two groups become one while the mean tie of their compared pairs is `least` or more, the surest first;
    of equally sure ones, those that begin first. Takes n·log n steps for n compared pairs.

    Args:
        number: of the things to group.
        ties: of the pairs compared, the smaller number first, 1 at most; others say nothing.
        least: the mean tie that is enough.

    >>> average_linkage(4, {(0, 1): 0.9, (1, 2): 0.7, (0, 2): 0.1, (2, 3): 0.6}, 0.5)
    [[0, 1], [2, 3]]
    """
    groups: dict[int, list[int]] = {one: [one] for one in range(number)}
    sums: dict[int, dict[int, tuple[float, int]]] = {one: {} for one in groups}  # sum and number of pairs
    for (one, other), tie in ties.items():
        sums[one][other] = sums[other][one] = (tie, 1)
    heap = [(-tie, one, other) for (one, other), tie in ties.items() if tie >= least]
    heapify(heap)
    while heap:
        rank, one, other = heappop(heap)
        known = sums.get(one, {}).get(other)
        if known is None or -known[0] / known[1] != rank:
            continue  # one of them has since grown or gone
        groups[one] += groups.pop(other)
        gone = sums.pop(other)
        del sums[one][other], gone[one]
        for third, (total, pairs) in gone.items():
            del sums[third][other]
            before = sums[one].get(third, (0.0, 0))
            sums[one][third] = sums[third][one] = before[0] + total, before[1] + pairs
        for third in gone:
            total, pairs = sums[one][third]
            if total / pairs >= least:
                heappush(heap, (-total / pairs, min(one, third), max(one, third)))
    return [sorted(groups[one]) for one in sorted(groups)]
