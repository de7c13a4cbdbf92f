"""Whether two figures count the same harm to the same people, and whether both can be true."""

from __future__ import annotations

from counterclaim.core.claims import Casualty
from counterclaim.core.patterns import pattern

_WORD = pattern(r"[\p{L}\p{N}]+(?:[-’'][\p{L}\p{N}]+)*")
# Words that say nobody in particular: "pro-government fighters" leaves "pro-government".
_ANYBODY = frozenset(
    """people persons person civilians civilian fighters fighter soldiers soldier troops troop militants militant
    combatants gunmen men residents citizens others other members member victims lives dead bodies casualties
    insurgents forces the a an of at least more than about some many several other another including in and its
    his their local""".split()
)
_SOME_ONLY = frozenset(
    "child children woman women girl girls boy boys baby babies infants medic medics doctor doctors journalist "
    "journalists rescuers rescue workers worker pilgrims teachers students".split()
)


def same_count(one: Casualty, other: Casualty) -> bool:
    """Whether both count one harm in the whole incident, to people who may be the same."""
    return (
        one.harm == other.harm
        and one.scope == other.scope == "incident"
        and one.polarity == other.polarity == "affirmed"
        and {one.status, other.status} != {"civilian", "combatant"}
        and _same_people(one.group, other.group)
    )


def _same_people(one: str | None, other: str | None) -> bool:
    words = [
        frozenset(match.group(0).lower() for match in _WORD.finditer(group or "")) for group in (one, other)
    ]
    if words[0] & _SOME_ONLY != words[1] & _SOME_ONLY:
        return False
    sides = [told - _ANYBODY - _SOME_ONLY for told in words]
    return not sides[0] or not sides[1] or bool(sides[0] & sides[1])


def is_counted(claim: Casualty) -> bool:
    """Whether the figure sets any bound at all."""
    return claim.min is not None or claim.max is not None


def can_both_be(one: Casualty, other: Casualty) -> bool:
    """Whether some number lies within the bounds of both."""
    low = max(one.min or 0, other.min or 0)
    return all(high is None or low <= high for high in (one.max, other.max))


def same_figure(one: Casualty, other: Casualty) -> bool:
    return (one.min, one.max) == (other.min, other.max)
