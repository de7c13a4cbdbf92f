"""Importing a list again updates what changed and adds nothing else, however the file is written."""

from __future__ import annotations

import random
from pathlib import Path
from shutil import copyfile
from tempfile import mkdtemp

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.core.claims import Casualty
from counterclaim.core.errors import DataError
from counterclaim.imports.outcomes import count
from counterclaim.inputs.limits import Limits
from counterclaim.run.local import link_store, read_all
from counterclaim.store import Store
from counterclaim.store.checks import dump_lines
from tests.imports.rows import ged, run, write_table


def test_a_second_import_changes_nothing(tmp_path: Path) -> None:
    path = write_table(tmp_path / "ged.csv", [ged(), ged(id="1002")])
    with Store.open(tmp_path / "x.db") as store:
        assert count(run(path, store)) == {"added": 2}
        before = dump_lines(store)
        assert count(run(path, store)) == {"unchanged": 2}
        assert dump_lines(store) == before


def test_a_changed_row_updates_its_document_and_one_that_is_gone_is_reported_and_stays(
    tmp_path: Path,
) -> None:
    with Store.open(tmp_path / "x.db") as store:
        run(write_table(tmp_path / "251.csv", [ged(), ged(id="1002"), ged(id="1003")]), store)
        ids = {document.doc: document.id for document in store.documents()}
        newer = write_table(tmp_path / "261.csv", [ged(id="1003"), ged(high="95")])
        outcomes = {one.id: one.outcome for one in run(newer, store)}
        assert outcomes == {"1001": "updated", "1002": "absent", "1003": "unchanged"}
        assert {document.doc: document.id for document in store.documents()} == ids
        assert "high: 95" in store.sheet(ids["UCDP 1001"]).document.text
        assert count(run(newer, store, part=True)) == {"unchanged": 2}


def test_a_check_says_the_same_and_writes_nothing(tmp_path: Path) -> None:
    with Store.open(tmp_path / "x.db") as store:
        run(write_table(tmp_path / "a.csv", [ged(), ged(id="1002")]), store)
        before = dump_lines(store)
        newer = write_table(tmp_path / "b.csv", [ged(high="95"), ged(id="1004"), ged(id="")])
        checked = run(newer, store, check=True)
        assert dump_lines(store) == before
        assert run(newer, store) == checked


