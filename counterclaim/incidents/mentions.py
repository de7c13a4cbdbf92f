"""A claim as one among others of its article: what its words and its sentence say of the happening."""

from __future__ import annotations

from functools import lru_cache

import msgspec

from counterclaim.core.claims import Casualty, Claim, Damage
from counterclaim.core.patterns import pattern
from counterclaim.incidents.kinds import kinds_in
from counterclaim.incidents.signs import Signs, is_concrete, signs_of

_ACT = r"""(?:attacks?|(?:air\ ?)?strikes?|raids?|blasts?|explosions?|bombings?|incidents?|shelling|assault|operation
    |clash(?:es)?|massacre|offensive|battle|killings?|bombardment)"""
_DEFINITE = pattern(
    rf"""\b(?:the|this|that|these|those|its|their)\ (?:[\w-]+\ ){{0,3}}
         (?:{_ACT}|(?:death\ )?toll|dead|victims|wounded|injured)\b""",
    ignore_case=True,
)
_ANOTHER = pattern(
    r"""\b(?: another | separate(?:ly)? | elsewhere | meanwhile | previous(?:ly)? | different | similar
        | other\ (?:attacks?|strikes?|raids?|incidents?) | last\ (?:year|month|week) | days?\ earlier )\b""",
    ignore_case=True,
)
_NAME = pattern(r"\b\p{Lu}\p{Ll}{2,}[\w-]*")


class Mention(msgspec.Struct, frozen=True):
    """What can be compared of a claim."""

    claim: Claim
    signs: Signs
    concrete: bool
    names_kind: bool
    definite: bool  # "the attack"
    another: bool  # "meanwhile", "another": its sentence tells of more than one
    names: frozenset[str]  # words of the sentence with a capital
    figure: tuple[int | None, int | None] | None  # least and most people harmed


def mention_of(claim: Claim, sentence: str, published: str | None) -> Mention:
    """What can be compared of a claim in an article published on `published`."""
    return Mention(
        claim=claim,
        signs=signs_of(claim, sentence, published),
        concrete=is_concrete(claim),
        names_kind=bool(kinds_in(claim.quote)),
        definite=_DEFINITE.search(claim.quote) is not None or _is_known_thing(claim),
        another=_tells_of_more(sentence),
        names=_names_in(sentence),
        figure=(claim.min, claim.max) if isinstance(claim, Casualty) else None,
    )


@lru_cache(maxsize=1_000)  # several claims are made of one sentence
def _names_in(sentence: str) -> frozenset[str]:
    return frozenset(match.group() for match in _NAME.finditer(sentence))


@lru_cache(maxsize=1_000)
def _tells_of_more(sentence: str) -> bool:
    return _ANOTHER.search(sentence) is not None


def _is_known_thing(claim: Claim) -> bool:
    """ "The tanks were destroyed": things told of before."""
    return isinstance(claim, Damage) and claim.quote.lower().startswith(("the ", "these ", "those "))
