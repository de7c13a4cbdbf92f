"""Outlines of countries, from Natural Earth, for pictures that the server draws itself.

The same file is what the map in the browser is drawn from. Borders are those held when it was made, no more.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

import msgspec
import numpy as np

from counterclaim.export.countries import country_of
from counterclaim.web.atlas import Floats
from counterclaim.web.mercator import Frame, unit_x, unit_y
from counterclaim.web.render import STATIC

FILE = STATIC / "vendor" / "world-atlas" / "outlines.json"
EDITION = "Natural Earth 4.1.0"
DRAWN = "2018-05"  # EDTF of the edition

_Point = tuple[float, float]
# In pixels: what is smaller is left out, and points nearer to each other than this are one. 2 keeps the picture of
# the whole world under 45 kB and is hardly seen beside lines one pixel wide.
_FINEST = 2


class Ring(NamedTuple):
    """A closed line on the flat world: (points, 2), from 0 to 1; and the box it lies in."""

    points: Floats
    box: tuple[float, float, float, float]  # least x and y, greatest x and y


class Shape(NamedTuple):
    """A country: outer rings and holes alike, to be filled by the even-odd rule."""

    name: str  # English, as Natural Earth has it
    rings: tuple[Ring, ...]


class _Geometry(msgspec.Struct, tag_field="type", tag=False):
    arcs: list[list[int | list[int]]] = []  # of a polygon, rings; of several, polygons
    id: str = ""
    properties: dict[str, str] = {}


class _Collection(msgspec.Struct):
    geometries: list[_Geometry]


class _Transform(msgspec.Struct):
    scale: tuple[float, float]
    translate: tuple[float, float]


class _Topology(msgspec.Struct):
    objects: dict[str, _Collection]
    arcs: list[list[tuple[int, int]]]
    transform: _Transform


@cache
def shapes() -> dict[str, Shape]:
    """Every country by the three digits of its ISO 3166 code, or by its name where it has none."""
    topology = msgspec.json.decode(FILE.read_bytes(), type=_Topology)
    scale, translate = np.array(topology.transform.scale), np.array(topology.transform.translate)
    lines = [np.cumsum(np.array(arc), axis=0) * scale + translate for arc in topology.arcs]
    found: dict[str, Shape] = {}
    for one in topology.objects["countries"].geometries:
        name = one.properties["name"]
        key = one.id or name
        rings = tuple(ring for arcs in _rings_of(one.arcs) for ring in _unrolled(_joined(arcs, lines)))
        known = found.get(key)  # Australia's code is that of some outlying islands too
        found[key] = Shape(known.name if known else name, (*(known.rings if known else ()), *rings))
    return found


def shape_id(alpha2: str | None) -> str | None:
    """The key in `shapes` of a country by its ISO code; None where no outline of it is at hand.

    >>> shape_id("SY"), shape_id("XK"), shape_id("")
    ('760', 'Kosovo', None)
    """
    country = country_of(alpha2)
    if country is None:
        return None
    key = country.name if country.numeric is None else f"{country.numeric:03d}"
    return key if key in shapes() else None


def middle_of(shape: Shape) -> tuple[float, float]:
    """Where a country's name stands on the flat world: the centre of gravity of its largest part."""
    ring = _largest(shape)
    x, y = ring.points.T
    after_x, after_y = np.roll(x, -1), np.roll(y, -1)
    cross = x * after_y - after_x * y
    area = float(cross.sum())
    if area == 0:  # an islet of two points
        left, top, right, bottom = ring.box
        return (left + right) / 2, (top + bottom) / 2
    return float(((x + after_x) * cross).sum() / area / 3), float(((y + after_y) * cross).sum() / area / 3)


def box_of(shape: Shape) -> tuple[float, float, float, float]:
    """Least x and y, greatest x and y of the country's largest part, on the flat world."""
    return _largest(shape).box


def _largest(shape: Shape) -> Ring:
    return max(shape.rings, key=lambda ring: (ring.box[2] - ring.box[0]) * (ring.box[3] - ring.box[1]))


def draw_land(frame: Frame) -> list[str]:
    """Path data of each country that the frame shows, in whole pixels."""
    return [path for shape in shapes().values() if (path := draw_shape(shape, frame))]


