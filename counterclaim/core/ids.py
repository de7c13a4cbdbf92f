"""Identifiers that depend on content alone: the same bytes give the same ids anywhere."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

ID_LENGTH = 16  # hex digits; 64 bits keep a collision among 10 million claims near 3 in a million


def hash_bytes(data: bytes) -> str:
    """SHA-256 of the bytes, in hex."""
    return hashlib.sha256(data).hexdigest()


def hash_fields(fields: Iterable[object]) -> str:
    """A short id of a row of values; None and "" differ.

    >>> hash_fields(["a", None]) == hash_fields(["a", ""])
    False
    """
    joined = "\x1f".join("\x00" if field is None else str(field) for field in fields)
    return hash_bytes(joined.encode("utf-8", "surrogatepass"))[:ID_LENGTH]
