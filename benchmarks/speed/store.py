"""Fills a store with planted documents, links them, then adds single ones, and prints what each took.

    python -m benchmarks.speed.store [--documents 3000] [--added 100] [--folder FOLDER]

Documents are written 500 in a transaction, in an order that has nothing to do with what they tell, and linked when all
are there. Single ones are then written, linked and weighed as `counterclaim read` does it. Making them is not
counted. At the end the incidents are compared with those of linking everything at once; exit code 1: they
differ. The store is made in FOLDER, by default that of temporary files, and taken away again.
"""

from __future__ import annotations

import argparse
import resource
import sys
import tempfile
import time
from pathlib import Path
from random import Random

import numpy as np

from benchmarks.quality.planted import planted
from counterclaim.core.codec import decode_sheet, encode_sheet
from counterclaim.core.incidents import Incident
from counterclaim.incidents.across import link
from counterclaim.incidents.within import label_incidents
from counterclaim.run.local import link_store
from counterclaim.store import Store

_BATCH = 500  # documents written in one transaction
_DOCUMENTS_OF_A_HAPPENING = 3  # at least, in the mean


class Watch:
    """Seconds of wall clock and of the processor since it was made."""

    def __init__(self) -> None:
        self._wall, self._processor = time.perf_counter(), time.process_time()

    def wall(self) -> float:
        return time.perf_counter() - self._wall

    def both(self) -> str:
        return f"{self.wall():,.0f} s of wall clock, {time.process_time() - self._processor:,.0f} s of the processor"


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--documents", type=int, default=3_000)
    parser.add_argument("--added", type=int, default=100)
    parser.add_argument("--folder", type=Path)
    options = parser.parse_args()
    sheets = _sheets(options.documents + options.added)
    with (
        tempfile.TemporaryDirectory(dir=options.folder) as folder,
        Store.open(Path(folder) / "speed.db") as store,
    ):
        _fill(store, sheets[: options.documents])
        _add(store, sheets[options.documents :])
        print(f"{store.path.stat().st_size / 1e6:,.0f} MB on disk, {_peak_mb():,.0f} MB of memory at most")
        return _compare(store)


def _sheets(number: int) -> list[bytes]:
    """So many planted documents, shuffled, encoded to take little memory."""
    made: list[bytes] = []
    for told in planted(number // _DOCUMENTS_OF_A_HAPPENING + 10):
        if len(made) == number:
            break
        made.append(encode_sheet(label_incidents(told.sheet)))
    return Random(4).sample(made, number)  # noqa: S311 - the same each time


def _fill(store: Store, sheets: list[bytes]) -> None:
    watch = Watch()
    for first in range(0, len(sheets), _BATCH):
        store.write_sheets([decode_sheet(line) for line in sheets[first : first + _BATCH]])
    print(f"{len(sheets):,d} documents written: {watch.both()}", flush=True)
    watch = Watch()
    while store.link():
        pass
    print(f"linked: {watch.both()}", flush=True)
    watch = Watch()
    print(f"weighed: {link_store(store):,d} incidents, {watch.both()}", flush=True)


def _add(store: Store, sheets: list[bytes]) -> None:
    waits = []
    for sheet in map(decode_sheet, sheets):
        watch = Watch()
        store.write_sheet(sheet)
        link_store(store)
        waits.append(1000 * watch.wall())
    print(
        f"one document more: median {np.median(waits):.0f} ms, p99 {np.percentile(waits, 99):.0f} ms, "
        f"slowest of {len(waits)} {max(waits):.0f} ms",
        flush=True,
    )


def _compare(store: Store) -> int:
    """Whether the store holds what linking everything at once gives; codes tell how they came about."""
    held, whole = ({_but_code(one) for one in found} for found in (store.incidents(), link(store.claims())))
    print(
        f"{len(held):,d} incidents, {'the same as' if held == whole else 'not those'} of linking all at once"
    )
    return 0 if held == whole else 1


def _but_code(incident: Incident) -> tuple[object, ...]:
    return incident.title, incident.claims, incident.relations, incident.links, incident.basis


def _peak_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    sys.exit(main())
