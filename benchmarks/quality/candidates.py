"""What linking compares of some happenings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np

from counterclaim.incidents.block import keys_of
from counterclaim.incidents.candidates import Posted
from counterclaim.incidents.told import Told


def met(told: Iterable[Told]) -> Iterator[tuple[Told, Told]]:
    """The pairs of happenings that share a key, each once: one and an earlier one."""
    every = list(told)
    keys = [keys_of(one) for one in every]
    posted, asked = (
        [np.fromiter(some, np.int64, len(some)) for some in of_each]
        for of_each in ([each.posted for each in keys], [each.asked for each in keys])
    )
    for asking, earlier in zip(*Posted(posted).earlier(0, asked), strict=True):
        yield every[asking], every[earlier]
