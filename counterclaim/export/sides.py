"""Who did it and whom it hit, as far as the claims tell: parties with their sort, for layouts that need sides."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from counterclaim.core.claims import Casualty, Event, is_held
from counterclaim.core.incidents import FiledClaim
from counterclaim.export.countries import Country, country_of
from counterclaim.incidents.figures import is_stated
from counterclaim.incidents.parties import OF_A_STATE, distinct_parties, may_be_same_party
from counterclaim.incidents.people import people_of
from counterclaim.incidents.profiles.acts import Act, acts_in
from counterclaim.lexicons.actors import Actor, actor_of, find_actors

Sort = Literal["state", "coalition", "armed group", "other"]
_HARMED = ("killed", "wounded", "killed_or_wounded")


class Party(NamedTuple):
    """One party. `words` are the claims' own; `name` is the listed one, or the words."""

    words: str
    name: str
    sort: Sort
    listed: bool
    country: Country | None = None

    @property
    def fights(self) -> bool:
        return self.sort != "other"


@lru_cache(maxsize=20_000)
def party_of(words: str) -> Party:
    """The party that the words name.

    >>> party_of("Syrian soldiers").sort, party_of("Syrian soldiers").country.name
    ('state', 'Syria')
    >>> party_of("ISIS fighters").name, party_of("gunmen").sort, party_of("shoppers").sort
    ('ISIS', 'armed group', 'other')
    """
    hits = find_actors(words)
    actor = actor_of(words) or (hits[0].actor if len(hits) == 1 else None)
    if actor is None:
        camp = people_of(words, "unknown").camp if not hits else None
        sort: Sort = camp if camp is not None else "other"
        return Party(words, words, sort, listed=False)
    return Party(words, actor.name, _sort(actor), True, country_of(actor.country))


def _sort(actor: Actor) -> Sort:
    if actor.type == "coalition":
        return "coalition"
    if actor.type == "armed_group" or (actor.type == "nation" and actor.country is None):
        return "armed group"  # a movement that news words like a nation: "the Taliban"
    if actor.type in OF_A_STATE and actor.country is not None:
        return "state"
    if actor.type == "person" and actor.speaks_for:
        return party_of(actor.speaks_for).sort
    return "other"


class Sides(NamedTuple):
    """Distinct parties. `civilians`: some of those harmed are called so; `unclear`: some are called nothing."""

    did: tuple[Party, ...]
    hit: tuple[Party, ...]
    civilians: bool
    unclear: bool


def sides_of_incident(filed: Sequence[FiledClaim], kind: str | None) -> Sides:
    """Who is said to have done it, and whom it is said to have hit; conditions and denials say nothing."""
    did = _did(acts_in(filed), kind)
    harmed = [
        claim
        for one in filed
        if isinstance(claim := one.claim, Casualty) and is_stated(claim) and claim.harm in _HARMED
    ]
    named = [claim.group for claim in harmed if claim.group and claim.status != "civilian"]
    named += [
        claim.target
        for one in filed
        if isinstance(claim := one.claim, Event)
        and claim.target
        and claim.event_type == kind
        and is_held(claim)
    ]
    hit = distinct(party for words in named if (party := party_of(words)).fights)
    return Sides(
        did=did,
        hit=tuple(party for party in hit if not _is_among(party, did)),
        civilians=any(claim.status == "civilian" for claim in harmed),
        unclear=any(claim.status not in ("civilian", "combatant") for claim in harmed),
    )


def _did(acts: Sequence[Act], kind: str | None) -> tuple[Party, ...]:
    """Whoever is held responsible; else who acted in an event of the incident's kind; else who acted at all.

    In a clash whoever acted is a side, held responsible or not.
    """
    blamed = [act for act in acts if act.blamed]
    of_kind = [
        act for act in acts if isinstance(claim := act.filed.claim, Event) and claim.event_type == kind
    ]
    chosen = [*blamed, *of_kind] if kind == "armed_clash" else blamed or of_kind
    return distinct(party_of(act.party) for act in chosen or acts)


def same(one: Party, other: Party) -> bool:
    return may_be_same_party(one.name, other.name)


def _is_among(party: Party, known: Sequence[Party]) -> bool:
    """Whether it is one of them; "the militants" are the one armed group that is named."""
    if any(same(party, other) for other in known):
        return True
    of_sort = [other for other in known if other.sort == party.sort]
    return party.fights and not party.listed and len(of_sort) == 1


def distinct(parties: Iterable[Party]) -> tuple[Party, ...]:
    """One entry for each party, the one with the shortest name.

    Who is only called by a sort is the party of that sort, if one is named: "the regime" beside "Syrian army".

    >>> [party.name for party in distinct(party_of(words) for words in ("Russian military", "Russia", "regime forces"))]
    ['Russia']
    """
    by_name: dict[str, Party] = {}
    for party in sorted(set(parties), key=lambda each: (each.name, len(each.words), each.words)):
        by_name.setdefault(party.name, party)
    told = [by_name[name] for name in distinct_parties(by_name)]
    kept = [party for party in told if party.listed or not party.fights]
    for party in told:
        if party not in kept and not _is_among(party, kept):
            kept.append(party)
    return tuple(kept)
