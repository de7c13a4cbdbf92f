"""Messages between a process and the one it started: each its length (8 bytes) and then its bytes."""

from __future__ import annotations

from typing import BinaryIO


def read_message(stream: BinaryIO) -> bytes | None:
    """The next message, or None where the other side is gone."""
    head = stream.read(8)
    if len(head) < 8:
        return None
    size = int.from_bytes(head, "big")
    data = stream.read(size)
    return data if len(data) == size else None


def write_message(stream: BinaryIO, data: bytes) -> None:
    """Send a message.

    Raises:
        BrokenPipeError: the other side is gone.
    """
    stream.write(len(data).to_bytes(8, "big"))
    stream.write(data)
    stream.flush()
