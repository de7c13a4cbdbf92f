"""Distance on a sphere of the Earth's mean radius."""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt

EARTH_KM = 6371.0


def distance_km(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Between two points given as latitude and longitude in degrees.

    >>> round(distance_km((36.2, 37.16), (34.72, 36.73)))  # Aleppo, Homs
    169
    """
    lat, lon, lat2, lon2 = (radians(degree) for degree in (*one, *other))
    half = sin((lat2 - lat) / 2) ** 2 + cos(lat) * cos(lat2) * sin((lon2 - lon) / 2) ** 2
    return 2 * EARTH_KM * asin(min(1.0, sqrt(half)))
