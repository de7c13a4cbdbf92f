"""Where an incident lies on the map, by its claims."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.core.incidents import FiledClaim, Incident
from counterclaim.core.located import Located


def where_of(incident: Incident, filed: Sequence[FiledClaim]) -> Located | None:
    """The most exact place among the claims that word it as the incident does; None where none is placed.

    Claims that name another place say nothing here: which of two places is right is not for this page.
    """
    placed = [
        one
        for one in filed
        if one.claim.where is not None and getattr(one.claim, "place", None) == incident.place
    ]
    first = min(placed, key=_exactness, default=None)
    return first.claim.where if first is not None else None


def _exactness(one: FiledClaim) -> tuple[float, str, int, str]:
    where = one.claim.where
    return (where.radius_km if where is not None else 0.0, one.document_id, one.claim.start, one.claim.id)
