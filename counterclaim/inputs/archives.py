"""Zip folders, zipped web archives (WACZ) and gzip files: every member as an input of its own."""

from __future__ import annotations

import hashlib
import zipfile
import zlib
from collections.abc import Callable, Iterator
from typing import BinaryIO

import msgspec

from counterclaim.inputs.given import Given
from counterclaim.inputs.limits import how_to_raise
from counterclaim.inputs.readings import Reading, issue, refuse
from counterclaim.inputs.zips import ZipTrouble, check_growth, check_name, read_member

ReadContents = Callable[..., Iterator[Reading]]
ReadStream = Callable[..., Iterator[Reading]]
_OFFICE = {"word/document.xml": "docx", "xl/workbook.xml": "xlsx", "ppt/presentation.xml": "PowerPoint"}
_PIECE = 1 << 16


def read_zip(
    stream: BinaryIO,
    *,
    doc: str,
    origin: str,
    given: Given,
    read_contents: ReadContents,
    read_warc: ReadStream,
) -> Iterator[Reading]:
    """Readings for every member, in the order of their names; a Word file is one document, a workbook a table.

    Nothing is unpacked to disk. Members whose names start with a dot are passed over, as in folders.
    """
    try:
        packed = zipfile.ZipFile(stream)
        names = set(packed.namelist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError) as error:
        yield refuse(
            origin, "input.zip", f"is a zip archive that cannot be opened ({error}); get a fresh copy"
        )
        return
    office = next((kind for name, kind in _OFFICE.items() if name in names), None)
    if office in ("docx", "xlsx"):
        stream.seek(0)
        data = stream.read(given.limits.file_bytes + 1)
        yield from read_contents(data, doc=doc, origin=origin, given=given, kind=office)
    elif office is not None:
        yield refuse(origin, "input.binary", f"is a {office} file; save its text and read that")
    elif "META-INF/container.xml" in names or "mimetype" in names:
        yield refuse(origin, "input.binary", "is an e-book or OpenDocument file; save its text and read that")
    elif "datapackage.json" in names and any(name.startswith("archive/") for name in names):
        yield from _read_wacz(packed, doc=doc, origin=origin, given=given, read_warc=read_warc)
    else:
        yield from _read_members(packed, origin=origin, given=given, read_contents=read_contents)


def _read_members(
    packed: zipfile.ZipFile, *, origin: str, given: Given, read_contents: ReadContents
) -> Iterator[Reading]:
    limits = given.limits
    members = sorted(packed.infolist(), key=lambda member: member.filename)
    members = [member for member in members if not member.is_dir() and not _is_hidden(member.filename)]
    if given.depth >= limits.nested:
        yield refuse(
            origin, "input.nested", f"is an archive inside {limits.nested} others; unpack it by hand"
        )
        return
    if not members:
        yield refuse(origin, "input.empty", "is an archive without files")
        return
    if len(members) > limits.members:
        message = f"holds {len(members):,} files, more than {limits.members:,}"
        yield refuse(origin, "input.too_large", f"{message}; {how_to_raise('members', len(members))}")
        return
    total = 0
    for member in members:
        where = f"{origin}#{member.filename}"
        try:
            check_name(member)
            data = read_member(packed, member, limits)
        except ZipTrouble as trouble:
            yield refuse(where, trouble.code, str(trouble))
            continue
        total += len(data)
        if total > limits.unpacked_mib << 20:
            hint = how_to_raise("unpacked_mib", 4 * limits.unpacked_mib)
            yield refuse(
                where,
                "input.too_large",
                f"and what follows is not read: over {limits.unpacked_mib} MiB; {hint}",
            )
            return
        name = member.filename.rsplit("/", 1)[-1]
        yield from read_contents(data, doc=name.rsplit(".", 1)[0] or name, origin=where, given=given.inside())


def _is_hidden(name: str) -> bool:
    parts = name.replace("\\", "/").split("/")
    return parts[0] == "__MACOSX" or any(part.startswith(".") and part != ".." for part in parts)


def _read_wacz(
    packed: zipfile.ZipFile, *, doc: str, origin: str, given: Given, read_warc: ReadStream
) -> Iterator[Reading]:
    """The web archives in a WACZ, each checked against the hash that its package states."""
    stated = _stated_hashes(packed, given)
    archives = sorted(name for name in packed.namelist() if name.startswith("archive/") and ".warc" in name)
    for name in archives:
        where = f"{origin}#{name}"
        digest = hashlib.sha256()
        try:
            with packed.open(name) as stream:
                while piece := stream.read(_PIECE):
                    digest.update(piece)
            if name not in stated or stated[name] != digest.hexdigest():
                told = (
                    "has another SHA-256 than its package states"
                    if name in stated
                    else "has no SHA-256 in its package"
                )
                message = f"{where}: {told}; it may have been changed or cut, get a fresh copy"
                yield Reading(None, (issue("input.archive", "warning", message),), where)
            with packed.open(name) as stream:
                yield from read_warc(stream, doc=doc, origin=where, given=given.inside())
        except (
            zipfile.BadZipFile,
            zlib.error,
            EOFError,
            NotImplementedError,
            OSError,
            RuntimeError,
        ) as error:
            yield refuse(where, "input.zip", f"cannot be unpacked ({error}); get a fresh copy")
    if not archives:
        yield refuse(origin, "input.empty", "is a WACZ without a web archive in it")


def _stated_hashes(packed: zipfile.ZipFile, given: Given) -> dict[str, str]:
    """SHA-256 by path, as the package states them."""
    try:
        package = msgspec.json.decode(read_member(packed, packed.getinfo("datapackage.json"), given.limits))
        return {item["path"]: item["hash"].removeprefix("sha256:") for item in package["resources"]}
    except (ZipTrouble, msgspec.DecodeError, KeyError, TypeError, AttributeError):
        return {}


def read_gzip(
    stream: BinaryIO, *, doc: str, origin: str, given: Given, read_contents: ReadContents
) -> Iterator[Reading]:
    """The readings of what one gzip file holds, unpacked in memory under the caps."""
    limits = given.limits
    if given.depth >= limits.nested:
        yield refuse(origin, "input.nested", f"is packed inside {limits.nested} archives; unpack it by hand")
        return
    unpacker = zlib.decompressobj(wbits=31)
    pieces, pending, packed, size = [], b"", 0, 0
    try:
        while pending := pending or stream.read(_PIECE):
            if unpacker.eof:  # several files packed one behind the other
                unpacker = zlib.decompressobj(wbits=31)
            pieces.append(unpacker.decompress(pending, _PIECE * 16))
            left = unpacker.unused_data if unpacker.eof else unpacker.unconsumed_tail
            packed, size, pending = packed + len(pending) - len(left), size + len(pieces[-1]), left
            check_growth(size, packed, limits)
    except ZipTrouble as trouble:
        yield refuse(origin, trouble.code, str(trouble))
        return
    except zlib.error as error:
        yield refuse(origin, "input.zip", f"is gzip that cannot be unpacked ({error}); get a fresh copy")
        return
    if not unpacker.eof:
        yield refuse(origin, "input.zip", "is gzip that breaks off; get a fresh copy")
        return
    yield from read_contents(
        b"".join(pieces), doc=doc.removesuffix(".gz"), origin=origin, given=given.inside()
    )


def is_packed_warc(head: bytes) -> bool:
    """Whether a gzip file's first words are those of a web archive."""
    try:
        return zlib.decompressobj(wbits=31).decompress(head, 64).startswith(b"WARC/")
    except zlib.error:
        return False
