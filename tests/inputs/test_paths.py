"""Every path gives a reading: files in order, and a reason for what cannot be opened."""

import os
from io import BytesIO
from pathlib import Path

import pytest

from counterclaim.inputs.inputs import read_inputs
from counterclaim.inputs.readings import Reading


def origins(readings: list[Reading], root: Path) -> list[str]:
    return [os.path.relpath(reading.origin, root) for reading in readings]


def code(reading: Reading) -> str:
    (issue,) = reading.issues
    assert reading.document is None
    assert issue.severity == "error"
    return issue.code


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "deep" / "er").mkdir(parents=True)
    for name in ("b.txt", "a.txt", "deep/er/c.txt", ".hidden", "deep/.hidden.txt"):
        (tmp_path / name).write_text(f"The story of {name}.", "utf-8")
    return tmp_path


def test_a_folder_is_read_to_its_depth_sorted_and_without_hidden_files(folder: Path) -> None:
    readings = list(read_inputs([str(folder)]))
    assert origins(readings, folder) == ["a.txt", "b.txt", "deep/er/c.txt"]
    assert all(reading.document for reading in readings)


def test_a_pattern_names_files_in_order(folder: Path) -> None:
    assert origins(list(read_inputs([f"{folder}/**/[bc].txt"])), folder) == ["b.txt", "deep/er/c.txt"]


def test_a_file_named_like_a_pattern_is_that_file(tmp_path: Path) -> None:
    (tmp_path / "raid [update].txt").write_text("Two died.", "utf-8")
    (reading,) = read_inputs([str(tmp_path / "raid [update].txt")])
    assert reading.document is not None
    assert reading.document.doc == "raid [update]"


@pytest.mark.parametrize("name", ["nowhere.txt", "*.nothing", "x" * 5000, "nul\0byte"])
def test_a_path_that_leads_nowhere_is_said_to_be_missing(tmp_path: Path, name: str) -> None:
    (reading,) = read_inputs([f"{tmp_path}/{name}"])
    assert code(reading) == "input.missing"


def test_a_folder_without_files_is_said_to_hold_none(tmp_path: Path) -> None:
    (reading,) = read_inputs([str(tmp_path)])
    assert code(reading) == "input.missing"


def test_bad_inputs_do_not_stop_the_good_one_after_them(folder: Path) -> None:
    (folder / "broken-link.txt").symlink_to(folder / "gone.txt")
    (folder / "deep" / "loop").symlink_to(folder)
    os.mkfifo(folder / "pipe")
    readings = list(read_inputs([str(folder / "gone.txt"), str(folder)]))
    found = dict(zip(origins(readings, folder), readings, strict=True))
    assert code(found["gone.txt"]) == "input.missing"
    assert code(found["broken-link.txt"]) == "input.unreadable"
    assert code(found["deep/loop"]) == "input.unreadable"
    assert code(found["pipe"]) == "input.unreadable"
    assert sum(reading.document is not None for reading in readings) == 3


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_without_permission_is_unreadable(folder: Path) -> None:
    (folder / "a.txt").chmod(0)
    (reading,) = read_inputs([str(folder / "a.txt")])
    assert code(reading) == "input.unreadable"


def test_a_file_that_fails_while_it_is_read_is_unreadable(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(self: Path, mode: str = "r") -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(Path, "open", fail)
    (reading,) = read_inputs([str(folder / "a.txt")])
    assert code(reading) == "input.unreadable"
    assert "Input/output error" in reading.issues[0].message


def test_a_dash_reads_what_is_piped_in() -> None:
    (reading,) = read_inputs(["-"], stdin=BytesIO("Zwei Männer starben.\nEiner floh.".encode()))
    assert reading.document is not None
    assert (reading.document.doc, reading.origin) == ("stdin", "-")
    assert reading.document.text == "Zwei Männer starben.\nEiner floh."


def test_a_dash_knows_a_table_by_its_first_row() -> None:
    piped = b'{"doc": "a", "text": "One died."}\n{"doc": "b", "text": "Two died."}\n'
    readings = list(read_inputs(["-"], stdin=BytesIO(piped)))
    assert [reading.document and reading.document.doc for reading in readings] == ["a", "b"]
    assert [reading.origin for reading in readings] == ["-#1", "-#2"]


def test_a_dash_without_anything_piped_in_is_missing() -> None:
    (reading,) = read_inputs(["-"], stdin=None)
    assert code(reading) == "input.missing"


def test_a_file_name_that_is_no_utf8_can_still_be_stored(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    Path(os.fsdecode(path)).write_text("One died.", "utf-8")
    (reading,) = read_inputs([os.fsdecode(path)])
    assert reading.document is not None
    assert reading.document.doc == "caf\ufffd"
    assert reading.origin.encode().endswith("caf\ufffd.txt".encode())


def test_one_document_at_a_time_is_read(folder: Path) -> None:
    readings = read_inputs([str(folder)])
    next(readings)
    (folder / "b.txt").write_text("Changed later.", "utf-8")
    later = next(readings)
    assert later.document is not None
    assert later.document.text == "Changed later."
