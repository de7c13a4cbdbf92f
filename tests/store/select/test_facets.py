from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings

from counterclaim.core.errors import DataError
from counterclaim.store import Store
from counterclaim.store.select import (
    LISTS,
    Selection,
    count_facets,
    count_rows,
    facet_counts,
    parse_selection,
)
from tests.store.select.asked import selections

COUNTED = tuple(name for name, listing in LISTS.items() if listing.facets)


@given(selections(COUNTED))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_facet_says_how_many_rows_its_value_would_leave(lists: Store, selection: Selection) -> None:
    with lists.reading() as connection:
        for name, facet in count_facets(connection, selection, selection.listing.facets).items():
            for one in facet:
                if one.value is None:
                    narrowed = selection.without(name).having(name, "missing", [1])
                else:
                    narrowed = selection.without(name).having(name, "is", [one.value])
                assert count_rows(connection, narrowed) == one.number, (name, one)


@pytest.mark.parametrize("name", COUNTED)
def test_one_facet_is_counted_as_all_together(lists: Store, name: str) -> None:
    selection = parse_selection(name, [])
    with lists.reading() as connection:
        together = count_facets(connection, selection, selection.listing.facets)
        for facet in selection.listing.facets:
            assert facet_counts(connection, selection, facet) == together[facet]
            assert together[facet]


def test_the_most_frequent_values_come_first_and_what_is_chosen_is_never_left_out(lists: Store) -> None:
    with lists.reading() as connection:
        rare = parse_selection("claims", [("speaker", "nobody has this name")])
        found = facet_counts(connection, rare, "speaker", most=2)
    assert [one.chosen for one in found] == [False, False, True]
    assert found[0].number >= found[1].number
    assert (found[2].value, found[2].number) == ("nobody has this name", 0)


def test_a_column_that_is_not_counted_is_an_error(lists: Store) -> None:
    with (
        lists.reading() as connection,
        pytest.raises(DataError, match=r"claims count speaker, type, .*not 'quote'"),
    ):
        facet_counts(connection, parse_selection("claims", []), "quote")
