"""Paths to readings: files, folders, globs, tables and standard input, in a fixed order."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from counterclaim.read.plain import MAX_BYTES, read_plain
from counterclaim.read.readings import Reading, refuse
from counterclaim.read.tables import is_row, read_lines, read_table

TABLE_ENDINGS = (".jsonl", ".ndjson")
STDIN = "-"


def find_inputs(paths: Sequence[str]) -> Iterator[Path | Reading]:
    """The files that `paths` name, in the order given; a folder's or glob's files sorted by path.

    "-" comes back as `Path("-")`. What cannot be listed comes back as a refused reading. Names that
    start with a dot are passed over inside folders and globs. Nothing is opened.
    """
    for path in paths:
        if path == STDIN:
            yield Path(STDIN)
        elif _exists(path):
            yield from _find_below(Path(path), ())
        elif glob.has_magic(path):
            matches = sorted(glob.glob(path, recursive=True))  # noqa: PTH207 (Path.glob takes no absolute pattern)
            if not matches:
                yield refuse(path, "input.missing", "matches no file; check the pattern")
            for match in matches:
                yield from _find_below(Path(match), ())
        else:
            yield refuse(path, "input.missing", "there is no such file or folder; check the path")


def read_inputs(
    paths: Sequence[str],
    *,
    stdin: BinaryIO | None = None,
    published: str | None = None,
    outlet: str | None = None,
) -> Iterator[Reading]:
    """One reading per file, table row or standard input; one document in memory at a time.

    Args:
        paths: files, folders, globs, or "-" for `stdin`.
        stdin: bytes of standard input; tables are known there by their first row.
        published: EDTF date (YYYY, YYYY-MM, YYYY-MM-DD) for documents that give none.
        outlet: who publishes the documents that do not say so.

    Never raises for what an input holds: that becomes an issue of its reading.
    """
    for found in find_inputs(paths):
        if isinstance(found, Reading):
            yield found
        elif str(found) == STDIN:
            yield from _read_stdin(stdin, published, outlet)
        elif found.suffix.lower() in TABLE_ENDINGS:
            yield from _read_table_file(found, published, outlet)
        else:
            yield _read_file(found, published, outlet)


def _exists(path: str) -> bool:
    try:
        return Path(path).exists() or Path(path).is_symlink()
    except (OSError, ValueError):  # a name too long, or with a NUL
        return False


def _find_below(path: Path, parents: tuple[Path, ...]) -> Iterator[Path | Reading]:
    """The files at or below `path`; `parents` are the real paths of the folders on the way."""
    try:
        real = path.resolve(strict=True)
        if not real.is_dir():
            if real.is_file():
                yield path
            else:
                yield refuse(_name(path), "input.unreadable", "is no ordinary file; pipe it in and read -")
            return
        if real in parents:
            yield refuse(
                str(path), "input.unreadable", "leads back to a folder that holds it; remove the link"
            )
            return
        names = sorted(child.name for child in path.iterdir() if not child.name.startswith("."))
    except (OSError, RuntimeError) as error:
        yield refuse(_name(path), "input.unreadable", f"cannot be opened: {_reason(error)}")
        return
    if not names:
        yield refuse(_name(path), "input.missing", "is a folder without files")
    for name in names:
        yield from _find_below(path / name, (*parents, real))


def _read_file(path: Path, published: str | None, outlet: str | None) -> Reading:
    try:
        with path.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except OSError as error:
        return refuse(_name(path), "input.unreadable", f"cannot be opened: {_reason(error)}")
    return read_plain(data, doc=_name(path.stem), origin=_name(path), published=published, outlet=outlet)


def _read_table_file(path: Path, published: str | None, outlet: str | None) -> Iterator[Reading]:
    origin = _name(path)
    try:
        with path.open("rb") as stream:
            yield from read_table(
                read_lines(stream), origin=origin, stem=_name(path.stem), published=published, outlet=outlet
            )
    except OSError as error:
        yield refuse(origin, "input.unreadable", f"cannot be read to its end: {_reason(error)}")


def _read_stdin(stdin: BinaryIO | None, published: str | None, outlet: str | None) -> Iterator[Reading]:
    if stdin is None:
        yield refuse(STDIN, "input.missing", "there is no standard input; pipe a text in")
        return
    try:
        first = stdin.readline(MAX_BYTES + 1)
        if is_row(first):
            lines = chain(read_lines(BytesIO(first)), read_lines(stdin))
            yield from read_table(lines, origin=STDIN, stem="stdin", published=published, outlet=outlet)
            return
        data = first + stdin.read(max(0, MAX_BYTES + 1 - len(first)))
    except OSError as error:
        yield refuse(STDIN, "input.unreadable", f"cannot be read: {_reason(error)}")
        return
    yield read_plain(data, doc="stdin", origin=STDIN, published=published, outlet=outlet)


def _name(path: Path | str) -> str:
    """A path as text that can be stored; bytes of a file name that are not UTF-8 become U+FFFD."""
    return os.fsencode(path).decode("utf-8", "replace")


def _reason(error: Exception) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error)
