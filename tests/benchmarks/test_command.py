"""The commands' conventions: a table, floors that fail the run, and a clear word where something is missing."""

from __future__ import annotations

import argparse
import doctest
import importlib
import json
from pathlib import Path
from typing import Any

import pytest

from benchmarks.quality import command
from benchmarks.quality.corpora import MissingError

RESULT: dict[str, dict[str, Any]] = {
    "figures": {"p": 80.0, "r": 60.0, "f1": 68.6, "gold": 10, "pred": 8},
    "speakers": {"percent": 75.0, "n": 4},
}
MODULES = "ceaf claims command corpora geo geo_corpora geo_peers isaf muc4 muc4_entities muc4_humans muc4_keys polnear polnear_corpus polnear_credits polnear_scores re3d reading scores".split()


def run(
    monkeypatch: pytest.MonkeyPatch, folder: Path, floors: dict[str, Any], *words: str, whole: bool = True
) -> int:
    path = folder / "floors.json"
    path.write_text(json.dumps({"planted": floors}), "utf-8")
    monkeypatch.setattr(command, "FLOORS", path)
    options = command.parser_of("Planted.", ("dev", "test")).parse_args([str(folder), *words])
    return command.judge("planted", options, lambda _folder, _split: RESULT, whole=whole)


@pytest.mark.parametrize(
    ("floors", "code"),
    [
        ({}, 0),
        ({"dev": {"figures": 68.6, "speakers": 75.0}}, 0),
        ({"dev": {"figures": 68.7}}, 1),
        ({"dev": {"speakers": 75.1}}, 1),
        ({"dev": {"renamed since": 10.0}}, 1),
        ({"test": {"figures": 99.0}}, 1),  # without --split, every split that has floors
    ],
)
def test_a_measure_below_its_floor_fails_the_run(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, floors: dict[str, Any], code: int
) -> None:
    assert run(monkeypatch, tmp_path, floors) == code


def test_a_failure_says_which_measure_and_how_far(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(monkeypatch, tmp_path, {"dev": {"figures": 70.0}})
    assert "dev figures: 68.6 is below the floor of 70.0" in capsys.readouterr().err


def test_floors_of_measures_that_were_not_asked_for_wait(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    floors = {"dev": {"the other system": 99.0}}
    assert run(monkeypatch, tmp_path, floors, whole=False) == 0
    assert run(monkeypatch, tmp_path, {"dev": {"figures": 99.0}}, whole=False) == 1


def test_the_table_has_a_line_for_each_measure(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(monkeypatch, tmp_path, {"test": {"figures": 60.0}}, "--split", "test")
    head, figures, speakers = capsys.readouterr().out.splitlines()
    assert head.split() == ["test", "P", "R", "F1", "share", "floor", "gold", "read"]
    assert figures.split() == ["figures", "80.0", "60.0", "68.6", "60.0", "10", "8"]
    assert speakers.split() == ["speakers", "75.0", "4"]


def test_json_gives_a_line_for_each_split(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(monkeypatch, tmp_path, {}, "--json")
    assert json.loads(capsys.readouterr().out) == {"split": "dev", **RESULT}


def test_an_absent_corpus_is_skipped_and_a_missing_file_is_an_error(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    options = argparse.Namespace(folder=tmp_path, split="test", json=False)
    assert command.skipped(options, "corpora/planted")
    assert capsys.readouterr().out == f"skipped: no corpora/planted at {tmp_path}\n"

    def lacks(folder: Path, split: str) -> dict[str, Any]:
        raise MissingError(f"no file like *{split}.txt in {folder}")

    assert command.judge("planted", options, lacks) == 2
    assert "no file like *test.txt" in capsys.readouterr().err


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_in_the_benchmarks_hold(name: str) -> None:
    assert doctest.testmod(importlib.import_module(f"benchmarks.quality.{name}")).failed == 0
