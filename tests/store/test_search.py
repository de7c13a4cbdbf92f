from __future__ import annotations

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from counterclaim.core.types import Sheet
from counterclaim.store import Store

MakeSheet = Callable[..., Sheet]


@pytest.mark.parametrize(
    ("written", "sought"),
    [
        ("Shells fell on Łódź again.", "lodz"),
        ("Shells fell on Lodz again.", "ŁÓDŹ"),
        ("Обстрел Харькова продолжался.", "харькова"),
        ("Обстрел Харькова продолжался.", "kharkova"),
        ("An air-strike hit the depot.", "air-strike DEPOT"),
        ("Two men’s bodies were found.", "men's"),
        ("Two men's bodies were found.", "men’s"),
    ],
)
def test_a_passage_is_found_whatever_the_letters(
    store: Store, make_sheet: MakeSheet, written: str, sought: str
) -> None:
    store.write_sheet(make_sheet(written))
    assert [found.text for found in store.find_passages(sought)] == [written]


def test_every_word_must_be_there(store: Store, make_sheet: MakeSheet) -> None:
    store.write_sheet(make_sheet("The depot burned. The harbour froze."))
    assert store.find_passages("depot froze") == []
    (found,) = store.find_passages("harbour froze")
    assert (found.passage, found.start, found.end) == (1, 18, 36)


@pytest.mark.parametrize(
    "odd",
    ['"', "depot AND", "NEAR(depot", "folded:depot*", "-- ;", "' OR 1=1", "", "*", "\x00", "(", "depot\x00"],
)
def test_any_text_can_be_searched_for(store: Store, make_sheet: MakeSheet, odd: str) -> None:
    store.write_sheet(make_sheet("The depot burned."))
    assert len(store.find_passages(odd)) <= 1


def test_what_is_no_longer_read_out_of_a_document_is_no_longer_found(
    store: Store, make_sheet: MakeSheet
) -> None:
    sheet = make_sheet("The depot burned. The harbour froze.")
    store.write_sheet(sheet)
    fewer = make_sheet("The depot burned. The harbour froze.", stages=("segments.v2",))
    store.write_sheet(replace(fewer, passages=(fewer.passages or ())[:1]))
    assert store.find_passages("harbour") == []
    assert len(store.find_passages("depot")) == 1


def test_no_more_than_the_limit_is_found(store: Store, make_sheet: MakeSheet) -> None:
    store.write_sheet(make_sheet("The depot burned. " * 9))
    assert len(store.find_passages("depot", limit=4)) == 4
