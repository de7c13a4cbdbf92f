"""A store is asked with the filters of the tables, and its answers become data frames."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import pytest

import counterclaim
from counterclaim.store import Store
from tests.library.conftest import FIRST


def test_claims_are_found_by_the_filters_of_the_table(store: counterclaim.OpenedStore) -> None:
    assert {one.claim.speakers for one in store.claims(harm="killed")} == {
        ("rebels",),
        ("army",),
        ("activists",),
    }
    assert [one.claim.speakers for one in store.claims(harm="killed", figure_min__gte=10)] == [("rebels",)]
    assert {one.doc for one in store.claims(published__from=date(2016, 1, 1))} == {"first"}
    assert {one.doc for one in store.claims(speaker=["army", "activists"])} == {"first", "second"}
    assert {one.doc for one in store.claims(q="children")} == {"second"}
    assert len(store.claims(limit=2, outlet=None)) == 2


def test_incidents_come_with_their_accounts(store: counterclaim.OpenedStore) -> None:
    [strike] = store.incidents(kind="air_strike")
    assert [account.speaker for account in strike.accounts if account.speaker] == ["army", "rebels"]
    assert store.incident(strike.code) == strike
    [tally] = strike.tally().tallies
    assert (tally.low.number, tally.high.number) == (3, 14)
    assert strike.where is not None


def test_a_wrong_filter_is_answered_with_the_right_one(store: counterclaim.OpenedStore) -> None:
    with pytest.raises(counterclaim.CounterclaimError, match="near it: speaker"):
        store.claims(speeker="army")
    with pytest.raises(counterclaim.CounterclaimError, match="harm: one of killed"):
        store.claims(harm="kiled")
    with pytest.raises(counterclaim.CounterclaimError, match="no incident has the code"):
        store.incident("CC-NONE")


def test_nothing_is_made_by_asking(tmp_path: Path) -> None:
    path = tmp_path / "typo.db"
    with pytest.raises(counterclaim.CounterclaimError, match="there is no store"):
        counterclaim.open_store(path).claims()
    assert not path.exists()


def test_sheets_and_texts_are_added_once(tmp_path: Path) -> None:
    sheet = counterclaim.read(FIRST, doc="first")
    with counterclaim.open_store(tmp_path / "my.db") as store:
        assert [one.outcome for one in store.add(sheet, "Calm on Monday.")] == ["added", "added"]
        assert [one.outcome for one in store.add(sheet, "Calm on Monday.")] == ["unchanged", "unchanged"]
        assert len(store.documents()) == 2
        assert store.sheet("first") == sheet
        assert len(store.incidents()) == len(counterclaim.link([sheet])) == 1


def test_sheets_are_linked_by_several_workers_as_by_one() -> None:
    sheets = [counterclaim.read(FIRST, doc="first", outlet=outlet) for outlet in ("Post", "Courier")]
    alone = counterclaim.link(sheets)
    assert list(counterclaim.link(sheets, workers=2)) == list(alone)
    with pytest.raises(counterclaim.CounterclaimError, match="give 1 or more"):
        counterclaim.link(sheets, workers=0)


def test_one_name_is_not_given_to_two_texts(tmp_path: Path) -> None:
    with pytest.raises(counterclaim.CounterclaimError, match="one by one"):
        counterclaim.open_store(tmp_path / "my.db").add("Calm.", "Quiet.", doc="note")


def test_files_are_added_and_the_refused_are_named(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Calm on Monday.\n", "utf-8")
    (tmp_path / "b.txt").write_text("", "utf-8")
    added = counterclaim.open_store(tmp_path / "my.db").add_files(tmp_path / "a.txt", tmp_path / "b.txt")
    assert [one.outcome for one in added] == ["added", "refused"]
    assert "holds no text" in repr(added)


def test_answers_are_tables_of_plain_columns(store: counterclaim.OpenedStore) -> None:
    claims = store.claims(harm="killed", sort="-figure_min")
    assert [row["min"] for row in claims.to_dicts()] == [14, 3, 2]
    frame = claims.to_pandas()
    assert list(frame["min"]) == [14, 3, 2]
    assert str(frame["min"].dtype) == "Int64"
    assert list(claims.to_polars()["speakers"]) == ["rebels", "army", "activists"]
    incidents = store.incidents().to_pandas()
    assert {"code", "killed_low", "killed_high", "tallies"} <= set(incidents.columns)
    assert store.claims(harm="missing").to_pandas().empty


def test_a_part_of_the_answers_is_answers(store: counterclaim.OpenedStore) -> None:
    claims = store.claims()
    assert isinstance(claims[:2], counterclaim.Results)
    assert list(claims[:2]) == [claims[0], claims[1]]
    assert claims[-1] in claims


@pytest.mark.parametrize("library", ["pandas", "polars"])
def test_a_missing_library_is_named_with_how_to_get_it(
    library: str, store: counterclaim.OpenedStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(counterclaim.CounterclaimError, match=rf"counterclaim\[{library}\]"):
        getattr(store.speakers(), f"to_{library}")()


def test_speakers_passages_and_documents_are_listed(store: counterclaim.OpenedStore) -> None:
    assert [row["speaker"] for row in store.speakers(sort="speaker")] == ["activists", "army", "rebels"]
    assert [one.doc for one in store.search("children")] == ["second"]
    assert [one.doc for one in store.documents()] == ["first", "second"]


def test_what_a_person_rejected_is_not_told(tmp_path: Path) -> None:
    with counterclaim.open_store(tmp_path / "my.db") as store:
        store.add(FIRST, doc="first")
        wrong = store.claims(speaker="army", harm="killed")[0].claim.id
        with Store.open(store.path) as writer:
            writer.rule(wrong, "reject", who="amal", why="not said")
        assert wrong not in {one.claim.id for one in store.claims()}
        [strike] = store.incidents(kind="air_strike")
        assert wrong not in {one.claim.id for one in strike.filed}
