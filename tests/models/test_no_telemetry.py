"""Reading leaves nothing in the user's cache folder: no device id, no queue of reports."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

READ = (
    "from counterclaim.models.reader import load_reader\n"
    "print(len(load_reader().tag(['Shells killed nine people in Goma.'], ['claims'])))"
)


def cache_after(code: str, folder: Path) -> list[Path]:
    unset = {name: value for name, value in os.environ.items() if not name.startswith("ORT_")}
    environment = {**unset, "XDG_CACHE_HOME": str(folder), "HOME": str(folder)}
    for name in ("CI", "TF_BUILD", "GITHUB_ACTIONS"):  # the library also holds back where it sees a build
        environment.pop(name, None)
    subprocess.run([sys.executable, "-c", code], env=environment, check=True, capture_output=True)
    return sorted(path for path in folder.rglob("*") if path.is_file())


def test_the_reader_leaves_no_file_behind(tmp_path: Path) -> None:
    assert cache_after(READ, tmp_path) == []
