"""The README's console examples print what they say they print."""

from __future__ import annotations

from pathlib import Path

from tests.console import ROOT, console_examples, run_examples


def test_every_console_example_of_the_readme_prints_what_it_says(tmp_path: Path) -> None:
    markdown = (ROOT / "README.md").read_text("utf-8")
    expected = console_examples(markdown)
    assert len(expected) >= 3
    assert run_examples(markdown, tmp_path) == expected


def test_the_readme_names_only_files_and_make_targets_that_exist() -> None:
    markdown = (ROOT / "README.md").read_text("utf-8")
    links = [part.split(")")[0] for part in markdown.split("](")[1:]]
    assert [link for link in links if not (ROOT / link).exists()] == []
    makefile = (ROOT / "Makefile").read_text("utf-8")
    for target in ("demo", "test", "floors"):
        assert f"\n{target}:" in makefile
