"""Where the places of a document lie: namesakes told apart, with the reasons in words."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace

from counterclaim.annotate.choosing import Choice, Name, choose
from counterclaim.annotate.spots import SITE_KM, with_spots
from counterclaim.annotate.toponyms import further_places
from counterclaim.core.located import Located
from counterclaim.core.patterns import pattern
from counterclaim.core.stages import Stage, stage
from counterclaim.core.types import PlaceMention, Sheet
from counterclaim.gazetteer import located_of
from counterclaim.gazetteer.keys import spelling_number
from counterclaim.gazetteer.kinds import PRECISION, SETTLEMENTS, Kind
from counterclaim.gazetteer.lookup import Candidate, Gazetteer, load_gazetteer
from counterclaim.lexicons.places import place_of

LIKE_ENOUGH = 0.6  # of a spelling that the gazetteer does not have
OTHER_WAY = 0.7  # likeness of a place that the lexicons find behind a spelling that they do not list
DIVISION_KM: dict[Kind, float] = {
    "district": 25.0,
    "province": 75.0,
}  # around a town, where only that is known
WELL_KNOWN = 300_000  # people: such a town is called by its further names far from home
SURE = 0.5  # probability from which a name is placed


def locating(further: Path | None = None) -> Stage:
    """The stage that places names on the map, with a user's gazetteer beside the shipped one or without.

    Raises:
        DataError: the user's file is no gazetteer or is damaged.
    """
    name = "locate_places.v1"
    if further is not None:
        name = f"{name}+{load_gazetteer(further).stamp}"

    @stage(name, reads="passages mentions places", writes="places")
    def locate(sheet: Sheet) -> Sheet:
        """The sheet with further places that the gazetteer knows, and each place's point where one can be told."""
        gazetteer = load_gazetteer(further)
        places = further_places(sheet, gazetteer)
        return replace(sheet, places=tuple(located(sheet.document.text, places, gazetteer)))

    return locate


locate_places = locating()


def located(text: str, places: list[PlaceMention], gazetteer: Gazetteer) -> list[PlaceMention]:
    """The places with what their names mean; all mentions of a name mean one place, where no container tells them apart."""
    groups = _grouped(text, places, gazetteer)
    names = [
        name_of(text, [places[at] for at in group.mentions], gazetteer, group.kind, group.containers)
        for group in groups
    ]
    choices = choose(names)
    found = list(places)
    for group, name, choice in zip(groups, names, choices, strict=True):
        if choice is None or choice.probability < SURE or _far_fetched(name, choice):
            continue
        near = [places[groups[other].mentions[0]].name for other in choice.near]
        for at in group.mentions:
            found[at] = replace(places[at], located=placed(choice.candidate, group.kind, near, choice.rivals))
    return with_spots(text, found)


def _far_fetched(name: Name, choice: Choice) -> bool:
    """Whether only a lesser place's further name or a like spelling fits, and nothing in the text speaks for it.

    A village that no gazetteer has is else taken for a town abroad that some language calls so.
    """
    found = choice.candidate
    lone = name.listed is None and not name.containers and not choice.near
    exact = found.own_name and found.spelt
    return lone and not exact and found.entry.population < WELL_KNOWN


class _Group(NamedTuple):
    """Mentions that mean one place."""

    kind: str | None
    containers: tuple[str, ...]
    mentions: list[int]


def _grouped(text: str, places: list[PlaceMention], gazetteer: Gazetteer) -> list[_Group]:
    told = [_containers(text, places, at, gazetteer) for at in range(len(places))]
    first: dict[str, tuple[str, ...]] = {}
    for place, containers in zip(places, told, strict=True):
        if containers:
            first.setdefault(place.key, containers)
    groups: dict[tuple[str, str | None, tuple[str, ...]], _Group] = {}
    for at, place in enumerate(places):
        kind, containers = _told_kind(text, place), told[at] or first.get(place.key, ())
        group = groups.setdefault((place.key, kind, containers), _Group(kind, containers, []))
        group.mentions.append(at)
    return list(groups.values())


_PLURAL = pattern(
    r"(?:(?:,|\ and)\ \p{Lu}[\p{L}'’-]*(?:\ \p{Lu}[\p{L}'’-]*)?){0,5}\ (?P<noun> [Gg]overnorates | [Pp]rovinces | [Ss]tates | [Oo]blasts | [Cc]ounties | [Dd]istricts )\b"
)


def _told_kind(text: str, place: PlaceMention) -> str | None:
    """What the words around call a place, where that tells it from its namesakes: "Homs and Aleppo governorates"."""
    match = _PLURAL.match(text[place.span.end : place.span.end + 120])
    if match is not None:
        return "district" if match["noun"].lower() in ("counties", "districts") else "province"
    return place.kind if place.kind in ("province", "district", *SITE_KM) else None


