"""`counterclaim dates` says what a phrase means and how it knows."""

import json

from click.testing import CliRunner

from counterclaim.cli.main import cli


def run(*words: str) -> str:
    result = CliRunner().invoke(cli, ["dates", *words])
    assert result.exit_code == 0, result.output
    return result.output


def test_a_weekday_is_read_against_the_day_of_publication() -> None:
    lines = run("late Thursday", "--published", "2016-09-18", "--format", "text").splitlines()
    assert lines == [
        "Kind: date",
        "EDTF: 2016-09-15",
        "In words: 15 September 2016",
        "Precision: day known (UCDP date_prec 1)",
        "Basis: resolved against 2016-09-18",
    ]


def test_a_year_nobody_states_is_said_to_be_missing() -> None:
    assert "Precision: day known, year not stated\n" in run("September 17", "--format", "text")


def test_what_is_to_come_and_the_part_of_the_day_are_kept() -> None:
    out = json.loads(run("Friday night", "--published", "2016-09-18", "--to-come", "--format", "jsonl"))
    assert (out["edtf"], out["kind"], out["part"], out["date_prec"]) == ("2016-09-23", "time", "NI", 1)


def test_words_that_are_no_time_and_a_bad_day_are_told_apart() -> None:
    assert "Basis: not read as a time" in run("the hospital", "--format", "text")
    result = CliRunner().invoke(cli, ["dates", "today", "--published", "yesterday"])
    assert result.exit_code != 0
    assert "is no publication date" in str(result.exception)
