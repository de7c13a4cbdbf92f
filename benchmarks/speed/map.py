"""Times the map over planted incidents, and counts the frames that a browser draws while it is dragged.

    python -m benchmarks.speed.map [--incidents 20000 100000] [--browser] [--keep FOLDER]

For each number: seconds to read the store into an atlas (once, until the store is written to), and milliseconds of
an answer with marks, with timeline and list, and of the whole page, made anew each time. With --browser, Chromium
drags the map over the first store and counts frames. With --keep, the stores stay in the folder and are used again.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

from counterclaim.core.claims import Casualty
from counterclaim.core.located import Located
from counterclaim.store import Store, schema
from counterclaim.store.claim_rows import Carrier, claim_row, speaker_rows
from counterclaim.store.connect import make_engine
from counterclaim.store.counts import recount
from counterclaim.web.atlas_kept import open_atlas

CLAIMS_OF_AN_INCIDENT = 3
_BATCH = 2_000
_TOWNS = 4_000
_PROVINCES = 300
_KINDS = ("air_strike", "shelling", "bombing", "armed_clash")
_ANSWERS = (
    "/map/marks?zoom=2",
    "/map/marks?zoom=5&bbox=20,25,60,45",
    "/map/marks?zoom=9&bbox=34,32,40,36",
    "/map/found?bbox=20,25,60,45",
    "/map?when__from=2015-01-01&when__to=2016-06-30",
    "/map",
)


def plant(path: Path, incidents: int, seed: int = 1) -> None:
    """A store of so many incidents of three speakers each: nine of ten placed, one of eight without a year."""
    Store.open(path).close()
    random = Random(seed)  # noqa: S311 - planted claims, no secrets
    places = [*_places(random, _TOWNS, 1, 4.0), *_places(random, _PROVINCES, 4, 70.0)]
    engine = make_engine(path, read_only=False)
    for start in range(0, incidents, _BATCH):
        rows = _rows(random, places, range(start, min(start + _BATCH, incidents)))
        with engine.connect().execution_options(writing=True) as connection, connection.begin():
            for table, some in rows.items():
                connection.execute(schema.metadata.tables[table].insert(), some)
            recount(connection, [row["code"] for row in rows["incidents"]])
    engine.dispose()


def _places(random: Random, count: int, precision: int, radius_km: float) -> list[Located]:
    return [
        Located(
            lat=round(random.gauss(30, 14), 5),
            lon=round(random.gauss(38, 22), 5),
            radius_km=radius_km,
            precision=precision,
            name=f"Place {precision}-{number}",
            kind="town" if precision == 1 else "province",
            country=random.choice(("SY", "IQ", "YE", "SD", "UA")),
        )
        for number in range(count)
    ]


def _rows(random: Random, places: list[Located], numbers: range) -> dict[str, list[dict[str, Any]]]:
    document = {
        "id": f"d{numbers.start}", "doc": f"planted-{numbers.start}", "origin": "planted", "sha256": "", "encoding": "utf-8",
        "text": "", "n_chars": 0, "stages": "[]", "first_read_at": "", "read_at": "",
    }  # fmt: skip
    rows: dict[str, list[dict[str, Any]]] = {
        "documents": [document], "claims": [], "claim_speakers": [], "incidents": [], "incident_claims": [],
    }  # fmt: skip
    for number in numbers:
        where = random.choice(places) if random.random() < 0.9 else None
        when = _when(random)
        code = f"CC-{number:07d}"
        kind = random.choice(_KINDS)
        place = where.name if where else "the village"
        title = f"{kind.replace('_', ' ').capitalize()}, {place}"
        rows["incidents"].append(
            {
                "code": code,
                "number": number + 1,
                "title": title,
                "kind": kind,
                "place": place,
                "when_edtf": when,
                "basis": "planted",
                "maker": "planted",
                "previous_codes": "[]",
            }
        )
        low = int(10 ** random.uniform(0, 2.5))
        for told in range(CLAIMS_OF_AN_INCIDENT):
            claim = Casualty(
                id=f"{number}-{told}", start=told, end=told + 1, quote="", harm="killed", when=when, place=place,
                min=low, max=None if random.random() < 0.2 else low + random.randint(0, low),
                scope="incident", explicitness="named", speakers=(f"Speaker {random.randint(1, 400)}",), where=where,
            )  # fmt: skip
            rows["claims"].append(
                claim_row(str(document["id"]), claim, None, Carrier("Planted", "2016-01-01"))
            )
            rows["claim_speakers"] += speaker_rows(claim)
            rows["incident_claims"].append({"code": code, "position": told, "claim_id": claim.id})
    return rows


def _when(random: Random) -> str | None:
    """A day in ten years, sometimes the month or year only, a day without its year, or nothing."""
    year, month, day = random.randint(2011, 2020), random.randint(1, 12), random.randint(1, 28)
    kinds = (
        f"{year}-{month:02d}-{day:02d}",
        f"{year}-{month:02d}",
        str(year),
        f"XXXX-{month:02d}-{day:02d}",
        None,
    )
    return random.choices(kinds, (70, 12, 5, 8, 5))[0]


def _stores(folder: Path, numbers: list[int]) -> Iterator[tuple[int, Path]]:
    for incidents in numbers:
        path = folder / f"map-{incidents}.db"
        if not path.exists():
            plant(path, incidents)
        yield incidents, path


def measure(incidents: int, path: Path) -> None:
    """Print what the atlas and each kind of answer took."""
    from starlette.testclient import TestClient

    from counterclaim.web.app import create_app

    time.sleep(2.1)  # a store written to within two seconds is read anew each time
    with Store.open(path, read_only=True) as store:
        began = time.perf_counter()
        open_atlas(store)
        print(f"{incidents:,d} incidents: atlas read in {time.perf_counter() - began:.2f} s")
    client = TestClient(create_app(path), base_url="http://localhost")
    for address in _ANSWERS:
        took, size = [], 0
        for again in range(7):  # an address of its own each time, so that no answer is given again
            separator = "&" if "?" in address else "?"
            began = time.perf_counter()
            answer = client.get(f"{address}{separator}again={again}")
            took.append(1000 * (time.perf_counter() - began))
            answer.raise_for_status()
            size = len(answer.content)
        print(
            f"  {statistics.median(took):6.0f} ms median, {max(took):6.0f} ms slowest, {size:9,d} bytes  {address}"
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--incidents", type=int, nargs="+", default=[20_000, 100_000])
    parser.add_argument("--browser", action="store_true")
    parser.add_argument("--keep", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.keep or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        stores = list(_stores(folder, options.incidents))
        for incidents, path in stores:
            measure(incidents, path)
        if options.browser:
            from benchmarks.speed.map_browser import drag  # playwright is for development only

            drag(*stores[0])


if __name__ == "__main__":
    main()
