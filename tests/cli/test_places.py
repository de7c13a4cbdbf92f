"""What a user sees of `counterclaim places`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from counterclaim.annotate.finding import find_candidates
from counterclaim.gazetteer import load_gazetteer
from tests.cli.conftest import Run


def test_find_prints_candidates_with_coordinates_and_precision(run: Run) -> None:
    rows = [json.loads(line) for line in run("places", "find", "Deir Ezzor").stdout.splitlines()]
    first = rows[0]["place"]
    assert (first["name"], first["country"], first["precision"]) == ("Deir ez-Zor", "SY", 1)
    assert rows[0]["probability"] >= rows[1]["probability"]


@pytest.mark.parametrize(
    ("spelling", "name"),
    [
        ("Deir al-Zour", "Deir ez-Zor"),
        ("Dayr az Zawr", "Deir ez-Zor"),
        ("Deir Azzor", "Deir ez-Zor"),
        ("Kamishly", "Al Qāmishlī"),
        ("Al-Qāmishlī", "Al Qāmishlī"),
        ("Khan Sheikhoun", "Khān Shaykhūn"),
        ("Khan Shaykhun", "Khān Shaykhūn"),
    ],
)
def test_a_place_is_found_however_its_name_is_transliterated(spelling: str, name: str) -> None:
    assert find_candidates(spelling, None, load_gazetteer())[0].place.name == name


def test_near_settles_which_namesake_is_meant(run: Run) -> None:
    first = json.loads(run("places", "find", "Paris", "--near", "Texas").stdout.splitlines()[0])["place"]
    assert (first["country"], first["admin1"]) == ("US", "Texas")
    assert "in Texas" in first["why"]


def test_an_unknown_name_points_to_a_larger_gazetteer(run: Run) -> None:
    for form in ("table", "jsonl"):
        assert "places import" in run("places", "find", "Qwrtzblk", "--format", form).stderr


def test_an_imported_dump_is_used_for_documents_read_into_its_store(run: Run, tmp_path: Path) -> None:
    cells = ["77", "Qzarvat", "Qzarvat", "", "36.5", "37.5", "P", "PPL", "SY", "", "09"]
    cells += ["", "", "", "900", "", "350", "Asia/Damascus", "2020-01-01"]
    (tmp_path / "SY.txt").write_text("\t".join(cells) + "\n", "utf-8")
    (tmp_path / "wire.txt").write_text("Shells killed three people in the village of Qzarvat.\n", "utf-8")
    query = "SELECT gazetteer_id FROM claims WHERE place LIKE '%Qzarvat%'"
    run("read", "wire.txt", "--store", "war.db")
    assert "geonames:77" not in run("query", query, "--store", "war.db").stdout
    assert "1 places" in run("places", "import", "SY.txt", "--store", "war.db").stderr
    run("read", "wire.txt", "--store", "war.db")
    assert "geonames:77" in run("query", query, "--store", "war.db").stdout


def test_a_wrong_file_is_refused_with_the_next_step(run: Run, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("Dear all,\n", "utf-8")
    done = run("places", "import", "notes.txt", code=1)
    assert "notes.txt, line 1" in done.stderr
    assert "allCountries.zip" in done.stderr
