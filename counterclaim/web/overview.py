"""The map as a picture that the server draws: complete without scripts, and there before they are."""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import Connection

from counterclaim.core.incidents import Incident
from counterclaim.store.positions import read_told
from counterclaim.web.atlas import COUNTRY, Atlas, Flags
from counterclaim.web.choice import Choice
from counterclaim.web.marks import Mark, mark
from counterclaim.web.mercator import Box, Frame, frame
from counterclaim.web.outlines import draw_land, draw_shape, shape_id, shapes
from counterclaim.web.places import country_names

WIDTH, HEIGHT = 720, 400  # pixels
_WORLD = Box(-170, -56, 180, 75)
_LEAST = 9  # pixels of radius of an area, so that it can be pointed at
MOST = 400  # symbols of the picture
LETTER = 8  # pixels that a letter of a country's name takes at most


class Symbol(NamedTuple):
    """A mark in pixels. `shape` is the outline of a country; "" is a circle of `radius`."""

    mark: Mark
    x: float
    y: float
    radius: float  # of the place
    shape: str
    size: float  # radius of the symbol in the middle; areas have none
    incident: Incident | None  # of a group None
    choice: Choice  # what is behind a group


class Overview(NamedTuple):
    """Land and symbols in a frame."""

    frame: Frame
    land: str
    names: tuple[
        tuple[str, int, int], ...
    ]  # of countries wide enough to hold them, and their middles in pixels
    symbols: tuple[Symbol, ...]


def draw_overview(connection: Connection, atlas: Atlas, found: Flags, choice: Choice) -> Overview:
    """All incidents found that are placed, in the part of the map that is chosen or that holds them."""
    picture = frame(choice.box or extent_of(atlas, found), WIDTH, HEIGHT, margin=0 if choice.box else 0.08)
    marks = mark(atlas, found, max(0, round(picture.zoom)), choice.counted)[-MOST:]
    told = read_told(connection, [one.number for one in marks if one.incidents == 1])
    incidents = {one.number: one.incident for one in told}
    symbols = (_symbol(one, picture, incidents.get(one.number), choice) for one in marks)
    return Overview(picture, "".join(draw_land(picture)), _names(picture), tuple(symbols))


def symbol_size(one: Mark) -> float:
    """Pixels of radius: by speakers for an incident, by incidents for a group.

    The browser's symbols are of the same size (static/map-symbols.js).
    """
    if one.incidents == 1:
        return 6.0 + 2.0 * min(one.speakers, 6)
    return 10.0 + 2.5 * len(str(one.incidents))


def _names(picture: Frame) -> tuple[tuple[str, int, int], ...]:
    found = []
    for one in country_names():
        x, y = (one.x - picture.x) * picture.scale, (one.y - picture.y) * picture.scale
        room = one.width * picture.scale >= LETTER * len(one.name)
        if room and 0 < x < picture.width and 0 < y < picture.height:
            found.append((one.name, round(x), round(y)))
    return tuple(found)


def extent_of(atlas: Atlas, found: Flags) -> Box:
    """The part of the world in which the incidents lie, most of all those closer placed than by their country."""
    near = found & atlas.placed & (atlas.precision < COUNTRY)
    shown = near if near.any() else found & atlas.placed
    if not shown.any():
        return _WORLD
    lat, lon = atlas.lat[shown], atlas.lon[shown]
    return Box(float(lon.min()), float(lat.min()), float(lon.max()), float(lat.max()))


def _symbol(one: Mark, picture: Frame, incident: Incident | None, choice: Choice) -> Symbol:
    x, y = (round(float(at), 1) for at in picture.at(one.lat, one.lon))
    radius = picture.pixels(one.radius_km, one.lat)
    country = shape_id(one.country)
    shape = draw_shape(shapes()[country], picture) if country is not None and one.is_one_place else ""
    spot = (one.lat, one.lon) if one.is_one_place else None
    return Symbol(
        mark=one,
        x=x,
        y=y,
        radius=round(max(radius, _LEAST if one.is_area else 0), 1),
        shape=shape,
        size=symbol_size(one),
        incident=incident,
        choice=choice._replace(spot=spot) if spot else choice._replace(box=_around(one.box)),
    )


def _around(box: Box) -> Box:
    """The box with a margin, so that the places at its edge are inside."""
    slack = max(box.east - box.west, box.north - box.south, 0.01) * 0.05
    return Box(box.west - slack, box.south - slack, box.east + slack, box.north + slack)
