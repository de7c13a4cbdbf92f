"""The kinds of claims that the reader tells apart: their type, and of those about who did it the stance.

Each has a line under its words, a sign in the margin and a name, so that no reader depends on colour.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from counterclaim.core.claims import Claim, Responsibility, claim_type
from counterclaim.web.labels import TYPES
from counterclaim.web.languages import N_
from counterclaim.web.languages import gettext as _

# In the order of the legend; `static/style.css` has a line for each.
SIGNS: dict[str, str] = {
    "casualty": "●",
    "accuses": "▲",
    "admits": "◉",
    "denies": "⊘",
    "claims": "◈",
    "event": "◆",
    "control": "⚑",
    "damage": "✕",
    "agreement": "⇄",
    "intent": "➤",
    "plan": "□",
    "assessment": "❝",
}
_STANCES: dict[str, str] = {
    "accuses": N_("accusation"),
    "admits": N_("admission"),
    "denies": N_("denial"),
    "claims": N_("claimed as own act"),
}


def kind_of(claim: Claim) -> str:
    """A key of `SIGNS`."""
    return claim.stance if isinstance(claim, Responsibility) else claim_type(claim)


def kind_name(kind: str) -> str:
    """What the kind is called in the language of the page."""
    return _(_STANCES.get(kind) or TYPES[kind])


class Key(NamedTuple):
    """A line of the legend."""

    kind: str
    name: str
    sign: str
    number: int  # how many claims


def legend_of(claims: Iterable[Claim]) -> tuple[Key, ...]:
    """The kinds that the claims have, in the order of `SIGNS`."""
    counted = Counter(kind_of(claim) for claim in claims)
    return tuple(
        Key(kind, kind_name(kind), sign, counted[kind]) for kind, sign in SIGNS.items() if counted[kind]
    )
