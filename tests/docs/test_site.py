"""The documentation site is made without a warning and holds every page."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from counterclaim import __version__
from counterclaim.cli.main import COMMANDS
from tests.console import ROOT

DOCS = ROOT / "docs"
LINK = re.compile(r"\]\(([^)#\s][^)\s]*)\)")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "sphinx", "-q", "-W", "--keep-going", "-b", "html"]
    made = subprocess.run(
        [*command, "-d", str(folder / "doctrees"), str(DOCS), str(folder / "html")],
        capture_output=True,
        encoding="utf-8",
        cwd=ROOT,
    )
    assert made.returncode == 0, made.stderr
    return folder / "html"


def test_every_page_of_the_documents_is_reached_from_the_first(site: Path) -> None:
    pages = {path.relative_to(DOCS).with_suffix("").as_posix() for path in DOCS.rglob("*.md")}
    assert {page for page in pages if not (site / f"{page}.html").exists()} == set()
    first = (site / "index.html").read_text("utf-8")
    assert {page for page in pages - {"index"} if f'href="{page}.html"' not in first} == set()


def test_every_link_between_files_leads_to_one() -> None:
    broken = [
        f"{path.relative_to(ROOT)}: {target}"
        for path in (*DOCS.rglob("*.md"), ROOT / "CHANGELOG.md")
        for target in LINK.findall(path.read_text("utf-8"))
        if "://" not in target and not (path.parent / target.partition("#")[0]).exists()
    ]
    assert broken == []


def test_the_reference_of_commands_has_every_command(site: Path) -> None:
    reference = (site / "reference" / "cli.html").read_text("utf-8")
    assert [name for name in COMMANDS if f"counterclaim-{name}" not in reference] == []


def test_the_site_asks_nobody_else_for_anything(site: Path) -> None:
    for page in site.rglob("*.html"):
        words = page.read_text("utf-8")
        for asked in ('src="http', 'src="//', 'rel="stylesheet" href="http', 'rel="preconnect"'):
            assert asked not in words, f"{page.name}: {asked}"


def test_the_citation_names_the_version_that_runs() -> None:
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text("utf-8"))
    assert citation["version"] == __version__
    assert citation["license"] == "Apache-2.0"
