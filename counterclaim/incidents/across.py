"""Incidents of many documents: what each document tells as one happening, compared, scored and grouped.

Linking is cautious: every two happenings put together must agree, so that a chain of raids on one
city never becomes one incident, and a document that keeps two happenings apart is believed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from counterclaim.core.incidents import FiledClaim, Incident, Verdict
from counterclaim.incidents.block import met
from counterclaim.incidents.describe import incident_of
from counterclaim.incidents.group import Pair, group, parts_of
from counterclaim.incidents.ruled import Verdicts
from counterclaim.incidents.score import judge
from counterclaim.incidents.told import Told, told_in


def link(filed: Sequence[FiledClaim], verdicts: Iterable[Verdict] = ()) -> tuple[Incident, ...]:
    """The incidents of all claims that have an incident label, in the order of their codes.

    The order of `filed` changes nothing. Claims without a label stay unlinked, unless a ruling in
    `verdicts` joins them to others.
    """
    ruled = Verdicts(verdicts)
    told = {one.name: one for one in told_in(filed, ruled)}
    by_id = {one.claim.id: one for one in filed}
    pairs = [*pairs_among(told.values()), *ruled_pairs(told, ruled)]
    return tuple(sorted(incidents_among(told, pairs, ruled, by_id), key=lambda incident: incident.code))


def pairs_among(told: Iterable[Told]) -> list[Pair]:
    """All pairs of these happenings that agree."""
    return [pair for one, earlier in met(told) for pair in pairs_with(one, earlier)]


def pairs_with(one: Told, others: Iterable[Told]) -> Iterator[Pair]:
    """The pairs of one happening with those of the others that agree with it."""
    for other in others:
        first, second = sorted((one, other), key=lambda told: told.name)
        judged = judge(first, second)
        if judged is not None:
            yield Pair(judged.score, first.name, second.name, ", ".join(judged.reasons))


def ruled_pairs(told: Mapping[str, Told], verdicts: Verdicts) -> list[Pair]:
    """The pairs that a ruling puts together, newest first counting."""
    found: dict[tuple[str, str], Pair] = {}
    by_claim = {claim: one.name for one in told.values() for claim in one.claims}
    for verdict in verdicts.touching(by_claim):
        if verdict.decision != "same":
            continue
        names = sorted({by_claim[claim] for claim in (*verdict.claims, *verdict.others) if claim in by_claim})
        for at, first in enumerate(names):
            for second in names[at + 1 :]:
                if verdicts.between(told[first].claims, told[second].claims) == verdict:
                    basis = f"{verdict.who or 'somebody'} ruled so"
                    found.setdefault((first, second), Pair(1.0, first, second, basis))
    return list(found.values())


def incidents_among(
    told: Mapping[str, Told], pairs: Sequence[Pair], verdicts: Verdicts, filed: Mapping[str, FiledClaim]
) -> Iterator[Incident]:
    """The incidents of some happenings, given all pairs among them and their claims by id."""
    of_part: dict[str, list[Pair]] = defaultdict(list)
    parts = parts_of(told, pairs)
    lead = {name: part[0] for part in parts for name in part}
    for pair in pairs:
        of_part[lead[pair.one]].append(pair)
    for part in parts:
        for made in group({name: told[name] for name in part}, of_part[part[0]], verdicts):
            yield incident_of(made, [[filed[claim] for claim in one.claims] for one in made.told])
