"""Finds a corpus's files by pattern, loose or packed, so that parts kept elsewhere can be added as they come."""

from __future__ import annotations

import gzip
import json
import tarfile
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

PACKED = (".tar", ".tar.gz", ".tgz")


class MissingError(Exception):
    """A corpus lacks a file; the message says which was looked for, and where."""


def find_files(folder: Path, *patterns: str) -> dict[str, bytes]:
    """Contents by path, for every file under a folder that fits one of the patterns.

    Members of tar archives count as files beside the archive; `.gz` is unpacked and left off the path.
    Patterns are shell patterns over the whole path, as in "*test/text/*.txt".

    Raises:
        MissingError: nothing fits one of the patterns.
    """
    found: dict[str, bytes] = {}
    unmet = set(patterns)
    for name, read in _walk(folder):
        met = {pattern for pattern in patterns if fnmatchcase(name, pattern)}
        unmet -= met
        if met and name not in found:
            found[name] = read()
    if unmet:
        raise MissingError(f"no file like {' or '.join(sorted(unmet))} in {folder} or in its archives")
    return found


def read_rows(folder: Path, pattern: str) -> list[dict[str, Any]]:
    """The records of the JSON-lines files that fit a pattern."""
    files = find_files(folder, pattern)
    return [json.loads(line) for name in sorted(files) for line in files[name].splitlines() if line.strip()]


def _walk(folder: Path) -> Iterator[tuple[str, Any]]:
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if not path.is_file():
            continue
        if name.endswith(PACKED):
            yield from _members(path, name.rpartition("/")[0])
        elif name.endswith(".gz"):
            yield name.removesuffix(".gz"), lambda path=path: gzip.decompress(path.read_bytes())
        else:
            yield name, path.read_bytes


def _members(path: Path, beside: str) -> Iterator[tuple[str, Any]]:
    with tarfile.open(path) as archive:
        for member in archive:
            if member.isfile():
                name = f"{beside}/{member.name}".removeprefix("/").removeprefix("./")
                yield name, lambda member=member: _content(archive, member)


def _content(archive: tarfile.TarFile, member: tarfile.TarInfo) -> bytes:
    file = archive.extractfile(member)
    return file.read() if file is not None else b""
