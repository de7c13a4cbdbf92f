"""What a user sees of a store: incidents, show, query, check, and errors."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import EXAMPLES, Run


@pytest.fixture
def code(run: Run) -> str:
    """The seed page's air strike, in a store of its own."""
    run("read", EXAMPLES / "deir-ez-zor.txt", "--store", "s.db")
    incidents = [json.loads(line) for line in run("incidents", "--store", "s.db").stdout.splitlines()]
    strikes = [incident for incident in incidents if incident["kind"] == "air_strike"]
    return str(strikes[0]["code"])


def test_an_incident_shows_its_accounts_side_by_side_and_the_contradiction(run: Run, code: str) -> None:
    shown = run("show", code, "--store", "s.db", "--format", "text").stdout
    for words in (
        "at least 62 killed",
        "83 killed",
        "at least 120 wounded",
        "US-led coalition",
        "Russian military",
    ):
        assert words in shown
    assert "CONTRADICTS" in shown
    assert "no confirmed cases of US air strikes targeting Syrian troops" in shown


def test_an_unknown_code_says_so_and_fails(run: Run, code: str) -> None:
    assert "CC-NOWHERE" in run("show", "CC-NOWHERE", "--store", "s.db", code=1).stderr


@pytest.mark.parametrize("form", ["table", "jsonl", "csv"])
def test_figures_can_be_asked_for_in_sql(run: Run, code: str, form: str) -> None:
    sql = "SELECT speaker, low, high FROM figures WHERE harm = 'killed' AND low >= 62 ORDER BY low, speaker"
    answered = run("query", sql, "--store", "s.db", "--format", form).stdout
    assert "Syrian Observatory for Human Rights" in answered
    assert "83" in answered


def test_a_query_cannot_change_the_store(run: Run, code: str) -> None:
    assert "counterclaim:" in run("query", "DELETE FROM claims", "--store", "s.db", code=1).stderr
    assert "sound" in run("check", "--store", "s.db").stdout


def test_a_missing_store_is_an_error_with_its_path(run: Run, tmp_path: Path) -> None:
    assert "none.db" in run("incidents", "--store", "none.db", code=1).stderr
    assert not (tmp_path / "none.db").exists()


def test_help_names_every_command(run: Run) -> None:
    shown = run("--help").stdout
    for name in ("read", "incidents", "show", "query", "issues", "check", "serve"):
        assert name in shown
