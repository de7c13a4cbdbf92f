"""Asks the HTTP API for pages of a large store, one request after the other, and prints how long answers take.

    python -m benchmarks.speed.api [--claims 100000] [--requests 300] [--store FILE]

A store with about so many planted claims is made in a temporary folder, or FILE is used as it is. Milliseconds are of
the wall clock in one process without a network, and of the processor for this process; the first request, which
opens what is opened once, is left out.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from pathlib import Path

import numpy as np
from starlette.testclient import TestClient

from benchmarks.speed.review import fill
from counterclaim.web.api.app import ApiLimits
from counterclaim.web.app import create_app

ADDRESSES = (
    "/claims?limit=50",
    "/claims?limit=1000",
    "/claims?limit=50&harm=killed&figure_min__gte=10",
    "/claims?limit=50&q=hospital",
    "/incidents?limit=50",
    "/speakers?limit=50",
    "/documents?limit=50",
    "/search?q=hospital",
)


def ask(client: TestClient, address: str, requests: int) -> None:
    """Follow `next` from the address for so many requests, from the start again at the end."""
    client.get(address)
    waits, works, size = [], [], 0
    following = address
    for _ in range(requests):
        began, worked = time.perf_counter(), time.process_time()
        answer = client.get(following)
        waits.append(1000 * (time.perf_counter() - began))
        works.append(1000 * (time.process_time() - worked))
        if answer.status_code != 200:
            raise SystemExit(f"{following} was answered {answer.status_code}: {answer.text[:300]}")
        size = max(size, len(answer.content))
        following = answer.json()["next"] or address
    print(
        f"{address}: median {np.median(waits):.0f} ms, p99 {np.percentile(waits, 99):.0f} ms, of the processor "
        f"{np.median(works):.0f} and {np.percentile(works, 99):.0f} ms; at most {size / 1000:.0f} kB"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--claims", type=int, default=100_000)
    parser.add_argument("--requests", type=int, default=300)
    parser.add_argument("--store", type=Path, metavar="FILE")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = options.store or Path(folder) / "api.db"
        if options.store is None:
            fill(path, options.claims)
        client = TestClient(create_app(path, api=ApiLimits(rate=0)), base_url="http://localhost")
        for address in ADDRESSES:
            ask(client, f"/api/v1{address}", options.requests)


if __name__ == "__main__":
    main()
