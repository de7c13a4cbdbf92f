"""Imports a planted list in UCDP GED's columns and prints rows a second and memory.

    python -m benchmarks.speed.imports [--rows 10000] [--link]

Three times: the file alone with --check, into a fresh store, and the same again. With --link the rows are then linked.
"""

from __future__ import annotations

import argparse
import csv
import resource
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path
from random import Random

from counterclaim.imports.into_store import import_list
from counterclaim.imports.ucdp import LIST
from counterclaim.inputs.limits import DEFAULTS
from counterclaim.store import Store

_PAIRS = (("Government of Syria", "IS"), ("Government of Iraq", "IS"), ("Government of Yemen", "AQAP"), ("IS", "Civilians"))  # fmt: skip
_TOWNS = ("Hadira", "Orsa", "Dorel", "Sarum", "Kalat", "Meren", "Tavia", "Ostra")


def plant(path: Path, rows: int) -> None:
    """A list of invented events: four dyads, eight towns, ten years."""
    chance = Random(22)  # noqa: S311 - the same each time
    with path.open("w", encoding="utf-8", newline="") as file:
        writer: csv.DictWriter[str] | None = None
        for number in range(rows):
            side_a, side_b = chance.choice(_PAIRS)
            town = f"{chance.choice(_TOWNS)} {chance.randrange(500)}"
            day = (date(2010, 1, 1) + timedelta(days=chance.randrange(3650))).isoformat()
            best = chance.randrange(1, 40)
            row = {
                "id": number,
                "relid": f"XXX-{day[:4]}-1-{number}",
                "year": day[:4],
                "type_of_violence": 3 if side_b == "Civilians" else 1,
                "dyad_name": f"{side_a} - {side_b}",
                "side_a": side_a,
                "side_b": side_b,
                "number_of_sources": 2,
                "source_article": f"Coast Monitor,{day},Fighting near {town};Radio Orsa,{day},Dead near {town}",
                "source_office": "Coast Monitor;Radio Orsa",
                "source_headline": f"Fighting near {town};Dead near {town}",
                "where_prec": chance.randrange(1, 5),
                "where_coordinates": f"{town} town",
                "adm_1": "Orlova province",
                "latitude": round(33 + chance.random(), 5),
                "longitude": round(40 + chance.random(), 5),
                "country": "Iraq",
                "country_id": 645,
                "date_prec": 1,
                "date_start": f"{day} 00:00:00.000",
                "date_end": f"{day} 00:00:00.000",
                "deaths_a": 0,
                "deaths_b": 0 if side_b == "Civilians" else best,
                "deaths_civilians": best if side_b == "Civilians" else 0,
                "deaths_unknown": 0,
                "best": best,
                "high": best + chance.randrange(5),
                "low": max(0, best - chance.randrange(5)),
            }
            if writer is None:
                writer = csv.DictWriter(file, list(row))
                writer.writeheader()
            writer.writerow(row)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rows", type=int, default=10_000)
    parser.add_argument("--link", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        table = Path(folder) / "ged.csv"
        plant(table, options.rows)
        print(f"{options.rows:,} rows, {table.stat().st_size / 1e6:.1f} MB")
        _time("read alone", table, None, options.rows)
        with Store.open(Path(folder) / "x.db") as store:
            _time("added", table, store, options.rows)
            _time("again", table, store, options.rows)
            if options.link:
                _link(store, options.rows)
        print(f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB at most")


def _time(name: str, table: Path, store: Store | None, rows: int) -> None:
    wall, processor = time.perf_counter(), time.process_time()
    for _ in import_list(table, LIST, store, limits=DEFAULTS, check=store is None):
        pass
    _say(name, rows, wall, processor)


def _link(store: Store, rows: int) -> None:
    wall, processor = time.perf_counter(), time.process_time()
    while store.link():
        pass
    _say("linked", rows, wall, processor)


def _say(name: str, rows: int, wall: float, processor: float) -> None:
    took, busy = time.perf_counter() - wall, time.process_time() - processor
    print(f"{name}: {rows / took:,.0f} rows/s, {rows / busy:,.0f} a second of the processor")


if __name__ == "__main__":
    main()
