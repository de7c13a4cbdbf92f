"""An incident as some of its claims alone tell it, as if the others had never been read."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from counterclaim.core.incidents import FiledClaim, Incident, in_text
from counterclaim.incidents.agreeing import pairs_with
from counterclaim.incidents.describe import incident_of
from counterclaim.incidents.group import Group, Pair
from counterclaim.incidents.told import Told, told_of


def narrow(incident: Incident, filed: Sequence[FiledClaim]) -> Incident:
    """The incident under its codes; title, place, day, relations, links and reasons come from these claims.

    Each document is linked to the earlier one that agrees with it best; a document that agrees with none, because
    a person or a claim left out brought it in, has no link.
    """
    by_document: dict[str, list[FiledClaim]] = {}
    for one in sorted(filed, key=in_text):
        by_document.setdefault(one.document_id, []).append(one)
    told = [told_of(document_id, claims) for document_id, claims in by_document.items()]
    pairs = [pair for at, one in enumerate(told) if (pair := _best(one, told[:at])) is not None]
    made = incident_of(Group(tuple(told), tuple(pairs)), list(by_document.values()))
    kept = {one.claim.id for one in filed}
    return replace(
        made,
        code=incident.code,
        previous_codes=incident.previous_codes,
        claims=tuple(claim for claim in incident.claims if claim in kept),
        basis=made.basis if pairs or len(told) == 1 else "",
    )


def _best(one: Told, earlier: Sequence[Told]) -> Pair | None:
    return max(pairs_with(one, earlier), key=lambda pair: (pair.score, pair.one, pair.other), default=None)
