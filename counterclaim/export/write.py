"""Put the files of an export on disk: each is complete or not there."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from counterclaim.core.errors import DataError
from counterclaim.export.made import File


def write_files(folder: Path, files: Sequence[File]) -> list[Path]:
    """Write all files into the folder, which is made if it is not there; files of these names are replaced.

    Raises:
        DataError: the folder or a file cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise DataError(f"{folder}: {error.strerror}; name a folder that you may write") from error
    return [write_file(folder / file.name, file.data) for file in files]


def write_file(path: Path, data: bytes) -> Path:
    """Write beside, then move into place.

    Raises:
        DataError: the file cannot be written.
    """
    beside = path.with_name(f".{path.name}.part")
    try:
        with beside.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise DataError(f"{path}: {error.strerror}; check the folder and the space on its disk") from error
    return path
