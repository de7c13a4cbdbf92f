"""What the tests of reading share."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from counterclaim.inputs.inputs import read_inputs
from counterclaim.inputs.readings import Reading

ReadFile = Callable[..., list[Reading]]


@pytest.fixture
def read_file(tmp_path: Path) -> ReadFile:
    """Write bytes to a file of the given name and read it."""

    def read(data: bytes, name: str = "page.txt", **given: Any) -> list[Reading]:
        path = tmp_path / name
        path.write_bytes(data)
        return list(read_inputs([str(path)], **given))

    return read
