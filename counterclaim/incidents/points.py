"""Places on the map as linking compares them: how far apart two must be, given what is known of either."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from counterclaim.core.located import Located
from counterclaim.core.sphere import distance_km

Point = tuple[float, float, float]  # latitude and longitude in degrees, radius in km

_NEAR_KM = 3.0  # between two places that may be one, where less is known of either
_MOST = 4  # places of one happening that are kept
DISTRICT = 3  # UCDP's where_prec up to which a place says something about a distance


def point_of(where: Located | None) -> Point | None:
    """The point of a place; None where nothing finer than a district is known."""
    if where is None or where.precision > DISTRICT:
        return None
    return where.lat, where.lon, where.radius_km


def km_beyond(one: Point, other: Point) -> float:
    """How much farther apart the two are than what is known of them allows; 0 or less: they may be one place.

    >>> round(km_beyond((36.2, 37.16, 15.0), (36.25, 37.2, 1.0)))
    -8
    """
    return distance_km(one[:2], other[:2]) - max(_NEAR_KM, one[2], other[2])


def exactest(points: Iterable[Point]) -> tuple[Point, ...]:
    """The places of one happening, the most exact first, a few at most."""
    return tuple(sorted(set(points), key=lambda point: (point[2], point))[:_MOST])


def nearest_km_beyond(some: Sequence[Point], others: Sequence[Point]) -> float | None:
    """`km_beyond` of the two places, one of each, that are nearest to each other; None where one has none."""
    return min((km_beyond(one, other) for one in some for other in others), default=None)
