"""Incidents of many documents: what each document tells as one happening, compared, scored and grouped.

Linking is cautious: every two happenings put together must agree, so that a chain of raids on one
city never becomes one incident, and a document that keeps two happenings apart is believed.

It goes in three steps, each a pure function of a piece of the whole, so that the pieces can be shared out: what
documents tell, which candidates agree, and what becomes of each part that agreeing pairs connect. Between
the steps claims and happenings are kept packed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple, Protocol, TypeVar

import numpy as np

from counterclaim.core.incidents import FiledClaim, Incident, Verdict
from counterclaim.incidents.agreeing import connected_parts, pairs_with, ruled_pairs
from counterclaim.incidents.block import keys_of
from counterclaim.incidents.candidates import Ints, Posted
from counterclaim.incidents.describe import incident_of
from counterclaim.incidents.group import Pair, group
from counterclaim.incidents.packed import (
    PackedClaims,
    PackedTold,
    pack_claims,
    pack_told,
    unpack_claims,
    unpack_told,
)
from counterclaim.incidents.ruled import Verdicts
from counterclaim.incidents.told import told_in

Task = TypeVar("Task")
Result = TypeVar("Result")
_DOCUMENTS = 200  # in one piece of the first step
_TOLD = 1_000  # happenings in one piece of the others


class Spread(Protocol):
    """How the pieces of a step are worked off: the results come in the order of the tasks."""

    def __call__(self, work: Callable[[Task], Result], tasks: Iterable[Task], /) -> Iterator[Result]: ...


class _Telling(NamedTuple):
    """A happening of one document, with what brings it to others."""

    name: str
    first_day: int  # ordinal; 0 where no day is known
    is_ruled: bool  # some ruling names a claim of it
    told: PackedTold
    filed: PackedClaims  # its claims, in text order
    posted: Ints
    asked: Ints


def in_turn(work: Callable[[Task], Result], tasks: Iterable[Task], /) -> Iterator[Result]:
    """One piece after the other, in this process."""
    return map(work, tasks)


def link(
    filed: Iterable[FiledClaim], verdicts: Iterable[Verdict] = (), *, spread: Spread = in_turn
) -> tuple[Incident, ...]:
    """The incidents of all claims that have an incident label, in the order of their codes.

    The order of `filed`, which is gone through once, and how the work is spread change nothing. Claims without a
    label stay unlinked, unless a ruling in `verdicts` joins them to others.
    """
    ruled = Verdicts(verdicts)
    tellings = [one for told in spread(partial(_tell, ruled), _documents(filed)) for one in told]
    tellings.sort(key=lambda one: (one.first_day, one.name))  # so that candidates stand close to each other
    touched = [unpack_told(one.told) for one in tellings if one.is_ruled]
    pairs = [*_agreeing(tellings, spread), *ruled_pairs({one.name: one for one in touched}, ruled)]
    parts = _pieces({one.name: one for one in tellings}, pairs)
    made = [incident for some in spread(partial(_bring_together, ruled), parts) for incident in some]
    return tuple(sorted(made, key=lambda incident: incident.code))


def _documents(filed: Iterable[FiledClaim]) -> Iterator[list[PackedClaims]]:
    """The claims of so many documents at a time."""
    packed: dict[str, list[PackedClaims]] = defaultdict(list)
    for one in filed:
        packed[one.document_id].append(pack_claims((one,)))
    names = [*packed]
    for first in range(0, len(names), _DOCUMENTS):
        yield [claims for name in names[first : first + _DOCUMENTS] for claims in packed.pop(name)]


def _tell(verdicts: Verdicts, documents: Sequence[PackedClaims]) -> list[_Telling]:
    """What documents tell; all claims of each are there."""
    filed = [one for packed in documents for one in unpack_claims(packed)]
    by_id = {one.claim.id: one for one in filed}
    found = []
    for one in told_in(filed, verdicts):
        keys, window = keys_of(one), one.window
        found.append(
            _Telling(
                name=one.name,
                first_day=window.first if window is not None else 0,
                is_ruled=bool(verdicts.touching(one.claims)),
                told=pack_told(one),
                filed=pack_claims([by_id[claim] for claim in one.claims]),
                posted=np.fromiter(keys.posted, np.int64, len(keys.posted)),
                asked=np.fromiter(keys.asked, np.int64, len(keys.asked)),
            )
        )
    return found


def _agreeing(tellings: Sequence[_Telling], spread: Spread) -> Iterator[Pair]:
    """All pairs of these that agree."""
    same: dict[str, str] = {one.name: one.name for one in tellings}  # each string is kept once
    for pairs in spread(_score, _met(tellings)):
        for score, one, other, basis in pairs:
            yield Pair(score, same[one], same[other], same.setdefault(basis, basis))


class _Met(NamedTuple):
    """Happenings by place, and the places of those to be compared, (pairs,) each."""

    told: dict[int, PackedTold]
    asking: Ints
    earlier: Ints


def _met(tellings: Sequence[_Telling]) -> Iterator[_Met]:
    posted = Posted([one.posted for one in tellings])
    for first in range(0, len(tellings), _TOLD):
        asking, earlier = posted.earlier(first, [one.asked for one in tellings[first : first + _TOLD]])
        both = np.union1d(asking, earlier).tolist()
        yield _Met({at: tellings[at].told for at in both}, asking, earlier)


def _score(met: _Met) -> list[Pair]:
    told = {at: unpack_told(one) for at, one in met.told.items()}
    places = zip(met.asking.tolist(), met.earlier.tolist(), strict=True)
    return [
        pair
        for one, pairs in groupby(places, key=itemgetter(0))
        for pair in pairs_with(told[one], [told[other] for _, other in pairs])
    ]


class _Piece(NamedTuple):
    """A connected part: its happenings, their claims, and the pairs among them."""

    told: list[PackedTold]
    filed: list[PackedClaims]
    pairs: list[Pair]


def _pieces(tellings: dict[str, _Telling], pairs: Iterable[Pair]) -> Iterator[list[_Piece]]:
    """The parts that the pairs connect, so many at a time that they hold some `_TOLD` happenings."""
    pieces, held = [], 0
    for part in connected_parts(tellings, pairs):
        mine = [tellings[name] for name in part.names]
        pieces.append(_Piece([one.told for one in mine], [one.filed for one in mine], part.pairs))
        held += len(mine)
        if held >= _TOLD:
            yield pieces
            pieces, held = [], 0
    yield pieces


def _bring_together(verdicts: Verdicts, pieces: Sequence[_Piece]) -> list[Incident]:
    incidents = []
    for piece in pieces:
        told = {one.name: one for one in map(unpack_told, piece.told)}
        filed = dict(zip(told, map(unpack_claims, piece.filed), strict=True))
        for made in group(told, piece.pairs, verdicts):
            incidents.append(incident_of(made, [filed[one.name] for one in made.told]))
    return incidents
