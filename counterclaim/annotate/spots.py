"""What the words around a place narrow it to: "near X", "20 km south of X", "eastern X", "between X and Y"."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from counterclaim.core.counts import parse_number
from counterclaim.core.errors import DataError
from counterclaim.core.located import Located
from counterclaim.core.patterns import Match, pattern
from counterclaim.core.sphere import distance_km
from counterclaim.core.types import PlaceMention
from counterclaim.gazetteer.earth import BEARINGS, step
from counterclaim.gazetteer.kinds import AREAS, SETTLEMENTS

LOOK_BACK = 90  # code points before a name

NEAR_KM = 25.0  # "near X": UCDP's limited area around a known place
OUTSKIRTS_KM = 15.0
BESIDE_KM = 12.0  # "south of X" without a distance: so far off, and no surer than NEAR_KM
# How near a site named after a town lies, where the gazetteer lacks it.
SITE_KM = {"airport": 15.0, "base": 15.0, "camp": 5.0, "crossing": 10.0}
MILE_KM = 1.609
NARROW_KM = 25.0  # between two places half so far apart it is still a limited area
A_FEW = 3.0  # "a few kilometres", "several miles"

_SIDE = r"(?:north|south)(?:[-\ ]?(?:east|west))?(?:ern)?|(?:east|west)(?:ern)?|central"
_OF = r"""(?: the\ )? (?: (?: \p{L}+\ )? (?: city | town | village | capital | district | province | governorate )
    (?: \ of | , )? \ )?"""
_FAR = r"(?P<far> \d[\d.,]* | a\ few | several | dozens\ of | [a-z]+(?:-[a-z]+)? )\ ?(?P<unit> km | kms | kilomet(?:re|er)s? | miles? | mi\b )"

_AT_DISTANCE = pattern(
    rf"\b{_FAR} (?:\ \([^)]*\))? \ (?:to\ the\ )?(?P<side> {_SIDE})\ of\ {_OF}$", ignore_case=True
)
_AWAY = pattern(
    rf"\b{_FAR} (?:\ \([^)]*\))? \ (?: from | outside(?:\ of)? | away\ from | off )\ {_OF}$", ignore_case=True
)
_BESIDE = pattern(rf"\b(?: to\ the\ | just\ )?(?P<side> {_SIDE})\ of\ {_OF}$", ignore_case=True)
_NEAR = pattern(
    rf"""\b(?: (?P<edge> (?:outskirts | suburbs? | edges? | fringes? | periphery | gates? | entrances?)\ of | just\ outside )
        | near(?:by|\ to)? | close\ to | around | outside | in\ the\ vicinity\ of | in\ the\ area\ of | not\ far\ from
        | towards? | approaching | en\ route\ to | countryside\ (?:of|around) )\ {_OF}$""",
    ignore_case=True,
)
_PART = pattern(
    rf"(?:^|[^\p{{L}}-])(?P<side> {_SIDE})\ (?:parts?\ of\ (?:the\ (?:city|town|village|province)\ of\ |the\ )?)?$",
    ignore_case=True,
)
_BETWEEN = pattern(rf"\bbetween\ {_OF}$", ignore_case=True)
_AND = pattern(rf"\ and\ {_OF}", ignore_case=True)
_OF_THE_TOWN = pattern(r"(?:\ \p{L}+){0,2}(?:,|\ in|,\ in)\ (?:the\ (?:city|town)\ of\ )?", ignore_case=True)
_AWAY_FROM_IT = pattern(
    rf"^[\p{{L}}\ ]{{0,30}}?,?\ (?:to|on|in)\ the\ (?P<side> {_SIDE})(?:\ side|\ edge|\ part)?\ of\ (?:the\ (?:city|town|village|capital)|it)\b",
    ignore_case=True,
)


def with_spots(text: str, places: Sequence[PlaceMention]) -> list[PlaceMention]:
    """The places, each with the spot that the words around it tell of, where they tell of any."""
    return [
        place if spot is None else replace(place, spot=spot)
        for at, place in enumerate(places)
        for spot in [_spot(text, places, at)]
    ]


def _spot(text: str, places: Sequence[PlaceMention], at: int) -> Located | None:
    place = places[at]
    if place.located is None:
        return _by_the_town(text, places, at)
    before = text[
        max(0, place.span.start - LOOK_BACK, _line_start(text, place.span.start)) : place.span.start
    ]
    between = _between(text, before, places, at)
    if between is not None:
        return between
    if (match := _AT_DISTANCE.search(before)) is not None:
        return _at_distance(place.located, match)
    if (match := _AWAY.search(before)) is not None and (km := _km(match)) is not None:
        return _around(place.located, km + place.located.radius_km, f"{match['far']} {match['unit']} from it")
    if (match := _BESIDE.search(before)) is not None:
        return _beside(place.located, match["side"])
    if (match := _NEAR.search(before)) is not None and place.located.kind not in AREAS:
        edge = match["edge"] is not None
        return _around(place.located, OUTSKIRTS_KM if edge else NEAR_KM, "on its edge" if edge else "near it")
    if (match := _PART.search(before)) is not None:
        return _part(place.located, match["side"])
    return None


def _line_start(text: str, at: int) -> int:
    return text.rfind("\n", 0, at) + 1


def _km(match: Match) -> float | None:
    words, unit = match["far"].lower(), match["unit"].lower()
    try:
        far = A_FEW if words in ("a few", "several") else float(parse_number(words))
    except DataError:
        return None
    return far * (MILE_KM if unit.startswith("mi") else 1.0)


def _bearing(side: str) -> float | None:
    """Degrees of "north-eastern"; None for "central"."""
    plain = side.lower().removesuffix("ern").replace("-", "").replace(" ", "")
    return BEARINGS.get(plain)


def _at_distance(located: Located, match: Match) -> Located | None:
    km, bearing = _km(match), _bearing(match["side"])
    if km is None or bearing is None:
        return None
    lat, lon = step((located.lat, located.lon), bearing, km)
    radius = round(located.radius_km + 0.3 * km, 1)  # "south" is within some 20 degrees of south
    why = f"{match['far']} {match['unit']} {match['side']} of it"
    return replace(
        located,
        lat=lat,
        lon=lon,
        radius_km=radius,
        precision=2 if radius <= NARROW_KM else 5,
        why=(*located.why, why),
    )


def _around(located: Located, radius_km: float, why: str) -> Located:
    radius = round(max(radius_km, located.radius_km), 1)
    narrow = radius <= max(NARROW_KM, located.radius_km)
    precision = max(located.precision, 2 if narrow else 5)
    return replace(located, radius_km=radius, precision=precision, why=(*located.why, why))


def _beside(located: Located, side: str) -> Located | None:
    bearing = _bearing(side)
    if bearing is None:
        return None
    if located.kind in AREAS:
        return _part(located, side)
    lat, lon = step((located.lat, located.lon), bearing, BESIDE_KM)
    return replace(
        located,
        lat=lat,
        lon=lon,
        radius_km=max(NEAR_KM, located.radius_km),
        precision=2,
        why=(*located.why, f"{side} of it"),
    )


def _part(located: Located, side: str) -> Located | None:
    """ "Eastern Syria": the half of an area that lies there; a side of a town is within its radius."""
    bearing = _bearing(side)
    if bearing is None or located.kind not in AREAS | SETTLEMENTS:
        return None
    lat, lon = step((located.lat, located.lon), bearing, located.radius_km / 2)
    radius = round(located.radius_km / 2, 1)
    precision = {6: 5, 1: 2}.get(located.precision, located.precision)
    return replace(
        located,
        lat=lat,
        lon=lon,
        radius_km=radius,
        precision=precision,
        why=(*located.why, f"its {side} part"),
    )


def _between(text: str, before: str, places: Sequence[PlaceMention], at: int) -> Located | None:
    """For the first of two places with "between" before and "and" amid them; the second has the same spot."""
    pair = None
    if _BETWEEN.search(before) is not None:
        pair = (at, at + 1)
    elif at and _AND.fullmatch(text[places[at - 1].span.end : places[at].span.start]) is not None:
        start = places[at - 1].span.start
        if _BETWEEN.search(text[max(0, start - LOOK_BACK) : start]) is not None:
            pair = (at - 1, at)
    if pair is None or pair[1] >= len(places):
        return None
    one, other = (places[index] for index in pair)
    if _AND.fullmatch(text[one.span.end : other.span.start]) is None:
        return None
    if one.located is None or other.located is None:
        return None
    ends = ((one.located.lat, one.located.lon), (other.located.lat, other.located.lon))
    half = distance_km(*ends) / 2
    return replace(
        places[at].located or one.located,
        lat=round((ends[0][0] + ends[1][0]) / 2, 4),
        lon=round((ends[0][1] + ends[1][1]) / 2, 4),
        radius_km=round(max(half, 1.0), 1),
        precision=2 if half <= NARROW_KM else 5,
        why=(f"between {one.name} and {other.name}",),
    )


def _by_the_town(text: str, places: Sequence[PlaceMention], at: int) -> Located | None:
    """For an unknown name: in the town right behind it, or beside the last one before, "to the west of the city"."""
    place = places[at]
    behind = places[at + 1] if at + 1 < len(places) else None
    town = behind.located if behind is not None else None
    if behind is not None and town is not None and town.kind in SETTLEMENTS:
        gap = text[place.span.end : behind.span.start]
        told = place.kind is not None or "," in gap  # "in Shootout in Lagos" is a headline's capital
        if told and _OF_THE_TOWN.fullmatch(gap) is not None:
            found = replace(town, why=(f"at {town.name}, the town named behind it",))
            return _around(found, OUTSKIRTS_KM, "in it or on its edge")
    match = _AWAY_FROM_IT.search(text[place.span.end : place.span.end + LOOK_BACK])
    if match is None:
        return None
    before = (one.located for one in reversed(places[:at]))
    last = next((where for where in before if where is not None and where.kind in SETTLEMENTS), None)
    if last is None:
        return None
    return _beside(replace(last, why=(f"at {last.name}, the town named before it",)), match["side"])
