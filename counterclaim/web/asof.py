"""An incident as the documents published by some day tell it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from msgspec.structs import replace

from counterclaim.core.edtf import day_bounds
from counterclaim.core.incidents import FiledClaim, Incident
from counterclaim.incidents.relations import relate


class Known(NamedTuple):
    """What was known: the incident without what came later, its claims, and how many were left out and why."""

    incident: Incident
    filed: tuple[FiledClaim, ...]
    later: int = 0  # claims published after the day
    undated: int = 0  # claims of which nobody knows when they were published


def known_by(incident: Incident, filed: Sequence[FiledClaim], day: date | None) -> Known:
    """The incident by the end of `day`; all of it for None.

    A claim counts from the last day on which it can have been published; without a publication day it is
    left out, as nobody can say that it was known. Relations are told anew from the claims that stay: what was
    not replaced yet still stood.
    """
    if day is None:
        return Known(incident, tuple(filed))
    known, later, undated = [], 0, 0
    for one in filed:
        last = day_bounds(one.published)[1] if one.published else None
        if last is None:
            undated += 1
        elif last > day:
            later += 1
        else:
            known.append(one)
    claims = tuple(one.claim.id for one in known)
    return Known(replace(incident, claims=claims, relations=relate(known)), tuple(known), later, undated)
