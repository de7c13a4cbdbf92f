from __future__ import annotations

from collections.abc import Callable
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from counterclaim.core.claims import Casualty
from counterclaim.core.errors import DataError, NotFoundError, StoreError
from counterclaim.core.issues import Issue
from counterclaim.core.spans import Span
from counterclaim.core.types import Sheet
from counterclaim.store import Store
from counterclaim.store.checks import dump_lines

MakeSheet = Callable[..., Sheet]
Rows = Callable[[], dict[str, list[tuple[Any, ...]]]]

NO_YEAR = Issue("date.no_year", "info", "times.v1", "May 3 has no year", Span(0, 5))


def test_a_new_document_is_added_and_its_sheet_comes_back_whole(store: Store, make_sheet: MakeSheet) -> None:
    sheet = make_sheet(title="Orlova", outlet="The Courier", via=("Radio Orlova",), issues=(NO_YEAR,))
    assert store.write_sheet(sheet) == "added"
    assert store.sheet(sheet.document.id) == sheet
    assert store.sheet("orlova.txt") == sheet


def test_the_same_sheet_again_touches_no_row(store: Store, make_sheet: MakeSheet, rows: Rows) -> None:
    store.write_sheet(make_sheet(issues=(NO_YEAR,)))
    before = rows()
    assert store.write_sheet(make_sheet(issues=(NO_YEAR,))) == "unchanged"
    assert rows() == before


def test_a_newer_stage_replaces_what_was_read_and_keeps_when_it_was_first_read(
    store: Store, make_sheet: MakeSheet, rows: Rows
) -> None:
    old = make_sheet(issues=(NO_YEAR,))
    store.write_sheet(old)
    (first,) = rows()["documents"]
    new = replace(make_sheet(stages=("segments.v1", "claims.v2")), claims=old.claims and old.claims[:1])
    assert store.write_sheet(new) == "reread"
    (second,) = rows()["documents"]
    assert [filed.claim for filed in store.claims()] == list(new.claims or ())
    assert store.issues() == []
    assert first[-2] == second[-2]
    assert len(rows()["passages"]) == 2
    assert store.check() == []


def test_a_publication_day_given_later_reads_the_document_again(store: Store, make_sheet: MakeSheet) -> None:
    store.write_sheet(make_sheet())
    assert store.write_sheet(make_sheet(published="2021-05-04")) == "reread"
    assert store.claims()[0].published == "2021-05-04"


def test_has_asks_for_the_same_stages_and_metadata(store: Store, make_sheet: MakeSheet) -> None:
    sheet = make_sheet(outlet="The Courier")
    store.write_sheet(sheet)
    known = sheet.document.id
    assert store.has(known, sheet.stages, None, "The Courier")
    assert not store.has(known, sheet.stages, None, None)
    assert not store.has(known, sheet.stages, "2021", "The Courier")
    assert not store.has(known, ("segments.v1", "claims.v2"), None, "The Courier")
    assert not store.has("0" * 16, sheet.stages, None, "The Courier")


def test_order_of_reading_changes_nothing(tmp_path: Path, make_sheet: MakeSheet) -> None:
    sheets = [
        make_sheet("Shelling killed 4 in Brod.", doc="a.txt", via=("Agency",), issues=(NO_YEAR,)),
        make_sheet("The mayor counted 7 dead in Brod.", doc="b.txt"),
        make_sheet("The mayor counted 7 dead in Brod.", doc="copy of b.txt"),
    ]
    dumps = []
    for number, order in enumerate(permutations(sheets)):
        with Store.open(tmp_path / f"{number}.db") as store:
            for sheet in order:
                store.write_sheet(sheet)
            dumps.append(dump_lines(store))
    assert all(dump == dumps[0] for dump in dumps)
    assert any('"b.txt"' in line for line in dumps[0])


def test_sheets_written_together_leave_what_they_leave_one_by_one(
    tmp_path: Path, make_sheet: MakeSheet
) -> None:
    first = make_sheet("Shelling killed 4 in Brod.", doc="a.txt", via=("Agency",), issues=(NO_YEAR,))
    second = make_sheet("The mayor counted 7 dead in Brod.", doc="b.txt", outlet="The Courier")
    fewer = replace(first, claims=(), issues=())
    renamed = replace(second, document=replace(second.document, doc="a copy.txt", origin="a copy.txt"))
    sheets = [first, second, second, renamed, fewer, first]
    written, dumps = [], []
    for together in (False, True):
        with Store.open(tmp_path / f"{together}.db") as store:
            claim = (second.claims or ())[0].id
            written.append(store.write_sheets([first, second]))
            store.rule(claim, "fix", field="min", value=8, who="Ana", why="the mayor said eight")
            written[-1] += store.write_sheets(sheets) if together else [store.write_sheet(s) for s in sheets]
            assert store.check() == []
            dumps.append(dump_lines(store))
    assert dumps[0] == dumps[1]
    assert (
        written[0]
        == written[1]
        == [
            *("added", "added"),
            *("unchanged", "unchanged", "unchanged", "reread", "reread", "reread"),
        ]
    )


def test_one_content_under_two_names_stays_under_the_first_by_alphabet(
    store: Store, make_sheet: MakeSheet
) -> None:
    assert store.write_sheet(make_sheet(doc="b.txt")) == "added"
    assert store.write_sheet(make_sheet(doc="c.txt")) == "unchanged"
    assert store.write_sheet(make_sheet(doc="a.txt")) == "reread"
    assert [row.doc for row in store.documents()] == ["a.txt"]


