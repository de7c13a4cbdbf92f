"""What stands on the map at a zoom: incidents that lie alone, and groups of those too near to be told apart."""

from __future__ import annotations

from math import log2, pi
from typing import NamedTuple

import numpy as np

from counterclaim.core.sphere import EARTH_KM
from counterclaim.web.atlas import AREA, COUNTRY, Atlas, Counted, Flags, Floats, Ints
from counterclaim.web.mercator import TILE, Box

CELL = 52  # pixels of the grid by which incidents are grouped: a symbol of 40 and room around it
WIDE = 16  # pixels of radius from which an area is drawn by itself
MOST = 2_000  # marks of one picture; a part of the map with more cells is grouped more coarsely
FINEST = 14  # zoom

# How far apart the figures are: the ring around a mark.
SPREADS = ((1.0, 0), (1.5, 1), (3.0, 2))  # greatest ratio of the highest to the lowest figure, and the ring
WIDEST = 3  # ring of a larger ratio, or of one whose high end is open
_CELLS = 1 << 24  # of one side of the finest grid, so that a key holds both sides and the layer


class Mark(NamedTuple):
    """One symbol. Of a group, `number`, `speakers` and `spread` are 0."""

    lat: float  # the place, or the mean of a group's places
    lon: float
    incidents: int
    radius_km: float  # the place lies within it, the widest of a group's; 0 for a group of several places
    precision: int  # UCDP's where_prec; of a group of areas the coarsest
    number: int  # of the incident
    speakers: int
    spread: int  # 0 no two figures differ, to 3
    disputed: bool  # the incident, or one of the group
    box: Box  # of the middles of all places: a point for one place
    country: str  # ISO 3166 alpha-2 of a country; "" for other places

    @property
    def is_area(self) -> bool:
        """Whether what is known is no closer than an area: it is never drawn as a point."""
        return self.precision >= AREA

    @property
    def is_one_place(self) -> bool:
        """Whether all its incidents are placed at one point."""
        return self.box.west == self.box.east and self.box.south == self.box.north


def grouping_zoom(zoom: float, box: Box | None) -> int:
    """The whole zoom by which to group, no finer than a part of the map allows."""
    share = 1.0 if box is None else max((box.east - box.west) / 360 * (box.north - box.south) / 170, 1e-12)
    most = log2(MOST / share) / 2 + log2(CELL / TILE)  # at which the part has MOST cells
    return max(0, min(round(zoom), FINEST, int(most)))


def mark(atlas: Atlas, found: Flags, zoom: int, harm: str) -> list[Mark]:
    """The marks of all incidents found that are placed, from the areas to the exact places."""
    at: Ints = np.flatnonzero(found & atlas.placed)
    if not len(at):
        return []
    keys = _keys(atlas, at, zoom)
    order = np.argsort(keys, kind="stable")
    at, keys = at[order], keys[order]
    starts: Ints = np.flatnonzero(np.r_[True, keys[1:] != keys[:-1]])
    counts = np.diff(np.r_[starts, len(at)])
    south, north = _least_and_most(atlas.lat[at], starts)
    west, east = _least_and_most(atlas.lon[at], starts)
    lat, lon = (np.add.reduceat(column[at], starts) / counts for column in (atlas.lat, atlas.lon))
    wide = np.maximum.reduceat(atlas.radius_km[at], starts)
    spreads = _spread(atlas.counted(harm).taken(at[starts]))
    precision = np.maximum.reduceat(atlas.precision[at], starts)
    disputed = np.maximum.reduceat(atlas.disputed[at], starts)
    marks = []
    for group, (start, count) in enumerate(zip(starts.tolist(), counts.tolist(), strict=True)):
        row = int(at[start])
        one_place = west[group] == east[group] and south[group] == north[group]
        alone = count == 1
        marks.append(
            Mark(
                lat=float(south[group] if one_place else lat[group]),
                lon=float(west[group] if one_place else lon[group]),
                incidents=count,
                radius_km=float(wide[group]) if one_place else 0.0,
                precision=int(precision[group]),
                number=int(atlas.number[row]) if alone else 0,
                speakers=int(atlas.speakers[row]) if alone else 0,
                spread=int(spreads[group]) if alone else 0,
                disputed=bool(disputed[group]),
                box=Box(*(float(side[group]) for side in (west, south, east, north))),
                country=atlas.countries[atlas.country[row]] if precision[group] == COUNTRY else "",
            )
        )
    marks.sort(key=lambda one: (one.is_area, one.radius_km), reverse=True)
    return marks


def _keys(atlas: Atlas, at: Ints, zoom: int) -> Ints:
    """Equal for incidents of one group: points by cell, small areas by cell, wide areas by themselves."""
    side = TILE * 2.0**zoom / CELL
    km_per_pixel = 2 * pi * EARTH_KM * np.cos(np.radians(atlas.lat[at])) / (TILE * 2.0**zoom)
    area = atlas.precision[at] >= AREA
    wide = area & (atlas.radius_km[at] >= WIDE * km_per_pixel)
    cells = np.where(wide, float(_CELLS - 1), side)
    column = (atlas.x[at] * cells).astype(np.int64)
    row = (atlas.y[at] * cells).astype(np.int64)
    layer = np.where(wide, atlas.precision[at] + 2, area)
    keys: Ints = (layer.astype(np.int64) << 48) | (row << 24) | column
    return keys


def _least_and_most(values: Floats, starts: Ints) -> tuple[Floats, Floats]:
    return np.minimum.reduceat(values, starts), np.maximum.reduceat(values, starts)


def _spread(counted: Counted) -> Ints:
    """The ring of each incident: by how many times the highest figure is the lowest one, 1 at least."""
    ratio = np.maximum(counted.high, 1) / np.maximum(counted.low, 1)
    ring = np.full(len(ratio), WIDEST, dtype=np.int64)
    for most, narrower in reversed(SPREADS):
        ring[ratio <= most] = narrower
    ring[counted.open_above] = WIDEST
    ring[counted.high < 0] = 0
    return ring
