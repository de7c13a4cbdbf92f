"""Takes decisions at the review desk through HTTP, as a person with a browser would, and prints how long they take.

    python -m benchmarks.speed.review [--claims 10000] [--decisions 500] [--store FILE]

A store with about so many planted claims is made in a temporary folder, or FILE is used as it is: the decisions
stay in it. Each decision is a form that is sent and the next claim that comes back; of ten, seven accept, two
reject and one corrects a figure. Then the queue is asked for in each order. Seconds are of the wall clock, server and
client on one machine.
"""

from __future__ import annotations

import argparse
import socket
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from html.parser import HTMLParser
from pathlib import Path

import httpx2
import numpy as np
import uvicorn

from benchmarks.quality.planted import CLAIMS_OF_A_HAPPENING, planted
from counterclaim.incidents.within import label_incidents
from counterclaim.run.local import link_store
from counterclaim.store import Store
from counterclaim.store.queue import ORDERS, Desk, find_queue
from counterclaim.web.app import create_app

ASKED = 30  # times that each queue is asked for


class Form(HTMLParser):
    """The hidden inputs of the first form that decides."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.sent: dict[str, str] = {}
        self.figure: str | None = None
        self._inside = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self._inside = "/review/decide" in given.get("action", "") and not self.sent
        if tag == "input" and self._inside and given.get("type") == "hidden":
            self.sent[given["name"]] = given["value"]
        if tag == "input" and given.get("name") == "field-min":
            self.figure = given["value"]


def fill(path: Path, claims: int) -> None:
    """Write and link planted documents with about so many claims."""
    with Store.open(path) as store:
        for told in planted(round(claims / CLAIMS_OF_A_HAPPENING)):
            store.write_sheet(label_incidents(told.sheet))
        began = time.perf_counter()
        link_store(store)
        print(f"linked and weighed in {time.perf_counter() - began:.0f} s")


@contextmanager
def serving(path: Path) -> Iterator[str]:
    """The desk over a store, on a free port of this machine."""
    listening = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(create_app(path), log_level="error", lifespan="off", ws="none"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    server.should_exit = True
    thread.join(timeout=10)


def decide(address: str, decisions: int) -> None:
    """Take so many decisions, one after the other, and print how long they took."""
    waits = []
    with httpx2.Client(base_url=address, headers={"Origin": address}, timeout=60) as client:
        page = client.get("/review").text
        began = time.perf_counter()
        for number in range(decisions):
            form = Form(page)
            choice: dict[str, str] = {"action": "accept"}
            if number % 10 in (3, 7):
                choice = {"action": "reject", "reason": "not_said"}
            elif number % 10 == 5 and form.figure:
                choice = {"action": "fix", "field-min": str(int(form.figure) + 1), "field-max": ""}
            sent = time.perf_counter()
            answer = client.post("/review/decide", data={**form.sent, **choice}, follow_redirects=True)
            waits.append(time.perf_counter() - sent)
            if answer.status_code != 200:
                raise SystemExit(f"decision {number + 1} was answered {answer.status_code}")
            page = answer.text
        seconds = time.perf_counter() - began
    print(
        f"{decisions} decisions in {seconds:.1f} s; each with the next claim: median "
        f"{1000 * np.median(waits):.0f} ms, p95 {1000 * np.percentile(waits, 95):.0f} ms, "
        f"slowest {1000 * max(waits):.0f} ms"
    )


def ask(path: Path) -> None:
    """Ask for the first hundred claims of each order, and print how long it takes."""
    with Store.open(path, read_only=True) as store, store.reading() as connection:
        count = connection.exec_driver_sql("SELECT count(*) FROM claims").scalar()
        for order in ORDERS:
            for coding in (False, True):
                desk = Desk(who="somebody", order=order, coding=coding, share=0.2)
                waits = []
                for _ in range(ASKED):
                    began = time.perf_counter()
                    find_queue(connection, desk, 100)
                    waits.append(time.perf_counter() - began)
                print(
                    f"queue of {count:,} claims, {order}{', coding' if coding else ''}: median "
                    f"{1000 * np.median(waits):.1f} ms, slowest {1000 * max(waits):.1f} ms"
                )


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--claims", type=int, default=10_000)
    parser.add_argument("--decisions", type=int, default=500)
    parser.add_argument("--store", type=Path, metavar="FILE")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = options.store or Path(folder) / "review.db"
        if options.store is None:
            fill(path, options.claims)
        with serving(path) as address:
            decide(address, options.decisions)
        ask(path)


if __name__ == "__main__":
    main()
