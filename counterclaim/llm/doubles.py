"""Tells which of a model's claims the sheet has already, so that a second extractor adds no echoes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from counterclaim.core.claims import Casualty, Claim, Damage, claim_type
from counterclaim.core.spans import Span

_VALUES = {
    "casualty": ("harm",),
    "event": ("event_type",),
    "responsibility": ("stance", "accused"),
    "control": ("change", "holder"),
    "damage": ("outcome",),
    "agreement": ("status",),
}


class Known:
    """The claims so far, by where they stand and by the figure they tell."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        self._by_passage: defaultdict[tuple[str, int], list[Claim]] = defaultdict(list)
        self._told: dict[tuple[object, ...], Claim] = {}
        for claim in claims:
            self.add(claim)

    def add(self, claim: Claim) -> None:
        self._by_passage[claim_type(claim), claim.passage].append(claim)
        told = _told(claim)
        if told is not None:
            self._told.setdefault(told, claim)

    def double_of(self, claim: Claim) -> Claim | None:
        """The earlier claim that says the same: of the same type and value where the spans overlap.

        A figure or party that the later one leaves out does not make it another. One speaker's figure told
        again elsewhere in the article is one record as well.
        """
        span = Span(claim.start, claim.end)
        for other in self._by_passage[claim_type(claim), claim.passage]:
            if span.overlaps(Span(other.start, other.end)) and _adds_nothing(claim, other):
                return other
        told = _told(claim)
        return self._told.get(told) if told is not None else None


def _adds_nothing(claim: Claim, other: Claim) -> bool:
    pairs = zip(_value(claim), _value(other), strict=True)
    return all(value is None or value == known for value, known in pairs)


def _value(claim: Claim) -> tuple[object, ...]:
    """What a claim says in typed fields; None where it leaves one out."""
    named = tuple(getattr(claim, name) for name in _VALUES.get(claim_type(claim), ()))
    return (*named, _figure(claim))


def _figure(claim: Claim) -> tuple[int | None, int | None] | None:
    if not isinstance(claim, Casualty | Damage) or (claim.min, claim.max) == (None, None):
        return None
    return claim.min, claim.max


def _told(claim: Claim) -> tuple[object, ...] | None:
    """What makes a figure one record in its article; None for a part of another, or where there is no figure."""
    figure = _figure(claim)
    if figure is None or not isinstance(claim, Casualty) or claim.scope == "part":
        return None
    return claim.article, claim.harm, figure, claim.speakers
