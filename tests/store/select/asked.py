"""Selections as people might ask for them, with values that the store has and others."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from counterclaim.store.select import LISTS, Selection, parse_selection
from counterclaim.store.select.columns import Column

WORDS = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), min_size=1, max_size=12
).filter(lambda words: words.strip() == words)
DAYS = st.sampled_from(["2014-01-03", "2014-01", "2014", "2016-09-17", "2015-24", "201X", "1999"])
KNOWN = [
    "army",
    "Valley Guard",
    "Miners' Union; Łódź",
    "Orlova",
    "100%_sure",
    "air_strike",
    "Outlet 3",
    "killed",
]


def values(column: Column, op: str) -> st.SearchStrategy[str]:
    if op == "missing":
        return st.sampled_from(["0", "1"])
    if op in ("from", "to"):
        return DAYS
    if column.kind == "integer":
        return st.integers(-3, 200).map(str)
    if column.kind == "number":
        return st.floats(-1e6, 1e6).map(str)
    if column.choices:
        return st.sampled_from(column.choices)
    return st.one_of(st.sampled_from(KNOWN), WORDS)


@st.composite
def selections(draw: Any, names: tuple[str, ...] = tuple(LISTS), most_filters: int = 3) -> Selection:
    listing = LISTS[draw(st.sampled_from(names))]
    parameters: list[tuple[str, str]] = []
    filtered = list(listing.columns)
    for column in draw(st.lists(st.sampled_from(filtered), max_size=most_filters, unique=True)):
        op = draw(st.sampled_from(column.ops))
        name = column.name if op == "is" else f"{column.name}__{op}"
        several = 3 if op in ("is", "contains") else 1
        parameters += [
            (name, value) for value in draw(st.lists(values(column, op), min_size=1, max_size=several))
        ]
    if draw(st.booleans()):
        parameters.append(
            ("q", draw(st.one_of(st.sampled_from(["killed", "army said", "truce", "''"]), WORDS)))
        )
    sortable = [column.name for column in listing.columns if column.sortable]
    if draw(st.booleans()):
        parameters.append(("sort", draw(st.sampled_from(["", "-"])) + draw(st.sampled_from(sortable))))
    shown = draw(
        st.lists(st.sampled_from([column.name for column in listing.columns]), max_size=5, unique=True)
    )
    parameters.append(("columns", ",".join(shown)))
    parameters.append(("limit", str(draw(st.integers(1, 40)))))
    return parse_selection(listing.name, parameters)
