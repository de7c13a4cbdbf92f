"""Two incidents side by side: where they agree, why the linking keeps them apart, what speaks for one."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product
from math import exp
from typing import NamedTuple

from sqlalchemy import Connection

from counterclaim.core.claims import Casualty
from counterclaim.core.incidents import FiledClaim, Incident
from counterclaim.core.wording import claim_words
from counterclaim.incidents.compare import keeps_apart, reasons
from counterclaim.incidents.score import log_odds, weights
from counterclaim.incidents.told import Told
from counterclaim.store.find import read_claims_by_id
from counterclaim.store.telling_rows import read_tellings_with
from counterclaim.web.days import day_words
from counterclaim.web.labels import kind_words
from counterclaim.web.languages import gettext as _


class Side(NamedTuple):
    """One of the two."""

    incident: Incident
    filed: tuple[FiledClaim, ...]


class Line(NamedTuple):
    """One matter on which the two can be compared."""

    name: str
    one: tuple[str, ...]
    other: tuple[str, ...]

    @property
    def shared(self) -> frozenset[str]:
        return frozenset(self.one) & frozenset(self.other)


class Weighed(NamedTuple):
    """The two tellings, one of each, that are most likely one. `score` is 0 to 1."""

    score: float
    apart: str | None  # what rules it out, in the words of the linking
    reasons: tuple[tuple[str, float], ...]  # with log odds: above 0 they speak for one, below against


def read_side(connection: Connection, incident: Incident) -> Side:
    """The incident with its claims as ruled."""
    return Side(incident, tuple(read_claims_by_id(connection, incident.claims)))


def side_by_side(one: Side, other: Side) -> tuple[Line, ...]:
    """Kind, place, day, speakers, figures and outlets of both."""
    return tuple(
        Line(name, _sorted(mine), _sorted(theirs))
        for name, mine, theirs in (
            (_("Kind"), _kinds(one), _kinds(other)),
            (_("Place"), _places(one), _places(other)),
            (_("Day"), _days(one), _days(other)),
            (_("Figures"), _figures(one), _figures(other)),
            (_("Speakers"), _speakers(one), _speakers(other)),
            (_("Documents"), _documents(one), _documents(other)),
        )
    )


def weigh_pair(connection: Connection, one: Side, other: Side) -> Weighed | None:
    """How likely the linking finds that they are one; None where it knows nothing of their tellings."""
    mine, theirs = (_tellings(connection, side) for side in (one, other))
    pairs = [(log_odds(first, second), first, second) for first, second in product(mine, theirs)]
    if not pairs:
        return None
    odds, first, second = max(pairs, key=lambda pair: (keeps_apart(pair[1], pair[2]) is None, pair[0]))
    known = weights().weights
    told = sorted(((name, known[name]) for name in reasons(first, second)), key=lambda each: -each[1])
    return Weighed(1 / (1 + exp(-odds)), keeps_apart(first, second), tuple(told))


def _tellings(connection: Connection, side: Side) -> Sequence[Told]:
    return [each.told for each in read_tellings_with(connection, side.incident.claims)]


def _sorted(words: set[str]) -> tuple[str, ...]:
    return tuple(sorted(words))


def _kinds(side: Side) -> set[str]:
    return {kind_words(side.incident.kind)} if side.incident.kind else set()


def _places(side: Side) -> set[str]:
    return {place for one in side.filed if (place := getattr(one.claim, "place", None))}


def _days(side: Side) -> set[str]:
    return {day_words(one.claim.when) for one in side.filed if one.claim.when}


def _figures(side: Side) -> set[str]:
    return {claim_words(one.claim) for one in side.filed if isinstance(one.claim, Casualty)}


def _speakers(side: Side) -> set[str]:
    return {speaker for one in side.filed for speaker in one.claim.speakers}


def _documents(side: Side) -> set[str]:
    return {one.outlet or one.doc for one in side.filed}
