"""The words of one claim lit up where the address names it, without a script."""

from __future__ import annotations

from collections.abc import Iterable

from counterclaim.core.claims import Claim


def highlight_rules(claims: Iterable[Claim]) -> str:
    """A stylesheet that lights up every piece of the claim which the address names.

    One claim can be cut into many pieces, and no script is needed to find them.
    """
    return "".join(
        f".reader:has(#claim-{claim.id}:target) .in-{claim.id}{{background:var(--lit);color:var(--lit-ink)}}\n"
        for claim in claims
        if claim.id.isascii() and claim.id.isalnum()  # an id from a foreign sheet may be no name in CSS
    )
