"""What the tutorial and the how-to pages print is what the program prints."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.console import ROOT, console_examples, run_examples

PAGES = ("tutorial/first-page.md", "howto/ged.md", "howto/review.md")


@pytest.mark.parametrize("page", PAGES)
def test_every_console_example_of_the_page_prints_what_it_says(page: str, tmp_path: Path) -> None:
    markdown = (ROOT / "docs" / page).read_text("utf-8")
    expected = console_examples(markdown)
    assert len(expected) >= 2
    assert run_examples(markdown, tmp_path) == expected
