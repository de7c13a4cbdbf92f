"""A small map of one place and its surroundings, drawn by the server."""

from __future__ import annotations

from math import cos, radians
from typing import NamedTuple

from counterclaim.core.located import Located
from counterclaim.web.atlas import AREA, COUNTRY
from counterclaim.web.mercator import EDGE, Box, Frame, frame, lat_of, lon_of
from counterclaim.web.outlines import box_of, draw_land, draw_shape, shape_id, shapes

WIDTH, HEIGHT = 320, 220  # pixels
_AROUND_KM = (
    160.0  # so much is shown on every side of a town, so that a border or coast comes into the picture
)
_DEGREE_KM = 111.2
_LEAST = 5.0  # pixels of radius of the circle


class Locator(NamedTuple):
    """Land, and the place at (x, y): within `radius` pixels, or within `shape` where that is not ""."""

    frame: Frame
    land: str
    x: float
    y: float
    radius: float
    shape: str
    is_area: bool  # known no closer than to a province: no point is drawn


def draw_locator(where: Located) -> Locator:
    """The place in its surroundings: three times as far as it reaches, or a country as a whole."""
    key = shape_id(where.country) if where.precision == COUNTRY else None
    if key is not None:
        west, north, east, south = box_of(shapes()[key])
        box = Box(lon_of(west), lat_of(south), lon_of(east), lat_of(north))
    else:
        box = _around(where)
    picture = frame(box, WIDTH, HEIGHT, widest=0)
    x, y = picture.at(where.lat, where.lon)
    return Locator(
        frame=picture,
        land="".join(draw_land(picture)),
        x=round(float(x), 1),
        y=round(float(y), 1),
        radius=round(max(picture.pixels(where.radius_km, where.lat), _LEAST), 1),
        shape=draw_shape(shapes()[key], picture) if key is not None else "",
        is_area=where.precision >= AREA,
    )


def _around(where: Located) -> Box:
    north = max(_AROUND_KM, 3 * where.radius_km) / _DEGREE_KM
    east = north / max(cos(radians(where.lat)), 0.1)
    return Box(
        where.lon - east, max(where.lat - north, -EDGE), where.lon + east, min(where.lat + north, EDGE)
    )
