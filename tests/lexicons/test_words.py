"""Cue and act words: the JSON that ships is what the YAML says."""

from __future__ import annotations

import importlib.util
from pathlib import Path

from counterclaim.lexicons.words import act_classes, act_names, cue_classes, cue_words

ROOT = Path(__file__).resolve().parents[2]


def test_the_shipped_word_lists_are_those_of_the_resources() -> None:
    spec = importlib.util.spec_from_file_location("build_words", ROOT / "resources" / "build_words.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    for name, text in module.build().items():
        assert (ROOT / "counterclaim" / "lexicons" / name).read_text("utf-8") == text, name


def test_a_reporting_verb_has_one_class() -> None:
    assert cue_classes()["denied"] == "deny"
    assert "are said to" in cue_words("hearsay")


def test_a_word_of_two_classes_takes_the_first() -> None:
    assert act_classes("events")["ambush"] == "armed_clash"
    assert "car bomb" in act_names("events")
