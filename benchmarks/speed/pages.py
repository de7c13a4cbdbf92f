"""Asks a running server for pages of a large store from several connections, and prints requests a second and waits.

    python -m benchmarks.speed.pages [--claims 100000] [--seconds 10] [--connections 16] [--store FILE]

A store with about so many planted claims is made in a temporary folder, or FILE is used as it is. The server is
`counterclaim serve` in a process of its own with all its layers; this process only asks, so that the two need two
cores. Bodies come uncompressed. "One page" is asked for again and again, as when a story is shared, and is kept by the
server after the first time; "many" are asked for once each, and are made anew.
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

import numpy as np

from benchmarks.speed.review import fill
from counterclaim.store import Store

_OLD_S = 60  # seconds: a store that was written to just now is not kept pages of
_START_S = 60


class Answered(NamedTuple):
    """What the requests of one kind came to."""

    waits_ms: list[float]
    seconds: float
    most_bytes: int


@contextmanager
def serving(path: Path) -> Iterator[int]:
    """The port of `counterclaim serve` over the store, in a process of its own."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = int(free.getsockname()[1])
    command = [sys.executable, "-m", "counterclaim.cli", "serve", "--store", str(path), "--port", str(port)]
    server = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    try:
        deadline = time.monotonic() + _START_S
        while True:
            try:
                socket.create_connection(("127.0.0.1", port)).close()
                break
            except ConnectionRefusedError:
                if time.monotonic() > deadline or server.poll() is not None:
                    raise SystemExit("the server did not start") from None
                time.sleep(0.1)
        yield port
    finally:
        server.terminate()
        server.wait()


async def _ask(port: int, addresses: Iterator[str], until: float, answered: Answered) -> int:
    """Ask over one connection until the time is over or the addresses are; gives the largest body in bytes."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    most = 0
    for address in addresses:
        began = time.perf_counter()
        if began > until:
            break
        writer.write(f"GET {address} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
        length = int(head.partition("content-length:")[2].partition("\r\n")[0])
        await reader.readexactly(length)
        answered.waits_ms.append(1000 * (time.perf_counter() - began))
        if not head.startswith("http/1.1 200"):
            raise SystemExit(f"{address} was answered {head.partition(chr(13))[0]}")
        most = max(most, length)
    writer.close()
    return most


async def ask(port: int, addresses: Iterator[str], connections: int, seconds: float) -> Answered:
    """Ask for the addresses in turn, over so many connections, for so long."""
    answered = Answered([], 0.0, 0)
    began = time.perf_counter()
    most = await asyncio.gather(
        *(_ask(port, addresses, began + seconds, answered) for _ in range(connections))
    )
    return Answered(answered.waits_ms, time.perf_counter() - began, max(most))


def show(what: str, answered: Answered) -> None:
    waits = np.array(answered.waits_ms)
    print(
        f"{what}: {len(waits) / answered.seconds:,.0f} requests a second; median {np.median(waits):.1f} ms, "
        f"p99 {np.percentile(waits, 99):.1f} ms; at most {answered.most_bytes / 1000:.0f} kB",
        flush=True,
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--claims", type=int, default=100_000)
    parser.add_argument("--seconds", type=float, default=10.0)
    parser.add_argument("--connections", type=int, default=16)
    parser.add_argument("--store", type=Path, metavar="FILE")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = options.store or Path(folder) / "pages.db"
        if options.store is None:
            fill(path, options.claims)
            for file in path.parent.glob(f"{path.name}*"):
                os.utime(file, (time.time() - _OLD_S,) * 2)
        with Store.open(path, read_only=True) as store:
            incidents = sorted(store.incidents(), key=lambda one: -len(one.claims))
            claims = sum(len(one.claims) for one in incidents)
            documents = [quote(row.id, safe="") for row in store.documents()[:2_000]]
        print(f"{claims:,d} claims in {len(incidents):,d} incidents")
        largest, *others = [f"/incidents/{quote(one.code, safe='')}" for one in incidents]
        with serving(path) as port:
            for what, addresses in (
                (f"one page, an incident of {len(incidents[0].claims)} claims", itertools.repeat(largest)),
                ("the same in Arabic", itertools.repeat(f"/ar{largest}")),
                ("the first page", itertools.repeat("/")),
                ("many incidents", iter(others)),
                ("many documents", iter(f"/documents/{name}" for name in documents)),
            ):
                asyncio.run(ask(port, itertools.islice(addresses, 1), 1, 60))  # warm
                show(what, asyncio.run(ask(port, addresses, options.connections, options.seconds)))


if __name__ == "__main__":
    main()
