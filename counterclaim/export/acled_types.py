"""Which of ACLED's event types an incident is; what would have to be guessed is refused."""

from __future__ import annotations

from typing import NamedTuple

from counterclaim.core.claims import Control, is_held
from counterclaim.export.gather import Gathered
from counterclaim.export.made import RefusedError
from counterclaim.export.sides import Sides, party_of

BATTLES = "Battles"
EXPLOSIONS = "Explosions/Remote violence"
VIOLENCE_AGAINST_CIVILIANS = "Violence against civilians"
STRATEGIC = "Strategic developments"


class Type(NamedTuple):
    event: str
    sub_event: str

    @property
    def disorder(self) -> str:
        return STRATEGIC if self.event == STRATEGIC else "Political violence"


CLASH = Type(BATTLES, "Armed clash")
ATTACK = Type(VIOLENCE_AGAINST_CIVILIANS, "Attack")
_TYPES = {
    "air_strike": Type(EXPLOSIONS, "Air/drone strike"),
    "shelling": Type(EXPLOSIONS, "Shelling/artillery/missile attack"),
    "chemical_attack": Type(EXPLOSIONS, "Chemical weapon"),
    "suicide_bombing": Type(EXPLOSIONS, "Suicide bomb"),
    "bombing": Type(EXPLOSIONS, "Remote explosive/landmine/IED"),
    "arrest": Type(STRATEGIC, "Arrests"),
    "looting": Type(STRATEGIC, "Looting/property destruction"),
    "agreement": Type(STRATEGIC, "Agreement"),
}
# Those in which it matters whom they hit.
_AGAINST_CIVILIANS = {
    "attack": ATTACK,
    "execution": ATTACK,
    "abduction": Type(VIOLENCE_AGAINST_CIVILIANS, "Abduction/forced disappearance"),
}


def type_of(one: Gathered, sides: Sides) -> Type:
    """The type of an incident.

    Raises:
        RefusedError: ACLED has no such type, or the claims do not tell which it is.
    """
    kind = one.kind
    if kind is None:
        raise RefusedError("no_kind", "no claim tells what sort of happening it was")
    if kind in _TYPES:
        return _TYPES[kind]
    if kind == "armed_clash":
        return _battle(one)
    if kind == "protest":
        raise RefusedError("protest", "whether a protest was peaceful, and how it was met, is not read")
    if kind not in _AGAINST_CIVILIANS:
        raise RefusedError("no_such_type", f"the layout has no type for {kind.replace('_', ' ')}")
    if sides.civilians and not sides.hit and not sides.unclear:
        return _AGAINST_CIVILIANS[kind]
    if kind == "attack" and sides.hit and sides.did:
        return _battle(one)
    raise RefusedError(
        "victims_unclear", "not all claims say whether those harmed were civilians or combatants"
    )


def _battle(one: Gathered) -> Type:
    """A change of control where all who tell of one name the same sort of winner."""
    winners = {
        party_of(claim.holder).sort
        for filed in one.filed
        if isinstance(claim := filed.claim, Control)
        and claim.change == "seizes"
        and claim.holder
        and is_held(claim)
    }
    if winners == {"state"}:
        return Type(BATTLES, "Government regains territory")
    if winners == {"armed group"}:
        return Type(BATTLES, "Non-state actor overtakes territory")
    return CLASH
