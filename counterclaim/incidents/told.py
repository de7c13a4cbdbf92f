"""One happening as one document tells it: what linking compares, in a form that a store can keep."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import msgspec
from rensa import RMinHash

from counterclaim.core.claims import ROW_MAKER, Casualty, Event
from counterclaim.core.incidents import FiledClaim, in_text
from counterclaim.core.patterns import pattern
from counterclaim.incidents.kinds import Kind
from counterclaim.incidents.parties import sides_of
from counterclaim.incidents.points import DISTRICT, Point, exactest, point_of
from counterclaim.incidents.ruled import Verdicts
from counterclaim.incidents.signs import Signs, Spot, is_concrete, signs_of
from counterclaim.incidents.titles import when_of
from counterclaim.incidents.weapons import weapons_in
from counterclaim.incidents.windows import Window, window_of
from counterclaim.lexicons.places import key_of

Figure = tuple[str, int | None, int | None]  # harm, low, high

MARKS = 32  # MinHash values; eight bands of four find what shares 80 % of its three-word runs 98 times in 100
_FEWEST_RUNS = 12  # runs of three words; shorter tellings are alike by chance
_WORD = pattern(r"[\p{L}\p{N}]+")


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """Empty and None are "not told", and agree with anything."""

    name: str  # document id and label; the same words under the same rulings always get it
    document_id: str
    claims: tuple[str, ...]  # ids, in text order
    kinds: frozenset[Kind] = frozenset()
    keys: frozenset[str] = frozenset()  # of places, see `signs.Spot`
    wide: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    lies_in: frozenset[str] = frozenset()  # keys of the provinces in which its places lie
    points: tuple[Point, ...] = ()  # of its places, the most exact first
    when: str | None = None  # EDTF, three days at most
    spread: str | None = None  # EDTF of the longer time that is told where no such day is
    published: str | None = None  # EDTF
    sides: frozenset[str] = frozenset()  # who did it
    targets: frozenset[str] = frozenset()  # to whom
    figures: frozenset[Figure] = frozenset()
    statuses: frozenset[str] = frozenset()  # of those harmed
    weapons: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    marks: tuple[int, ...] = ()  # MinHash of its sentences; none of a list's rows, whose words are alike
    listed: str | None = None  # whose list of events it is a row of

    @property
    def spot(self) -> Spot:
        return Spot(self.keys, self.wide, self.countries)

    @property
    def window(self) -> Window | None:
        """On which days it can have been."""
        return window_of(self.when, self.spread, self.published)


class Reading(NamedTuple):
    """The claims of a happening that fix its kind, place and day, with their signs."""

    fixing: tuple[FiledClaim, ...]
    signs: tuple[Signs, ...]


def told_in(filed: Iterable[FiledClaim], verdicts: Verdicts) -> list[Told]:
    """What the documents of these claims tell, each happening once, in the order of their names.

    Claims are brought together by their labels; a ruling "different" takes claims out of a label, and a
    ruling "same" gives a claim without a label a happening of its own.
    """
    labelled: dict[str, dict[str, FiledClaim]] = defaultdict(dict)
    for one in filed:
        label = one.claim.incident
        if label is None and verdicts.joins(one.claim.id):
            label = f"alone {one.claim.id}"
        if label is not None:
            labelled[f"{one.document_id} {label}"][one.claim.id] = one
    return [
        told_of(name, part)
        for label, claims in sorted(labelled.items())
        for name, part in verdicts.parts(label, sorted(claims.values(), key=in_text))
    ]


def read_signs(filed: Sequence[FiledClaim]) -> Reading:
    """The concrete claims, where there are any, and what they tell."""
    fixing = tuple(one for one in filed if is_concrete(one.claim)) or tuple(filed)
    return Reading(fixing, tuple(signs_of(one.claim, one.sentence, one.published) for one in fixing))


def told_of(name: str, filed: Sequence[FiledClaim]) -> Told:
    """The happening that these claims of one document tell, in text order."""
    fixing, signs = read_signs(filed)
    claims = [one.claim for one in filed]
    placed = [
        one.claim.where
        for one, told in zip(fixing, signs, strict=True)
        if one.claim.where is not None and not told.elsewhere
    ]
    when = when_of(signs)
    sentences = dict.fromkeys(one.sentence or one.claim.quote for one in filed)
    listed = next((one.outlet for one in filed if one.claim.maker.startswith(ROW_MAKER)), None)
    return Told(
        name=name,
        document_id=filed[0].document_id,
        claims=tuple(claim.id for claim in claims),
        kinds=_kinds(fixing, signs),
        keys=frozenset().union(*(told.spot.keys for told in signs)),
        wide=frozenset().union(*(told.spot.wide for told in signs)),
        countries=frozenset().union(*(told.spot.countries for told in signs)),
        points=exactest(point for where in placed if (point := point_of(where))),
        lies_in=frozenset(
            key_of(where.admin1) for where in placed if where.admin1 and where.precision <= DISTRICT
        ),
        when=when,
        spread=None if when else _spread(signs),
        published=next((one.published for one in filed if one.published), None),
        sides=frozenset().union(*(told.actors for told in signs)),
        targets=frozenset(
            side
            for claim in claims
            if isinstance(claim, Event) and claim.target
            for side in sides_of(claim.target)
        ),
        figures=frozenset(
            (claim.harm, claim.min, claim.max)
            for claim in claims
            if isinstance(claim, Casualty) and (claim.min, claim.max) != (None, None)
        ),
        statuses=frozenset(
            claim.status for claim in claims if isinstance(claim, Casualty) and claim.status != "unknown"
        ),
        weapons=weapons_in(" ".join(sentences)),
        words=frozenset().union(*(told.words for told in signs)),
        marks=() if listed else _marks(sentences),
        listed=listed,
    )


def _kinds(fixing: Sequence[FiledClaim], signs: Sequence[Signs]) -> frozenset[Kind]:
    """Of its events; without any, what most of its claims can be about."""
    events = [told.kinds for one, told in zip(fixing, signs, strict=True) if isinstance(one.claim, Event)]
    if events:
        return frozenset().union(*events)
    counted = Counter(kind for told in signs for kind in told.kinds)
    return frozenset(kind for kind, count in counted.items() if count == max(counted.values()))


def _spread(signs: Sequence[Signs]) -> str | None:
    """The longer time that is told; None where most claims tell none, and so are of the days before publication."""
    times = [told.edtf for told in signs if told.edtf]
    return min(times) if len(times) * 2 >= len(signs) and times else None


def _marks(sentences: Iterable[str]) -> tuple[int, ...]:
    words = [match.group().casefold() for sentence in sentences for match in _WORD.finditer(sentence)]
    runs = {" ".join(words[at : at + 3]) for at in range(len(words) - 2)}
    if len(runs) < _FEWEST_RUNS:
        return ()
    hashed = RMinHash(num_perm=MARKS, seed=1)
    hashed.update(sorted(runs))
    return tuple(hashed.digest())
