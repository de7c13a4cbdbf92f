"""A GeoNames dump becomes a gazetteer; a wrong file is refused with the next step."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.core.errors import DataError
from counterclaim.gazetteer import Gazetteer
from counterclaim.gazetteer.importing import gazetteer_beside, import_geonames, own_gazetteer
from counterclaim.gazetteer.table import Table, radius_code, radius_of
from counterclaim.gazetteer.write import Place, Writer


def line(
    number: int, name: str, others: str = "", *, code: str = "P\tPPL", lat: str = "36.1", people: int = 0
) -> str:
    return f"{number}\t{name}\t{name}\t{others}\t{lat}\t37.2\t{code}\tSY\t\t09\t\t\t\t{people}\t\t350\tAsia/Damascus\t2020-01-01"


DUMP = "\n".join(
    [
        line(1, "Tall Wardān", "Tel Wardan,TWR,tl wrdan", people=1_200),
        line(2, "Northern Province", code="A\tADM1"),
        line(3, "Wardan Airfield", code="S\tAIRF"),
        "not a place",
        line(4, "Nowhere", lat="136.1"),
    ]
)


def write_zip(folder: Path, text: str, member: str = "SY.txt") -> Path:
    path = folder / "SY.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("readme.txt", "columns are explained here")
        archive.writestr(member, text)
    return path


def test_an_imported_dump_is_looked_up_by_any_spelling(tmp_path: Path) -> None:
    made = import_geonames(write_zip(tmp_path, DUMP), tmp_path / "war.places")
    assert (made.places, made.odd) == (3, 2)
    assert [odd.line for odd in made.first_odd] == [4, 5]
    gazetteer = Gazetteer(Table(made.path))
    entry = gazetteer.candidates("Tell el-Wardan")[0].entry
    assert (entry.id, entry.name, entry.kind, entry.population) == (
        "geonames:1",
        "Tall Wardān",
        "village",
        1_200,
    )
    assert (entry.country, entry.admin1) == ("SY", "Northern Province")
    assert gazetteer.candidates("TWR") == ()
    assert gazetteer.candidates("Wardan Airfield")[0].entry.kind == "airport"


def test_a_table_of_divisions_gives_their_names(tmp_path: Path) -> None:
    (tmp_path / "admin1.txt").write_text("SY.09\tNorth\tNorth\t2\n", "utf-8")
    (tmp_path / "SY.txt").write_text(line(1, "Tall Wardān"), "utf-8")
    made = import_geonames(tmp_path / "SY.txt", tmp_path / "a.places", divisions=tmp_path / "admin1.txt")
    assert Gazetteer(Table(made.path)).candidates("Tal Wardan")[0].entry.admin1 == "North"


def test_a_file_that_is_no_dump_is_refused_by_name_and_line(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("Dear all,\n", "utf-8")
    with pytest.raises(DataError, match=r"notes\.txt, line 1: 1 columns.*download a dump"):
        import_geonames(tmp_path / "notes.txt", tmp_path / "a.places")
    assert not (tmp_path / "a.places").exists()


@pytest.mark.parametrize(
    ("content", "message"),
    [(b"PK\x03\x04 cut", "no whole zip file"), (b"", "no place in it|no whole zip file")],
)
def test_a_damaged_zip_is_refused(tmp_path: Path, content: bytes, message: str) -> None:
    (tmp_path / "SY.zip").write_bytes(content)
    with pytest.raises(DataError, match=message):
        import_geonames(tmp_path / "SY.zip", tmp_path / "a.places")


def test_a_missing_dump_is_an_error_that_names_it(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"SY\.zip"):
        import_geonames(tmp_path / "SY.zip", tmp_path / "a.places")


def test_a_failed_import_leaves_the_old_gazetteer(tmp_path: Path) -> None:
    into = tmp_path / "a.places"
    import_geonames(write_zip(tmp_path, DUMP), into)
    (tmp_path / "empty.txt").write_text("", "utf-8")
    with pytest.raises(DataError):
        import_geonames(tmp_path / "empty.txt", into)
    assert Gazetteer(Table(into)).candidates("Tal Wardan")
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith("places-")] == []


def test_a_store_finds_the_gazetteer_beside_it(tmp_path: Path) -> None:
    store = tmp_path / "war.db"
    assert own_gazetteer(store) is None
    import_geonames(write_zip(tmp_path, DUMP), gazetteer_beside(store))
    assert own_gazetteer(store) == tmp_path / "war.places"


def test_a_file_cut_short_is_refused(tmp_path: Path) -> None:
    made = import_geonames(write_zip(tmp_path, DUMP), tmp_path / "a.places")
    made.path.write_bytes(made.path.read_bytes()[:-3])
    with pytest.raises(DataError, match="cut short"):
        Table(made.path)


@given(st.floats(0.5, 7_000))
def test_a_radius_is_kept_to_a_twentieth(km: float) -> None:
    assert radius_of(radius_code(km)) == pytest.approx(km, rel=0.05)


NAMES = st.text(st.characters(categories=["Lu", "Ll"], max_codepoint=0x24F), min_size=3, max_size=12)


@given(st.lists(st.tuples(NAMES, st.floats(-90, 90), st.floats(-180, 180)), min_size=1, max_size=20))
def test_whatever_is_written_is_found_at_its_point(
    tmp_path_factory: pytest.TempPathFactory, places: list[tuple[str, float, float]]
) -> None:
    path = tmp_path_factory.mktemp("gazetteer") / "own.places"
    with Writer(path, "test") as writer:
        for number, (name, lat, lon) in enumerate(places, start=1):
            writer.add(Place(name, [], "town", lat, lon, "SY", number=number))
        writer.finish({})
    gazetteer = Gazetteer(Table(path))
    for number, (name, lat, lon) in enumerate(places, start=1):
        entry = next(one.entry for one in gazetteer.candidates(name) if one.entry.id == f"geonames:{number}")
        assert (entry.lat, entry.lon) == pytest.approx((lat, lon), abs=1e-4)
