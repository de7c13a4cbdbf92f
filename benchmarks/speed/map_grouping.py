"""Times what the map counts over columns of a million planted incidents, without a store.

    python -m benchmarks.speed.map_grouping [--incidents 1000000]

Milliseconds of processor time to choose and group what an address asks for, as `/map/marks` does, and to draw the timeline.
"""

from __future__ import annotations

import argparse
import time
from datetime import date

import numpy as np

from counterclaim.web.atlas import STATED, Atlas, Tolls
from counterclaim.web.choice import Choice, choose
from counterclaim.web.marks import grouping_zoom, mark
from counterclaim.web.mercator import Box, unit_x, unit_y
from counterclaim.web.timeline import draw_timeline

_PLACES, _PROVINCES = 20_000, 1_500
_ASKED = (
    ("the world", 2, Choice()),
    ("one kind, three years", 3, Choice(kind="shelling", first=date(2012, 1, 1), last=date(2014, 12, 31))),
    ("a region", 5, Choice(box=Box(20, 25, 60, 45))),
    ("a province", 9, Choice(box=Box(34, 32, 40, 36))),
)


def plant(incidents: int, seed: int = 1) -> Atlas:
    """Columns of so many incidents, all placed and dated, in the order of time."""
    random = np.random.default_rng(seed)
    places = random.normal(size=(_PLACES, 2)) * [14, 22] + [30, 38]
    at = random.integers(0, _PLACES, incidents)
    lat, lon = np.clip(places[at, 0], -84, 84), places[at, 1]
    province = at < _PROVINCES
    first = np.sort(random.integers(date(2011, 1, 1).toordinal(), date(2020, 12, 1).toordinal(), incidents))
    low, open_above = random.integers(1, 50, incidents), random.random(incidents) < 0.1
    return Atlas(
        number=np.arange(1, incidents + 1),
        kind=random.integers(0, 2, incidents),
        country=random.integers(0, 2, incidents),
        speakers=random.integers(0, 9, incidents),
        disputed=random.random(incidents) < 0.1,
        lat=lat,
        lon=lon,
        x=unit_x(lon),
        y=unit_y(lat),
        radius_km=np.where(province, 70.0, 4.0),
        precision=np.where(province, 4, 1),
        dated=np.full(incidents, STATED),
        first=first,
        last=first + random.integers(0, 30, incidents),
        kinds=("air_strike", "shelling"),
        countries=("IQ", "SY"),
        tolls={"killed": Tolls(np.arange(incidents), low, 2 * low, open_above)},
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--incidents", type=int, default=1_000_000)
    atlas = plant(parser.parse_args().incidents)
    for name, zoom, choice in _ASKED:
        took, marks = [], 0
        for _ in range(7):
            began = time.process_time()
            marks = len(mark(atlas, choose(atlas, choice), grouping_zoom(zoom, choice.box), "killed"))
            took.append(1000 * (time.process_time() - began))
        print(f"{np.median(took):5.0f} ms median, {max(took):5.0f} ms slowest, {marks:5,d} marks: {name}")
    everything = choose(atlas, Choice())
    began = time.process_time()
    draw_timeline(atlas, everything, everything, Choice())
    print(f"{1000 * (time.process_time() - began):5.0f} ms: timeline")


if __name__ == "__main__":
    main()
