"""How likely two happenings are one: the weights of `compare.FEATURES`, learnt from labelled pairs."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from math import exp
from typing import NamedTuple

import msgspec

from counterclaim.incidents.compare import FEATURES, keeps_apart, reasons
from counterclaim.incidents.told import Told

_SUREST = 0.9999  # short of 1, which only a person's ruling gives


class Weights(msgspec.Struct, frozen=True):
    """Log odds. `name` says where they come from and changes with them."""

    name: str
    bias: float
    least: float  # the score from which two happenings are linked, 0 to 1
    weights: dict[str, float]


class Judged(NamedTuple):
    """How likely a pair is one happening, from 0 to 1, and the reasons for it, heaviest first."""

    score: float
    reasons: tuple[str, ...]


@cache
def weights() -> Weights:
    """The weights in use, from linking.json beside this file.

    Source: Fellegi and Sunter, A Theory for Record Linkage, JASA 64, 1969.
    """
    data = files("counterclaim.incidents").joinpath("linking.json").read_bytes()
    known = msgspec.json.decode(data, type=Weights)
    if set(known.weights) != set(FEATURES):
        raise ValueError(
            f"linking.json weighs other reasons than compare.FEATURES: {set(FEATURES) ^ set(known.weights)}"
        )
    return known


def judge(one: Told, other: Told) -> Judged | None:
    """How likely the two are one, and why; None where they are not to be linked on their own."""
    if keeps_apart(one, other) is not None:
        return None
    found = reasons(one, other)
    known = weights()
    score = 1.0 / (1.0 + exp(-_odds(found, known)))
    if score < known.least:
        return None
    telling = sorted(found, key=lambda name: -known.weights[name])
    return Judged(min(score, _SUREST), tuple(name for name in telling if known.weights[name] > 0))


def log_odds(one: Told, other: Told) -> float:
    """What speaks for the two being one, less what speaks against it; below 0 they are rather two."""
    return _odds(reasons(one, other), weights())


def _odds(found: Iterable[str], known: Weights) -> float:
    return known.bias + sum(known.weights[name] for name in found)
