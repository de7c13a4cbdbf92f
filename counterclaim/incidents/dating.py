"""What an incident's day rests on, and which documents' days another document's year settles."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.core.edtf import overlaps
from counterclaim.core.incidents import FiledClaim, Incident


def day_basis(incident: Incident, filed: Sequence[FiledClaim]) -> str | None:
    """How the claims of an incident come to its day; None where none of them gives it.

    Where one document tells the year and others only the day, it says whose year it settles: "stated in
    hadira-wire; settles the year for hadira-bulletin".
    """
    when = incident.when
    giving = [one for one in filed if one.claim.when == when and one.claim.when_basis]
    if when is None or not giving:
        return None
    first = min(giving, key=lambda one: (one.document_id, one.claim.start, one.claim.id))
    basis = first.claim.when_basis or ""
    settled = dict.fromkeys(one.doc for one in filed if settles_year(when, one.claim.when))
    if not settled:
        return basis
    return f"{basis} in {first.doc}; settles the year for {', '.join(settled)}"


def settles_year(when: str, other: str | None) -> bool:
    """Whether a time tells the year that the other, which can be the same day, leaves open.

    >>> settles_year("2016-09-17", "XXXX-09-17"), settles_year("2016-09-17", "XXXX-05-14")
    (True, False)
    """
    return other is not None and "XXXX" in other and "XXXX" not in when and overlaps(when, other)
