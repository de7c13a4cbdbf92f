"""A coder's table adds claims to documents, quotes and all, and what a person changed in an export comes back."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from shutil import copyfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.core.claims import Casualty
from counterclaim.core.errors import DataError
from counterclaim.core.stages import compose
from counterclaim.core.types import Sheet
from counterclaim.export import export, gather
from counterclaim.imports.claims import import_claims
from counterclaim.imports.outcomes import RowOutcome, count
from counterclaim.imports.quotes import find_quote
from counterclaim.inputs.limits import DEFAULTS
from counterclaim.run.local import link_store, read_all
from counterclaim.run.pipeline import ANNOTATING
from counterclaim.store import Store
from counterclaim.store.checks import dump_lines
from tests.imports.rows import write_table

PAGE = """Two men and a boy were killed when shells hit the market of Hadira on 12 May 2017, the mayor said.

The mayor also said that two men were missing. “Nobody came to help,” he said.
"""
_annotate = compose(ANNOTATING)


@pytest.fixture(scope="module")
def read_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with one page that was read."""
    folder = tmp_path_factory.mktemp("claims")
    (folder / "page.txt").write_text(PAGE, "utf-8")
    with Store.open(folder / "x.db") as store:
        list(read_all([str(folder / "page.txt")], store=store, published="2017-05-13"))
        link_store(store)
    return folder / "x.db"


@pytest.fixture
def store(read_store: Path, tmp_path: Path) -> Store:
    copyfile(read_store, tmp_path / "x.db")
    return Store.open(tmp_path / "x.db")


def take(path: Path, store: Store, *, check: bool = False, who: str = "anna") -> list[RowOutcome]:
    return list(
        import_claims(
            path,
            store,
            who,
            lambda document: _annotate(Sheet(document=document)),
            limits=DEFAULTS,
            check=check,
        )
    )


def row(**cells: str) -> dict[str, str]:
    """A coder's row on the two men who are missing, which the reader reads otherwise or not."""
    return {
        "doc": "page",
        "text": "",
        "type": "casualty",
        "quote": "two men were missing",
        "speakers": "mayor of Hadira",
        "harm": "missing",
        "min": "2",
        "max": "2",
        "group": "men",
        "place": "",
        "incident": "",
    } | cells


def by_anna(store: Store) -> list[Casualty]:
    found = [one.claim for one in store.claims() if one.claim.maker == "person:anna"]
    return [claim for claim in found if isinstance(claim, Casualty)]


def test_a_row_becomes_a_claim_of_its_coder_in_the_words_that_it_quotes(store: Store, tmp_path: Path) -> None:
    assert count(take(write_table(tmp_path / "c.csv", [row()]), store)) == {"added": 1}
    (claim,) = by_anna(store)
    assert PAGE[claim.start : claim.end] == "two men were missing"
    assert (claim.harm, claim.min, claim.qualifier, claim.explicitness) == ("missing", 2, "exact", "named")
    (decision,) = store.audit()
    assert (decision.action, decision.who, decision.why) == ("add", "anna", "imported from c.csv, row 2")
    assert store.check() == []


def test_a_second_import_changes_nothing_and_a_changed_figure_updates_the_claim(
    store: Store, tmp_path: Path
) -> None:
    table = write_table(tmp_path / "c.csv", [row()])
    take(table, store)
    before = dump_lines(store)
    assert count(take(table, store)) == {"unchanged": 1}
    assert dump_lines(store) == before
    changed = write_table(tmp_path / "c.csv", [row(min="3", max="4")])
    assert count(take(changed, store, check=True)) == {"updated": 1}
    assert dump_lines(store) == before
    assert count(take(changed, store)) == {"updated": 1}
    assert [(claim.min, claim.max) for claim in by_anna(store)] == [(3, 4)]
    assert count(take(changed, store)) == {"unchanged": 1}


def test_claims_of_the_coder_that_the_table_lost_are_reported_and_stay(store: Store, tmp_path: Path) -> None:
    boy = row(quote="a boy were killed", harm="killed", min="1", max="1", group="a boy")
    take(write_table(tmp_path / "c.csv", [row(), boy]), store)
    assert count(take(write_table(tmp_path / "c.csv", [row()]), store)) == {"unchanged": 1, "absent": 1}
    assert len(by_anna(store)) == 2


def test_an_imported_claim_survives_a_new_reading_of_its_document(store: Store, tmp_path: Path) -> None:
    take(write_table(tmp_path / "c.csv", [row()]), store)
    sheet = store.sheet("page")
    store.write_sheet(Sheet(document=sheet.document, segments=sheet.segments, articles=sheet.articles, passages=sheet.passages, claims=()))  # fmt: skip
    assert [claim.min for claim in by_anna(store)] == [2]


