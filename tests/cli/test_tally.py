"""What a user sees of tallies, revision lines, agreements and control."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from counterclaim.store import Store
from tests.cli.conftest import EXAMPLES, Run
from tests.command import run_command

FIRST = "A blast hit a bakery in Quetta on 3 May 2021. The Coast Monitor said 43 people were killed.\n"
SECOND = "A blast hit a bakery in Quetta on 3 May 2021. The Coast Monitor said 70 people were killed.\n"


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of the example page, read once for all tests here."""
    store = tmp_path_factory.mktemp("tally") / "page.db"
    run_command(store.parent, "read", EXAMPLES / "deir-ez-zor.txt", "--store", store)
    return store


@pytest.fixture(scope="module")
def strike(page: Path) -> str:
    """The code of the page's air strike."""
    with Store.open(page, read_only=True) as store:
        return next(one.code for one in store.incidents() if one.kind == "air_strike")


def test_the_tallies_of_an_incident_name_profile_range_and_the_words_behind_each_end(
    run: Run, page: Path, strike: str
) -> None:
    shown = run("tally", strike, "--store", page, "--format", "text").stdout
    for words in (
        "Tallies by accounts.v1",
        "Tallies by ucdp-like.v2",
        "62–83 killed (Syrian soldiers)",
        "high 83: Syrian Observatory for Human Rights “put the death toll at 83” (deir-ez-zor)",
        "120+ wounded",
        "low and best 62: US-led coalition",
        "note: combatants only: the incident is not counted",
        "suggested grade Discounted",
    ):
        assert words in shown


def test_show_prints_the_tally_of_the_accounts(run: Run, page: Path, strike: str) -> None:
    shown = run("show", strike, "--store", page, "--format", "text").stdout
    assert "Tallies by accounts.v1" in shown
    assert "low 62: US-led coalition" in shown


def test_one_profile_as_json_has_every_claim_with_its_sentence(run: Run, page: Path, strike: str) -> None:
    (line,) = run("tally", strike, "--store", page, "--profile", "ucdp-like").stdout.splitlines()
    result = json.loads(line)
    assert (result["incident"], result["profile"], result["settings"]) == (strike, "ucdp-like.v2", "none")
    behind = set(result["tallies"][0]["low"]["claims"])
    steps = [step for step in result["trace"] if step["claim"] in behind]
    assert len(steps) == len(behind) > 0
    assert all(step["quote"] in step["sentence"] for step in steps)


def test_without_a_code_all_incidents_are_listed_and_added_up(run: Run, page: Path, strike: str) -> None:
    shown = run("tally", "--store", page, "--profile", "airwars-like", "--format", "text").stdout
    assert strike in shown
    assert "3 killed (civilians) in 1 incident" in shown


def test_ratings_come_from_a_file_and_bad_ones_say_what_is_wrong(
    run: Run, page: Path, strike: str, tmp_path: Path
) -> None:
    settings = tmp_path / "settings.toml"
    settings.write_text(
        '[[ratings]]\nspeaker = "SOHR"\nreliability = "likely_unreliable"\nauthor = "A. Coder"\ndate = "2026-01-05"\n'
    )
    command = ("tally", strike, "--store", page, "--profile", "ucdp-like", "--format", "text")
    shown = run(*command, "--settings", settings).stdout
    assert "under settings" in shown
    assert "is rated likely unreliable by A. Coder on 2026-01-05" in shown
    settings.write_text("ratings = 5\n")
    assert "docs/method/reconciliation.md" in run(*command, "--settings", settings, code=1).stderr


def test_the_profiles_can_be_listed(run: Run) -> None:
    listed = run("tally", "--list").stdout
    for name in (
        "accounts.v1",
        "ucdp-like.v2",
        "airwars-like.v2",
        "ibc-like.v2",
        "acled-like.v2",
        "gtd-like.v2",
    ):
        assert name in listed


def test_a_revised_toll_is_shown_as_a_line(run: Run, tmp_path: Path) -> None:
    for day, words in (("2021-05-03", FIRST), ("2021-05-04", SECOND)):
        (tmp_path / f"{day}.txt").write_text(words)
        run("read", f"{day}.txt", "--published", day, "--store", "r.db")
    incidents = [json.loads(line) for line in run("incidents", "--store", "r.db").stdout.splitlines()]
    shown = run("show", incidents[0]["code"], "--store", "r.db", "--format", "text").stdout
    assert (
        "REVISED: Coast Monitor, killed: 43 (3 May 2021, 2021-05-03) → 70 (4 May 2021, 2021-05-04)" in shown
    )
    assert "70 killed" in shown.split("Tallies by")[1]


def test_agreements_and_control_are_shown_as_lines_in_time(run: Run, page: Path, strike: str) -> None:
    deals = run("lines", "agreements", "--store", page, "--format", "text").stdout
    assert "for seven days" in deals
    control = run("lines", "control", "--place", "Deir ez-Zor", "--store", page, "--format", "text").stdout
    assert "seizes (ISIS)" in control
    assert (
        "no claim tells of control of Atlantis"
        in run("lines", "control", "--place", "Atlantis", "--store", page).stderr
    )
