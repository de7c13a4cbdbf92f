"""Answers kept on disk, so that the same question to the same model is asked once."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from counterclaim.core.ids import hash_bytes
from counterclaim.llm.settings import Endpoint


def cache_folder() -> Path:
    """`counterclaim/llm` in the user's cache folder."""
    folder = os.environ.get("XDG_CACHE_HOME")
    return (Path(folder) if folder else Path.home() / ".cache") / "counterclaim" / "llm"


class Answers:
    """Answers by the hash of address and request. The key is no part of either.

    A cache that cannot be read or written, or is damaged, costs a request and nothing else.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def find(self, endpoint: Endpoint, request: bytes) -> str | None:
        """The answer to this request, or None where it was not asked before."""
        try:
            return self._path(endpoint, request).read_text("utf-8")
        except (OSError, UnicodeDecodeError):
            return None

    def keep(self, endpoint: Endpoint, request: bytes, answer: str) -> None:
        """Keep an answer; readable by the user alone, because it quotes the document."""
        path = self._path(endpoint, request)
        with suppress(OSError):
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=path.parent)
            try:
                with os.fdopen(handle, "w", encoding="utf-8") as file:
                    file.write(answer)
                Path(name).replace(path)
            except OSError:
                Path(name).unlink(missing_ok=True)
                raise

    def _path(self, endpoint: Endpoint, request: bytes) -> Path:
        digest = hash_bytes(endpoint.base_url.encode() + b"\n" + request)
        return self._folder / digest[:2] / f"{digest[2:]}.txt"
