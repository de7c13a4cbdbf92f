"""One speaker's figures in one incident, each beside those of independent others."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from statistics import median
from typing import Literal

import msgspec

from counterclaim.core.claims import Harm
from counterclaim.core.incidents import FiledClaim, Incident
from counterclaim.incidents.parties import distinct_parties, sides_of
from counterclaim.incidents.profiles.acts import acts_in
from counterclaim.incidents.profiles.evidence import Counted, read_evidence
from counterclaim.incidents.profiles.ranges import range_of
from counterclaim.incidents.tallies import Bound
from counterclaim.incidents.voices import join_voices, voices_of
from counterclaim.lexicons.actors import find_actors

End = Literal["alone", "shared", "no"]  # whether the speaker gives this end of the range, and who else does
Role = Literal["harmed", "did", "both", "neither"]


class Compared(msgspec.Struct, frozen=True, kw_only=True):
    """The speaker's figure for one harm to one group of people of an incident, and what others say.

    `figure` and `others` are people. Where a voice has several current figures, their median counts;
    `others` is the median of the independent others, each counted once.
    """

    code: str
    title: str
    kind: str | None
    when: str | None  # EDTF, of the incident
    place: str | None
    harm: Harm
    people: str  # "Syrian soldiers", as the figures name them
    figure: float
    others: float
    voices: tuple[str, ...]  # a name for each independent other
    claim: str  # id of the speaker's figure, as first told
    document_id: str
    start: int  # code points of the document
    outlet: str  # of its first mention, or the document's name
    published: str | None  # EDTF, of its first mention
    apart: bool  # the range over the speaker's and the others' figures has two ends
    low: End
    high: End
    harmed: str  # the party whose people were harmed; their status where no party is named
    doers: tuple[str, ...]  # parties that anybody says did it
    role: Role  # of the speaker's own side

    @property
    def ratio(self) -> float | None:
        """Figure by others; None where either says nobody was harmed, as no ratio tells that from one person."""
        return self.figure / self.others if self.figure > 0 and self.others > 0 else None


def compare_within(speaker: str, incident: Incident, filed: Iterable[FiledClaim]) -> tuple[Compared, ...]:
    """The speaker's current figures that independent others also count. The order of `filed` changes nothing.

    Others are independent where they can be no party of the speaker's and neither of the two is told
    only through the other. What nobody is credited with may come from the speaker, and is no other.
    """
    evidence = read_evidence(filed)
    key, sides = speaker.casefold(), sides_of(speaker)
    cells: dict[tuple[Harm, str], list[Counted]] = {}
    for one in evidence.current:
        cells.setdefault((one.harm, one.group.key), []).append(one)
    found = []
    for _, figures in sorted(cells.items()):
        own = [one for one in figures if key in voices_of(one.filed)]
        others = [one for one in figures if one.filed.claim.speakers and not _is_of(one.filed, sides)]
        others = [one for one in others if not _relays(own, others=one)]
        if own and others:
            found.append(_compared(speaker, incident, own, others))
    if not found:
        return ()
    doers = distinct_parties(act.party for act in acts_in(evidence.filed))
    return tuple(_with_doers(one, doers, sides) for one in found)


def _is_of(one: FiledClaim, sides: frozenset[str]) -> bool:
    """Whether a party of these sides says it, alone or with others, or relays it."""
    names = (*one.claim.speakers, *one.claim.via)
    return any(sides_of(name) & sides for name in names)


def _relays(own: Sequence[Counted], *, others: Counted) -> bool:
    """Whether the speaker's figures are all told through this other speaker."""
    sides = frozenset().union(*(sides_of(name) for name in others.filed.claim.speakers))
    return bool(own) and all(any(sides_of(name) & sides for name in one.filed.claim.via) for one in own)


def _compared(
    speaker: str, incident: Incident, own: Sequence[Counted], others: Sequence[Counted]
) -> Compared:
    voices = join_voices(one.filed.claim.speakers for one in others)
    values = [
        median(
            people_of_bounds(one.low, one.high)
            for one in others
            if names & frozenset(one.filed.claim.speakers)
        )
        for names in voices
    ]
    ends = range_of([*own, *others])
    mine = frozenset(one.id for one in own)
    first = own[0].filed
    return Compared(
        code=incident.code,
        title=incident.title,
        kind=incident.kind,
        when=incident.when,
        place=incident.place,
        harm=own[0].harm,
        people=own[0].group.words,
        figure=median(people_of_bounds(one.low, one.high) for one in own),
        others=median(values),
        voices=tuple(sorted(min(names) for names in voices)),
        claim=first.claim.id,
        document_id=first.document_id,
        start=first.claim.start,
        outlet=first.outlet or first.doc,
        published=first.published,
        apart=ends.low.number != ends.high.number or ends.high.open,
        low=_end(ends.low, mine),
        high=_end(ends.high, mine),
        harmed=_harmed(own[0]),
        doers=(),
        role="harmed" if sides_of(speaker) & own[0].group.parties else "neither",
    )


def people_of_bounds(low: int | None, high: int | None) -> float:
    """The number of people a figure stands for: its bound, or the middle of two.

    "At least 62" stands for 62: how many more it may be is nobody's figure.

    >>> people_of_bounds(62, None), people_of_bounds(10, 20)
    (62.0, 15.0)
    """
    bounds = [bound for bound in (low, high) if bound is not None]
    return sum(bounds) / len(bounds)


def _end(bound: Bound, mine: frozenset[str]) -> End:
    given = frozenset(bound.claims)
    if not given & mine:
        return "no"
    return "alone" if given <= mine else "shared"


def _harmed(one: Counted) -> str:
    named = distinct_parties(hit.actor.name for hit in find_actors(one.group.words))
    return " and ".join(named) or one.group.status


def _with_doers(one: Compared, doers: Sequence[str], sides: frozenset[str]) -> Compared:
    if not any(sides_of(party) & sides for party in doers):
        return msgspec.structs.replace(one, doers=tuple(doers))
    role: Role = "both" if one.role == "harmed" else "did"
    return msgspec.structs.replace(one, doers=tuple(doers), role=role)
