"""The examples of the how-to for programs print what they say, against a server on this machine."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import counterclaim
from counterclaim.web.api.described import ERRORS, OPERATIONS
from counterclaim.web.app import create_app
from tests.console import ROOT, console_examples
from tests.library.conftest import FIRST, SECOND
from tests.library.test_docs import blocks
from tests.web.conftest import serving

HOWTO = (ROOT / "docs" / "howto" / "api.md").read_text("utf-8")
REFERENCE = (ROOT / "docs" / "reference" / "api.md").read_text("utf-8")
NEEDS_CURL = pytest.mark.skipif(shutil.which("curl") is None, reason="curl is not installed")
QUOTES = ["3 soldiers were killed", "killed 14 soldiers", "killed two children"]


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """$SITE leads to a store of two small texts."""
    folder = tmp_path_factory.mktemp("api")
    with counterclaim.open_store(folder / "my.db") as store:
        store.add(FIRST, doc="first", outlet="Coast Post", published="2016-05-04")
        store.add(SECOND, doc="second", published="2016-05-10")
    with serving(create_app(folder / "my.db")) as address:
        path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
        yield {**os.environ, "SITE": address, "PATH": path}


def run(command: list[str], environment: dict[str, str], folder: Path) -> str:
    done = subprocess.run(
        command, capture_output=True, encoding="utf-8", env=environment, cwd=folder, timeout=60
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@NEEDS_CURL
@pytest.mark.parametrize(("line", "printed"), console_examples(HOWTO))
def test_every_console_example_prints_what_it_says(
    line: str, printed: str, environment: dict[str, str], tmp_path: Path
) -> None:
    assert run(["sh", "-c", line], environment, tmp_path).rstrip() == printed.rstrip()


@NEEDS_CURL
def test_both_ways_of_paging_give_every_row(environment: dict[str, str], tmp_path: Path) -> None:
    [script] = blocks(HOWTO, "python")
    loop = next(block for block in blocks(HOWTO, "sh") if "while" in block)
    for command in ([sys.executable, "-c", script], ["sh", "-c", loop]):
        assert sorted(run(command, environment, tmp_path).splitlines()) == QUOTES


def test_the_reference_lists_every_address_and_problem() -> None:
    for one in OPERATIONS:
        assert f"| `{one.path}` | {one.summary} |" in REFERENCE
    for status, about in ERRORS.items():
        assert f"| {status} | {about} |" in REFERENCE
