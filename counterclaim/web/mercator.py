"""Web Mercator: where a place lies on a flat map, and a frame of it as a picture shows it."""

from __future__ import annotations

from math import atan, cos, degrees, exp, log2, pi, radians
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from counterclaim.core.sphere import EARTH_KM

TILE = 256  # pixels of the whole world at zoom 0, as Leaflet counts
EDGE = 85.0511  # degrees of latitude at which the map is square


def unit_x(lon: ArrayLike) -> Any:
    """0 at the western edge of the world, 1 at the eastern."""
    return (np.asarray(lon, dtype=np.float64) + 180) / 360


def unit_y(lat: ArrayLike) -> Any:
    """0 at the northern edge of the map, 1 at the southern.

    >>> float(unit_y(0.0)), round(float(unit_y(90.0)), 3)
    (0.5, 0.0)
    """
    angle = np.radians(np.clip(np.asarray(lat, dtype=np.float64), -EDGE, EDGE))
    return 0.5 - np.log(np.tan(np.pi / 4 + angle / 2)) / (2 * np.pi)


def lon_of(x: float) -> float:
    """Degrees of longitude of a point that lies so far from west to east."""
    return x * 360 - 180


def lat_of(y: float) -> float:
    """Degrees of latitude of a point that lies so far from north to south.

    >>> round(lat_of(float(unit_y(35.3))), 6)
    35.3
    """
    return degrees(2 * atan(exp((0.5 - y) * 2 * pi)) - pi / 2)


class Box(NamedTuple):
    """West, south, east and north in degrees."""

    west: float
    south: float
    east: float
    north: float


class Frame(NamedTuple):
    """A picture of `width` by `height` pixels, its corner at (x, y) of the flat world, `scale` pixels wide."""

    x: float
    y: float
    scale: float
    width: int
    height: int

    @property
    def zoom(self) -> float:
        """Leaflet's zoom at which the map is as large."""
        return log2(self.scale / TILE)

    def at(self, lat: ArrayLike, lon: ArrayLike) -> tuple[Any, Any]:
        """Pixels from the left and from the top."""
        return (unit_x(lon) - self.x) * self.scale, (unit_y(lat) - self.y) * self.scale

    def pixels(self, km: float, lat: float) -> float:
        """How long a distance at this latitude is in the picture."""
        return km * self.scale / (2 * pi * EARTH_KM * cos(radians(min(abs(lat), EDGE))))


def frame(box: Box, width: int, height: int, margin: float = 0.08, widest: float = 12.0) -> Frame:
    """The picture that holds the box with a margin (a share of its size), and no less than `widest` degrees across."""
    x, y = float(unit_x(box.west)), float(unit_y(box.north))
    across, down = float(unit_x(box.east)) - x, float(unit_y(box.south)) - y
    room = 1 - 2 * margin
    scale = min(
        width * room / max(across, widest / 360),
        height * room / max(down, 1e-9),
        height / 0.0001,
    )
    scale = max(scale, float(width))  # never more than the whole world
    left = x + across / 2 - width / scale / 2
    top = y + down / 2 - height / scale / 2
    top = min(max(top, 0.0), max(1 - height / scale, 0.0))
    return Frame(min(max(left, 0.0), max(1 - width / scale, 0.0)), top, scale, width, height)
