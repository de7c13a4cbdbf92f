"""Whether a store's file has changed, without opening it."""

from __future__ import annotations

import time
from pathlib import Path

# File systems keep times in ticks of up to two seconds (FAT): what was written within the last ones may be
# written again without a new time.
_TICK_NS = 2_000_000_000

FileVersion = tuple[tuple[int, int, int], ...]


def file_version(path: Path) -> FileVersion | None:
    """The same value as long as nothing is written; None where there is no file or it was written just now.

    What a reader sees after this call is at least as new as the value; any later write changes it.
    """
    found = []
    for name in (path, path.with_name(f"{path.name}-wal")):
        try:
            stat = name.stat()
        except OSError:
            if name == path:
                return None
            continue
        if not stat.st_size:
            continue  # every reader makes an empty log
        if time.time_ns() - stat.st_mtime_ns < _TICK_NS:
            return None
        found.append((stat.st_ino, stat.st_mtime_ns, stat.st_size))
    return tuple(found)
