"""Which figure a part belongs to: "including five children" is counted within another figure."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.core.claims import Casualty
from counterclaim.core.incidents import FiledClaim


def wholes_of(ordered: Sequence[FiledClaim]) -> dict[str, FiledClaim]:
    """The whole of each part, by the part's claim id: the nearest before it in its document, else after it.

    `ordered` is by document and place in the text.
    """
    found: dict[str, FiledClaim] = {}
    for at, part in enumerate(ordered):
        if not isinstance(part.claim, Casualty) or part.claim.scope != "part":
            continue
        for whole in (*reversed(ordered[:at]), *ordered[at + 1 :]):
            if _may_hold(whole, part, part.claim):
                found[part.claim.id] = whole
                break
    return found


def _may_hold(whole: FiledClaim, part: FiledClaim, of_part: Casualty) -> bool:
    claim = whole.claim
    return (
        isinstance(claim, Casualty)
        and claim.scope == "incident"
        and claim.harm == of_part.harm
        and whole.document_id == part.document_id
        and (claim.max is None or of_part.min is None or of_part.min <= claim.max)
    )
