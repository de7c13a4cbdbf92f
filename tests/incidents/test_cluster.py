"""Groups by average linkage."""

from hypothesis import given
from hypothesis import strategies as st

from counterclaim.incidents.cluster import average_linkage

TIES = st.dictionaries(
    st.tuples(st.integers(0, 7), st.integers(0, 7)).filter(lambda pair: pair[0] < pair[1]),
    st.sampled_from([-1.0, 0.1, 0.3, 0.5, 0.7, 0.9]),
)


@given(TIES)
def test_everything_is_in_one_group_and_groups_come_in_order(ties: dict[tuple[int, int], float]) -> None:
    groups = average_linkage(8, ties, 0.45)
    assert sorted(one for group in groups for one in group) == list(range(8))
    assert groups == sorted(groups)


@given(TIES)
def test_no_two_groups_that_are_left_go_together_well_enough(ties: dict[tuple[int, int], float]) -> None:
    groups = average_linkage(8, ties, 0.45)
    for at, one in enumerate(groups):
        for other in groups[:at]:
            between = [ties[pair] for a in one for b in other if (pair := (min(a, b), max(a, b))) in ties]
            assert not between or sum(between) / len(between) < 0.45 + 1e-9


@given(TIES)
def test_the_order_of_the_pairs_changes_nothing(ties: dict[tuple[int, int], float]) -> None:
    backwards = dict(reversed(list(ties.items())))
    assert average_linkage(8, ties, 0.45) == average_linkage(8, backwards, 0.45)


def test_a_pair_that_cannot_be_one_parts_what_a_third_would_join() -> None:
    assert average_linkage(3, {(0, 1): 0.9, (1, 2): 0.9, (0, 2): -1.0}, 0.4) == [[0, 1], [2]]
