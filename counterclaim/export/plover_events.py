"""Which of PLOVER's sixteen categories an incident is, with mode and quad code."""

from __future__ import annotations

from typing import NamedTuple

from counterclaim.core.claims import Agreement
from counterclaim.export.gather import Gathered
from counterclaim.export.made import RefusedError


class Coding(NamedTuple):
    """`quad` is None for SANCTION, for which the manual gives two codes."""

    event: str
    mode: str | None = None
    quad: int | None = 4


_CODINGS = {
    "air_strike": Coding("ASSAULT", "aerial"),
    "shelling": Coding("ASSAULT", "heavy-weapons"),
    "chemical_attack": Coding("ASSAULT", "unconventional"),
    "suicide_bombing": Coding("ASSAULT", "suicide-attack"),
    "bombing": Coding("ASSAULT", "explosives"),
    "armed_clash": Coding("ASSAULT"),
    "attack": Coding("ASSAULT"),
    "execution": Coding("ASSAULT"),
    "abduction": Coding("ASSAULT", "abduct"),
    "arrest": Coding("COERCE", "arrest"),
    "looting": Coding("COERCE", "seize"),
    "siege": Coding("COERCE", "restrict"),
    "protest": Coding("PROTEST"),
    "deployment": Coding("MOBILIZE", "troops"),
    "withdrawal": Coding("RETREAT", "withdraw", 2),
    "aid_delivery": Coding("AID", None, 2),
    "meeting": Coding("CONSULT", None, 1),
    "displacement": Coding("SANCTION", "expel", None),  # whoever people flee from is the actor
}
NEEDS_RECIPIENT = frozenset({"COOPERATE", "AID", "SANCTION"})


def coding_of(one: Gathered) -> Coding:
    """The category of an incident.

    Raises:
        RefusedError: the manual has no category for its kind.
    """
    kind = one.kind
    if kind is None:
        raise RefusedError("no_kind", "no claim tells what sort of happening it was")
    if kind == "agreement":
        return _agreement(one)
    if kind not in _CODINGS:
        raise RefusedError("no_such_type", f"the manual has no category for {kind.replace('_', ' ')}")
    return _CODINGS[kind]


def _agreement(one: Gathered) -> Coding:
    """What is announced is agreed; a ceasefire in force is a retreat."""
    agreements = [filed.claim for filed in one.filed if isinstance(filed.claim, Agreement)]
    in_force = [claim for claim in agreements if claim.status == "in_force" and claim.polarity == "affirmed"]
    words = " ".join(claim.agreement or claim.quote for claim in in_force).casefold()
    if any(word in words for word in ("ceasefire", "cease-fire", "truce", "cessation of hostilities")):
        return Coding("RETREAT", "ceasefire", 2)
    return Coding("AGREE", None, 1)
