"""Rulings on incidents, as a person makes them."""

from __future__ import annotations

import json

import pytest

from tests.cli.conftest import EXAMPLES, Run

STORE = ("--store", "s.db")
SIGNED = ("--who", "Ana", "--why", "read both pages", *STORE)


@pytest.fixture
def codes(run: Run) -> list[str]:
    """The incidents of two pages, the one with most claims first."""
    run("read", EXAMPLES / "hadira-bulletin.txt", EXAMPLES / "hadira-wire.txt", *STORE)
    listed = run("incidents", *STORE, "--all", "--format", "jsonl").stdout.splitlines()
    found = sorted(map(json.loads, listed), key=lambda incident: (-len(incident["claims"]), incident["code"]))
    return [str(incident["code"]) for incident in found]


def test_merged_incidents_keep_a_code_and_undoing_gives_the_other_back(run: Run, codes: list[str]) -> None:
    first, second, *_ = codes
    assert f"was {second}" in run("rule", "merge", first, second, *SIGNED).stdout
    shown = run("show", second, *STORE, "--format", "text").stdout
    assert shown.startswith(first)
    assert "Ana ruled so" in shown
    undone = run("rule", "undo", "1", *SIGNED).stdout
    assert first in undone
    assert f"{second}  " in undone
    listed = run("rule", "list", *STORE, "--format", "table").stdout
    assert "read both pages" in listed
    assert "undo 1" in listed


def test_what_a_document_says_can_be_taken_out_of_an_incident(run: Run, codes: list[str]) -> None:
    told = [
        json.loads(line) for line in run("show", codes[0], *STORE, "--format", "jsonl").stdout.splitlines()
    ]
    assert {one["doc"] for one in told} == {"hadira-bulletin", "hadira-wire"}
    split = run("rule", "split", codes[0], "hadira-wire", *SIGNED).stdout.splitlines()
    assert len(split) >= 3
    assert split[1].startswith("CC-")
    left = [
        json.loads(line) for line in run("show", codes[0], *STORE, "--format", "jsonl").stdout.splitlines()
    ]
    assert len({one["doc"] for one in left}) == 1


def test_a_ruling_on_one_incident_or_an_unknown_claim_is_refused(run: Run, codes: list[str]) -> None:
    assert "two incidents at least" in run("rule", "merge", codes[0], *SIGNED, code=1).stderr
    assert "no claim or document 'nope'" in run("rule", "split", codes[0], "nope", *SIGNED, code=1).stderr
    assert run("rule", "list", *STORE, "--format", "jsonl").stdout == ""
