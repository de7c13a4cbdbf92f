"""Kinds of places, how exactly each lies on the map, and how GeoNames calls them."""

from __future__ import annotations

from math import sqrt
from typing import Literal, get_args

Kind = Literal[
    "country",
    "capital",
    "city",
    "town",
    "village",
    "quarter",
    "province",
    "district",
    "region",
    "water",
    "camp",
    "airport",
    "base",
    "crossing",
    "site",
]
KINDS: tuple[Kind, ...] = get_args(Kind)  # stored by their position: append only
SETTLEMENTS: frozenset[Kind] = frozenset({"capital", "city", "town", "village", "quarter"})
AREAS: frozenset[Kind] = frozenset({"country", "province", "district", "region", "water"})

CITY, TOWN = 50_000, 5_000  # people from which on a settlement is called so

# UCDP's where_prec: 1 exact, 3 second-level division, 4 first-level division, 5 larger or fuzzy, 6 country, 7 water.
PRECISION: dict[Kind, int] = dict.fromkeys(KINDS, 1) | {
    "district": 3,
    "province": 4,
    "region": 5,
    "country": 6,
    "water": 7,
}

_BY_CODE: dict[str, Kind] = {
    "ADM1": "province",
    "ADM2": "district",
    "ADM3": "district",
    "ADM4": "district",
    "ADM5": "district",
    "ADMD": "district",
    "PPLC": "capital",
    "PPLX": "quarter",
    "AIRP": "airport",
    "AIRF": "airport",
    "AIRB": "base",
    "MILB": "base",
    "INSM": "base",
    "NVB": "base",
    "CMPRF": "camp",
    "STNB": "site",
    "PSTB": "crossing",
    "CSTM": "crossing",
    "CNS": "region",
    "ISL": "region",
    "ISLS": "region",
}
_BY_CLASS: dict[str, Kind] = {
    "H": "water",
    "L": "region",
    "P": "village",
    "R": "site",
    "S": "site",
    "T": "region",
    "U": "water",
    "V": "region",
    "A": "region",
}
_RADIUS_KM: dict[Kind, float] = {
    "province": 100.0,
    "district": 25.0,
    "region": 20.0,
    "water": 30.0,
    "country": 300.0,
    "camp": 2.0,
    "airport": 3.0,
    "base": 5.0,
    "crossing": 2.0,
    "quarter": 2.0,
    "site": 1.0,
}


def kind_of_code(feature_class: str, feature_code: str, population: int) -> Kind:
    """The kind of a GeoNames feature.

    >>> kind_of_code("A", "ADM1", 0), kind_of_code("P", "PPL", 60_000)
    ('province', 'city')
    """
    if feature_code.startswith("PCL"):
        return "country"
    if feature_class == "P" and feature_code not in _BY_CODE:
        return settlement_of(population)
    return _BY_CODE.get(feature_code) or _BY_CLASS.get(feature_class, "site")


def settlement_of(population: int) -> Kind:
    """What a settlement of so many people is called."""
    return "city" if population >= CITY else "town" if population >= TOWN else "village"


def usual_radius_km(kind: Kind, population: int) -> float:
    """The radius of a place of which only its kind and people are known.

    A settlement grows with the root of its people: 1 km for a village, 12 km for a million, 30 km at most.
    """
    if kind in SETTLEMENTS and kind != "quarter":
        return min(30.0, max(1.0, 0.012 * sqrt(population)))
    return _RADIUS_KM[kind]
