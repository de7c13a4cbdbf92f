"""One record for what an article tells several times."""

from __future__ import annotations

from counterclaim.claims.retold import retold_events
from counterclaim.core.claims import Casualty, Claim


def at_fullest_mention(claims: list[Claim]) -> list[Claim]:
    """One record for a figure that an article tells several times, at its fullest mention.

    The same speaker's same figure is one, and so is the figure of an opening without a speaker:
    "kills 16" is the "at least 16" told in full below. An outlet's own figure further down and the
    same figure with a speaker are two.
    """
    told: dict[tuple[str, int], list[Casualty]] = {}
    for claim in claims:
        if isinstance(claim, Casualty) and (number := _number(claim)) is not None:
            told.setdefault((claim.harm, number), []).append(claim)
    first = min((figures[0].passage for figures in told.values()), default=0)
    dropped = {id(claim) for figures in told.values() for claim in _told_fuller(figures, first)}
    dropped |= retold_events(claims)
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
    speaks = claim.speakers == other.speakers
    if speaks and (claim.min, claim.max) == (other.min, other.max):
        if claim.max == 1 and not _shares_words(claim, other):
            return False  # a nurse and a driver are two people
        if not parts or (claim.scope == other.scope and claim.group == other.group):
            return _fullness(other, first) > _fullness(claim, first)
    exact = claim.min == claim.max
    if speaks and not parts and exact and other.max is None and claim.start < other.start:
        return True  # "kills 16", "at least 16 were killed"
    headline = not claim.speakers and claim.explicitness == "outlet" and (exact or not other.speakers)
    return headline and claim.passage <= first < other.passage and (not parts or _same_people(claim, other))


def _same_people(claim: Casualty, other: Casualty) -> bool:
    return claim.status == other.status != "unknown"


def _shares_words(claim: Casualty, other: Casualty) -> bool:
    left, right = (set((of.group or "").lower().split()) - {"a", "an", "the", "one"} for of in (claim, other))
    return not left or not right or bool(left & right)


def _number(claim: Casualty) -> int | None:
    return claim.min if claim.min is not None else claim.max


def _fullness(claim: Casualty, opening: int) -> tuple[int, bool, int]:
    """Long before short, body before opening, then the earlier."""
    return len(claim.quote), claim.passage > opening, -claim.start


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
