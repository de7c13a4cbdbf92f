"""The models that ship: names, versions, and files checked by their SHA-256."""

from __future__ import annotations

import hashlib
import tomllib
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from counterclaim.core.errors import ModelError

HOME = Path(str(files("counterclaim.models")))


@cache
def catalog() -> dict[str, Any]:
    """Every model that ships: version, folder and the SHA-256 of its files."""
    return tomllib.loads((HOME / "catalog.toml").read_text("utf-8"))


def model_name() -> str:
    """The shipped reader's versioned name."""
    return f"reader.v{catalog()['reader']['version']}"


def read_file(model: str, name: str, folder: Path | None = None) -> bytes:
    """A file of a shipped model, checked, or of the folder named, as it is.

    Raises:
        ModelError: the file is missing or is not the one in the catalogue.
    """
    entry = catalog()[model]
    path = (folder or HOME / entry["folder"]) / name
    try:
        content = path.read_bytes()
    except OSError as error:
        raise ModelError(
            f"cannot open the model file {path}: {error.strerror}; install counterclaim anew"
        ) from None
    if folder is None and hashlib.sha256(content).hexdigest() != entry["sha256"][name]:
        raise ModelError(
            f"{path} is not the file in the catalogue (SHA-256 differs); install counterclaim anew"
        )
    return content
