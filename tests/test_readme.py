"""The README's console examples print what they say they print."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def console_examples(markdown: str) -> list[tuple[str, str]]:
    """Commands and their outputs, in order, from the fenced blocks marked `console`."""
    examples: list[tuple[str, str]] = []
    inside = False
    for line in markdown.splitlines():
        if line.startswith("```"):
            inside = line == "```console"
        elif inside and line.startswith("$ "):
            examples.append((line[2:], ""))
        elif inside:
            command, output = examples[-1]
            examples[-1] = (command, output + line + "\n")
    return examples


def run_examples(markdown: str, folder: Path) -> list[tuple[str, str]]:
    """The same examples with what they print now."""
    (folder / "examples").symlink_to(ROOT / "examples")
    tools = folder / "bin"
    tools.mkdir()
    command = tools / "counterclaim"
    command.write_text(f'#!/bin/sh\nexec {sys.executable} -m counterclaim.cli "$@"\n')
    command.chmod(0o755)
    environment = {**os.environ, "PATH": f"{tools}:{os.environ['PATH']}"}
    printed = []
    for line, _ in console_examples(markdown):
        done = subprocess.run(
            ["sh", "-c", f"({line}) 2>&1"],
            capture_output=True,
            encoding="utf-8",
            cwd=folder,
            env=environment,
            timeout=120,
        )
        printed.append((line, "".join(part.rstrip() + "\n" for part in done.stdout.splitlines())))
    return printed


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
