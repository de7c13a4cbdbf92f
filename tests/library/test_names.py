"""`import counterclaim` gives the names that are documented, quickly, and with their types."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import counterclaim
from tests.console import ROOT
from tests.library.user_script import list_speakers

REFERENCE = (ROOT / "docs" / "reference" / "library.md").read_text("utf-8")


@pytest.mark.parametrize("name", counterclaim.__all__)
def test_every_name_is_there_and_says_what_it_is(name: str) -> None:
    assert name in dir(counterclaim)
    assert callable(getattr(counterclaim, name))
    assert f"`{name}" in REFERENCE, f"docs/reference/library.md does not tell of {name}"


def test_a_name_that_is_not_there_is_answered_with_those_that_are() -> None:
    with pytest.raises(AttributeError, match="reconcile"):
        counterclaim.reconsile  # noqa: B018


def test_everything_can_be_imported_by_star() -> None:
    names: dict[str, object] = {}
    exec("from counterclaim import *", names)  # noqa: S102
    assert set(counterclaim.__all__) <= names.keys()


def test_read_is_the_function_after_the_modules_that_open_files_were_imported() -> None:
    import counterclaim.cli.read
    import counterclaim.inputs.published
    import counterclaim.library

    assert counterclaim.read is counterclaim.library.read


def test_importing_it_reads_nothing_else() -> None:
    script = "import sys, counterclaim; print([name for name in sys.modules if name.split('.')[0] in {'sqlalchemy', 'numpy', 'jinja2', 'msgspec'}])"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.strip() == "[]"


def test_a_script_of_a_user_runs(tmp_path: Path) -> None:
    assert list_speakers(tmp_path) == ["rebels"]
