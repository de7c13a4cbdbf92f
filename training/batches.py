"""Examples cut into windows of word pieces, labelled layer by layer, in batches of like length."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer
from torch import Tensor

from counterclaim.models.layers import LAYERS, Layer
from counterclaim.models.pieces import Pieces, pieces_of, windows_of
from training.examples import Example

IGNORED = -100
START, END = 101, 102  # the encoder's marks around a window
WINDOW = {"muc4": 254}  # roles need more context
COMMON_WINDOW = 158


@dataclass(frozen=True)
class Window:
    """One input: word pieces between the encoder's marks, and a label per piece for each known layer."""

    corpus: str
    ids: NDArray[np.int64]
    shapes: NDArray[np.int64]
    labels: dict[str, NDArray[np.int64]]


def windows(tokenizer: Tokenizer, example: Example) -> list[Window]:
    """The example's windows; its layers' labels stand on the first piece of each word."""
    pieces = pieces_of(tokenizer, example.text)
    labels = {layer.name: _labels(pieces, layer, example) for layer in LAYERS if layer.name in example.spans}
    found = []
    for begin, end in windows_of(example.text, pieces, WINDOW.get(example.corpus, COMMON_WINDOW)):
        found.append(
            Window(
                example.corpus,
                np.concatenate([[START], pieces.ids[begin:end], [END]]),
                np.concatenate([[0], pieces.shapes[begin:end], [0]]),
                {
                    name: np.concatenate([[IGNORED], row[begin:end], [IGNORED]])
                    for name, row in labels.items()
                },
            )
        )
    return found


def _labels(pieces: Pieces, layer: Layer, example: Example) -> NDArray[np.int64]:
    spans_only = layer.kind == "spans"
    row = np.full(len(pieces), 0 if spans_only else IGNORED, dtype=np.int64)
    for start, end, label in sorted(example.spans[layer.name], key=lambda span: span[0] - span[1]):
        inside, at = _inside(pieces, start, end), layer.labels.index(label)
        if not spans_only:
            row[inside] = at
        elif inside.start < inside.stop:
            row[inside] = 2 * at + 2
            row[inside.start] = 2 * at + 1
    for start, end in example.unknown.get(layer.name, ()):
        row[_inside(pieces, start, end)] = IGNORED
    row[~pieces.first] = IGNORED
    return row


def _inside(pieces: Pieces, start: int, end: int) -> slice:
    """The pieces that a span of the text touches."""
    return slice(
        int(np.searchsorted(pieces.ends, start, side="right")), int(np.searchsorted(pieces.starts, end))
    )


@dataclass(frozen=True)
class Batch:
    """Windows of one corpus, padded."""

    corpus: str
    ids: Tensor  # (windows, pieces)
    shapes: Tensor
    mask: Tensor
    labels: dict[str, Tensor]  # of the layers that know anything here

    def to(self, device: torch.device) -> Batch:
        """The same batch where the network is."""
        labels = {name: row.to(device) for name, row in self.labels.items()}
        return Batch(self.corpus, self.ids.to(device), self.shapes.to(device), self.mask.to(device), labels)


def batches(found: Sequence[Window], size: int, rng: random.Random) -> Iterator[Batch]:
    """Batches of one corpus each and of like length, in random order."""
    groups: dict[str, list[Window]] = {}
    for window in found:
        groups.setdefault(window.corpus, []).append(window)
    made: list[list[Window]] = []
    for group in groups.values():
        group.sort(key=lambda window: len(window.ids) + 24 * rng.random())
        made += [group[at : at + size] for at in range(0, len(group), size)]
    rng.shuffle(made)
    return map(_padded, made)


def _padded(group: list[Window]) -> Batch:
    length = max(len(window.ids) for window in group)

    def stack(rows: list[NDArray[np.int64]], fill: int) -> Tensor:
        table = np.full((len(rows), length), fill, dtype=np.int64)
        for at, row in enumerate(rows):
            table[at, : len(row)] = row
        return torch.from_numpy(table)

    layers = sorted(
        {name for window in group for name, row in window.labels.items() if (row != IGNORED).any()}
    )
    nothing = np.empty(0, dtype=np.int64)
    return Batch(
        group[0].corpus,
        stack([window.ids for window in group], 0),
        stack([window.shapes for window in group], 0),
        stack([np.ones_like(window.ids) for window in group], 0),
        {name: stack([window.labels.get(name, nothing) for window in group], IGNORED) for name in layers},
    )
