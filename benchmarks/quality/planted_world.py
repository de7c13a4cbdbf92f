"""The invented incidents that planted reports tell of: towns that are nowhere, days, tolls, who counts what."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from random import Random

from counterclaim.core.claims import EventType
from counterclaim.lexicons.places import key_of

START = date(2014, 1, 1)
A_DAY = 20  # incidents
REGIONS, TOWNS = 40, 25  # at the same time, and in each
_SYLLABLES = "ba dor gil han jar kel lum mir nok pas rud sef tan vor wel zub ash ost irk emb ulm agh".split()
_ATTACKS: tuple[tuple[EventType, str, str], ...] = (
    ("air_strike", "An air strike", "air strike"),
    ("shelling", "Shelling", "shelling"),
    ("bombing", "A car bomb", "bombing"),
    ("suicide_bombing", "A suicide bomber", "suicide bombing"),
    ("armed_clash", "Fighting", "clash"),
    ("attack", "Gunmen", "attack"),
)
_TARGETS = "market|clinic|school|bus station|checkpoint|bridge|fuel depot|bakery|mosque|housing block|convoy|well".split(
    "|"
)
_VICTIMS = "civilians|people|soldiers|villagers|fighters|police officers".split("|")
_SIDES = ("Northern Front", "Valley Guard", "Hill Brigades", "River Movement", "Coast Army", "Plains Council")
_SPEAKERS = (
    "district hospital",
    "Civil Relief Office",
    "Eastern Monitor",
    "Valley Guard",
    "interior ministry",
    "Red Lantern",
)


@dataclass(frozen=True)
class Town:
    name: str
    lat: float
    lon: float
    region: int


@dataclass
class Happening:
    """An invented incident."""

    number: int
    town: Town
    day: date
    kind: EventType
    words: tuple[str, str]  # how a report begins, and what it calls it later
    target: str
    victims: str
    side: str
    toll: int
    counts: dict[str, int]  # killed, by speaker, as first given
    raised: tuple[int, ...]  # later figures of `raiser`
    raiser: str


@dataclass(frozen=True)
class Line:
    """A speaker's figures for the dead of one happening, as they were raised."""

    happening: int
    speaker: str
    figures: tuple[int, ...]


@cache
def towns() -> tuple[Town, ...]:
    """Towns of invented names, of which two are never spelt alike; those of a region are about 8 km apart."""
    random = Random(7)  # noqa: S311 - news, no secrets
    names: dict[str, str] = {}
    while len(names) < REGIONS * TOWNS:
        name = "".join(random.choice(_SYLLABLES) for _ in range(random.randint(3, 4))).capitalize()
        names.setdefault(key_of(name), name)
    found = []
    for number, name in enumerate(names.values()):
        region, place = divmod(number, TOWNS)
        row, column = divmod(place, 5)
        found.append(Town(name, 5.0 + region + 0.07 * row, 20.0 + (region % 7) * 3 + 0.08 * column, region))
    return tuple(found)


def happenings(number: int, seed: int = 1, *, hard: bool = False) -> list[Happening]:
    """Invented incidents by day.

    One in five has a neighbour of the same kind on the same day; if `hard`, one in twenty has a twin in the same
    town, which differs in target and figures only.
    """
    random = Random(seed)  # noqa: S311 - news, no secrets
    made: list[Happening] = []
    while len(made) < number:
        day = START + timedelta(days=len(made) // A_DAY)
        taken = {(each.town, each.kind) for each in made[-3 * A_DAY :] if abs((each.day - day).days) <= 2}
        town = random.choice(towns())
        kind, *words = random.choice(_ATTACKS)
        if made and random.random() < 0.2:
            last = made[-1]
            near = [each for each in towns() if each.region == last.town.region and each is not last.town]
            town, kind, words = random.choice(near), last.kind, list(last.words)
        target = random.choice(_TARGETS)
        twin = (
            hard and bool(made) and random.random() < 0.05
        )  # another attack on the same town and day, and elsewhere in it
        if twin:
            last = made[-1]
            town, kind, words = last.town, last.kind, list(last.words)
            target = random.choice([each for each in _TARGETS if each != last.target])
        elif any(place is town and _alike(kind, other) for place, other in taken):
            continue
        toll = random.choice((2, 3, 4, 5, 6, 8, 9, 11, 14, 17, 23, 31, 46, 62, 85))
        speakers = random.sample(_SPEAKERS, 3)
        counts = {speakers[0]: toll, speakers[1]: max(1, toll + random.choice((-2, -1, 2, 4, toll // 2 + 1)))}
        steps = random.choice((0, 0, 1, 2))
        raised = tuple(toll + sum(range(2, 3 + step)) for step in range(1, steps + 1))
        made.append(
            Happening(
                len(made),
                town,
                day,
                kind,
                (words[0], words[1]),
                target,
                random.choice(_VICTIMS),
                random.choice(_SIDES),
                toll,
                counts,
                raised,
                speakers[0],
            )
        )
    return made


def _alike(kind: EventType, other: EventType) -> bool:
    """Whether reports call the one by the other's name: two such on a day in one town are one to any reader."""
    return (
        kind == other
        or "attack" in (kind, other)
        or {kind, other} in ({"air_strike", "shelling"}, {"bombing", "suicide_bombing"})
    )


def lines(number: int, seed: int = 1, *, hard: bool = False) -> list[Line]:
    """The figures that were raised, as `planted` tells them."""
    return [
        Line(each.number, each.raiser, (each.toll, *each.raised))
        for each in happenings(number, seed, hard=hard)
        if each.raised
    ]
