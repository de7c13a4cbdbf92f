"""Claims and happenings as bytes: a quarter of the memory, and quickly handed to another process."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

import msgspec

from counterclaim.core.incidents import FiledClaim
from counterclaim.incidents.told import Told

# What holds a figure beyond 64 bits, which MessagePack does not know, stays as it is.
PackedClaims = bytes | tuple[FiledClaim, ...]
PackedTold = bytes | Told
Value = TypeVar("Value")

_encode = msgspec.msgpack.Encoder().encode
_decode_claims = msgspec.msgpack.Decoder(tuple[FiledClaim, ...]).decode
_decode_told = msgspec.msgpack.Decoder(Told).decode


def pack_claims(filed: Sequence[FiledClaim]) -> PackedClaims:
    """The claims, to be kept or handed on."""
    return _pack(tuple(filed))


def unpack_claims(packed: PackedClaims) -> tuple[FiledClaim, ...]:
    """The claims in the order in which they were packed."""
    return _decode_claims(packed) if isinstance(packed, bytes) else packed


def pack_told(told: Told) -> PackedTold:
    """The happening, to be kept or handed on."""
    return _pack(told)


def unpack_told(packed: PackedTold) -> Told:
    """The happening."""
    return _decode_told(packed) if isinstance(packed, bytes) else packed


def _pack(what: Value) -> bytes | Value:
    try:
        return _encode(what)
    except OverflowError:
        return what
