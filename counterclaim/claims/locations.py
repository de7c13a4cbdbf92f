"""The stage that gives each claim's place its point on the map, and says so where there is none."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from counterclaim.core.claims import Claim
from counterclaim.core.issues import Issue
from counterclaim.core.located import Located
from counterclaim.core.patterns import pattern
from counterclaim.core.stages import stage
from counterclaim.core.types import PlaceMention, Sheet

MAKER = "place_claims.v2"
_THE_TOWN = pattern(
    r"(?:in\ |near\ |outside\ )?(?:the|this)\ (?:city|town|village|capital)", ignore_case=True
)
_LOOK_BACK = 12  # code points
_PLACING = pattern(r"\b(?:in|at|near|from|to|of|outside|around|across|into|over|on)\s+\z", ignore_case=True)
_TOWNS = ("city", "town", "village", "capital")


@stage(MAKER, reads="claims places mentions articles", writes="claims issues")
def place_claims(sheet: Sheet) -> Sheet:
    """The claims with the point or area that the words of their place mean.

    A name that no gazetteer knows, or that could be several places, stays a name: an issue for each such name.
    """
    places = sheet.places or ()
    surfaces = [(place.span.of(sheet.document.text), place) for place in places]
    claims, unplaced = [], dict[str, Issue]()
    for claim in sheet.claims or ():
        words = getattr(claim, "place", None)
        if not words:
            claims.append(claim)
            continue
        named = _named(surfaces, claim, words)
        where = _best(named)
        if named and where is None:
            name = named[0].name
            message = (
                f"{name!r} is not placed on the map: no gazetteer has it, or it may be one of several places"
            )
            unplaced.setdefault(name, Issue("place.unresolved", "info", MAKER, message, named[0].span))
        if where is None and _THE_TOWN.fullmatch(words) is not None:
            where = _last_town(claim, sheet)
        claims.append(replace(claim, where=where))
    return replace(sheet, claims=tuple(claims), issues=(*sheet.issues, *unplaced.values()))


def _named(surfaces: Sequence[tuple[str, PlaceMention]], claim: Claim, words: str) -> list[PlaceMention]:
    """The mentions that the words of a claim's place hold: those nearest to the claim, before it first."""
    held = [place for surface, place in surfaces if surface in words]
    by_name: dict[str, PlaceMention] = {}
    for place in sorted(held, key=lambda place: _distance(place, claim)):
        by_name.setdefault(place.key, place)
    return list(by_name.values())


def _distance(place: PlaceMention, claim: Claim) -> int:
    return max(place.span.start - claim.end, claim.start - place.span.end, 0)


def _best(named: Sequence[PlaceMention]) -> Located | None:
    """Of "Jobar, Damascus, Syria" the smallest."""
    placed = [place.where for place in named if place.where is not None]
    return min(placed, key=lambda where: where.radius_km, default=None)


def _is_power(place: PlaceMention, sheet: Sheet) -> bool:
    """Whether a capital's name stands for its government: "Abu Dhabi denied arming the group", not "in Abu Dhabi"."""
    before = sheet.document.text[max(0, place.span.start - _LOOK_BACK) : place.span.start]
    governs = any(
        mention.type == "capital" and mention.span.overlaps(place.span) for mention in sheet.mentions or ()
    )
    return governs and _PLACING.search(before) is None


def _last_town(claim: Claim, sheet: Sheet) -> Located | None:
    """For "the town": the last one that the article names before the claim."""
    began = sheet.articles[claim.article].span.start if sheet.articles else 0
    for place in reversed(sheet.places or ()):
        where = place.located
        inside = began <= place.span.start and place.span.end <= claim.start
        if inside and where is not None and where.kind in _TOWNS and not _is_power(place, sheet):
            return replace(where, why=(*where.why, "the last town named before"))
    return None
