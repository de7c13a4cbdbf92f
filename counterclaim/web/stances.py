"""Who accuses, admits, denies, claims an act as its own, or regrets it, each with its sentences."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from counterclaim.core.claims import Assessment, Claim, Responsibility
from counterclaim.core.incidents import FiledClaim
from counterclaim.core.patterns import pattern
from counterclaim.web.languages import N_

_REGRETS = pattern(
    r"""\b(?: regret(?:s|ted|ting)? | deep(?:est)?\ regret | apologi[sz](?:e|es|ed|ing) | apology | apologies
        | (?:is|are|was|were)\ sorry\ (?:for|that) | condolences )\b""",
    ignore_case=True,
)
_REFUSED = pattern(  # "refused to apologise", "demanded an apology": no regret of the speaker's
    r"""\b(?: no | not | n[’']t | never | without | nor | refus\w+ | declin\w+ | demand\w+ | call(?:s|ed|ing)?\ (?:for|on)
        | urg\w+ | want\w* )\ (?:[^\s.;]+\ ){0,6}?(?: regret\w* | apolog\w+ | sorry | condolences )""",
    ignore_case=True,
)
# In the order of the strip: what it is called, and what stands there when nobody does it.
NAMES: dict[str, str] = {
    "accuses": N_("Accuses"),
    "admits": N_("Admits"),
    "denies": N_("Denies"),
    "claims": N_("Claims as its own act"),
    "regrets": N_("Regrets"),
}


class Stand(NamedTuple):
    """One column of the strip; empty where nobody in these documents takes that stand."""

    stance: str  # a key of NAMES
    said: tuple[FiledClaim, ...]


def stand_of(claim: Claim) -> str | None:
    """The stand a claim takes, a key of NAMES; None for all other claims.

    What is only predicted, or said not to be so, is none; a denial is one by itself.
    """
    if isinstance(claim, Responsibility):
        return claim.stance
    if not isinstance(claim, Assessment) or not claim.speakers or claim.polarity == "negated":
        return None
    regrets = _REGRETS.search(claim.quote) is not None and _REFUSED.search(claim.quote) is None
    return "regrets" if regrets else None


def line_up(filed: Sequence[FiledClaim]) -> tuple[Stand, ...]:
    """Every stand of NAMES, in its order; nothing where no claim takes any."""
    taken = [(stand_of(one.claim), one) for one in filed]
    if all(stance is None for stance, _ in taken):
        return ()
    return tuple(Stand(name, tuple(one for stance, one in taken if stance == name)) for name in NAMES)
