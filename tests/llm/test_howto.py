"""The how-to's settings can be read, its examples print what they say, its codes are those of the code."""

from __future__ import annotations

from pathlib import Path

import pytest

from counterclaim.core.patterns import pattern
from counterclaim.llm.settings import read_endpoint
from tests.console import ROOT, console_examples, run_examples

HOWTO = (ROOT / "docs" / "howto" / "llm.md").read_text("utf-8")
SETTINGS = HOWTO.partition("```toml\n")[2].partition("```")[0]
CODE = pattern(r"llm\.[a-z_]+")


def codes_in(text: str, quote: str) -> set[str]:
    return {
        match.group(0) for match in CODE.finditer(text) if text[match.start() - 1 : match.start()] == quote
    }


def test_the_settings_shown_are_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(SETTINGS, "utf-8")
    monkeypatch.setenv("COUNTERCLAIM_SETTINGS", str(path))
    monkeypatch.setenv("EXAMPLE_API_KEY", "sk-example-key")
    assert read_endpoint("local").model == "my-model"
    assert read_endpoint("hosted").timeout_s == 60


def test_every_console_example_prints_what_it_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "settings.toml").write_text(SETTINGS, "utf-8")
    monkeypatch.setenv("COUNTERCLAIM_SETTINGS", "settings.toml")
    expected = console_examples(HOWTO)
    assert expected
    assert run_examples(HOWTO, tmp_path) == expected


def test_every_code_is_explained() -> None:
    sources = "".join(
        path.read_text("utf-8") for path in sorted((ROOT / "counterclaim" / "llm").glob("*.py"))
    )
    assert codes_in(sources, '"') == codes_in(HOWTO, "`")
