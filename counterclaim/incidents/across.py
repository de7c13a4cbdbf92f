"""Incidents of many documents: what each document tells as one happening, linked by kind, place and day.

Linking is cautious: every two happenings put together must agree, so that a chain of raids on one
city never becomes one incident, and a document that keeps two happenings apart is believed.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from itertools import combinations

from counterclaim.core.claims import Casualty, Event
from counterclaim.core.days import day_bounds, overlaps
from counterclaim.core.ids import hash_bytes
from counterclaim.core.incidents import FiledClaim, Incident
from counterclaim.incidents.kinds import Kind, may_be_one
from counterclaim.incidents.relations import relate
from counterclaim.incidents.signs import Signs, Spot, is_concrete, same_place, signs_of
from counterclaim.incidents.titles import kind_of, place_of, title_of, when_of

MAKER = "link_incidents.v1"
LONGEST_DAYS = 3  # an incident never spans more, first and last day included
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's base 32


@dataclass(frozen=True)
class Told:
    """One happening as one document tells it."""

    document_id: str
    label: str
    filed: tuple[FiledClaim, ...]

    @cached_property
    def fixing(self) -> tuple[FiledClaim, ...]:
        """The claims that fix kind, place and day: the concrete ones, where there are any."""
        return tuple(one for one in self.filed if is_concrete(one.claim)) or self.filed

    @cached_property
    def signs(self) -> tuple[Signs, ...]:
        """Of the fixing claims."""
        return tuple(signs_of(one.claim, one.sentence, one.published) for one in self.fixing)

    @cached_property
    def kinds(self) -> frozenset[Kind]:
        """Of its events; without any, what most of its claims can be about."""
        both = zip(self.fixing, self.signs, strict=True)
        events = [told.kinds for one, told in both if isinstance(one.claim, Event)]
        if events:
            return frozenset().union(*events)
        counted = Counter(kind for told in self.signs for kind in told.kinds)
        return frozenset(kind for kind, count in counted.items() if count == max(counted.values()))

    @cached_property
    def spot(self) -> Spot:
        spots = [told.spot for told in self.signs]
        return Spot(
            frozenset().union(*(spot.keys for spot in spots)),
            frozenset().union(*(spot.wide for spot in spots)),
            frozenset().union(*(spot.countries for spot in spots)),
        )

    @cached_property
    def when(self) -> str | None:
        return when_of(self.signs)

    @cached_property
    def published(self) -> str | None:
        return next((one.published for one in self.filed if one.published), None)

    @cached_property
    def sides(self) -> frozenset[str]:
        return frozenset(side for told in self.signs for side in told.actors)

    @cached_property
    def figures(self) -> frozenset[tuple[str, int | None, int | None]]:
        claims = (one.claim for one in self.filed)
        return frozenset(
            (claim.harm, claim.min, claim.max)
            for claim in claims
            if isinstance(claim, Casualty) and (claim.min, claim.max) != (None, None)
        )


def link(filed: Sequence[FiledClaim]) -> tuple[Incident, ...]:
    """The incidents of all claims that have an incident label, in the order of their codes.

    The order of `filed` changes nothing. Claims without a label stay unlinked.
    """
    return tuple(sorted(map(_incident, _grouped(_told(filed))), key=lambda incident: incident.code))


def _told(filed: Iterable[FiledClaim]) -> list[Told]:
    by_label: dict[tuple[str, str], dict[str, FiledClaim]] = defaultdict(dict)
    for one in filed:
        if one.claim.incident is not None:
            by_label[one.document_id, one.claim.incident][one.claim.id] = one
    return [
        Told(document_id, label, tuple(sorted(claims.values(), key=_place_in_text)))
        for (document_id, label), claims in sorted(by_label.items())
    ]


def _place_in_text(one: FiledClaim) -> tuple[str, int, int, str]:
    return one.document_id, one.claim.start, one.claim.end, one.claim.id


def _grouped(told: list[Told]) -> list[list[Told]]:
    """Strongest pair first, each group staying one in which all agree with all."""
    members = {at: [at] for at in range(len(told))}
    group_of = list(range(len(told)))
    for _, a, b in sorted(_pairs(told)):
        home, guest = sorted((group_of[a], group_of[b]))
        if home == guest or not _may_merge(
            [told[at] for at in members[home]], [told[at] for at in members[guest]]
        ):
            continue
        moved = members.pop(guest)
        members[home] += moved
        for at in moved:
            group_of[at] = home
    return [[told[at] for at in rows] for rows in members.values()]


def _pairs(told: list[Told]) -> set[tuple[float, int, int]]:
    """Pairs that agree, with their strength negated; only happenings that share a place are compared."""
    by_place: dict[str, list[int]] = defaultdict(list)
    for at, one in enumerate(told):
        for key in one.spot.keys | one.spot.wide:
            by_place[key].append(at)
    return {
        (-strength, a, b)
        for rows in by_place.values()
        for a, b in combinations(rows, 2)
        if (strength := _strength(told[a], told[b])) > 0
    }


def _strength(one: Told, other: Told) -> float:
    """How much the two agree; 0 where they cannot be put together on their own."""
    if not _agree(one, other) or not one.kinds or not other.kinds or not same_place(one.spot, other.spot):
        return 0.0
    by_day = one.when is not None and other.when is not None
    shared = bool(one.sides & other.sides) + bool(one.figures & other.figures)
    if not by_day and not (_published_close(one, other) or (_undated(one, other) and shared)):
        return 0.0
    return 1.0 + 2.0 * by_day + bool(one.kinds & other.kinds) + shared


def _agree(one: Told, other: Told) -> bool:
    """Whether nothing keeps the two apart."""
    return (
        one.document_id != other.document_id
        and may_be_one(one.kinds, other.kinds)
        and same_place(one.spot, other.spot) is not False
        and (one.when is None or other.when is None or overlaps(one.when, other.when))
    )


def _may_merge(home: list[Told], guests: list[Told]) -> bool:
    if not all(_agree(one, other) for one in home for other in guests):
        return False
    days = [bounds for one in (*home, *guests) if (bounds := _days(one))]
    return not days or max(day for _, day in days) - min(day for day, _ in days) < timedelta(LONGEST_DAYS)


def _days(one: Told) -> tuple[date, date] | None:
    first, last = day_bounds(one.when) if one.when else (None, None)
    return (first, last) if first and last else None


def _published_close(one: Told, other: Told) -> bool:
    if one.published is None or other.published is None:
        return False
    return overlaps(one.published, other.published, slack_days=LONGEST_DAYS)


def _undated(one: Told, other: Told) -> bool:
    return one.published is None and other.published is None


def _incident(group: list[Told]) -> Incident:
    filed = sorted((one for told in group for one in told.filed), key=_place_in_text)
    reads = sorted(
        ((one, read) for told in group for one, read in zip(told.fixing, told.signs, strict=True)),
        key=lambda pair: _place_in_text(pair[0]),
    )
    fixing, signs = [one for one, _ in reads], [read for _, read in reads]
    kinds = Counter(kind for told in group for kind in told.kinds)
    kind, place, when = kind_of(fixing, kinds), place_of(fixing, signs), when_of(signs)
    return Incident(
        code=_code(min(one.claim.id for one in filed)),
        title=title_of(kind, place, when),
        kind=kind if kind not in ("agreement", "displacement") else "other",
        place=place,
        when=when,
        claims=tuple(one.claim.id for one in filed),
        relations=relate(filed),
        basis=_basis(group, kind, place, when),
        maker=MAKER,
    )


def _basis(group: list[Told], kind: str | None, place: str | None, when: str | None) -> str:
    documents = len({told.document_id for told in group})
    if documents == 1:
        return "one document tells these claims as one happening"
    day = f"days that can be one ({when})" if when else "publication within three days or no day at all"
    kinds = (kind or "unnamed").replace("_", " ")
    return f"{documents} documents: kinds that can be one ({kinds}), one place ({place}), {day}"


def _code(claim_id: str) -> str:
    number = int(hash_bytes(claim_id.encode())[:8], 16) >> 2  # 30 bits are six digits
    return "CC-" + "".join(_ALPHABET[(number >> shift) & 31] for shift in range(25, -5, -5))