def _containers(text: str, places: list[PlaceMention], at: int, gazetteer: Gazetteer) -> tuple[str, ...]:
    """The country or division right behind a place: "US/Texas" of "Paris, Texas"; several where it has namesakes."""
    if at + 1 == len(places):
        return ()
    place, behind = places[at], places[at + 1]
    if text[place.span.end : behind.span.start] not in (", ", " , ", " ("):
        return ()
    short = text[behind.span.end - 1] == "." or behind.name != behind.span.of(text)
    found = containers_of(behind.name, gazetteer)
    provinces = tuple(one for one in found if "/" in one)
    return provinces if short and provinces else found


def containers_of(name: str, gazetteer: Gazetteer) -> tuple[str, ...]:
    """The countries and divisions of a name: "GE" and "US/Georgia" of "Georgia"."""
    entries = [one.entry for one in gazetteer.candidates(name)[:4] if one.spelt]
    return (
        *(one.country for one in entries if one.kind == "country"),
        *(f"{one.country}/{one.admin1 or one.name}" for one in entries if one.kind == "province"),
    )


def name_of(
    text: str,
    mentions: list[PlaceMention],
    gazetteer: Gazetteer,
    kind: str | None = None,
    containers: tuple[str, ...] = (),
) -> Name:
    """A name with the places that it may mean in any of its spellings.

    Args:
        text: what the mentions' spans are of.
        mentions: of one name.
        gazetteer: where to look.
        kind: what the words around call it.
        containers: "US/Texas" or "FR", where one stands behind it.
    """
    surfaces = dict.fromkeys(place.span.of(text) for place in mentions)
    listed = place_of(mentions[0].name)
    found: dict[str, Candidate] = {}
    for name in _called(text, mentions, kind, gazetteer) or [*surfaces, mentions[0].name]:
        for one in gazetteer.candidates(name):
            _keep(found, one)
    if listed is not None:
        spelt = {spelling_number(name) for name in (listed.name, *listed.aliases)}
        exact = any(spelling_number(surface) in spelt for surface in surfaces)
        for name in (listed.name, *listed.aliases):
            for one in gazetteer.candidates(name):
                if one.entry.country == listed.country and (listed.kind == "country") == (
                    one.entry.kind == "country"
                ):
                    _keep(found, one if exact else one._replace(likeness=OTHER_WAY))
    near = tuple(one for one in found.values() if one.likeness >= LIKE_ENOUGH or one.spelt)
    return Name(mentions[0].key, near, listed, kind, containers)


def _keep(found: dict[str, Candidate], one: Candidate) -> None:
    """Keep the candidate in the spelling that is most like its name."""
    known = found.get(one.entry.id)
    if known is None or one.likeness > known.likeness:
        found[one.entry.id] = one


def _called(text: str, mentions: list[PlaceMention], kind: str | None, gazetteer: Gazetteer) -> list[str]:
    """Names with the word for the kind of place that stands or is understood behind them: "Clarke County"."""
    if kind not in ("district", "province"):
        return []
    names = []
    for place in mentions:
        behind = text[place.span.end : place.span.end + 60].split()
        nouns = [behind[0].strip(".,;")] if behind and behind[0][:1].isupper() else []
        nouns += ["County"] if "counties" in behind else []
        names += [f"{place.span.of(text)} {noun}" for noun in nouns]
    return [name for name in dict.fromkeys(names) if gazetteer.has(name)]


def placed(candidate: Candidate, kind: str | None, near: list[str], rivals: int) -> Located:
    """The place of a name.

    Args:
        candidate: what the name is taken to mean.
        kind: what the words around call it, where they tell it from its namesakes.
        near: names that spoke for it.
        rivals: how many places have the name.
    """
    entry = candidate.entry
    radius, precision = entry.radius_km, PRECISION[entry.kind]
    why = [_reason(rivals, near)]
    if kind in SITE_KM and entry.kind in SETTLEMENTS:
        radius, precision = max(radius, SITE_KM[kind]), 2
        why.append(
            f"the {kind} is not in the gazetteer and is taken to lie within {radius:.0f} km of the town"
        )
    called: str = entry.kind
    if kind in DIVISION_KM and entry.kind in SETTLEMENTS:
        radius, precision, called = DIVISION_KM[kind], PRECISION[kind], kind
        why.append(f"the {kind} is not in the gazetteer and is taken to lie around its namesake")
    return replace(located_of(entry, *why), radius_km=radius, precision=precision, kind=called)


def _reason(rivals: int, near: list[str]) -> str:
    by = f", with {' and '.join(near)}" if near else ""
    if rivals == 1:
        return f"the only place of this name{by}"
    return f"one of {rivals} places of this name, chosen " + (
        f"for {' and '.join(near)}" if near else "as the best known"
    )