def draw_shape(shape: Shape, frame: Frame) -> str:
    """Path data of the part of a country that the frame shows; "" where it shows none."""
    edge = 4 / frame.scale  # lines along the cut lie outside the picture
    view = (
        frame.x - edge,
        frame.y - edge,
        frame.x + frame.width / frame.scale + edge,
        frame.y + frame.height / frame.scale + edge,
    )
    parts = []
    for ring in shape.rings:
        left, top, right, bottom = ring.box
        if right < view[0] or left > view[2] or bottom < view[1] or top > view[3]:
            continue
        if max(right - left, bottom - top) * frame.scale < _FINEST:
            continue
        inside = left >= view[0] and top >= view[1] and right <= view[2] and bottom <= view[3]
        points = ring.points.tolist() if inside else _cut(ring.points.tolist(), view)
        parts.append(_path(points, frame))
    return "".join(parts)


def _path(points: Sequence[_Point], frame: Frame) -> str:
    """A closed path through the points that lie apart, in whole pixels; "" where fewer than three do."""
    pixels: list[tuple[int, int]] = []
    for x, y in points:
        at = (round((x - frame.x) * frame.scale), round((y - frame.y) * frame.scale))
        if not pixels or abs(at[0] - pixels[-1][0]) + abs(at[1] - pixels[-1][1]) >= _FINEST:
            pixels.append(at)
    if len(pixels) < 3:
        return ""
    steps = [f"{x - x0} {y - y0}" for (x0, y0), (x, y) in pairwise(pixels)]
    return f"M{pixels[0][0]} {pixels[0][1]}l{' '.join(steps)}z".replace(" -", "-")


def _cut(points: Sequence[_Point], view: tuple[float, float, float, float]) -> list[_Point]:
    """The part of a ring within a box, after Sutherland and Hodgman."""
    kept = list(points)
    for axis, bound, sign in ((0, view[0], 1), (1, view[1], 1), (0, view[2], -1), (1, view[3], -1)):
        kept = list(_cut_by(kept, axis, bound, sign))
    return kept


def _cut_by(points: list[_Point], axis: int, bound: float, sign: int) -> Iterator[_Point]:
    for at, here in enumerate(points):
        before = points[at - 1]
        here_in, before_in = sign * (here[axis] - bound) >= 0, sign * (before[axis] - bound) >= 0
        if here_in != before_in:
            share = (bound - before[axis]) / (here[axis] - before[axis])
            yield (
                before[0] + share * (here[0] - before[0]),
                before[1] + share * (here[1] - before[1]),
            )
        if here_in:
            yield here


def _rings_of(arcs: Sequence[Sequence[int | list[int]]]) -> Iterator[Sequence[int]]:
    """The rings of a polygon, or of several."""
    for one in arcs:
        plain = [arc for arc in one if isinstance(arc, int)]
        if plain:
            yield plain
        yield from (ring for ring in one if not isinstance(ring, int))


def _joined(arcs: Sequence[int], lines: Sequence[Floats]) -> Floats:
    """The points of a ring of arcs, (points, 2); an arc that is counted down from -1 is run through backwards."""
    parts = [lines[arc] if arc >= 0 else lines[~arc][::-1] for arc in arcs]
    return np.concatenate([parts[0], *(part[1:] for part in parts[1:])])


def _unrolled(points: Floats) -> Iterator[Ring]:
    """A ring that runs on over the 180th degree instead of jumping across the world, and the same one turn away
    where it does; Antarctica goes down to the pole.
    """
    jumps = np.diff(points[:, 0])
    turns = np.r_[0, np.cumsum(np.where(abs(jumps) > 180, -360 * np.sign(jumps), 0))]
    lon, lat = points[:, 0] + turns, points[:, 1]
    if abs(lon[-1] - lon[0]) > 180:
        lon, lat = np.r_[lon, lon[-1], lon[0]], np.r_[lat, -90, -90]
    copies = [0, *([-360] if lon.max() > 180 else []), *([360] if lon.min() < -180 else [])]
    for turn in copies:
        flat = np.column_stack((unit_x(lon + turn), unit_y(lat)))
        (left, top), (right, bottom) = flat.min(axis=0), flat.max(axis=0)
        yield Ring(flat, (float(left), float(top), float(right), float(bottom)))
