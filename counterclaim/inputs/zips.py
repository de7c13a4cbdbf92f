"""Members of zip archives, unpacked in memory under caps; nothing is ever written by their names."""

from __future__ import annotations

import stat
import zipfile
import zlib
from pathlib import PurePosixPath

from counterclaim.inputs.limits import Limits, how_to_raise

_SMALL = 1 << 20  # bytes; below it any ratio of unpacked to packed size does no harm
_PIECE = 1 << 16


class ZipTrouble(Exception):  # noqa: N818 - becomes an issue; not an error of use
    """A member that is not read; the message says why and what to do next."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


def check_name(member: zipfile.ZipInfo) -> None:
    """Raise `ZipTrouble` for a name that leads out of the archive, or for a link."""
    path = PurePosixPath(member.filename.replace("\\", "/"))
    if path.is_absolute() or ".." in path.parts or ":" in path.parts[0]:
        raise ZipTrouble(
            "input.zip_name", "has a name that leads out of the archive; unpack and check it by hand"
        )
    if stat.S_ISLNK(member.external_attr >> 16):
        raise ZipTrouble("input.zip_name", "is a link, not a file; pack the file itself")


def read_member(packed: zipfile.ZipFile, member: zipfile.ZipInfo, limits: Limits) -> bytes:
    """The bytes of one member.

    Raises:
        ZipTrouble: it is locked or damaged, larger than `file_mib`, or grows by more than `ratio`.
    """
    if member.flag_bits & 1:
        raise ZipTrouble("input.locked", "is locked with a password; pack it without one")
    pieces, size = [], 0
    try:
        with packed.open(member) as stream:
            while piece := stream.read(_PIECE):
                pieces.append(piece)
                size += len(piece)
                check_growth(size, member.compress_size, limits)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError) as error:
        raise ZipTrouble("input.zip", f"cannot be unpacked ({error}); get a fresh copy") from error
    return b"".join(pieces)


def check_growth(size: int, packed: int, limits: Limits) -> None:
    """Raise `ZipTrouble` where `size` bytes are too many for a document, or for so few `packed` ones."""
    if size > limits.file_bytes:
        mib = limits.file_mib
        raise ZipTrouble(
            "input.too_large", f"unpacks to more than {mib} MiB; {how_to_raise('file_mib', 4 * mib)}"
        )
    if size > _SMALL and size > limits.ratio * max(1, packed):
        times = limits.ratio
        message = f"unpacks to more than {times} times its size; {how_to_raise('ratio', 10 * times)}"
        raise ZipTrouble("input.bomb", message)
