"""What the reader says about each word: one layer per question.

A `spans` layer marks stretches of words by BIO tags; a `classes` layer gives each word inside a claim a
value, read as the mean over the claim's words. All layers share one encoder and stand side by side in its
output, in the order of `LAYERS`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, get_args

import msgspec

from counterclaim.core.claims import (
    AgreementStatus,
    Change,
    EventType,
    Harm,
    Modality,
    Outcome,
    Polarity,
    Scope,
    Stance,
    Status,
)

CLAIM_TYPES = (
    "casualty",
    "event",
    "responsibility",
    "control",
    "damage",
    "agreement",
    "intent",
    "plan",
    "assessment",
)
ENTITIES = (
    "DocumentReference",
    "Location",
    "MilitaryPlatform",
    "Money",
    "Nationality",
    "Organisation",
    "Person",
    "Quantity",
    "Temporal",
    "Weapon",
)


class Layer(msgspec.Struct, frozen=True):
    """One question. `labels` are a spans layer's kinds of span, or a classes layer's values."""

    name: str
    kind: Literal["spans", "classes"]
    labels: tuple[str, ...]

    @property
    def width(self) -> int:
        """Columns in the encoder's output: O, B and I of each label; or one per value."""
        return 2 * len(self.labels) + 1 if self.kind == "spans" else len(self.labels)


LAYERS: tuple[Layer, ...] = (
    Layer("entities", "spans", ENTITIES),
    Layer("roles", "spans", ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon")),
    *(Layer(f"attribution.{part}", "spans", (part,)) for part in ("source", "cue", "content")),
    *(Layer(f"claims.{kind}", "spans", (kind,)) for kind in CLAIM_TYPES),
    *(Layer(f"slots.{slot}", "spans", (slot,)) for slot in ("group", "place", "date", "actor", "target")),
    Layer("harm", "classes", get_args(Harm)),
    Layer("status", "classes", get_args(Status)),
    Layer("scope", "classes", get_args(Scope)),
    Layer("event_type", "classes", get_args(EventType)),
    Layer("stance", "classes", get_args(Stance)),
    Layer("change", "classes", get_args(Change)),
    Layer("outcome", "classes", get_args(Outcome)),
    Layer("agreement_status", "classes", get_args(AgreementStatus)),
    Layer("modality", "classes", get_args(Modality)),
    Layer("polarity", "classes", get_args(Polarity)),
    Layer("credited", "classes", ("nobody", "somebody")),
)


def columns_of(layers: Iterable[Layer]) -> Iterator[tuple[Layer, slice]]:
    """Each layer with its columns in the encoder's output."""
    at = 0
    for layer in layers:
        yield layer, slice(at, at + layer.width)
        at += layer.width
