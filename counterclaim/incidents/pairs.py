"""How likely two claims of one article are about one happening: what speaks for and against it, weighed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import files
from math import exp, log1p

import msgspec

from counterclaim.core.claims import Assessment, Casualty, Claim, Event, Intent, Plan, Responsibility
from counterclaim.incidents.kinds import may_be_one
from counterclaim.incidents.mentions import Mention
from counterclaim.incidents.signs import same_place, same_time

_SAID = (Assessment, Intent, Plan, Responsibility)  # of a happening, rather than telling it
# Of a pair that cannot be one; outweighs a certain tie when groups are formed by the mean. Set by hand: with 0, days
# mix in the dev documents; -50 splits what one wrongly read place or day would.
APART = -1.0
_DEAL = {"agreement"}
_UNUSUAL = frozenset(("other", "notification", "deployment"))
_MOST_PLACES = 8  # more tell no more
_SIDE_BY_SIDE = 40  # characters between two claims of one sentence
Amounts = tuple[tuple[str, float], ...]  # of each sign


class PairWeights(msgspec.Struct, frozen=True):
    """Log odds for one of each sign. `name` says where they come from and changes with them."""

    name: str
    bias: float
    least: float  # the mean tie from which two groups of claims become one, 0 to 1
    weights: dict[str, float]


@cache
def weights() -> PairWeights:
    """The weights in use, from within.json beside this file."""
    data = files("counterclaim.incidents").joinpath("within.json").read_bytes()
    return msgspec.json.decode(data, type=PairWeights)


def ties(mentions: Sequence[Mention], pairs: Iterable[tuple[int, int]]) -> dict[tuple[int, int], float]:
    """How likely the two of each pair are about one happening, 0 to 1, or APART.

    Args:
        mentions: of one article, in the order of the text.
        pairs: their places in `mentions`, the first in the text first.
    """
    known = weights()
    firsts = [known.bias + _odds(of_first(mention), known) for mention in mentions]
    laters = [_odds(of_later(mention), known) for mention in mentions]
    found = {}
    for one, other in pairs:
        if are_apart(mentions[one], mentions[other]):
            found[one, other] = APART
        else:
            odds = firsts[one] + laters[other] + _odds(between(mentions[one], mentions[other]), known)
            found[one, other] = 1.0 / (1.0 + exp(-odds))
    return found


def _odds(signs: Amounts, known: PairWeights) -> float:
    weight = known.weights
    return sum([weight[sign] * much for sign, much in signs if much])


def are_apart(one: Mention, other: Mention) -> bool:
    """Whether the two can never be one: other days, countries or headings, or events of kinds that cannot be one."""
    if one.heading and other.heading and one.heading != other.heading:
        return True
    if other.other_time and one.claim.passage == other.claim.passage:
        return True
    if (
        other.another
        and one.claim.passage < other.claim.passage
        and _differ(one.signs.spot.keys, other.signs.spot.keys)
    ):
        return True  # "On the same day a raid on the village of X killed 15"
    if isinstance(one.claim, Event) and isinstance(other.claim, Event):
        if not may_be_one(one.signs.kinds, other.signs.kinds):
            return True
        if other.told_from_another and not one.told_from_another:
            return True  # "Later jets struck a clinic"
    return tell_otherwise(one, other)


def _differ(some: frozenset[str], others: frozenset[str]) -> bool:
    """Whether both tell something, and nothing that is the same."""
    return bool(some and others) and some.isdisjoint(others)


def tell_otherwise(one: Mention, other: Mention) -> bool:
    """Whether the two tell other days or other countries."""
    elsewhere = _differ(one.signs.spot.countries, other.signs.spot.countries)
    return elsewhere or same_time(one.signs, other.signs) is False


def compared(one: Mention, other: Mention) -> Amounts:
    """How much of each sign two claims have, of which `one` comes first in the text."""
    return (*of_first(one), *of_later(other), *between(one, other))


def of_first(mention: Mention) -> Amounts:
    """The signs of the claim that comes first in the text, whatever the later."""
    claim = mention.claim
    return (
        ("first names a kind", mention.names_kind),
        ("first by nobody", not claim.speakers),
        ("first counts people", isinstance(claim, Casualty)),
        ("first is said of it", isinstance(claim, _SAID)),
        ("first is of no usual kind", _is_unusual(claim)),
        ("first is negated", claim.polarity == "negated"),
        ("first is alleged", claim.modality != "asserted"),
        ("first is in the lead", mention.in_lead),
    )


def of_later(mention: Mention) -> Amounts:
    """The signs of the later claim, whatever comes before it."""
    claim = mention.claim
    return (
        ("later names a kind", mention.names_kind),
        ("later tells a time", mention.signs.edtf is not None),
        ("later names a place", claim.place is not None),
        ("places of the article", min(_MOST_PLACES, mention.places)),
        ("later by nobody", not claim.speakers and claim.polarity == "affirmed"),
        ("later counts people", isinstance(claim, Casualty)),
        ("later is said of it", isinstance(claim, _SAID)),
        ("later is of no usual kind", _is_unusual(claim)),
        ("later is negated", claim.polarity == "negated"),
        ("later is alleged", claim.modality != "asserted"),
        ("the attack", mention.definite),
    )


def _is_unusual(claim: Claim) -> bool:
    """Whether it is an event of a sort that many things are: a notice, a deployment, what no other sort fits."""
    return isinstance(claim, Event) and claim.event_type in _UNUSUAL


def between(one: Mention, other: Mention) -> Amounts:
    """The signs that take both claims; `one` comes first in the text."""
    first, later = one.claim, other.claim
    mine, theirs = one.signs, other.signs
    sentences, characters = later.passage - first.passage, max(0, later.start - first.end)
    here = same_place(mine.spot, theirs.spot)
    other_kind = not may_be_one(mine.kinds, theirs.kinds)
    return (
        ("sentences between", log1p(sentences)),
        ("sentences after what is said of it", log1p(sentences) if isinstance(first, _SAID) else 0.0),
        ("characters between", log1p(characters)),
        ("side by side", sentences == 0 and characters < _SIDE_BY_SIDE),
        ("new names", min(4, len(other.names - one.names)) if sentences else 0),
        ("meanwhile", sentences > 0 and other.another),
        ("same place", here is True),
        ("same words for the place", first.place is not None and first.place == later.place),
        ("other place", here is False),
        ("told of another place", _differ(one.whereabouts, other.whereabouts)),
        ("told from another time", other.told_from_another and not one.told_from_another),
        ("one is recalled", one.recalled != other.recalled),
        ("same time", bool(same_time(mine, theirs))),
        ("kind cannot be", other_kind),
        ("named kinds cannot be one", other_kind and one.names_kind and other.names_kind),
        ("two deals", mine.kinds == theirs.kinds == _DEAL),
        ("other actor", _differ(mine.actors, theirs.actors)),
        ("words in common", min(4, len(mine.words & theirs.words))),
        ("same figure", one.figure is not None and one.figure == other.figure),
        ("both are said of it", isinstance(first, _SAID) and isinstance(later, _SAID)),
    )
