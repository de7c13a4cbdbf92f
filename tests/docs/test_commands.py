"""Every command of an `sh` block works, and every other block has a test or a reason why not.

Commands are run in this process, page by page, in a folder with the files that the page names.
"""

from __future__ import annotations

import shlex
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import httpx2
import pytest
import uvicorn
from click.testing import CliRunner
from fastapi.testclient import TestClient

from counterclaim.cli.main import cli
from counterclaim.inputs.fetch import readings
from counterclaim.inputs.fetch.fetcher import Fetcher
from counterclaim.inputs.limits import Limits
from tests.console import ROOT
from tests.docs.blocks import NOT_RUN, PAGES, TESTS, block, blocks, commands
from tests.docs.planted import HTML, NEWS, plant
from tests.llm.conftest import Server, server

__all__ = ["server"]  # a fixture


@pytest.mark.parametrize("page", PAGES)
def test_every_block_has_a_test_or_a_reason_why_not(page: str) -> None:
    for language, _ in blocks(page):
        test = TESTS.get((page, language))
        if test is None:
            assert language in NOT_RUN or language == "sh", (
                f"{page} has a block of {language} that nothing runs"
            )
        else:
            assert Path(page).name in (ROOT / "tests" / test).read_text("utf-8"), f"{test} names no {page}"


def ask(request: httpx2.Request) -> httpx2.Response:
    """Every address has one page, and no robots.txt."""
    if request.url.path == "/robots.txt":
        return httpx2.Response(404, stream=httpx2.ByteStream(b""))
    return httpx2.Response(
        200, headers={"content-type": "text/html"}, stream=httpx2.ByteStream(HTML.encode())
    )


def fetcher(limits: Limits) -> Fetcher:
    return Fetcher(
        limits, resolve=lambda *_: ["93.184.216.34"], transport=lambda _: httpx2.MockTransport(ask)
    )


def visit(app: Any, **_: Any) -> None:
    """Instead of serving: the first page is there."""
    assert TestClient(app, base_url="http://localhost").get("/").status_code == 200


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, server: Server) -> Path:
    """Where commands run: no server waits for visitors, no other machine is asked, a model answers in a thread."""
    settings = block("howto/llm.md", "toml").replace("http://127.0.0.1:8080/v1", server.url)
    (tmp_path / "settings.toml").write_text(settings, "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COUNTERCLAIM_SETTINGS", "settings.toml")
    monkeypatch.setattr(uvicorn, "run", visit)
    monkeypatch.setattr("webbrowser.open", lambda _: True)
    monkeypatch.setattr(readings, "Fetcher", fetcher)
    return tmp_path


@pytest.mark.parametrize("page", [page for page in PAGES if commands(page)])
def test_every_command_of_the_page_works(page: str, folder: Path) -> None:
    plant(page, folder)
    for line in commands(page):
        words = shlex.split(line, comments=True)
        if words[:2] == ["pip", "install"]:
            assert_is_an_extra(words[2])
        else:
            assert words[0] == "counterclaim", line
            run(words[1:])


def assert_is_an_extra(package: str) -> None:
    """`counterclaim[NAME]`, which the test does not install, has a NAME that the project knows."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert package.partition("[")[2].removesuffix("]") in project["optional-dependencies"]


def run(words: Sequence[str]) -> None:
    """A command without its name; `> FILE` at its end is understood. A store that it only reads is made before."""
    store = Path(words[words.index("--store") + 1]) if "--store" in words else None
    if store is not None and not store.exists() and words[0] not in ("read", "import", "fetch"):
        Path("note.txt").write_text(f"{NEWS}\nLina Saad told the Harbour Wire so.\n")
        run(
            [
                "read",
                "note.txt",
                "--outlet",
                "Harbour Wire",
                "--published",
                "2016-05-04",
                "--store",
                str(store),
            ]
        )
    target = words[-1] if words[-2] == ">" else None
    done = CliRunner().invoke(cli, words[:-2] if target else words, catch_exceptions=False)
    assert done.exit_code == 0, done.output
    if target is not None:
        Path(target).write_text(done.stdout, "utf-8")
        assert done.stdout
