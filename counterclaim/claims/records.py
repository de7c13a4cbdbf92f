"""One record for what an article tells several times."""

from __future__ import annotations

from counterclaim.core.claims import Casualty, Claim


def at_fullest_mention(claims: list[Claim]) -> list[Claim]:
    """One record for a figure that an article tells several times, at its fullest mention.

    The same speaker's same figure is one; a figure told without credit is the speaker's where the
    article credits it; "kills 16" in the opening is the "at least 16" told in full below.
    """
    figures = [claim for claim in claims if isinstance(claim, Casualty) and _number(claim) is not None]
    if not figures:
        return claims
    first = figures[0].passage
    dropped: set[int] = set()
    for claim in figures:
        for other in figures:
            if (
                other is claim
                or id(other) in dropped
                or other.harm != claim.harm
                or _number(other) != _number(claim)
            ):
                continue
            same = (claim.min, claim.max, claim.speakers) == (other.min, other.max, other.speakers)
            parts = claim.scope == "part" or other.scope == "part"
            if same and (not parts or (claim.scope == other.scope and claim.group == other.group)):
                fuller = _fullness(other, first) > _fullness(claim, first)
            else:
                uncredited = not claim.speakers and claim.explicitness == "outlet" and not parts
                credited = bool(other.speakers) and other.max == claim.max
                opening = claim.passage <= first < other.passage
                fuller = uncredited and (credited or opening)
            if fuller:
                dropped.add(id(claim))
                break
    return [claim for claim in claims if id(claim) not in dropped]


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
