"""How likely two claims of one article are about one happening: what speaks for and against it, weighed."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from math import exp, log1p

import msgspec

from counterclaim.core.claims import Assessment, Casualty, Event, Intent, Plan, Responsibility
from counterclaim.incidents.kinds import may_be_one
from counterclaim.incidents.mentions import Mention
from counterclaim.incidents.signs import same_place, same_time

_SAID = (Assessment, Intent, Plan, Responsibility)  # of a happening, rather than telling it
# Of a pair that cannot be one; outweighs a certain tie when groups are formed by the mean. Set by hand: with 0, days
# mix in the dev documents; -50 splits what one wrongly read place or day would.
APART = -1.0
_DEAL = {"agreement"}
_SIDE_BY_SIDE = 40  # characters between two claims of one sentence


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


def tie(one: Mention, other: Mention) -> float:
    """How likely the two are about one happening, 0 to 1, or APART; `one` comes first in the text."""
    if are_apart(one, other):
        return APART
    known = weights()
    odds = known.bias + sum([known.weights[sign] * much for sign, much in compared(one, other) if much])
    return 1.0 / (1.0 + exp(-odds))


def are_apart(one: Mention, other: Mention) -> bool:
    """Whether the two can never be one: other days, other countries, or events of kinds that cannot be one."""
    events = isinstance(one.claim, Event) and isinstance(other.claim, Event)
    return tell_otherwise(one, other) or (events and not may_be_one(one.signs.kinds, other.signs.kinds))


def tell_otherwise(one: Mention, other: Mention) -> bool:
    """Whether the two tell other days or other countries."""
    here, there = one.signs.spot.countries, other.signs.spot.countries
    return bool(here and there and here.isdisjoint(there)) or same_time(one.signs, other.signs) is False


def compared(one: Mention, other: Mention) -> tuple[tuple[str, float], ...]:
    """How much of each sign there is between two claims, of which `one` comes first in the text.

    "First" and "later" in a sign's name are the two claims.
    """
    first, later = one.claim, other.claim
    mine, theirs = one.signs, other.signs
    sentences, characters = later.passage - first.passage, max(0, later.start - first.end)
    here = same_place(mine.spot, theirs.spot)
    other_kind = not may_be_one(mine.kinds, theirs.kinds)
    said = isinstance(first, _SAID), isinstance(later, _SAID)
    return (
        ("sentences between", log1p(sentences)),
        ("characters between", log1p(characters)),
        ("side by side", sentences == 0 and characters < _SIDE_BY_SIDE),
        ("new names", min(4, len(other.names - one.names)) if sentences else 0),
        ("same place", here is True),
        ("same words for the place", first.place is not None and first.place == later.place),
        ("other place", here is False),
        ("same time", bool(same_time(mine, theirs))),
        ("later tells a time", theirs.edtf is not None),
        ("kind cannot be", other_kind),
        ("named kinds cannot be one", other_kind and one.names_kind and other.names_kind),
        ("meanwhile", sentences > 0 and other.another),
        ("first names a kind", one.names_kind),
        ("later names a kind", other.names_kind),
        ("other actor", bool(mine.actors and theirs.actors) and mine.actors.isdisjoint(theirs.actors)),
        ("the attack", other.definite),
        ("words in common", min(4, len(mine.words & theirs.words))),
        ("same figure", one.figure is not None and one.figure == other.figure),
        ("first by nobody", not first.speakers),
        ("later by nobody", not later.speakers and later.polarity == "affirmed"),
        ("first counts people", isinstance(first, Casualty)),
        ("later counts people", isinstance(later, Casualty)),
        ("first is said of it", said[0]),
        ("later is said of it", said[1]),
        ("both are said of it", said[0] and said[1]),
        ("two deals", mine.kinds == theirs.kinds == _DEAL),
        ("negated", (first.polarity == "negated") + (later.polarity == "negated")),
        ("alleged", (first.modality != "asserted") + (later.modality != "asserted")),
    )
