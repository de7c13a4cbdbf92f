"""Distances and steps on a sphere of the Earth's mean radius, in km."""

from __future__ import annotations

from math import asin, atan2, cos, degrees, radians, sin

import numpy as np
from numpy.typing import NDArray

from counterclaim.core.sphere import EARTH_KM

Floats = NDArray[np.float64]

BEARINGS = {  # degrees clockwise from north
    "north": 0.0,
    "northeast": 45.0,
    "east": 90.0,
    "southeast": 135.0,
    "south": 180.0,
    "southwest": 225.0,
    "west": 270.0,
    "northwest": 315.0,
}


def distances_km(lats: Floats, lons: Floats) -> Floats:
    """Between each two of n points.

    Args:
        lats: (n,), degrees.
        lons: (n,), degrees.

    Returns:
        (n, n), km.
    """
    lat, lon = np.radians(lats), np.radians(lons)
    on_sphere = np.stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)], axis=1)
    found: Floats = EARTH_KM * np.arccos(np.clip(on_sphere @ on_sphere.T, -1.0, 1.0))
    return found


def step(point: tuple[float, float], bearing: float, km: float) -> tuple[float, float]:
    """The point so far away in a direction.

    Args:
        point: latitude and longitude in degrees.
        bearing: degrees clockwise from north.
        km: how far.

    >>> step((0.0, 0.0), 90.0, 111.2)
    (0.0, 1.0)
    """
    lat, lon, way, turn = radians(point[0]), radians(point[1]), km / EARTH_KM, radians(bearing)
    to_lat = asin(sin(lat) * cos(way) + cos(lat) * sin(way) * cos(turn))
    to_lon = lon + atan2(sin(turn) * sin(way) * cos(lat), cos(way) - sin(lat) * sin(to_lat))
    return round(degrees(to_lat), 4), round((degrees(to_lon) + 180) % 360 - 180, 4)
