"""What a corpus gives the trainer: a text and, layer by layer, what is known about its spans."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

Span = tuple[int, int, str]  # code points, half-open, and a label of the layer


@dataclass(frozen=True)
class Example:
    """One text. A layer that is absent from `spans` is not known here and teaches nothing."""

    corpus: str
    text: str
    spans: Mapping[str, tuple[Span, ...]]
    # Stretches of a layer that nobody annotated: nothing is learnt from them.
    unknown: Mapping[str, tuple[tuple[int, int], ...]] = field(default_factory=dict)
