"""The examples of the how-to run, and the reference names all filters."""

from __future__ import annotations

import doctest
from pathlib import Path

import pytest

from counterclaim.core.patterns import pattern
from counterclaim.store.select import LISTS
from tests.console import ROOT

HOWTO = (ROOT / "docs" / "howto" / "library.md").read_text("utf-8")
REFERENCE = (ROOT / "docs" / "reference" / "library.md").read_text("utf-8")
NAME = pattern(r"`(?P<name>[a-z_]+)`")


def blocks(markdown: str, language: str) -> list[str]:
    """The fenced blocks of one language, in order."""
    return [part.partition("```")[0] for part in markdown.split(f"```{language}\n")[1:]]


def test_every_example_of_the_howto_prints_what_it_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    examples = doctest.DocTestParser().get_doctest(
        "\n".join(blocks(HOWTO, "pycon")), {}, "docs/howto/library.md", None, 0
    )
    assert len(examples.examples) > 15
    told: list[str] = []
    flags = doctest.NORMALIZE_WHITESPACE | doctest.ELLIPSIS
    failed = doctest.DocTestRunner(optionflags=flags).run(examples, out=told.append).failed
    assert failed == 0, "".join(told)
    assert (tmp_path / "syria.db").exists()


@pytest.mark.parametrize("name", ["claims", "incidents", "speakers"])
def test_the_reference_names_every_filter_of_a_list(name: str) -> None:
    line = next(line for line in REFERENCE.splitlines() if line.startswith(f"| `{name}` |"))
    listed = [match["name"] for match in NAME.finditer(line.partition("` |")[2])]
    assert listed == [column.name for column in LISTS[name].columns]
