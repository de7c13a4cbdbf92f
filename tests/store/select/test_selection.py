from __future__ import annotations

from urllib.parse import parse_qsl

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.core.errors import DataError
from counterclaim.store.select import LISTS, Selection, as_query, parse_selection
from tests.store.select.asked import selections


@given(selections())
@settings(max_examples=300, deadline=None)
def test_an_address_asks_for_just_what_was_asked(selection: Selection) -> None:
    assert parse_selection(selection.list, parse_qsl(as_query(selection))) == selection


@given(st.lists(st.sampled_from([("speaker", "army"), ("type", "event"), ("q", "truce"), ("figure_min__gte", "3"), ("sort", "when"), ("speaker", "navy")]), unique=True), st.randoms())  # fmt: skip
def test_the_order_of_parameters_changes_nothing(
    parameters: list[tuple[str, str]], random: st.DataObject
) -> None:
    shuffled = list(parameters)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert as_query(parse_selection("claims", shuffled)) == as_query(parse_selection("claims", parameters))


def test_a_form_that_leaves_fields_empty_asks_for_nothing() -> None:
    empty = parse_selection("claims", [("speaker", ""), ("q", " "), ("when__from", ""), ("sort", "")])
    assert empty == Selection(list="claims")
    assert as_query(empty) == ""


def test_what_a_list_does_anyway_is_not_in_its_address() -> None:
    shown = ",".join(LISTS["claims"].shown)
    asked = parse_selection("claims", [("sort", "-published"), ("columns", shown), ("limit", "50")])
    assert as_query(asked) == ""


@pytest.mark.parametrize(
    ("parameter", "value", "said"),
    [
        ("speeker", "SOHR", "speeker: claims have no such filter; near it: speaker"),
        ("type", "rumour", "type: one of casualty, event, .*not 'rumour'"),
        (
            "speaker__gte",
            "3",
            "speaker__gte: speaker can be asked for by speaker, speaker__contains, speaker__missing",
        ),
        ("figure_min__gte", "many", "figure_min__gte: a whole number, not 'many'"),
        ("figure_min", "9" * 30, "a whole number"),
        ("lat__lte", "nan", "lat__lte: a number, not 'nan'"),
        ("when__from", "last week", "when__from: a day, month or year such as 2016-09-17"),
        ("when__from", "XXXX-09-17", "when__from: a day, month or year"),
        ("place__missing", "yes", "place__missing: 1 .* or 0"),
        ("place__contains", "x" * 49, "place__contains: at most 48 characters"),
        ("sort", "colour", "sort: one of id, speaker, .*not 'colour'"),
        ("columns", "type,colour", "columns: 'colour' is none of"),
        ("limit", "0", "limit: a whole number from 1 to 1000, not '0'"),
        ("limit", "1001", "limit: a whole number from 1 to 1000"),
        ("speaker", "x" * 501, "speaker: a value has at most 500 characters"),
        ("speaker", "a\x00b", "no character"),
        ("speaker", "a\ud800b", "no character"),
    ],
)
def test_an_error_names_the_parameter_and_what_is_allowed(parameter: str, value: str, said: str) -> None:
    with pytest.raises(DataError, match=said):
        parse_selection("claims", [(parameter, value)])


def test_a_bound_given_twice_is_an_error() -> None:
    with pytest.raises(DataError, match="figure_min__gte: given twice, as 10 and 12"):
        parse_selection("claims", [("figure_min__gte", "10"), ("figure_min__gte", "12")])


def test_an_unknown_list_is_an_error_that_names_the_lists() -> None:
    with pytest.raises(DataError, match="no list 'rumours'; there are claims, incidents"):
        parse_selection("rumours", [])