def test_a_number_that_stands_twice_is_refused_the_second_time(tmp_path: Path) -> None:
    first, second = run(write_table(tmp_path / "x.csv", [ged(), ged(high="95")]), None)
    assert (first.outcome, second.outcome) == ("added", "refused")
    assert "row 2" in second.why


ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def empty_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store without documents, to be copied: making one takes a while."""
    path = tmp_path_factory.mktemp("empty") / "x.db"
    Store.open(path).close()
    return path


ROWS = st.lists(
    st.builds(
        lambda number, dead, place: ged(
            id=str(number), deaths_b=str(dead), best=str(dead), where_coordinates=place
        ),
        st.integers(1, 12),
        st.integers(0, 99),
        st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=8),
    ),
    min_size=1,
    max_size=6,
    unique_by=lambda row: row["id"],
)


@settings(max_examples=8)
@given(
    ROWS, st.sampled_from([",", ";", "\t"]), st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]), st.randoms()
)
def test_order_of_columns_and_rows_separator_and_encoding_change_nothing(
    empty_store: Path,
    rows: list[dict[str, str]],
    delimiter: str,
    encoding: str,
    shuffled: random.Random,
) -> None:
    folder = Path(mkdtemp(dir=empty_store.parent))
    copyfile(empty_store, folder / "x.db")
    with Store.open(folder / "x.db") as store:
        assert count(run(write_table(folder / "a.csv", rows), store)) == {"added": len(rows)}
        before = dump_lines(store)
        columns = shuffled.sample(list(ged()), len(ged()))
        moved = [{"mood": "grim", **{column: row[column] for column in columns}} for row in rows]
        shuffled.shuffle(moved)
        again = write_table(folder / "b.csv", moved, delimiter=delimiter, encoding=encoding)
        assert count(run(again, store)) == {"unchanged": len(rows)}
        assert dump_lines(store) == before


def test_a_file_in_old_windows_letters_is_read_with_a_remark(tmp_path: Path) -> None:
    path = write_table(tmp_path / "x.csv", [ged(where_coordinates="Málaga town")], encoding="windows-1252")
    (outcome,) = run(path, None)
    assert outcome.outcome == "added"
    assert "windows-1252" in outcome.issues[0]


def test_headings_that_a_shapefile_cut_and_tags_of_hxl_are_known(tmp_path: Path) -> None:
    row = {heading[:10]: cell for heading, cell in ged().items() if heading not in ("date_prec", "year")}
    tags = {heading: "#date" if "date" in heading else "" for heading in row}
    assert count(run(write_table(tmp_path / "x.csv", [tags, row]), None)) == {"added": 1}


def test_a_torn_row_is_refused_and_the_next_is_read(tmp_path: Path) -> None:
    path = write_table(tmp_path / "x.csv", [ged(), ged(id="1002")])
    lines = path.read_text("utf-8").splitlines()
    path.write_text("\n".join([lines[0], "1001,torn", "", lines[2]]) + "\n", "utf-8")
    first, second = run(path, None)
    assert (first.outcome, first.row, second.outcome, second.row) == ("refused", 2, "added", 4)
    assert "has 2 cells" in first.why


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "holds no rows"),
        (
            b"event,when\n1,2\n",
            "no column id of UCDP GED; name it so in the first row (there are: event, when)",
        ),
        (b"%PDF-1.7 ...", "is no table but pdf; save it as CSV"),
        (b"PK\x03\x04rest", "is a zip archive; unpack the table"),
        (b'id,best\n1,"never closed ' + b"x" * (1 << 20), "check its quotation marks"),
    ],
)
def test_what_is_no_such_table_is_refused_as_a_whole(data: bytes, words: str, tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_bytes(data)
    with pytest.raises(DataError) as error:
        run(path, None) if b"never" not in data else list(_with_small_cells(path))
    assert words in str(error.value)
    assert str(path) in str(error.value) or "column" in str(error.value)


def _with_small_cells(path: Path) -> list[object]:
    from counterclaim.imports.into_store import import_list
    from counterclaim.imports.ucdp import LIST

    return list(import_list(path, LIST, None, limits=Limits(file_mib=1)))


def test_an_imported_row_and_an_article_on_the_same_strike_come_together_side_by_side(tmp_path: Path) -> None:
    """The page has at least 62, 62 and 83 dead; the list says 70 to 90."""
    page = ROOT / "examples" / "deir-ez-zor.txt"
    with Store.open(tmp_path / "x.db") as store:
        list(read_all([str(page)], store=store, published="2016-09-18", outlet="Radio Orsa"))
        run(write_table(tmp_path / "a.csv", [ged(low="70")]), store)
        link_store(store)
        (row,) = [one.claim for one in store.claims() if "best: 70" in one.claim.quote]
        (incident,) = [each for each in store.incidents() if row.id in each.claims]
        told = {one.claim.id: one for one in store.claims_of(incident)}
        killed = {
            (name, one.claim.min)
            for one in told.values()
            if isinstance(one.claim, Casualty)
            and one.claim.harm == "killed"
            and one.claim.scope == "incident"
            for name in one.claim.speakers
        }
    assert {("UCDP", 70), ("Russian military", 62), ("Syrian Observatory for Human Rights", 83)} <= killed
    relations = {
        (relation.kind, name)
        for relation in incident.relations
        if row.id in (relation.claim, relation.other)
        for name in (*told[relation.claim].claim.speakers, *told[relation.other].claim.speakers)
    }
    assert ("contradicts", "Russian military") in relations
    assert ("corroborates", "Syrian Observatory for Human Rights") in relations


def test_rows_of_one_list_are_never_one_incident_however_alike(tmp_path: Path) -> None:
    with Store.open(tmp_path / "x.db") as store:
        run(write_table(tmp_path / "a.csv", [ged(), ged(id="1002")]), store)
        assert link_store(store) == 2
