"""What each voice says of one harm to one group: every figure once, with its repeats, and its order in time.

The order comes from publication days, from the words of the text ("up from 43", "has risen to 70"), and,
for figures that several documents publish on one day, from tolls being taken to rise.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from counterclaim.core.claims import Casualty, Harm
from counterclaim.core.counts import TENS, UNITS, parse_number
from counterclaim.core.edtf import day_bounds, full_day
from counterclaim.core.errors import DataError
from counterclaim.core.incidents import FiledClaim
from counterclaim.core.patterns import Pattern, pattern
from counterclaim.incidents.figures import bears_on, is_counted, is_stated
from counterclaim.incidents.people import Group, group_people
from counterclaim.incidents.voices import voices_of

_WORDS = "|".join((*TENS, *UNITS))
_NUMBER = (
    r"(?:(?:at\ least|more\ than|about|around|some|nearly|over)\ )?"
    rf"(?P<number>\d[\d,]*|(?:{_WORDS})(?:-(?:{_WORDS}))?)\b"
)
_REVISING = r"(?:revis|updat|rais|lower|correct|increas)\w+"
_OUTDATED = pattern(  # what comes after is what somebody said before
    rf"""\b(?: (?:up|down)\ from | {_REVISING}\ [^\d.;]{{0,40}}?\bfrom
          | updating\ [^\d.;]{{0,30}}?\bof
          | (?:earlier|previous|initial|preliminary|prior)\ (?:death\ )?(?:toll|count|figure|report|estimate|tally)\ (?:of|was|had\ been|stood\ at)
          | (?:earlier|previously|initially|originally|at\ first|first)\ (?:said|put|reported|gave|counted|spoke|told|announced)
            \ [^\d.;]{{0,40}}?
         )\ {_NUMBER}""",
    ignore_case=True,
)
# "The toll has risen to 70", "raised it from 43 to 70", "bringing to 10 the number of dead".
_NEWEST = pattern(
    rf"""\b(?: ris(?:en|es|ing) | rose | climb\w+ | jump\w+ | dropp\w+ | {_REVISING}
          | br(?:ings?|inging|ought) | tak(?:es|ing) | push(?:es|ed|ing)
         )\b[^.;]{{0,60}}?\bto\ {_NUMBER}""",
    ignore_case=True,
)
# Harms whose count can only grow while people look; the number of the missing or held also falls.
_RISING: frozenset[Harm] = frozenset({"killed", "wounded", "killed_or_wounded"})


class Said(NamedTuple):
    """One figure of one voice; its claims by publication, the first mention first."""

    voice: str
    harm: Harm
    group: Group
    claims: tuple[FiledClaim, ...]
    after: tuple[FiledClaim, str] | None = None  # the figure that replaces it, and how that is known

    @property
    def first(self) -> FiledClaim:
        return self.claims[0]


def groups_of(filed: Sequence[FiledClaim]) -> dict[tuple[Harm, str], Group]:
    """The group of people that each stated figure counts, by harm and claim id."""
    stated = [(one, one.claim) for one in filed if is_stated(one.claim)]
    harms = sorted({claim.harm for _, claim in stated})
    found: dict[tuple[Harm, str], Group] = {}
    for harm in harms:
        figures = [(one, is_counted(claim)) for one, claim in stated if bears_on(claim, harm)]
        # Fighters of whom nobody says how many make no group that a total could be about.
        for numbered in (True, False):
            grouped = group_people([one for one, counted in figures if counted is numbered])
            found |= {(harm, claim_id): group for claim_id, group in grouped.items()}
    return found


def sayings(filed: Sequence[FiledClaim], groups: Mapping[tuple[Harm, str], Group]) -> list[Said]:
    """Every counted figure of every voice, those replaced since marked. The order of `filed` changes nothing."""
    by_id = {one.claim.id: one for one in filed}
    told: dict[tuple[str, Harm, str], dict[tuple[int | None, int | None], list[FiledClaim]]] = {}
    for (harm, claim_id), group in groups.items():
        one = by_id[claim_id]
        if isinstance(one.claim, Casualty) and is_counted(one.claim):
            for voice in voices_of(one):
                figures = told.setdefault((voice, harm, group.key), {})
                figures.setdefault((one.claim.min, one.claim.max), []).append(one)
    found: list[Said] = []
    outdated: list[Said] = []
    for (voice, harm, _), figures in sorted(told.items(), key=lambda item: item[0]):
        every = sorted((_mentions(claims) for claims in figures.values()), key=_order)
        for mentions in every:
            group = groups[harm, mentions.first.claim.id]
            said = Said(voice, harm, group, mentions.claims, _replaced_by(mentions, every, harm))
            (outdated if mentions.outdated and said.after is None else found).append(said)
    return found + [_gone(said, found) for said in outdated]


def _gone(outdated: Said, found: Sequence[Said]) -> Said:
    """ "The previous toll was 20": replaced by what the document gives instead, whoever says that."""
    documents = {one.document_id for one in outdated.claims}
    own = {
        one.claim.id for one in outdated.claims
    }  # credited to two, it may be outdated for one of them only
    newer = [
        one
        for said in found
        if (said.harm, said.group) == (outdated.harm, outdated.group) and said.after is None
        for one in said.claims
        if one.document_id in documents and one.claim.id not in own
    ]
    if not newer:
        return outdated
    after = min(newer, key=lambda one: (-_low(one), one.claim.id))
    return outdated._replace(after=(after, "the text gives it as an earlier figure"))


class _Mentions(NamedTuple):
    claims: tuple[FiledClaim, ...]
    low: int
    outdated: bool  # some text gives it as what was said before
    newest: bool  # some text gives it as what is said now

    @property
    def first(self) -> FiledClaim:
        return self.claims[0]


def _mentions(claims: Sequence[FiledClaim]) -> _Mentions:
    return _Mentions(
        claims=tuple(sorted(claims, key=_by_publication)),
        low=_low(claims[0]),
        outdated=any(_gives(_OUTDATED, one) for one in claims),
        newest=any(_gives(_NEWEST, one) for one in claims),
    )


def _order(mentions: _Mentions) -> tuple[str, int, str]:
    return _by_publication(mentions.first)[0], mentions.low, mentions.first.claim.id


def _by_publication(one: FiledClaim) -> tuple[str, str, int, str]:
    last = day_bounds(one.published)[1] if one.published else None
    return last.isoformat() if last else "9999", one.document_id, one.claim.start, one.claim.id


def _replaced_by(
    mentions: _Mentions, every: Sequence[_Mentions], harm: Harm
) -> tuple[FiledClaim, str] | None:
    """The next figure of the voice after this one; None for a current figure."""
    later = [(other, basis) for other in every if (basis := _later_basis(mentions, other, harm)) is not None]
    if not later:
        return None
    after, basis = min(later, key=lambda pair: _order(pair[0]))
    return after.first, basis


def _later_basis(before: _Mentions, after: _Mentions, harm: Harm) -> str | None:
    """How it is known that `after` replaces `before`; None where it is not.

    Day, then number, grow from each figure to what replaces it, so that no figures replace each other
    in a circle and one always stays.
    """
    one, other = before.first, after.first
    if after is before or after.outdated:
        return None
    if before.outdated and {one.document_id for one in before.claims} & {
        one.document_id for one in after.claims
    }:
        return "the text gives it as the newer one"
    if is_later(other, one):
        return "published later"
    if one.document_id == other.document_id:
        newer = after.newest and not before.newest and after.low > before.low
        return "the text gives it as the newer one" if newer else None
    same_day = one.published is not None and one.published == other.published
    if same_day and harm in _RISING and full_day(one.published) and before.low < after.low:
        return "published the same day, and tolls are taken to rise"
    return None


def is_later(one: FiledClaim, other: FiledClaim) -> bool:
    """Whether the article of `one` was published on a later day."""
    if one.published is None or other.published is None:
        return False
    first, last = day_bounds(one.published)[0], day_bounds(other.published)[1]
    return first is not None and last is not None and first > last


def _gives(words: Pattern, one: FiledClaim) -> bool:
    """Whether the sentence has this figure behind such words."""
    numbers = set()
    for match in words.finditer(one.sentence):
        try:
            numbers.add(parse_number(match["number"] or ""))
        except DataError:
            continue
    claim = one.claim
    if not isinstance(claim, Casualty) or not numbers:
        return False
    over = claim.min - 1 if claim.min is not None and claim.qualifier == "more_than" else None
    return bool(numbers & {claim.min, claim.max, over})


def _low(one: FiledClaim) -> int:
    claim = one.claim
    return 0 if not isinstance(claim, Casualty) else claim.min if claim.min is not None else claim.max or 0
