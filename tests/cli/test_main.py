"""The command says what it can do, quickly, and everything that it lists is there."""

from __future__ import annotations

import subprocess
import sys

import pytest
from click.testing import CliRunner

from counterclaim.cli.main import COMMANDS, cli


@pytest.mark.parametrize("name", COMMANDS)
def test_every_listed_command_explains_itself(name: str) -> None:
    result = CliRunner().invoke(cli, [name, "--help"])
    assert result.exit_code == 0
    assert f"counterclaim {name}" in result.output.replace("cli ", "counterclaim ")


def test_the_list_of_commands_opens_none_of_them() -> None:
    program = (
        "import sys; from counterclaim.cli.main import cli; cli(['--help'], standalone_mode=False); "
        "print([name for name in sys.modules if name.startswith('counterclaim.incidents')])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert all(name in done.stdout for name in COMMANDS)
    assert done.stdout.splitlines()[-1] == "[]"
