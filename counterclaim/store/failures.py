"""SQLite's failures in words: what was touched, what went wrong, what to do next."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from counterclaim.core.errors import BusyError, StoreError

# Part of SQLite's message, and the next step.
_NEXT_STEPS = (
    ("disk is full", "free some space on that disk and run again; nothing was half-written"),
    ("readonly", "check who may write this file and its folder"),
    ("unable to open", "check that the folder exists and that you may read and write it"),
    ("foreign key", "an incident or relation names a claim that is not in the store; write the sheets first"),
    ("locked", "another program holds the store; wait for it to end and run again"),
    ("disk i/o error", "check the disk's space and health, then run again"),
    ("malformed", "the file is damaged; restore a copy, or read the documents into a new store"),
    ("not a database", "this is no SQLite file; name another path for the store"),
)


def explain(path: Path, error: Exception) -> StoreError:
    """The StoreError that names the path and the next step."""
    said = str(error.orig) if isinstance(error, DBAPIError) else str(error)
    step = next((step for part, step in _NEXT_STEPS if part in said.lower()), "nothing was changed")
    kind = BusyError if "locked" in said.lower() else StoreError
    return kind(f"{path}: {said}; {step}")


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn database and file errors inside the block into StoreErrors that name the path."""
    try:
        yield
    except (DBAPIError, sqlite3.Error, OSError) as error:
        raise explain(path, error) from error
