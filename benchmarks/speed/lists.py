"""Times the pages of lists over a store of many planted claims.

    python -m benchmarks.speed.lists [--claims 10000] [--store FILE] [--requests 50] [--explain]

Claims are planted and linked once, to 10,000, and then copied with names, days and places of their own until there
are enough. Milliseconds are those that the processor spent on this process, without a network: "first" as nobody
has asked since the store was written, "signed in" with a cookie, so that no whole page is kept but counts are,
"kept" as anybody without a cookie gets it. With --store the store is kept, and used again.
"""

from __future__ import annotations

import argparse
import gc
import sqlite3
import tempfile
import time
from contextlib import closing
from pathlib import Path

import numpy as np
from starlette.testclient import TestClient

from benchmarks.quality.planted import planted
from counterclaim.core.incidents import FiledClaim
from counterclaim.incidents.across import link
from counterclaim.incidents.filing import file_claims
from counterclaim.incidents.within import label_incidents
from counterclaim.store import Store
from counterclaim.store.counts import recount
from counterclaim.store.select import LISTS, parse_selection
from counterclaim.store.select.statement import count_statement, rows_statement
from counterclaim.web.app import create_app

PLANTED = 10_000  # claims that are written and linked as in life; a document takes some 20 ms
PAGES = (
    "/",
    "/?speaker=Valley+Guard",
    "/claims",
    "/claims?type=casualty",
    "/claims?q=hospital",
    "/claims?type=casualty&speaker=Valley+Guard",
    "/claims?sort=-figure_min",
    "/incidents",
    "/speakers",
    "/outlets",
    "/places",
    "/documents",
    "/control",
)
# Of copies: what makes a name, day or place another one than it was copied from.
_CHANGED = {
    "outlet": "outlet || ' ' || :copy",
    "published": "date(published, '+' || (37 * :copy) || ' days')",
    "published_first": "date(published_first, '+' || (37 * :copy) || ' days')",
    "published_last": "date(published_last, '+' || (37 * :copy) || ' days')",
    "place": "CASE WHEN :copy % 3 = 0 THEN place || ' ' || :copy ELSE place END",
    "speaker": "CASE WHEN :copy % 2 = 0 THEN speaker || ' ' || :copy ELSE speaker END",
}
_KEYS = {
    "documents": ("id",),
    "articles": ("document_id",),
    "passages": ("document_id",),
    "claims": ("id", "document_id"),
    "claim_speakers": ("claim_id",),
    "claim_via": ("claim_id",),
    "incidents": ("code",),
    "incident_claims": ("code", "claim_id"),
    "relations": ("code", "claim_id", "other_id"),
}


def plant(path: Path, claims: int) -> None:
    """Make a store of so many claims at least."""
    filed: list[FiledClaim] = []
    with Store.open(path) as store:
        for told in planted(claims):
            sheet = label_incidents(told.sheet)
            store.write_sheet(sheet)
            filed += file_claims(sheet)
            if len(filed) >= min(claims, PLANTED):
                break
        store.write_incidents(link(filed))
    copies = -(-claims // len(filed)) - 1
    with closing(sqlite3.connect(path)) as connection:
        for table, keys in _KEYS.items():
            _copy(connection, table, keys, copies)
        connection.commit()
    with Store.open(path) as store, store.reading() as connection_:
        codes = connection_.exec_driver_sql("SELECT code FROM incidents").scalars().all()
    with Store.open(path) as store, store.writing() as connection_:
        recount(connection_, codes)
        connection_.exec_driver_sql("DELETE FROM unlinked")


def _copy(connection: sqlite3.Connection, table: str, keys: tuple[str, ...], copies: int) -> None:
    columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
    last = connection.execute(f"SELECT max(rowid) FROM {table}").fetchone()[0]  # noqa: S608
    told = []
    for name in columns:
        if name in keys:
            told.append(f"{name} || '-' || :copy")
        elif name == "number":
            told.append("number + (SELECT max(number) FROM incidents)")
        elif table == "passages" and name == "id":
            told.append("NULL")
        else:
            told.append(_CHANGED.get(name, f'"{name}"'))
    sql = f"INSERT INTO {table} SELECT {', '.join(told)} FROM {table} WHERE rowid <= :last"  # noqa: S608
    for copy in range(1, copies + 1):
        connection.execute(sql, {"copy": copy, "last": last})


def measure(path: Path, requests: int) -> None:
    """Print milliseconds of each page."""
    print(f"{'page':46} {'KiB':>5} {'first':>7} {'signed in: median':>18} {'p99':>7} {'kept':>6}")
    for address in PAGES:
        client = TestClient(create_app(path), base_url="http://localhost")
        gc.collect()
        gc.freeze()  # as `counterclaim serve` does
        first, size = _ask(client, address, {"cookie": "other=1"})
        again = [_ask(client, address, {"cookie": "other=1"})[0] for _ in range(requests)]
        _ask(client, address, {})
        kept = [_ask(client, address, {})[0] for _ in range(requests)]
        print(
            f"{address:46} {size / 1024:5.0f} {first:7.0f} {np.median(again):18.1f} "
            f"{np.percentile(again, 99):7.1f} {np.median(kept):6.1f}",
            flush=True,
        )


def _ask(client: TestClient, address: str, headers: dict[str, str]) -> tuple[float, int]:
    began = time.process_time()
    answer = client.get(address, headers=headers)
    spent = 1000 * (time.process_time() - began)
    if answer.status_code != 200:
        raise SystemExit(f"{address}: {answer.status_code}")
    return spent, len(answer.content)


def explain(path: Path) -> None:
    """Print how SQLite goes about the first page and the count of each list."""
    with Store.open(path, read_only=True) as store, store.reading() as connection:
        for name in LISTS:
            selection = parse_selection(name, [])
            for what, statement in (
                ("rows", rows_statement(selection)),
                ("count", count_statement(selection)),
            ):
                plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement.sql}", statement.values)
                print(f"{name}, {what}: " + "; ".join(row[3] for row in plan))


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--claims", type=int, default=10_000)
    parser.add_argument("--store", type=Path)
    parser.add_argument("--requests", type=int, default=50)
    parser.add_argument("--explain", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = options.store or Path(folder) / "lists.db"
        if not path.exists():
            plant(path, options.claims)
            time.sleep(2.1)  # what was written within the last two seconds is not kept
        if options.explain:
            explain(path)
        measure(path, options.requests)


if __name__ == "__main__":
    main()
