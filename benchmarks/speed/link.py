"""Links planted claims and prints seconds, memory and candidates of each claim, as their number grows.

    python -m benchmarks.speed.link [--claims 10000 30000 100000] [--workers 1]

Planted documents are made as they are linked; making them is not counted. "Processor" are the seconds that all
processes spent, "wall" what a clock shows, which says little on a machine that does other things too. The slope is
that of the logarithm of processor time over the logarithm of claims: 1 is time in proportion to claims. Candidates
of a claim are the happenings that its own happening is compared with. One document after the other into a
store is `benchmarks.speed.store`.
"""

from __future__ import annotations

import argparse
import resource
import time
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from benchmarks.quality.planted import CLAIMS_OF_A_HAPPENING, planted
from counterclaim.core.incidents import FiledClaim
from counterclaim.incidents.across import link
from counterclaim.incidents.block import keys_of
from counterclaim.incidents.candidates import Ints, Posted
from counterclaim.incidents.filing import file_claims
from counterclaim.incidents.ruled import Verdicts
from counterclaim.incidents.told import told_in
from counterclaim.incidents.within import label_incidents
from counterclaim.run.workers import workers

_ASKING = 1_000  # happenings whose candidates are counted at a time


@dataclass
class Clock:
    """Seconds of processor and wall that count, which stand still while claims are planted."""

    claims: int = 0
    processor: float = 0.0
    wall: float = 0.0

    def start(self) -> None:
        self.processor -= _processor()
        self.wall -= time.perf_counter()

    def stop(self) -> None:
        self.processor += _processor()
        self.wall += time.perf_counter()

    def besides(self, number: int) -> Iterator[FiledClaim]:
        """About so many planted claims, for which the clock stands still."""
        self.stop()
        for told in planted(round(number / CLAIMS_OF_A_HAPPENING)):
            filed = file_claims(label_incidents(told.sheet))
            self.claims += len(filed)
            self.start()
            yield from filed
            self.stop()
        self.start()


def _processor() -> float:
    """Of this process and of those it has waited for."""
    own, children = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime


def measure(number: int, processes: int) -> tuple[int, float]:
    """Link about so many claims, print what it took, and give their number and the seconds."""
    clock = Clock()
    clock.start()
    with workers(processes) as spread:
        incidents = len(link(clock.besides(number), spread=spread))
    clock.stop()
    own, worker = (
        resource.getrusage(who).ru_maxrss / 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    memory = f"{own:,.0f} MB" + (f" and {worker:,.0f} MB in each worker" if processes > 1 else "")
    print(
        f"{clock.claims:9,d} claims: {clock.processor:6.1f} s of the processor, {clock.wall:6.1f} s of wall clock, "
        f"{1e6 * clock.processor / clock.claims:4.0f} µs a claim, {incidents:,d} incidents; peak memory {memory}",
        flush=True,
    )
    return clock.claims, clock.processor


def candidates(number: int) -> Ints:
    """(claims,), how many happenings each planted claim's own is compared with."""
    posted: list[Ints] = []
    asked: list[Ints] = []
    claims: list[int] = []
    for document in planted(round(number / CLAIMS_OF_A_HAPPENING)):
        for told in told_in(file_claims(label_incidents(document.sheet)), Verdicts()):
            keys = keys_of(told)
            posted.append(np.array(sorted(keys.posted), dtype=np.int64))
            asked.append(np.array(sorted(keys.asked), dtype=np.int64))
            claims.append(len(told.claims))
    index = Posted(posted)
    met = np.zeros(len(claims), dtype=np.int64)
    for first in range(0, len(claims), _ASKING):
        for places in index.earlier(first, asked[first : first + _ASKING]):
            met += np.bincount(places, minlength=len(met))
    return np.repeat(met, claims)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--claims", type=int, nargs="+", default=[10_000, 30_000, 100_000])
    parser.add_argument("--workers", type=int, default=1)
    options = parser.parse_args()
    points = [measure(claims, options.workers) for claims in options.claims]
    if len(points) > 1:
        sizes, seconds = np.log(np.array(points)).T
        print(f"slope {np.polyfit(sizes, seconds, 1)[0]:.2f}")
    for claims in options.claims:
        met = candidates(claims)
        print(
            f"{len(met):9,d} claims: candidates of a claim: median {np.median(met):.0f}, "
            f"p99 {np.percentile(met, 99):.0f}",
            flush=True,
        )


if __name__ == "__main__":
    main()
