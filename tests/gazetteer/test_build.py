"""The build command makes the shipped gazetteer of the tables that it is given."""

from __future__ import annotations

import runpy
from pathlib import Path
from typing import Any

from counterclaim.gazetteer import Gazetteer
from counterclaim.gazetteer.table import Table

BUILD = Path(__file__).parents[2] / "resources" / "build_gazetteer.py"


def town(number: int, name: str, lat: float, people: int, *others: str) -> dict[str, Any]:
    return {
        "geonameid": number,
        "name": name,
        "latitude": lat,
        "longitude": 37.2,
        "countrycode": "SY",
        "population": people,
        "admin1code": "09",
        "alternatenames": list(others),
    }


def test_towns_divisions_countries_and_our_own_places_come_together(tmp_path: Path) -> None:
    module = runpy.run_path(str(BUILD))
    sources = module["Sources"](
        towns=[town(1, "Tall Wardān", 36.1, 6_000, "Tel Wardan", "mdynt"), town(2, "Wardabad", 33.5, 90_000)],
        divided=[
            {
                "cc": "SY",
                "lat": "36.1",
                "lon": "37.2",
                "name": "Tall Wardan",
                "admin1": "Muhafazat Wardan",
                "admin2": "Upper District",
            }
        ],
        countries=[
            {
                "iso": "SY",
                "name": "Syria",
                "geonameid": 3,
                "population": 10,
                "areakm2": 185_180,
                "capital": "Wardabad",
            }
        ],
        states=[],
    )
    count = module["build"](sources, tmp_path / "own.gaz")
    gazetteer = Gazetteer(Table(tmp_path / "own.gaz"))
    kinds = {
        name: [(one.entry.kind, one.entry.country) for one in gazetteer.candidates(name)][:1]
        for name in ("Tel Wardan", "Wardabad", "Wardan", "Upper District", "Syria", "Rukban", "mdynt")
    }
    assert kinds == {
        "Tel Wardan": [("town", "SY")],
        "Wardabad": [("capital", "SY")],
        "Wardan": [("province", "SY")],
        "Upper District": [("district", "SY")],
        "Syria": [("country", "SY")],
        "Rukban": [("camp", "SY")],
        "mdynt": [],
    }
    assert count > 800  # with those of resources/
