"""Keeps what was fetched: the raw bytes under their SHA-256, and a line on how they came."""

from __future__ import annotations

import os
from pathlib import Path

import msgspec

from counterclaim.inputs.fetch.fetcher import Fetched

LOG = "fetched.jsonl"
_encoder = msgspec.json.Encoder(order="deterministic")


def keep(fetched: Fetched, folder: Path) -> Path:
    """Write the bytes to `bytes/SHA256` in the folder, unless they are there, and a line to its log.

    The log says when, from which addresses and with which headers they came. What is written is on the
    disk before this returns.
    """
    place = folder / "bytes" / fetched.sha256
    place.parent.mkdir(parents=True, exist_ok=True)
    if not place.exists():
        half = place.with_suffix(f".{os.getpid()}.part")
        _write(half, fetched.data, "xb")
        half.replace(place)
    fields = {name: value for name, value in msgspec.structs.asdict(fetched).items() if name != "data"}
    _write(folder / LOG, _encoder.encode({**fields, "bytes": len(fetched.data)}) + b"\n", "ab")
    return place


def _write(path: Path, data: bytes, mode: str) -> None:
    with path.open(mode) as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())
