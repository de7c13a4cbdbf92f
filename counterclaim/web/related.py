"""Incidents of the same place and week, each with why it is not the same happening."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import product
from typing import NamedTuple

from counterclaim.core.edtf import overlaps
from counterclaim.core.incidents import FiledClaim, Incident, in_text
from counterclaim.incidents.compare import keeps_apart, reasons
from counterclaim.incidents.signs import same_place, spot_of
from counterclaim.incidents.told import Told, told_of
from counterclaim.store import Store
from counterclaim.store.link_rulings import read_verdicts
from counterclaim.store.nearby import find_of_days_near, read_claims_of

DAYS = 7  # a week before and after
SHOWN = 8  # on the page; linking looks at all of them


class Related(NamedTuple):
    """Another incident, and why its claims stand apart, in words."""

    incident: Incident
    apart: tuple[str, ...]
    alike: tuple[str, ...]  # what speaks for their being one all the same


class Neighbours(NamedTuple):
    """The nearest in days first; `more` are not shown."""

    shown: tuple[Related, ...]
    more: int


def find_related(store: Store, incident: Incident, filed: Sequence[FiledClaim]) -> Neighbours:
    """Incidents whose place can be the same and whose day lies within a week; none without place or day."""
    place, when = incident.place, incident.when
    if place is None or when is None:
        return Neighbours((), 0)
    with store.reading() as connection:
        near = find_of_days_near(connection, incident, DAYS)
        near = [other for other in near if is_same_place(place, other.place)]
        near.sort(key=lambda other: (_days(when, other.when), other.title, other.code))
        claims = read_claims_of(connection, [other.code for other in near[:SHOWN]])
        verdicts = read_verdicts(connection)
    mine = _tellings(filed)
    own = [one.claim.id for one in filed]
    shown = []
    for other in near[:SHOWN]:
        theirs = _tellings(claims[other.code])
        ruling = verdicts.between(own, [one.claim.id for one in claims[other.code]])
        ruled = (f"{ruling.who} ruled so",) if ruling is not None and ruling.decision == "different" else ()
        shown.append(Related(other, ruled + why_apart(mine, theirs), _shared(mine, theirs)))
    return Neighbours(tuple(shown), max(0, len(near) - SHOWN))


def is_same_place(one: str, other: str | None) -> bool:
    """Whether the words of two places name one.

    >>> is_same_place("near Aleppo", "Aleppo"), is_same_place("Aleppo", "Homs"), is_same_place("Aleppo", None)
    (True, False, False)
    """
    return other is not None and (one == other or same_place(spot_of(one), spot_of(other)) is True)


def why_apart(one: Sequence[Told], other: Sequence[Told]) -> tuple[str, ...]:
    """What keeps the tellings of two incidents apart, most common first; linking's own reasons."""
    found = Counter(
        why for first, second in product(one, other) if (why := keeps_apart(first, second)) is not None
    )
    return tuple(why for why, _ in found.most_common()) or (
        "nothing rules it out, but too little speaks for it",
    )


def _shared(one: Sequence[Told], other: Sequence[Told]) -> tuple[str, ...]:
    pairs = [(first, second) for first, second in product(one, other) if keeps_apart(first, second) is None]
    return tuple(dict.fromkeys(reason for first, second in pairs for reason in reasons(first, second)))


def _tellings(filed: Sequence[FiledClaim]) -> list[Told]:
    by_document: dict[str, list[FiledClaim]] = {}
    for one in sorted(filed, key=in_text):
        by_document.setdefault(one.document_id, []).append(one)
    return [told_of(name, claims) for name, claims in by_document.items()]


def _days(one: str, other: str | None) -> int:
    """Days between two times, as far as they are near."""
    return next((days for days in range(DAYS) if other and overlaps(one, other, days)), DAYS)
