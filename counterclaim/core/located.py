"""A place on the map with its precision, and both in words."""

from __future__ import annotations

import msgspec


class Located(msgspec.Struct, frozen=True, kw_only=True):
    """A point or an area on the map: what is meant lies within `radius_km` of the point."""

    lat: float  # degrees, WGS 84
    lon: float
    radius_km: float
    precision: int  # UCDP's where_prec: 1 exact, 2 near, 3 district, 4 province, 5 larger or fuzzy, 6 country, 7 water
    name: str  # in the gazetteer
    kind: str  # capital, city, town, village, district, province, region, country, water, camp, base, …
    country: str = ""  # ISO 3166 alpha-2; "" where it lies in several
    admin1: str = ""  # name of the first-level division
    gazetteer_id: str = ""
    why: tuple[str, ...] = ()  # how it was found and chosen, in words


def located_words(located: Located) -> str:
    """The place with its precision: a province is never a pin.

    >>> located_words(Located(lat=35.0, lon=40.3, radius_km=90, precision=4, name="Deir ez-Zor", kind="province"))
    'somewhere in Deir ez-Zor province, ±90 km'
    >>> located_words(Located(lat=35.3, lon=40.1, radius_km=25, precision=2, name="Deir ez-Zor", kind="city"))
    'near Deir ez-Zor, ±25 km'
    """
    name = located.name
    if located.kind in ("province", "district") and located.kind not in name.lower().split():
        name = f"{name} {located.kind}"
    lead = {1: "", 2: "near ", 7: "on the water: "}.get(located.precision, "somewhere in ")
    around = [part for part in (located.admin1, located.country) if part and part not in located.name]
    inside = f" ({', '.join(around)})" if around else ""
    radius = f"{located.radius_km:,.0f}" if located.radius_km >= 1 else f"{located.radius_km:.1f}"
    return f"{lead}{name}{inside}, ±{radius} km"
