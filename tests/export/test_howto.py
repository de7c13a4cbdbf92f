"""The how-to names every reason for a refusal, and its examples print what they say."""

from __future__ import annotations

from pathlib import Path

from counterclaim.core.patterns import pattern
from tests.console import ROOT, console_examples, run_examples

HOWTO = (ROOT / "docs" / "howto" / "export.md").read_text("utf-8")
RAISED = pattern(r'RefusedError\(\s*"(?P<reason>[a-z_]+)"')
LISTED = pattern(r"`(?P<reason>[a-z_]+)`")


def test_every_reason_for_a_refusal_is_explained_and_no_other() -> None:
    sources = "".join(
        path.read_text("utf-8") for path in sorted((ROOT / "counterclaim" / "export").glob("*.py"))
    )
    raised = {match["reason"] for match in RAISED.finditer(sources)}
    table = HOWTO.partition("| reason |")[2].partition("\n\n")[0]
    first_cells = " ".join(line.split("|")[1] for line in table.splitlines()[2:])
    assert {match["reason"] for match in LISTED.finditer(first_cells)} == raised


def test_every_console_example_prints_what_it_says(tmp_path: Path) -> None:
    assert run_examples(HOWTO, tmp_path) == console_examples(HOWTO)
