"""Blocks of the documents that are no commands of ours: a dialogue, a script, a query, an address, settings."""

from __future__ import annotations

import json
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest
from click.testing import CliRunner
from fastapi.testclient import TestClient

import counterclaim
from counterclaim.cli.main import cli
from counterclaim.web.app import create_app
from tests.docs.blocks import block
from tests.docs.planted import NEWS


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("record.db", "demo.db"):
        with counterclaim.open_store(name) as store:
            store.add(NEWS, doc="note", outlet="Harbour Wire", published="2016-05-04")
    return tmp_path


def run(*words: str, given: str | None = None) -> str:
    done = CliRunner().invoke(cli, words, input=given, catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return done.output


def test_an_account_is_made_as_public_site_md_shows(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("click.testing._NamedTextIOWrapper.isatty", lambda _: True, raising=False)
    command, *shown = block("howto/public-site.md", "console").splitlines()
    printed = run(*command.split()[2:], given="correct horse battery\n" * 2)
    assert [line.rstrip() for line in printed.splitlines() if line.strip()] == shown


def test_the_script_of_review_md_finds_the_chain_whole_and_a_changed_decision(folder: Path) -> None:
    row = {"doc": "note", "quote": "killed 14 soldiers", "type": "casualty", "harm": "killed", "min": 14}
    (folder / "coded.jsonl").write_text(json.dumps(row))
    run("import", "claims", "coded.jsonl", "--who", "anna", "--store", "demo.db")
    script = block("howto/review.md", "python")
    assert "audit" in script
    whole = subprocess.run([sys.executable, "-c", script], capture_output=True, encoding="utf-8")
    assert whole.returncode == 0, whole.stderr
    broken = script.replace("found == ", "found != ")
    assert subprocess.run([sys.executable, "-c", broken], capture_output=True).returncode != 0


def test_the_query_of_llm_md_runs(folder: Path) -> None:
    assert (
        "column"
        not in run("query", block("howto/llm.md", "sql"), "--store", "demo.db", "--format", "csv").lower()
    )


def test_the_address_of_tables_md_is_a_list(folder: Path) -> None:
    page = TestClient(create_app(folder / "demo.db"), base_url="http://localhost").get(
        block("howto/tables.md", "text")
    )
    assert page.status_code == 200
    assert "SOHR" in page.text


def test_every_line_of_benchmarks_md_names_a_module_that_exists() -> None:
    lines = block("reference/benchmarks.md", "text").splitlines()
    assert len(lines) > 10
    assert [line for line in lines if find_spec(line.split()[2]) is None] == []


def test_the_settings_of_reconciliation_md_are_taken(folder: Path) -> None:
    (folder / "ratings.toml").write_text(block("method/reconciliation.md", "toml"), "utf-8")
    with counterclaim.open_store("demo.db") as store:
        code = store.incidents()[0].code
    told = ["--settings", "ratings.toml", "--format", "text"]
    assert "under settings" in run("tally", code, "--store", "demo.db", "--profile", "acled-like", *told)
