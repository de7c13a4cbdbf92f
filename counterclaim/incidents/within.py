"""Which claims of one document are about one happening: a label for each, local to the document.

Claims that tell of something concrete (figures, events, damage, deals) come first, in text order,
and join an incident told so far or open one; then accusations, plans and opinions join what stands
near them and agrees with them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

import msgspec
from msgspec.structs import replace

from counterclaim.core.claims import Claim, Control, Damage, Event
from counterclaim.core.patterns import pattern
from counterclaim.core.stages import stage
from counterclaim.core.types import Sheet
from counterclaim.incidents.kinds import kinds_in, may_be_one
from counterclaim.incidents.points import Point, km_beyond, point_of
from counterclaim.incidents.signs import (
    Signs,
    is_about_none,
    is_concrete,
    joined,
    same_place,
    same_time,
    signs_of,
)

# What speaks for and against a claim being about an incident told before. Found by random search on
# the 117 training and development documents of the annotation set, from annotated claims: B-cubed F1
# within documents 84 on the former and 86 on the latter, where one incident for each document gives 73.
# Nothing was held back, so both flatter.
WEIGHTS = {
    "same sentence": 4.0,
    "sentences between": -0.1,  # each, ten at most
    "same place": 1.5,
    "other place": -1.7,
    "other country": -4.0,
    "far away": -1.4,  # on the map, beyond what is known of either place
    "same kind": 0.3,
    "kind cannot be": -2.1,
    "same time": 0.6,
    "other time": -5.6,
    "other actor": -1.9,
    "the attack": 1.4,  # a definite mention goes back to what was told
    "that attack": 1.5,  # and "that" to what was told last
    "another": -0.8,
    "words in common": 0.5,  # each, three at most; for claims whose words name no kind of their own
    "names no kind": -1.2,
    "same speaker": 0.3,
    "told later": -0.6,  # a claim before the first words on an incident is seldom about it
    "first incident": 0.3,  # what an article is about comes first
}
_FAR_KM = 20.0
JOIN_CONCRETE = -0.7  # least score with which a concrete claim joins instead of opening an incident
JOIN_COMMENT = -4.1  # the same for comments, which open none
_ACT = r"""(?:attacks?|(?:air\ ?)?strikes?|raids?|blasts?|explosions?|bombings?|incidents?|shelling|assault|operation
    |clash(?:es)?|massacre|offensive|battle|killings?|bombardment)"""
_DEFINITE = pattern(
    rf"""\b(?:the|this|these|those|its|their)\ (?:[\w-]+\ ){{0,3}}
         (?:{_ACT}|(?:death\ )?toll|dead|victims|wounded|injured)\b""",
    ignore_case=True,
)
_THAT = pattern(rf"\bthat\ {_ACT}\b", ignore_case=True)
_ANOTHER = pattern(
    r"""\b(?: another | separate(?:ly)? | elsewhere | meanwhile | previous(?:ly)? | different | similar
        | other\ (?:attacks?|strikes?|raids?|incidents?) | last\ (?:year|month|week) | days?\ earlier )\b""",
    ignore_case=True,
)


class _Read(msgspec.Struct, frozen=True):
    """A claim with its signs, and what its words and its sentence say of it as one among others."""

    claim: Claim
    signs: Signs
    concrete: bool
    names_kind: bool
    definite: bool  # "the attack"
    that: bool  # "that attack"
    another: bool  # the sentence tells of more than one


@dataclass
class _Open:
    """An incident as told so far."""

    number: int
    signs: Signs
    passages: list[int] = field(default_factory=list)  # in order, one for each claim
    speakers: set[str] = field(default_factory=set)
    points: set[Point] = field(default_factory=set)

    def add(self, read: _Read) -> None:
        self.speakers.update(read.claim.speakers)
        if (point := point_of(read.claim.where)) is not None:
            self.points.add(point)
        self.signs = joined(self.signs, read.signs, widen=isinstance(read.claim, Event))
        self.passages.append(read.claim.passage)

    def sentences_to(self, passage: int) -> int:
        """Sentences from its last mention to the passage; one more where it is only told later."""
        before = bisect_right(self.passages, passage)
        return passage - self.passages[before - 1] if before else self.passages[0] - passage + 1


@stage("incidents_within.v2", reads="claims passages articles", writes="claims")
def label_incidents(sheet: Sheet) -> Sheet:
    """Give each claim the label of its incident; None where it is about no single happening."""
    claims, passages = sheet.claims or (), sheet.passages or ()
    labels: dict[int, str] = {}
    for number, article in enumerate(sheet.articles or ()):
        rows = [row for row, claim in enumerate(claims) if claim.article == number]
        reads = []
        for claim in (claims[row] for row in rows):
            sentence = passages[claim.passage].exact if claim.passage < len(passages) else claim.quote
            reads.append(_read(claim, sentence, article.published))
        labels |= {
            rows[at]: f"{sheet.document.id}.{number + 1}.{label + 1}"
            for at, label in _labelled(reads).items()
        }
    return replace(
        sheet, claims=tuple(replace(claim, incident=labels.get(row)) for row, claim in enumerate(claims))
    )


def _read(claim: Claim, sentence: str, published: str | None) -> _Read:
    return _Read(
        claim,
        signs_of(claim, sentence, published),
        concrete=is_concrete(claim),
        names_kind=bool(kinds_in(claim.quote)),
        definite=_DEFINITE.search(claim.quote) is not None or _is_known_thing(claim),
        that=_THAT.search(claim.quote) is not None,
        another=_tells_of_more(sentence),
    )


@lru_cache(maxsize=1_000)  # several claims are made of one sentence
def _tells_of_more(sentence: str) -> bool:
    return _ANOTHER.search(sentence) is not None


def _is_known_thing(claim: Claim) -> bool:
    """ "The tanks were destroyed": things told of before."""
    return isinstance(claim, Damage) and claim.quote.lower().startswith(("the ", "these ", "those "))


def _labelled(reads: Sequence[_Read]) -> dict[int, int]:
    """The incident number of each claim that has one, by its place in `reads`."""
    rows = [row for row, read in enumerate(reads) if not is_about_none(read.claim)]
    opened: list[_Open] = []
    labels: dict[int, int] = {}
    for row in sorted(rows, key=lambda row: (not reads[row].concrete, *_in_text(reads[row].claim))):
        read = reads[row]
        best, score = _best(read, opened)
        if read.concrete:
            if best is None or score < JOIN_CONCRETE:
                best = _Open(len(opened), read.signs)
                opened.append(best)
            best.add(read)
        elif score < JOIN_COMMENT:
            continue
        if best is not None:
            labels[row] = best.number
    return labels


def _in_text(claim: Claim) -> tuple[int, bool, int]:
    """By sentence; within one, events first, because they name kind and place for the others."""
    return claim.passage, not isinstance(claim, Event), claim.start


def _best(read: _Read, opened: Sequence[_Open]) -> tuple[_Open | None, float]:
    if not opened:
        return None, 0.0
    gaps = [incident.sentences_to(read.claim.passage) for incident in opened]
    nearest = min(gaps)
    score, number = max(
        (_score(read, incident, gap, gap == nearest), -incident.number)
        for incident, gap in zip(opened, gaps, strict=True)
    )
    return opened[-number], score


def _score(read: _Read, incident: _Open, gap: int, told_last: bool) -> float:
    return sum([WEIGHTS[sign] * times for sign, times in _compared(read, incident, gap, told_last) if times])


def _compared(read: _Read, incident: _Open, gap: int, told_last: bool) -> tuple[tuple[str, float], ...]:
    """How often each sign of WEIGHTS stands between a claim and an incident.

    Args:
        read: the claim.
        incident: as told so far.
        gap: sentences between them.
        told_last: whether no incident was told nearer to the claim.
    """
    mine, known = read.signs, incident.signs
    here, then = same_place(mine.spot, known.spot), same_time(mine, known)
    lands = mine.spot.countries, known.spot.countries
    point = point_of(read.claim.where)
    both_kinds = bool(mine.kinds and known.kinds)
    comments = isinstance(read.claim, Damage | Control) or not read.concrete
    return (
        ("same sentence", gap == 0),
        ("sentences between", min(gap, 10)),
        ("same place", here is True),
        ("other place", here is False),
        ("other country", bool(lands[0] and lands[1] and not lands[0] & lands[1])),
        ("far away", bool(incident.points) and _is_far(point, incident.points)),
        ("same kind", not mine.kinds.isdisjoint(known.kinds)),
        ("kind cannot be", both_kinds and not may_be_one(mine.kinds, known.kinds)),
        ("same time", then is True),
        ("other time", then is False),
        ("other actor", bool(mine.actors and known.actors and mine.actors.isdisjoint(known.actors))),
        ("the attack", read.definite),
        ("that attack", read.that and told_last),
        ("another", gap > 0 and read.another),
        ("words in common", min(3, len(mine.words & known.words)) if comments else 0),
        ("names no kind", not read.concrete and not read.names_kind),
        ("same speaker", not incident.speakers.isdisjoint(read.claim.speakers)),
        ("told later", read.claim.passage < incident.passages[0]),
        ("first incident", incident.number == 0),
    )


def _is_far(point: Point | None, others: set[Point]) -> bool:
    return point is not None and min(km_beyond(point, other) for other in others) > _FAR_KM
