"""The actors of an incident with ACLED's `inter` codes.

Armed groups are coded 2, rebels: whether one is a militia (3, 4) is for a coder. Who acts outside its own
country, and every coalition, is 8.
"""

from __future__ import annotations

from typing import NamedTuple

from counterclaim.export.countries import Country
from counterclaim.export.gather import Gathered
from counterclaim.export.made import RefusedError
from counterclaim.export.needs import refuse_rivals
from counterclaim.export.sides import Party, Sides
from counterclaim.lexicons.actors import actor_of

STATE, REBELS, UNIDENTIFIED, CIVILIANS, EXTERNAL = 1, 2, 3, 7, 8
_BODIES = {"military": "Military Forces", "police": "Police Forces"}
TWO = 2


class Coded(NamedTuple):
    name: str
    inter: int
    associated: str | None = None

    @property
    def are_civilians(self) -> bool:
        return self.inter == CIVILIANS


def actors_of(one: Gathered, sides: Sides, country: Country) -> tuple[Coded, ...]:
    """One or two actors; "do not imply directionality".

    Raises:
        RefusedError: nobody, or more than two parties.
    """
    clash = one.kind in ("armed_clash", "agreement")
    if not clash:
        refuse_rivals(sides.did)
    parties = [*sides.did, *sides.hit]
    if len(parties) > TWO:
        raise RefusedError("many_sides", f"more than two parties: {', '.join(each.name for each in parties)}")
    coded = [_coded(party, country) for party in parties]
    if not sides.did and one.kind == "air_strike":
        raise RefusedError(
            "no_actor", "no claim names who flew; an unidentified armed group would be a guess"
        )
    if not sides.did and not clash:
        coded.insert(0, Coded(f"Unidentified Armed Group ({country.name})", UNIDENTIFIED))
    if sides.civilians and len(coded) < TWO and one.kind not in ("arrest", "looting", "agreement"):
        coded.append(Coded(f"Civilians ({country.name})", CIVILIANS))
    if not coded:
        raise RefusedError("no_actor", "no claim names a party")
    return tuple(coded)


def interaction(actors: tuple[Coded, ...]) -> int:
    """Both codes, the lower first; a sole actor's code and 0.

    >>> interaction((Coded("US-led coalition", 8), Coded("Military Forces of Syria", 1)))
    18
    >>> interaction((Coded("US-led coalition", 8),))
    80
    """
    codes = sorted(each.inter for each in actors)
    return codes[0] * 10 + (codes[1] if len(codes) == TWO else 0)


def _coded(party: Party, country: Country) -> Coded:
    if party.sort == "state" and party.country is not None:
        inter = STATE if party.country == country else EXTERNAL
        actor = actor_of(party.name)
        body = _BODIES.get(actor.type if actor else "", "Government")
        return Coded(f"{body} of {party.country.name}", inter, party.name)
    if party.sort == "coalition":
        return Coded(party.name, EXTERNAL)
    if party.sort == "armed group" and party.listed:
        return Coded(party.name, REBELS)
    if party.sort == "armed group":
        return Coded(f"Unidentified Armed Group ({country.name})", UNIDENTIFIED, party.words)
    raise RefusedError("side_unknown", f"{party.words!r} is no listed army, government or armed group")
