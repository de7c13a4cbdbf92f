"""Paths to readings: files, folders, globs and standard input, in a fixed order."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterator, Mapping, Sequence
from io import BufferedReader, RawIOBase
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import BinaryIO, cast

from counterclaim.inputs.contents import needs_seek, read_stream
from counterclaim.inputs.given import Given
from counterclaim.inputs.kinds import HEAD, Kind, tell_kind
from counterclaim.inputs.limits import DEFAULTS, Limits
from counterclaim.inputs.readings import Reading, refuse

STDIN = "-"
# Where the bytes are no more than text, the name tells a damaged table from a page.
_TABLES: dict[str, Kind] = {".jsonl": "jsonl", ".ndjson": "jsonl", ".csv": "csv", ".tsv": "csv"}
_SPOOLED = 32 << 20  # bytes of a piped archive that are held in memory before a file takes them


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
    columns: Mapping[str, str] | None = None,
    limits: Limits = DEFAULTS,
) -> Iterator[Reading]:
    """One reading per document in files, tables, archives and standard input; one in memory at a time.

    Args:
        paths: files, folders, globs, or "-" for `stdin`.
        stdin: bytes of standard input.
        published: EDTF date (YYYY, YYYY-MM, YYYY-MM-DD) for documents that give none.
        outlet: who publishes the documents that do not say so.
        columns: headings of tables by what they hold: {"text": "body"}.
        limits: caps on what is read.

    Never raises for what an input holds: that becomes an issue of its reading.
    """
    given = Given(published=published, outlet=outlet, columns=columns or {}, limits=limits)
    for found in find_inputs(paths):
        if isinstance(found, Reading):
            yield found
        elif str(found) == STDIN:
            yield from _read_stdin(stdin, given)
        else:
            yield from _read_file(found, given)


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


def _read_file(path: Path, given: Given) -> Iterator[Reading]:
    origin = _name(path)
    try:
        with path.open("rb") as stream:
            head = stream.read(HEAD)
            stream.seek(0)
            kind = tell_kind(head)
            if kind == "plain":
                kind = _TABLES.get(path.suffix.lower(), kind)
            doc = _name(path.stem)
            yield from read_stream(stream, head, doc=doc, origin=origin, given=given, kind=kind)
    except OSError as error:
        yield refuse(origin, "input.unreadable", f"cannot be read to its end: {_reason(error)}")


class _Rejoined(RawIOBase):
    """A stream with the head that was read from it put back."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head = head
        self._rest = rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
        piece = self._head[: len(buffer)] or self._rest.read(len(buffer))
        self._head = self._head[len(piece) :]
        buffer[: len(piece)] = piece
        return len(piece)


def _read_stdin(stdin: BinaryIO | None, given: Given) -> Iterator[Reading]:
    if stdin is None:
        yield refuse(STDIN, "input.missing", "there is no standard input; pipe a text in")
        return
    try:
        head = stdin.read(HEAD)
        kind = tell_kind(head)
        stream = cast(BinaryIO, BufferedReader(_Rejoined(head, stdin)))
        if not needs_seek(kind):
            yield from read_stream(stream, head, doc="stdin", origin=STDIN, given=given, kind=kind)
            return
        with SpooledTemporaryFile(_SPOOLED) as spooled:
            while piece := stream.read(1 << 20):
                spooled.write(piece)
            spooled.seek(0)
            whole = cast(BinaryIO, spooled)
            yield from read_stream(whole, head, doc="stdin", origin=STDIN, given=given, kind=kind)
    except OSError as error:
        yield refuse(STDIN, "input.unreadable", f"cannot be read: {_reason(error)}")


def _name(path: Path | str) -> str:
    """A path as text that can be stored; bytes of a file name that are not UTF-8 become U+FFFD."""
    return os.fsencode(path).decode("utf-8", "replace")


def _reason(error: Exception) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error)