def test_a_claim_without_an_id_is_refused_and_nothing_is_kept(store: Store, make_sheet: MakeSheet) -> None:
    sheet = make_sheet()
    nameless = replace(sheet, claims=tuple(replace(claim, id="") for claim in sheet.claims or ()))
    with pytest.raises(DataError, match="no id"):
        store.write_sheet(nameless)
    assert store.documents() == []


def test_two_claims_with_one_id_make_one_row_and_both_stay_on_the_sheet(
    store: Store, make_sheet: MakeSheet
) -> None:
    sheet = make_sheet("Shelling killed 4 in Brod.")
    (claim,) = sheet.claims or ()
    assert isinstance(claim, Casualty)
    twice = replace(sheet, claims=(claim, replace(claim, group="nurses")))
    store.write_sheet(twice)
    assert [filed.claim for filed in store.claims()] == [claim]
    assert store.sheet(sheet.document.id) == twice
    assert store.check() == []


def test_a_figure_beyond_64_bits_is_kept_in_the_claim(store: Store, make_sheet: MakeSheet) -> None:
    sheet = make_sheet(f"Shelling killed {2**63 + 5} in Brod.")
    store.write_sheet(sheet)
    assert [filed.claim for filed in store.claims()] == list(sheet.claims or ())


def test_text_that_is_no_unicode_is_refused_by_name(store: Store, make_sheet: MakeSheet) -> None:
    sheet = make_sheet()
    broken = replace(sheet, document=replace(sheet.document, text="\ud800"))
    with pytest.raises(DataError, match=r"pages/orlova\.txt"):
        store.write_sheet(broken)


def test_documents_are_listed_by_name_with_counts(store: Store, make_sheet: MakeSheet) -> None:
    store.write_sheet(make_sheet("Nothing happened.", doc="z.txt"))
    store.write_sheet(make_sheet(doc="a.txt", outlet="The Courier", title="Orlova"))
    first, second = store.documents()
    assert (first.doc, first.articles, first.claims, first.outlet) == ("a.txt", 1, 2, "The Courier")
    assert (second.doc, second.claims, second.n_chars) == ("z.txt", 0, 17)
    assert first.read_at.endswith("+00:00")


def test_a_claim_is_filed_with_its_sentence_and_its_articles_day(store: Store, make_sheet: MakeSheet) -> None:
    sheet = make_sheet(outlet="The Courier", published="2021-05-04")
    (article,) = sheet.articles or ()
    store.write_sheet(replace(sheet, articles=(replace(article, published="2021-05-02"),)))
    filed = store.claims()[1]
    assert filed.sentence == "The union said 30 were wounded."
    assert (filed.doc, filed.outlet, filed.published) == ("orlova.txt", "The Courier", "2021-05-02")


def test_a_sheet_whose_layers_have_not_run_can_be_kept(store: Store, make_sheet: MakeSheet) -> None:
    bare = Sheet(document=make_sheet().document)
    store.write_sheet(bare)
    assert store.sheet("orlova.txt") == bare
    assert store.check() == []


def test_an_unknown_document_is_answered_with_names_near_it(store: Store, make_sheet: MakeSheet) -> None:
    store.write_sheet(make_sheet())
    with pytest.raises(NotFoundError, match=r"near it: orlova\.txt"):
        store.sheet("orlov.txt")


def test_a_name_that_two_documents_have_is_no_name(store: Store, make_sheet: MakeSheet) -> None:
    for text in ("Shelling killed 4 in Brod.", "Shelling killed 5 in Brod."):
        store.write_sheet(make_sheet(text, doc="brod.txt"))
    with pytest.raises(NotFoundError, match="2 documents are called"):
        store.sheet("brod.txt")


def test_an_unreadable_input_leaves_one_issue_however_often_it_is_tried(store: Store) -> None:
    issue = Issue("input.empty", "error", "read.v1", "the file is empty")
    store.write_issue("pages/blank.txt", issue)
    store.write_issue("pages/blank.txt", issue)
    store.write_issue("pages/other.txt", issue)
    assert [(kept.origin, kept.document_id, kept.issue) for kept in store.issues()] == [
        ("pages/blank.txt", None, issue),
        ("pages/other.txt", None, issue),
    ]


def test_issues_of_documents_are_listed_with_their_spans(store: Store, make_sheet: MakeSheet) -> None:
    sheet = make_sheet(issues=(NO_YEAR,))
    store.write_sheet(sheet)
    (kept,) = store.issues()
    assert (kept.document_id, kept.issue) == (sheet.document.id, NO_YEAR)


def test_a_reader_cannot_write(store: Store, path: Path, make_sheet: MakeSheet) -> None:
    store.write_sheet(make_sheet())
    with Store.open(path, read_only=True) as reader, pytest.raises(StoreError, match="for reading only"):
        reader.write_sheet(make_sheet("Shelling killed 4 in Brod."))


def test_a_document_whose_sheet_is_damaged_is_mended_by_reading_it_again(
    store: Store, make_sheet: MakeSheet
) -> None:
    store.write_sheet(make_sheet())
    with store.reading() as connection:
        connection.exec_driver_sql("UPDATE sheets SET body = x'00'")
    with pytest.raises(StoreError, match="read the document again"):
        store.sheet("orlova.txt")
    assert store.write_sheet(make_sheet()) == "reread"
    assert store.sheet("orlova.txt") == make_sheet()
