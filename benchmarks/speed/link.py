"""Links planted claims and prints seconds, candidates of each claim and memory, as their number grows.

    python -m benchmarks.speed.link [--claims 10000 30000 100000] [--store DOCUMENTS]

Seconds are those the processor spent on this process; planting is not counted. The slope is that of the
logarithm of time over the logarithm of claims: 1 is time in proportion to claims. Candidates of a claim
are the happenings that its own happening is compared with. With --store, so many documents are written
and linked in a store in a temporary folder, and then one more is added, a hundred times.
"""

from __future__ import annotations

import argparse
import gc
import resource
import tempfile
import time
from collections.abc import Sequence
from itertools import islice
from pathlib import Path

import numpy as np

from benchmarks.quality.planted import CLAIMS_OF_A_HAPPENING, Planted, planted
from counterclaim.core.incidents import FiledClaim
from counterclaim.incidents.across import link
from counterclaim.incidents.block import keys_of
from counterclaim.incidents.filing import file_claims
from counterclaim.incidents.ruled import Verdicts
from counterclaim.incidents.told import told_in
from counterclaim.incidents.within import label_incidents
from counterclaim.store import Store

ADDED = 100  # single documents, to time


def candidates(filed: Sequence[FiledClaim]) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    """(claims,), how many happenings each claim's own is compared with."""
    told = told_in(filed, Verdicts())
    posted: dict[int, list[int]] = {}
    keys = [keys_of(one) for one in told]
    for at, each in enumerate(keys):
        for key in each.posted:
            posted.setdefault(key, []).append(at)
    counts = []
    for at, (one, each) in enumerate(zip(told, keys, strict=True)):
        met = {other for key in each.asked for other in posted.get(key, ())} - {at}
        counts += [len(met)] * len(one.claims)
    return np.array(counts, dtype=np.int64)


def measure(claims: int) -> tuple[int, float]:
    """Link so many claims, print what it took, and give their number and the seconds."""
    filed = [
        one
        for told in planted(round(claims / CLAIMS_OF_A_HAPPENING))
        for one in file_claims(label_incidents(told.sheet))
    ]
    gc.collect()
    gc.freeze()
    began = time.process_time()
    incidents = link(filed)
    seconds = time.process_time() - began
    met = candidates(filed)
    print(
        f"{len(filed):9,d} claims: {seconds:7.1f} s, {1e6 * seconds / len(filed):5.0f} µs a claim, "
        f"{len(incidents):,d} incidents; candidates of a claim: median {np.median(met):.0f}, "
        f"p99 {np.percentile(met, 99):.0f}; peak memory {_peak_mb():,.0f} MB",
        flush=True,
    )
    return len(filed), seconds


def measure_store(documents: int) -> None:
    """Fill a store, then add single documents to it; prints the seconds of both."""
    told = planted(documents)
    with tempfile.TemporaryDirectory() as folder, Store.open(Path(folder) / "speed.db") as store:
        filling, linking = 0.0, 0.0
        for at, each in zip(range(documents), told, strict=False):
            began = time.perf_counter()
            _write(store, each)
            filling += time.perf_counter() - began
            if (at + 1) % 500 == 0 or at + 1 == documents:
                began = time.perf_counter()
                while store.link():
                    pass
                linking += time.perf_counter() - began
        print(
            f"{documents:,d} documents: written in {filling:.0f} s, linked in {linking:.0f} s of wall clock"
        )
        waits = []
        for one_more in list(islice(told, ADDED)):
            _write(store, one_more)
            began = time.perf_counter()
            store.link()
            waits.append(time.perf_counter() - began)
        print(
            f"one more: median {1000 * float(np.median(waits)):.0f} ms, "
            f"slowest of {len(waits)} {1000 * max(waits):.0f} ms; {_peak_mb():,.0f} MB"
        )


def _write(store: Store, told: Planted) -> None:
    store.write_sheet(label_incidents(told.sheet))


def _peak_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--claims", type=int, nargs="*", default=[10_000, 30_000, 100_000])
    parser.add_argument("--store", type=int, metavar="DOCUMENTS")
    options = parser.parse_args()
    points = [measure(claims) for claims in options.claims]
    if len(points) > 1:
        sizes, seconds = np.log(np.array(points)).T
        print(f"slope {np.polyfit(sizes, seconds, 1)[0]:.2f}")
    if options.store:
        measure_store(options.store)


if __name__ == "__main__":
    main()
