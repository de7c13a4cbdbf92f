"""The command as a user meets it: run in a folder, with what it prints on which stream, and its exit code.

It runs in the process of the tests, which has opened the models once; the console examples of the documents and
tests/test_wheel.py start it as a process of its own.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from contextlib import chdir
from pathlib import Path

from click.testing import CliRunner

from counterclaim.cli.main import cli, main


def run_command(
    folder: Path,
    *arguments: str | Path,
    stdin: str = "",
    code: int = 0,
    env: Mapping[str, str | None] | None = None,
) -> subprocess.CompletedProcess[str]:
    """Run `counterclaim` with arguments in a folder; text in, text out."""
    words = [os.fspath(argument) for argument in arguments]
    with chdir(folder), CliRunner(env=env).isolation(stdin) as (out, err, _):
        try:
            main(lambda: cli(words, prog_name="counterclaim"))
            ended = 0
        except SystemExit as end:
            ended = end.code if isinstance(end.code, int) else int(end.code is not None)
        sys.stdout.flush()
        done = subprocess.CompletedProcess(words, ended, out.getvalue().decode(), err.getvalue().decode())
    assert done.returncode == code, done.stderr
    return done
