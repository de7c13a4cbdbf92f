"""What a user sees of files other than text, of caps, columns and fetching."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

from tests.cli.conftest import Run

WIRE = "Shells hit the market in Dorel on Monday, killing at least 12 people, the health ministry said."
PAGE = f"<html><head><title>Market hit</title></head><body><p>{WIRE}</p><p>{'Nobody else spoke of it. ' * 9}</p></body></html>"


def test_a_folder_of_pages_mails_and_tables_is_read_in_one_go(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.html").write_text(PAGE, "utf-8")
    (folder / "b.csv").write_text(f'id,remark\n7,"{WIRE}"\n', "utf-8")
    (folder / "c.eml").write_text(
        f"From: a@b.example\nTo: c@d.example\nSubject: Raid\nDate: Wed, 13 Mar 2024 09:00:00 +0000\n\n{WIRE}\n",
        "utf-8",
    )
    with zipfile.ZipFile(folder / "d.zip", "w") as packed:
        packed.writestr("e.txt", WIRE)
    done = run("read", "in", "--column", "text=remark", "--store", "s.db")
    sheets = [json.loads(line) for line in done.stdout.splitlines()]
    assert [sheet["doc"] for sheet in sheets] == ["a", "7", "c", "e"]
    assert all(any(claim["type"] == "casualty" for claim in sheet["claims"]) for sheet in sheets)
    assert sheets[2]["document"]["published"] == "2024-03-13"
    again = run("read", "in", "--column", "text=remark", "--store", "s.db")
    assert "4 unchanged" in again.stderr


def test_a_cap_is_raised_on_the_command_line_and_an_unknown_one_lists_them(run: Run, tmp_path: Path) -> None:
    (tmp_path / "line.txt").write_text(WIRE, "utf-8")
    assert "--limit line_chars=" in run("read", "line.txt", "--limit", "line_chars=10", code=3).stderr
    assert "file_mib" in run("read", "line.txt", "--limit", "files=1", code=2).stderr
    assert "WHAT=NAME" in run("read", "line.txt", "--column", "words=x", code=2).stderr


def test_an_address_that_is_not_public_is_named_and_nothing_is_kept(run: Run, tmp_path: Path) -> None:
    done = run("fetch", "http://127.1/", "file:///etc/passwd", "--archive", "kept", code=3)
    assert "fetch.blocked" in done.stderr
    assert "fetch.address" in done.stderr
    assert done.stdout == ""
    assert not (tmp_path / "kept").exists()
