"""Who is said to have done it: the parties that accusations, admissions, events and figures name."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from counterclaim.core.claims import Casualty, Event, Responsibility, is_held
from counterclaim.core.incidents import FiledClaim
from counterclaim.incidents.parties import may_be_same_party, sides_of
from counterclaim.incidents.relations import ACTS


class Act(NamedTuple):
    """One claim that names a party as having done it."""

    filed: FiledClaim
    party: str
    blamed: bool  # held responsible, not only named as who carried out an event


def acts_in(filed: Iterable[FiledClaim]) -> list[Act]:
    """Affirmed and unconditional claims only: "if it hit troops" names nobody."""
    found = []
    for one in filed:
        claim = one.claim
        if not is_held(claim):
            continue
        if isinstance(claim, Responsibility) and claim.stance != "denies" and claim.accused:
            found.append(Act(one, claim.accused, True))
        elif isinstance(claim, Casualty) and claim.perpetrator:
            found.append(Act(one, claim.perpetrator, True))
        elif isinstance(claim, Event) and claim.actor and claim.event_type in ACTS:
            found.append(Act(one, claim.actor, False))
    return found


def admissions_in(filed: Iterable[FiledClaim]) -> list[FiledClaim]:
    """Claims in which a party accepts that it did it."""
    return [
        one
        for one in filed
        if isinstance(one.claim, Responsibility)
        and one.claim.stance in ("admits", "claims")
        and one.claim.polarity == "affirmed"
        and one.claim.modality == "asserted"
        and any(may_be_same_party(speaker, one.claim.accused) for speaker in one.claim.speakers)
    ]


def keys_of(acts: Iterable[Act]) -> frozenset[str]:
    """Keys of all parties named, as of `sides_of`."""
    return frozenset(key for act in acts for key in sides_of(act.party))


def spoken_by(one: FiledClaim, keys: frozenset[str]) -> bool:
    """Whether every speaker is one of the parties."""
    speakers = one.claim.speakers
    return bool(speakers) and all(sides_of(speaker) & keys for speaker in speakers)
