"""Who is a candidate of whom: found for many at once as it would be for one by one."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.incidents.candidates import Ints, Posted

KEYS = st.lists(st.sets(st.integers(-5, 5) | st.sampled_from([-(2**63), 2**63 - 1])), max_size=9)


def arrays(keys: list[set[int]]) -> list[Ints]:
    return [np.array(sorted(each), dtype=np.int64) for each in keys]


@given(KEYS, st.data())
def test_each_earlier_happening_that_shares_a_key_is_met_once(
    keys: list[set[int]], data: st.DataObject
) -> None:
    asked = data.draw(st.lists(st.sets(st.integers(-5, 5)), min_size=len(keys), max_size=len(keys)))
    first = data.draw(st.integers(0, len(keys)))
    one, other = Posted(arrays(keys)).earlier(first, arrays(asked[first:]))
    wanted = [(at, to) for at in range(first, len(keys)) for to in range(at) if asked[at] & keys[to]]
    assert list(zip(one.tolist(), other.tolist(), strict=True)) == wanted
