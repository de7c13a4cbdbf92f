"""Actors and recipients in PLOVER's terms: country or kind of body, and sector."""

from __future__ import annotations

from counterclaim.core.claims import Event, is_held
from counterclaim.export.gather import Gathered
from counterclaim.export.made import RefusedError
from counterclaim.export.needs import refuse_rivals
from counterclaim.export.plover_events import NEEDS_RECIPIENT, Coding
from counterclaim.export.sides import Party, distinct, party_of, sides_of_incident
from counterclaim.lexicons.actors import actor_of

CIVILIANS = Party("civilians", "civilians", "other", listed=False)
_SECTORS = {
    "military": "MIL",
    "police": "COP",
    "government": "GOV",
    "ministry": "GOV",
    "official": "GOV",
    "capital": "GOV",
    "armed_group": "REB",
    "outlet": "JRN",
    "agency": "JRN",
    "state_media": "JRN",
}
_BODIES = {"igo": "IGO", "ngo": "NGO"}  # codes where there is no country


def parties_of(one: Gathered, coding: Coding) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """Actors and recipients; in a fight of two sides both are actors.

    Raises:
        RefusedError: nobody is named as actor, or as recipient where the category needs one; or several are
            held to have done it.
    """
    sides, kind = sides_of_incident(one.filed, one.kind), one.kind
    did = sides.did or distinct(
        party_of(claim.actor)
        for filed in one.filed
        if isinstance(claim := filed.claim, Event)
        and claim.actor
        and claim.event_type == kind
        and is_held(claim)
    )
    if not did:
        raise RefusedError("no_actor", "no claim names who did it")
    if kind == "armed_clash":
        return did + sides.hit, (CIVILIANS,) if sides.civilians else ()
    refuse_rivals(sides.did)
    hit = sides.hit + ((CIVILIANS,) if sides.civilians or kind == "displacement" else ())
    if coding.event in NEEDS_RECIPIENT and not hit:
        raise RefusedError("no_recipient", f"{coding.event} needs a recipient, and no claim names one")
    return did, hit


def entity(party: Party) -> dict[str, object]:
    """The party as an entity; a field that is not known is left out."""
    told = {"entity_text": party.words, "code": code_of(party), "sector": sector_of(party)}
    return {name: value for name, value in told.items() if value is not None}


def code_of(party: Party) -> str | None:
    """ISO alpha-3, or IGO and NGO; None where the party belongs to no one country.

    >>> code_of(party_of("Russian military")), sector_of(party_of("Russian military"))
    ('RUS', 'MIL')
    """
    actor = actor_of(party.name)
    return party.country.alpha3 if party.country else _BODIES.get(actor.type if actor else "")


def sector_of(party: Party) -> str | None:
    if party == CIVILIANS:
        return "CVL"
    if party.sort == "armed group":
        return "REB" if party.listed else "UAF"
    actor = actor_of(party.name)
    return _SECTORS.get(actor.type) if actor else None
