"""The how-to's examples print what they say."""

from __future__ import annotations

from pathlib import Path

from tests.console import ROOT, console_examples, run_examples


def test_every_console_example_prints_what_it_says(tmp_path: Path) -> None:
    howto = (ROOT / "docs" / "howto" / "import.md").read_text("utf-8")
    assert run_examples(howto, tmp_path) == console_examples(howto)