def test_an_export_of_claims_comes_back_unchanged_and_what_was_edited_in_it_is_a_fix(
    store: Store, tmp_path: Path
) -> None:
    data = export(gather(store), ["claims"]).files[0].data
    path = tmp_path / "claims.csv"
    path.write_bytes(data)
    assert set(count(take(path, store))) == {"unchanged"}
    rows = list(csv.DictReader(io.StringIO(data.decode(), newline="")))
    edited = next(one for one in rows if one["type"] == "casualty")
    edited["group"], edited["place"] = "two men and a boy", ""
    assert count(take(write_table(path, rows), store))["updated"] == 1
    (claim,) = [one.claim for one in store.claims() if one.claim.id == edited["claim_id"]]
    assert isinstance(claim, Casualty)
    assert (claim.group, claim.place, claim.where) == ("two men and a boy", None, None)
    assert store.audit()[0].action == "fix"


def test_a_table_can_bring_its_document_along(store: Store, tmp_path: Path) -> None:
    text = "Orsa, 3 June 2017. Nine people drowned when the dam broke, residents said."
    rows = [
        row(doc="note", text=text, quote="Nine people drowned", harm="killed", min="9", max="9", speakers="residents"),
        row(doc="note", quote="the dam broke", type="event", harm="", min="", max="", group="", speakers="residents") | {"event_type": "other"},
    ]  # fmt: skip
    rows[0]["event_type"] = ""
    table = write_table(tmp_path / "c.csv", rows)
    assert count(take(table, store, check=True)) == {"added": 2}
    assert count(take(table, store)) == {"added": 2}
    assert store.sheet("note").document.text == text
    assert count(take(table, store)) == {"unchanged": 2}
    assert store.check() == []


def test_claims_of_one_label_stand_in_one_incident(store: Store, tmp_path: Path) -> None:
    code = next(one.code for one in store.incidents())
    take(write_table(tmp_path / "c.csv", [row(incident=code)]), store)
    link_store(store)
    (claim,) = by_anna(store)
    assert claim.id in store.incident(code).claims


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        ({"quote": "four men were missing"}, "is not in the document; copy the words"),
        ({"quote": "said"}, "stands 3 times in the document; quote more words"),
        ({"quote": ""}, "is not in the document"),
        ({"doc": "nowhere"}, "document 'nowhere' is not in the store; read it first"),
        ({"type": "casulty"}, "type 'casulty' is none of casualty, event"),
        ({"harm": "hurt"}, "harm: 'hurt': Invalid enum value"),
        ({"min": "some"}, "min: 'some' is no whole number"),
        ({"min": "5"}, "min: 5 is more than max 2"),
        ({"type": "plan"}, "harm: a claim of type plan has no such field"),
        ({"claim_id": "x", "when_edtf": "soon"}, "when_edtf: not a day"),
    ],
)
def test_a_row_that_cannot_be_a_claim_is_refused_with_column_and_next_step(
    store: Store, tmp_path: Path, cells: dict[str, str], words: str
) -> None:
    (outcome,) = take(write_table(tmp_path / "c.csv", [row(**cells)]), store)
    assert outcome.outcome == "refused"
    assert words in outcome.why
    assert by_anna(store) == []


def test_a_claim_that_was_rejected_does_not_come_back_by_an_import(store: Store, tmp_path: Path) -> None:
    table = write_table(tmp_path / "c.csv", [row()])
    take(table, store)
    store.rule(by_anna(store)[0].id, "reject", who="ben", why="told twice")
    (outcome,) = take(table, store)
    assert "was rejected" in outcome.why


def test_two_rows_that_say_the_same_are_not_two_claims(store: Store, tmp_path: Path) -> None:
    first, second = take(write_table(tmp_path / "c.csv", [row(), row()]), store)
    assert (first.outcome, second.outcome) == ("added", "refused")
    assert "as row 2" in second.why


def test_plain_marks_and_blanks_still_find_the_words(store: Store, tmp_path: Path) -> None:
    cells = row(quote='"Nobody  came to help,"', type="assessment", harm="", min="", max="", group="")
    (outcome,) = take(write_table(tmp_path / "c.csv", [cells]), store)
    assert outcome.outcome == "added"
    assert "other blanks or quotation marks" in outcome.issues[0]


def test_a_table_without_a_quote_names_the_column(store: Store, tmp_path: Path) -> None:
    with pytest.raises(DataError, match="no column quote of a table of claims"):
        take(write_table(tmp_path / "c.csv", [{"type": "event", "doc": "page"}]), store)


@given(st.text(max_size=60), st.data())
def test_words_of_a_text_are_found_where_they_stand(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, max(0, len(text) - 1)))
    end = data.draw(st.integers(start, len(text)))
    try:
        found = find_quote(text, text[start:end], start=start)
    except DataError:
        assert start == end
        return
    assert (found.span.start, found.span.end, found.altered) == (start, end, False)


@given(st.text(max_size=40), st.text(max_size=6))
def test_a_quote_found_without_its_place_is_the_only_one(text: str, quote: str) -> None:
    try:
        found = find_quote(text, quote)
    except DataError:
        return
    assert found.altered or (text[found.span.start : found.span.end] == quote and text.count(quote) == 1)
