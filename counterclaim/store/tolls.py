"""How far the figures of every incident lie apart, for a picture of all of them.

The exact account of one incident is its tally (counterclaim.incidents.profiles). This is the same in short: figures
stated of the whole incident, without those their speakers replaced, of the people that most figures count.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple, cast

from sqlalchemy import Connection, text

from counterclaim.core.claims import Casualty, Harm, Status
from counterclaim.core.incidents import FiledClaim
from counterclaim.incidents.people import group_people


class Toll(NamedTuple):
    """The lowest and the highest number that claims name for one harm to one group of people."""

    number: int  # of the incident
    harm: str
    low: int
    high: int
    open_above: bool  # the high end is "or more"


class _Stated(NamedTuple):
    """Figures of one harm that name the people alike."""

    number: int
    harm: str
    group: str | None
    status: Status
    low: int | None  # the lowest lower bound
    high: int | None  # the highest upper bound
    floor: int | None  # the highest lower bound
    claims: int


# Held to be so, and of the whole incident, as counterclaim.incidents.figures has it.
_STATED = text("""
    WITH stated AS (
        SELECT i.number, c.harm, c.victim_group, c.status, c.figure_min AS least, c.figure_max AS most
        FROM incidents i JOIN incident_claims m ON m.code = i.code JOIN claims c ON c.id = m.claim_id
        WHERE c.harm IS NOT NULL AND c.scope = 'incident' AND c.modality IN ('asserted', 'alleged')
            AND (c.polarity = 'affirmed' OR (coalesce(c.figure_min, 0) = 0 AND c.figure_max = 0))
            AND coalesce(c.figure_min, c.figure_max) IS NOT NULL AND c.decision IS NOT 'reject'
            AND NOT EXISTS (
                SELECT 1 FROM relations r WHERE r.other_id = c.id AND r.kind = 'revises' AND r.code = m.code
            )
    )
    SELECT number, harm, victim_group, status, min(CASE WHEN most = 0 THEN 0 ELSE least END), max(most), max(least), count(*)
    FROM stated GROUP BY number, harm, victim_group, status ORDER BY number, harm
""")


def read_tolls(connection: Connection) -> list[Toll]:
    """By incident and harm; nothing where no number is stated for the whole of an incident."""
    rows = (_Stated(*row) for row in connection.execute(_STATED))
    stated = (one for row in rows for one in _harms(row))
    return [
        _toll(list(told))
        for number, own in groupby(stated, key=lambda one: one.number)
        for _, told in groupby(sorted(own, key=lambda one: one.harm), key=lambda one: one.harm)
    ]


def _harms(one: _Stated) -> Iterator[_Stated]:
    """ "No casualties" is nought killed and nought wounded."""
    yield one
    if one.harm == "killed_or_wounded" and one.high == 0:
        yield one._replace(harm="killed")
        yield one._replace(harm="wounded")


def _toll(stated: Sequence[_Stated]) -> Toll:
    """The range of the people that most figures count, by the rule of counterclaim.incidents.profiles.ranges.

    >>> soldiers = _Stated(1, "killed", "soldiers", "combatant", 62, 83, 62, 3)
    >>> _toll([soldiers, soldiers._replace(group="villagers", status="civilian", low=5, high=5, claims=1)])
    Toll(number=1, harm='killed', low=62, high=83, open_above=False)
    >>> _toll([soldiers._replace(floor=90)])  # at least 90
    Toll(number=1, harm='killed', low=62, high=90, open_above=True)
    """
    same = _most_counted(stated) if len(stated) > 1 else stated
    low = min((one.low for one in same if one.low is not None), default=0)
    high = max((one.high for one in same if one.high is not None), default=None)
    floor = max(one.floor or 0 for one in same)
    is_open = high is None or floor > high
    return Toll(stated[0].number, stated[0].harm, low, floor if high is None or is_open else high, is_open)


def _most_counted(stated: Sequence[_Stated]) -> list[_Stated]:
    groups = group_people([_figure(at, one) for at, one in enumerate(stated)])
    of: dict[str, list[_Stated]] = {}
    for at, one in enumerate(stated):
        of.setdefault(groups[str(at)].key, []).append(one)
    return max(
        of.values(),
        key=lambda same: (sum(one.claims for one in same), max(one.high or one.floor or 0 for one in same)),
    )


def _figure(at: int, one: _Stated) -> FiledClaim:
    """As much of a claim as tells whom it counts."""
    claim = Casualty(
        id=str(at), start=0, end=0, quote="", harm=cast(Harm, one.harm), group=one.group, status=one.status
    )
    return FiledClaim(document_id="", doc="", outlet=None, published=None, sentence="", claim=claim)
