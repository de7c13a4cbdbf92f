"""One record for what an article tells several times."""

from __future__ import annotations

from counterclaim.core.claims import Casualty, Claim


def at_fullest_mention(claims: list[Claim]) -> list[Claim]:
    """One record for a figure that an article tells several times, at its fullest mention.

    The same speaker's same figure is one; a figure told without credit is the speaker's where the
    article credits it; "kills 16" in the opening is the "at least 16" told in full below.
    """
    told: dict[tuple[str, int], list[Casualty]] = {}
    for claim in claims:
        if isinstance(claim, Casualty) and (number := _number(claim)) is not None:
            told.setdefault((claim.harm, number), []).append(claim)
    first = min((figures[0].passage for figures in told.values()), default=0)
    dropped = {id(claim) for figures in told.values() for claim in _told_fuller(figures, first)}
    return [claim for claim in claims if id(claim) not in dropped]


def _told_fuller(figures: list[Casualty], first: int) -> list[Casualty]:
    """Those of one harm and number that another of them tells in full; `first` is the opening passage."""
    kept = list(figures)
    dropped = []
    for claim in figures:
        if any(other is not claim and _is_fuller(other, claim, first) for other in kept):
            kept = [other for other in kept if other is not claim]
            dropped.append(claim)
    return dropped


def _is_fuller(other: Casualty, claim: Casualty, first: int) -> bool:
    parts = "part" in (claim.scope, other.scope)
    same = (claim.min, claim.max, claim.speakers) == (other.min, other.max, other.speakers)
    if same and (not parts or (claim.scope == other.scope and claim.group == other.group)):
        return _fullness(other, first) > _fullness(claim, first)
    uncredited = not claim.speakers and claim.explicitness == "outlet" and not parts
    credited = bool(other.speakers) and other.max == claim.max
    opening = claim.passage <= first < other.passage
    return uncredited and (credited or opening)


def _number(claim: Casualty) -> int | None:
    return claim.min if claim.min is not None else claim.max


def _fullness(claim: Casualty, opening: int) -> tuple[bool, int, int]:
    """Body before opening, long before short, then the earlier."""
    return claim.passage > opening, len(claim.quote), -claim.start


def once_each(claims: list[Claim]) -> list[Claim]:
    seen: set[tuple[object, ...]] = set()
    kept: list[Claim] = []
    for claim in claims:
        key = (
            type(claim),
            claim.start,
            claim.end,
            getattr(claim, "harm", None),
            getattr(claim, "min", None),
            getattr(claim, "change", None),
        )
        if key not in seen:
            seen.add(key)
            kept.append(claim)
    return kept
