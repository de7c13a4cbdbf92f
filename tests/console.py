"""The console examples of the documents: found, run, and written anew.

    python -m tests.console README.md docs/tutorial/first-page.md

runs the examples of these files and puts what they print now in the place of what stands there. Read the difference
before it is kept.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def console_examples(markdown: str) -> list[tuple[str, str]]:
    """Commands and their outputs, in order, from the fenced blocks marked `console`."""
    examples: list[tuple[str, str]] = []
    for line, inside in _lines(markdown):
        if inside and line.startswith("$ "):
            examples.append((line[2:], ""))
        elif inside:
            command, output = examples[-1]
            examples[-1] = (command, output + line + "\n")
    return examples


def run_examples(markdown: str, folder: Path) -> list[tuple[str, str]]:
    """The same examples with what they print now, one after the other in `folder`."""
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


def written_anew(markdown: str, printed: list[tuple[str, str]]) -> str:
    """The document with these outputs below its commands.

    >>> print(written_anew("```console\\n$ date\\nMonday\\n```", [("date", "Friday\\n")]))
    ```console
    $ date
    Friday
    ```
    """
    outputs = iter(printed)
    lines: list[str] = []
    for line, inside in _lines(markdown):
        if inside and line.startswith("$ "):
            lines += [line, *next(outputs)[1].splitlines()]
        elif not inside:
            lines.append(line)
    return "\n".join(lines) + ("\n" if markdown.endswith("\n") else "")


def _lines(markdown: str) -> Iterator[tuple[str, bool]]:
    """Every line, and whether it stands inside a block marked `console`."""
    inside = False
    for line in markdown.splitlines():
        if line.startswith("```"):
            inside = line == "```console"
            yield line, False
        else:
            yield line, inside


def main() -> None:
    for path in map(Path, sys.argv[1:]):
        markdown = path.read_text("utf-8")
        with tempfile.TemporaryDirectory() as folder:
            path.write_text(written_anew(markdown, run_examples(markdown, Path(folder))), "utf-8")


if __name__ == "__main__":
    main()
