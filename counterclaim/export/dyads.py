"""The two sides of a deadly event as UCDP has them, and whose the dead were."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from counterclaim.core.claims import Casualty
from counterclaim.core.incidents import FiledClaim
from counterclaim.export.gather import Gathered
from counterclaim.export.made import RefusedError
from counterclaim.export.needs import refuse_rivals
from counterclaim.export.sides import Party, party_of, same, sides_of_incident
from counterclaim.incidents.tallies import Share, Tally

STATE_BASED, NON_STATE, ONE_SIDED = 1, 2, 3
TWO = 2


class Dyad(NamedTuple):
    """Side a against side b; b is None where civilians alone were the target."""

    violence: int  # UCDP's type: 1 state-based, 2 non-state, 3 one-sided
    a: Party
    b: Party | None

    @property
    def name_a(self) -> str:
        return side_name(self.a)

    @property
    def name_b(self) -> str:
        return side_name(self.b) if self.b is not None else "Civilians"

    @property
    def name(self) -> str:
        return f"{self.name_a} - {self.name_b}"


class Deaths(NamedTuple):
    """They add up to best."""

    a: int = 0
    b: int = 0
    civilians: int = 0
    unknown: int = 0


def side_name(party: Party) -> str:
    """A state goes by its government, everybody else by name.

    >>> side_name(party_of("Syrian army")), side_name(party_of("ISIS"))
    ('Government of Syria', 'ISIS')
    """
    if party.sort == "state" and party.country is not None:
        return f"Government of {party.country.name}"
    return party.name


def dyad_of(one: Gathered) -> Dyad:
    """The sides of an incident; a government is side a.

    Raises:
        RefusedError: nobody, or more than one party, is said to have done it; it is unclear whom it hit, or
            of what sort a side is.
    """
    sides = sides_of_incident(one.filed, one.kind)
    fighting = list(sides.did)
    if one.kind == "armed_clash":
        fighting += sides.hit
    else:
        refuse_rivals(sides.did)
        fighting += sides.hit if sides.did else ()
    if not sides.did:
        raise RefusedError("no_actor", "no claim names who did it")
    if len(fighting) > TWO:
        who = ", ".join(party.name for party in fighting)
        raise RefusedError("many_sides", f"more than two sides ({who}); a row has two")
    odd = next((party for party in fighting if not party.fights or _no_name(party)), None)
    if odd is not None:
        raise RefusedError("side_unknown", f"{odd.name!r} is no listed army, government or armed group")
    if len(fighting) == 1:
        if not sides.civilians or sides.unclear:
            raise RefusedError(
                "victims_unclear",
                "not all claims say whether those harmed were civilians or combatants, or whose",
            )
        return Dyad(ONE_SIDED, fighting[0], None)
    a, b = sorted(fighting, key=lambda party: party.sort == "armed group")
    return Dyad(NON_STATE if a.sort == "armed group" else STATE_BASED, a, b)


def _no_name(party: Party) -> bool:
    """ "Government forces" without a country, "gunmen": a sort, but nobody in particular."""
    return not party.listed or (party.sort == "state" and party.country is None)


def deaths_of(tally: Tally, dyad: Dyad, filed: Sequence[FiledClaim]) -> Deaths:
    """Whose the dead of a tally's best were, by its shares."""
    claims = {one.claim.id: one.claim for one in filed}
    counted = {"a": 0, "b": 0, "civilians": 0, "unknown": 0}
    for share in tally.shares:
        behind = [claim for each in share.claims if isinstance(claim := claims.get(each), Casualty)]
        counted[_whose(share, behind, dyad)] += share.number
    return Deaths(**counted)


def _whose(share: Share, behind: Sequence[Casualty], dyad: Dyad) -> str:
    if share.people == "civilians" or any(claim.status == "civilian" for claim in behind):
        return "civilians"
    party = party_of(share.people)
    if party.listed and same(party, dyad.a):
        return "a"
    if party.listed and dyad.b is not None and same(party, dyad.b):
        return "b"
    return "unknown"
