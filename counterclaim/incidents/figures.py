"""Whether a figure counts a whole incident, and whether two figures can both be true."""

from __future__ import annotations

from typing import TypeGuard

from counterclaim.core.claims import Casualty, Claim, Harm
from counterclaim.core.patterns import pattern
from counterclaim.incidents.people import may_be_same_people, people_in

_MANNER = pattern(  # of dying, told of some of the dead; others may have died otherwise
    r"""\b(?: behead\w+ | decapitat\w+ | crucif\w+ | hanged | stoned | drown\w* | burn(?:ed|t)\ (?:alive | to\ death) )\b""",
    ignore_case=True,
)

_FOUND = pattern(r"\b(?:bod(?:y|ies)|corpses?)\b", ignore_case=True)  # so far; more may have died


def is_stated(claim: Claim) -> TypeGuard[Casualty]:
    """Whether the claim holds that people were harmed in the incident, or that nobody was.

    Predictions, conditions ("if it hit troops"), denials of somebody else's figure, totals over more than
    the incident and parts of a larger figure are not.
    """
    return (
        isinstance(claim, Casualty)
        and claim.scope == "incident"
        and claim.modality in ("asserted", "alleged")
        and (claim.polarity == "affirmed" or is_zero(claim))
    )


def is_zero(claim: Casualty) -> bool:
    """An explicit nought: "no casualties". Nothing stated is not nought."""
    return claim.min in (0, None) and claim.max == 0


def is_counted(claim: Casualty) -> bool:
    """Whether the figure sets any bound at all."""
    return claim.min is not None or claim.max is not None


def bears_on(claim: Casualty, harm: Harm) -> bool:
    """Whether the figure is one of this harm; "no casualties" is nought killed and nought wounded."""
    return claim.harm == harm or (
        claim.harm == "killed_or_wounded" and harm in ("killed", "wounded") and is_zero(claim)
    )


def same_count(one: Casualty, other: Casualty) -> bool:
    """Whether both count one harm in the whole incident, to people who may be the same."""
    return (
        is_stated(one)
        and is_stated(other)
        and (bears_on(one, other.harm) or bears_on(other, one.harm))
        and may_be_same_people(people_in(one), people_in(other))
    )


def can_both_be(one: Casualty, other: Casualty) -> bool:
    """Whether some number lies within the bounds of both.

    Of seven who were killed, three may have been beheaded, and the bodies of five been found.
    """
    low = max(one.min or 0, other.min or 0)
    highs = [
        each.max
        for each, beside in ((one, other), (other, one))
        if not (counts_some_of(each, beside) or _counts_bodies_of(each, beside))
    ]
    return all(high is None or low <= high for high in highs)


def _counts_bodies_of(one: Casualty, other: Casualty) -> bool:
    return _FOUND.search(one.quote) is not None and _FOUND.search(other.quote) is None


def counts_some_of(one: Casualty, other: Casualty) -> bool:
    """Whether one counts only those who died in a manner of which the other says nothing, and fewer of them."""
    number = one.max if one.max is not None else one.min
    if number is None or other.min is None or number >= other.min:
        return False
    return _MANNER.search(one.quote) is not None and _MANNER.search(other.quote) is None


def same_figure(one: Casualty, other: Casualty) -> bool:
    return (one.min, one.max) == (other.min, other.max)
