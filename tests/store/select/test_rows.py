"""Rows of lists: filtered, in order, paged, and the same by SQL."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from msgspec.structs import replace

from counterclaim.core.edtf import day_bounds
from counterclaim.core.errors import DataError
from counterclaim.store import Store, query
from counterclaim.store.select import (
    LISTS,
    Page,
    Row,
    Selection,
    as_sql,
    count_rows,
    parse_selection,
    select_all,
    select_rows,
)
from tests.store.select.asked import selections
from tests.store.select.conftest import ODD_SPEAKERS

SLOW = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def page_of(store: Store, selection: Selection) -> Page:
    with store.reading() as connection:
        return select_rows(connection, selection)


def ask(store: Store, name: str, *parameters: tuple[str, str], columns: str = "") -> list[Row]:
    asked = parse_selection(name, [*parameters, ("columns", columns)])
    with store.reading() as connection:
        return list(select_all(connection, asked))


def quotes(store: Store, *parameters: tuple[str, str]) -> set[object]:
    rows = ask(store, "claims", ("document_id", "odd0"), ("decision", "any"), *parameters, columns="quote")
    return {str(row["quote"]).split(".")[0] for row in rows}


@given(selections())
@SLOW
def test_the_sql_shown_gives_the_rows_of_the_page(lists: Store, listed: Path, selection: Selection) -> None:
    page = page_of(lists, selection)
    result = query(listed, as_sql(selection), max_seconds=20)
    assert result.columns == tuple(column.name for column in selection.chosen)
    assert result.rows == tuple(tuple(row.values()) for row in page.rows)


@given(selections(most_filters=1))
@SLOW
def test_pages_together_are_the_list(lists: Store, selection: Selection) -> None:
    with lists.reading() as connection:
        whole = list(select_all(connection, selection))
        assert count_rows(connection, selection) == len(whole)
        met: list[Row] = []
        page = select_rows(connection, selection)
        while True:
            assert page.total == len(whole)
            met += page.rows
            if page.next is None:
                break
            assert len(page.rows) == selection.limit
            page = select_rows(connection, replace(selection, after=page.next))
    assert met == whole


@pytest.mark.parametrize("name", list(LISTS))
def test_every_column_of_every_list_can_be_shown_and_sorted_by(lists: Store, name: str) -> None:
    listing = LISTS[name]
    every = ",".join(column.name for column in listing.columns)
    for column in listing.columns:
        if not column.sortable:
            continue
        up, down = (
            [row[column.name] for row in ask(lists, name, ("sort", sort), ("decision", "any") if listing.rulings else ("q", ""), columns=every)]
            for sort in (column.name, f"-{column.name}")
        )  # fmt: skip
        assert up
        assert sorted(map(str, up)) == sorted(map(str, down))
        if column.kind != "day":
            known: list[Any] = [value for value in up if value is not None]
            assert up == [*sorted(known), *[None] * (len(up) - len(known))], column.name
            assert down == [*sorted(known, reverse=True), *[None] * (len(up) - len(known))], column.name


def test_several_values_of_one_filter_are_any_of_them(lists: Store) -> None:
    def ids(*parameters: tuple[str, str]) -> set[object]:
        return {row["id"] for row in ask(lists, "claims", *parameters, columns="id")}

    assert ids(("type", "event"), ("type", "casualty")) == ids(("type", "event")) | ids(("type", "casualty"))
    assert ids(("type", "event"), ("speaker", "army")) == ids(("type", "event")) & ids(("speaker", "army"))


def test_one_of_several_speakers_is_enough(lists: Store) -> None:
    told = ask(lists, "claims", ("speaker", ODD_SPEAKERS[1]), ("decision", "any"), columns="type,speaker")
    assert told == [{"type": "agreement", "speaker": "Miners' Union, Łódź; Board “North”"}]
    assert quotes(lists, ("speaker__contains", "union")) == {
        "The union; and the board agreed a truce for Orlova",
        "Rebels hold Orlova",
    }
    assert quotes(lists, ("via__missing", "0")) == {"Rebels hold Orlova"}
    assert "The army denied it" in quotes(lists, ("via__missing", "1"))


def test_signs_that_search_languages_use_are_only_signs(lists: Store) -> None:
    assert quotes(lists, ("place__contains", "0%_s")) == {"Nobody was killed, it said"}
    assert quotes(lists, ("place__contains", "_")) == {"Nobody was killed, it said"}
    assert quotes(lists, ("place", "Orlova' OR 1=1")) == set()
    assert quotes(lists, ("q", '"truce" OR NEAR(')) == set()


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ((("when__from", "2016-09-17"), ("when__to", "2016-09-17")), {"truce", "denied"}),
        ((("when__from", "2016-09"),), {"truce", "denied"}),
        ((("when__to", "2016-08"),), {"denied", "raid"}),
        ((("when__from", "2015-12-31"), ("when__to", "2016-01-01")), {"denied", "raid"}),
        ((("when__from", "2030"),), {"truce"}),
        ((("when__missing", "1"),), {"Rebels", "Nobody"}),
        ((("when", "XXXX-09-17"),), {"miners"}),
    ],
)
def test_a_day_is_found_where_the_time_allows_it(
    lists: Store, asked: tuple[tuple[str, str], ...], found: set[str]
) -> None:
    words = quotes(lists, *asked)
    known = {"miners", "truce", "Rebels", "denied", "raid", "Nobody"}
    assert {word for word in known if any(word in str(quote) for quote in words)} == found


def test_days_from_and_to_are_those_of_edtf(lists: Store) -> None:
    first, last = date(2014, 1, 10), date(2014, 1, 12)
    rows = ask(lists, "claims", columns="id,when")
    expected = set()
    for row in rows:
        begin, end = day_bounds(str(row["when"])) if row["when"] else (None, None)
        if (begin or end) and (begin is None or begin <= last) and (end is None or end >= first):
            expected.add(row["id"])
    asked = ask(lists, "claims", ("when__from", str(first)), ("when__to", str(last)), columns="id")
    assert {row["id"] for row in asked} == expected
    assert 0 < len(expected) < len(rows)


def test_words_are_searched_in_the_sentences_of_claims_whatever_the_accents(lists: Store) -> None:
    assert quotes(lists, ("q", "LODZ miners")) == {"At least 12 miners died in Łódź on 17 September"}
    assert quotes(lists, ("q", "lodz truce")) == set()
    assert quotes(lists, ("q", "!!")) == set()


def test_an_incident_is_found_by_its_claims_and_by_its_title(lists: Store) -> None:
    for row in ask(lists, "incidents", columns="code,title")[:3]:
        by_title = ask(lists, "incidents", ("q", str(row["title"])), columns="code")
        assert {"code": row["code"]} in by_title
    linked = {claim for incident in lists.incidents() for claim in incident.claims}
    for filed in [one for one in lists.claims() if one.claim.id in linked][::20]:
        (told,) = ask(lists, "claims", ("id", filed.claim.id), columns="incident")
        found = ask(lists, "incidents", ("q", filed.claim.quote), columns="code,speaker")
        (own,) = [row for row in found if row["code"] == told["incident"]]
        assert set(str(own["speaker"]).split("; ")) >= set(filed.claim.speakers)


def test_rejected_claims_are_there_only_if_asked_for(lists: Store) -> None:
    standing = {row["id"] for row in ask(lists, "claims", columns="id")}
    rejected = {row["id"] for row in ask(lists, "claims", ("decision", "reject"), columns="id")}
    unruled = ask(lists, "claims", ("decision", "none"), columns="id,decision")
    every = {row["id"] for row in ask(lists, "claims", ("decision", "any"), columns="id")}
    assert rejected
    assert standing & rejected == set()
    assert standing | rejected == every
    assert unruled
    assert {row["decision"] for row in unruled} == {None}
    assert standing == {filed.claim.id for filed in lists.claims()}


def test_lists_gathered_from_claims_count_only_those_that_stand(lists: Store) -> None:
    standing = lists.claims()
    speakers = {row["speaker"]: row for row in ask(lists, "speakers")}
    for name, row in speakers.items():
        own = [one for one in standing if name in one.claim.speakers]
        assert row["claims"] == len(own)
        assert row["documents"] == len({one.document_id for one in own})
    assert set(speakers) == {name for one in standing for name in one.claim.speakers}
    outlets = {row["outlet"]: row["claims"] for row in ask(lists, "outlets")}
    assert outlets == {
        outlet: sum(one.outlet == outlet for one in standing) for outlet in {one.outlet for one in standing}
    }
    assert sum(int(str(row["claims"])) for row in ask(lists, "places")) == sum(
        one.claim.place is not None for one in standing
    )


@pytest.mark.parametrize("after", ["x", "e30", "WzEsMl0", "=", "é", "WyJjbGFpbXMiLCItcHVibGlzaGVkIixbXV0"])
def test_what_is_no_cursor_is_an_error(lists: Store, after: str) -> None:
    with pytest.raises(DataError, match="leave it out to begin at the start"):
        page_of(lists, parse_selection("claims", [("after", after)]))


def test_a_cursor_of_another_list_or_order_is_an_error(lists: Store) -> None:
    cursor = page_of(lists, parse_selection("claims", [("limit", "2")])).next
    assert cursor is not None
    for name, sort in (("claims", "when"), ("incidents", "")):
        with pytest.raises(DataError, match=r"another list or order \(claims by -published\)"):
            page_of(lists, parse_selection(name, [("after", cursor), ("sort", sort)]))


def test_a_number_too_large_for_the_store_is_no_cursor(lists: Store) -> None:
    forged = ["claims", "-published", [2**70, "d", 1, "i"]]
    after = base64.urlsafe_b64encode(json.dumps(forged).encode()).decode()
    with pytest.raises(DataError, match="leave it out"):
        page_of(lists, parse_selection("claims", [("after", after)]))


def test_rows_that_come_in_between_do_not_shift_the_next_page(
    store: Store, make_sheet: Callable[..., Any]
) -> None:
    for day in (1, 3, 5, 7):
        store.write_sheet(make_sheet(f"{day} died.", doc=f"{day}.txt", published=f"2016-09-0{day}"))
    asked = parse_selection("claims", [("sort", "published"), ("limit", "2"), ("columns", "published")])
    first = page_of(store, asked)
    assert [row["published"] for row in first.rows] == ["2016-09-01", "2016-09-03"]
    for day in (2, 4):
        store.write_sheet(make_sheet(f"{day} died.", doc=f"{day}.txt", published=f"2016-09-0{day}"))
    second = page_of(store, replace(asked, after=first.next or ""))
    assert [row["published"] for row in second.rows] == ["2016-09-04", "2016-09-05"]
