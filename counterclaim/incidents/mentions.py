"""A claim as one among others of its article: what its words and its sentence say of the happening."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import msgspec

from counterclaim.core.claims import Casualty, Claim, Control, Damage
from counterclaim.core.edtf import day_bounds, full_day
from counterclaim.core.patterns import pattern
from counterclaim.core.types import Passage
from counterclaim.incidents.headings import headings_of
from counterclaim.incidents.kinds import kinds_in
from counterclaim.incidents.signs import Signs, is_concrete, signs_of
from counterclaim.incidents.whereabouts import whereabouts

_ACT = r"""(?:attacks?|(?:air\ ?)?strikes?|raids?|blasts?|explosions?|bombings?|incidents?|shelling|assault|operation
    |clash(?:es)?|massacre|offensive|battle|killings?|bombardment)"""
_DEFINITE = pattern(
    rf"""\b(?:the|this|that|these|those|its|their)\ (?:[\w-]+\ ){{0,3}}
         (?:{_ACT}|(?:death\ )?toll|dead|victims|wounded|injured)\b""",
    ignore_case=True,
)
_ANOTHER = pattern(
    r"""\b(?: another | separate(?:ly)? | elsewhere | meanwhile | previous(?:ly)? | different | similar
        | other\ (?:attacks?|strikes?|raids?|incidents?) | the\ same\ (?:day|night) | last\ (?:year|month|week) | days?\ earlier )\b""",
    ignore_case=True,
)
_FROM_ANOTHER = pattern(
    r"\b(?: earlier | later | after | before | following | previous(?:ly)? | subsequent(?:ly)? )\b",
    ignore_case=True,
)
_SAME_TIME = pattern(  # "after midnight", "minutes later"
    r"\b(?: dawn | sunrise | noon | midday | sunset | midnight | minutes? | seconds? | moments? )\b",
    ignore_case=True,
)
_NAME = pattern(r"\b\p{Lu}\p{Ll}{2,}[\w-]*")


_LONG_BEFORE_DAYS = 180  # what was that long before publication is recalled, not reported


class Mention(msgspec.Struct, frozen=True):
    """What can be compared of a claim."""

    claim: Claim
    signs: Signs
    concrete: bool
    names_kind: bool
    definite: bool  # "the attack"
    another: bool  # "meanwhile", "another": its sentence tells of more than one
    told_from_another: bool  # its sentence is dated by another happening: "later", "after the attack"
    recalled: bool  # its sentence is dated long before publication
    names: frozenset[str]  # words of the sentence with a capital
    figure: tuple[int | None, int | None] | None  # least and most people harmed
    other_time: bool  # "before the army retook the city": of another time than the rest of its sentence
    heading: str | None = None  # the place that heads its paragraph, in a round-up of several
    whereabouts: frozenset[str] = frozenset()  # keys of its places, else of those told last
    places: int = 0  # of which its article tells
    in_lead: bool = False  # in the first sentence that has any


def mentions_of(claims: Sequence[Claim], passages: Sequence[Passage], published: str | None) -> list[Mention]:
    """What can be compared of the claims of an article published on `published`; a sentence's day is that of its claims."""
    sentences = [
        passages[claim.passage].exact if claim.passage < len(passages) else claim.quote for claim in claims
    ]
    signs = [signs_of(claim, sentence, published) for claim, sentence in zip(claims, sentences, strict=True)]
    from_another = {claim.passage for claim in claims if _is_told_from_another(claim)}
    recalled = {
        claim.passage
        for claim, told in zip(claims, signs, strict=True)
        if told.edtf is not None and _is_long_before(told.edtf, published)
    }
    headings = headings_of(passages)
    spots = whereabouts(claims, signs)
    places = len(frozenset().union(*spots))
    lead = min((claim.passage for claim in claims), default=0)
    return [
        Mention(
            claim=claim,
            signs=told,
            concrete=is_concrete(claim),
            names_kind=bool(kinds_in(claim.quote)),
            definite=_DEFINITE.search(claim.quote) is not None or _is_known_thing(claim),
            another=_tells_of_more(sentence),
            told_from_another=claim.passage in from_another,
            recalled=claim.passage in recalled,
            names=_names_in(sentence),
            figure=(claim.min, claim.max) if isinstance(claim, Casualty) else None,
            other_time=isinstance(claim, Control) and _is_before(claim, sentence),
            heading=headings.get(claim.passage),
            whereabouts=spot,
            places=places,
            in_lead=claim.passage == lead,
        )
        for claim, sentence, told, spot in zip(claims, sentences, signs, spots, strict=True)
    ]


def _is_before(claim: Claim, sentence: str) -> bool:
    at = sentence.find(claim.quote)
    return at > 0 and sentence[:at].endswith((" before ", " until "))


def _is_told_from_another(claim: Claim) -> bool:
    """Whether the claim is dated by another happening: "later", "after the attack", not "after midnight", "minutes later"."""
    date = claim.date or ""
    return _FROM_ANOTHER.search(date) is not None and _SAME_TIME.search(date) is None


def _is_long_before(edtf: str, published: str | None) -> bool:
    if published is None or "XXXX" in edtf or "XXXX" in published:
        return False
    (_, last), reported = day_bounds(edtf, None), full_day(published)
    return last is not None and reported is not None and (reported - last).days > _LONG_BEFORE_DAYS


@lru_cache(maxsize=1_000)  # several claims are made of one sentence
def _names_in(sentence: str) -> frozenset[str]:
    return frozenset(match.group() for match in _NAME.finditer(sentence))


@lru_cache(maxsize=1_000)
def _tells_of_more(sentence: str) -> bool:
    return _ANOTHER.search(sentence) is not None


def _is_known_thing(claim: Claim) -> bool:
    """ "The tanks were destroyed": things told of before."""
    return isinstance(claim, Damage) and claim.quote.lower().startswith(("the ", "these ", "those "))
