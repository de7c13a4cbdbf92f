"""How likely a claim is right: a logistic regression over who found it, fitted on annotated documents.

`python -m training.confidence` fits it; docs/method/model.md has its reliability diagram.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import cache

import msgspec

from counterclaim.models.catalog import read_file


class _Weights(msgspec.Struct, frozen=True):
    weights: dict[str, float]
    by_rule: dict[str, float]  # least confidence by type of claim
    by_reader: dict[str, float]


def confidence(features: Mapping[str, float]) -> float:
    """Probability from 0 to 1; features without a weight count nothing."""
    weights = _weights().weights
    odds = sum(weights.get(name, 0.0) * value for name, value in features.items())
    return 1.0 / (1.0 + math.exp(-odds))


def threshold(kind: str, *, by_rule: bool) -> float:
    """The least confidence with which a claim of this type is kept, found by a rule or by the reader alone."""
    return (_weights().by_rule if by_rule else _weights().by_reader)[kind]


@cache
def _weights() -> _Weights:
    return msgspec.json.decode(read_file("confidence", "weights.json"), type=_Weights)
