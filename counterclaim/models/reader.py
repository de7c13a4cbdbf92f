"""The trained reader: one encoder over a window of text, and what each of its layers marks there.

Design and measured quality: docs/method/model.md and the model card beside the weights.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from msgspec.structs import replace
from numpy.typing import NDArray

from counterclaim.core.types import Tag
from counterclaim.models.layers import Layer, columns_of
from counterclaim.models.load import load_layers, load_session, load_tokenizer
from counterclaim.models.pieces import Pieces, pieces_of, windows_of
from counterclaim.models.spans import best_tags, spans_of, without_links

Floats = NDArray[np.float32]

WINDOW = 158  # word pieces, as in training; the encoder's two marks come on top
ROLES_WINDOW = 254  # roles were trained on longer windows
BATCH = 16
CACHED = 512  # windows whose output is kept: wire copies repeat whole paragraphs
START, END = 101, 102
VALUES = ""  # where the classes layers stand among the heads


@dataclass(frozen=True)
class _Output:
    """What the network says of one window."""

    starts: NDArray[np.int64]  # of its words, code points of the window's text
    ends: NDArray[np.int64]
    logits: Floats  # (words, columns of all layers)


# Heads whose spans are names and phrases; no such thing ends in a comma or begins with "and".
NAMES = ("entities", "roles", "slots")


def _as_names(text: str, head: str, tags: list[Tag]) -> list[Tag]:
    """The tags without links and marks at their edges, if they are of names; what is nothing else is left out."""
    if head not in NAMES:
        return tags
    bare = [(tag, without_links(text, tag.start, tag.end)) for tag in tags]
    return [replace(tag, start=start, end=end) for tag, (start, end) in bare if start < end]


class Reader:
    """Marks texts. One per process: it holds the network and a cache of windows."""

    def __init__(self, folder: Path | None = None) -> None:
        """Open the shipped weights, or those of a training run's exported folder.

        Raises:
            ModelError: a file is missing or is not the one in the catalogue.
        """
        self._tokenizer = load_tokenizer(folder)
        self._session = load_session(folder)
        self._heads: dict[str, list[tuple[Layer, slice]]] = {}
        for layer, columns in columns_of(load_layers(folder)):
            head = layer.name.split(".")[0] if layer.kind == "spans" else VALUES
            self._heads.setdefault(head, []).append((layer, columns))
        self._cache: OrderedDict[str, _Output] = OrderedDict()

    def tag(
        self, texts: Sequence[str], heads: Sequence[str], *, lean: Mapping[str, float] = {}
    ) -> list[dict[str, tuple[Tag, ...]]]:
        """What the heads mark in each text, in text order.

        Args:
            texts: passages or longer; cut into windows here.
            heads: "entities", "roles", "attribution", "claims", "slots".
            lean: by head, taken off the log probability of "no span": above 0 gives less certain spans too.
        """
        limit = ROLES_WINDOW if "roles" in heads else WINDOW
        cuts = [self._cut(text, limit) for text in texts]
        outputs = self._outputs({window: pieces for cut in cuts for _, window, pieces in cut})
        found = []
        for text, cut in zip(texts, cuts, strict=True):
            marked: dict[str, list[Tag]] = {head: [] for head in heads}
            for start, window, _ in cut:
                for head in heads:
                    marked[head] += self._tags(outputs[window], head, start, lean.get(head, 0.0))
            found.append(
                {
                    head: tuple(sorted(_as_names(text, head, tags), key=lambda tag: (tag.start, tag.end)))
                    for head, tags in marked.items()
                }
            )
        return found

    def _cut(self, text: str, limit: int) -> list[tuple[int, str, Pieces]]:
        """The code point where each of the text's windows begins, the window, and its pieces."""
        pieces = pieces_of(self._tokenizer, text)
        found = []
        for first, last in windows_of(text, pieces, limit):
            start = int(pieces.starts[first])
            window = text[start : pieces.ends[last - 1]]
            whole = pieces.opens_word(first) and pieces.opens_word(last)
            own = pieces.between(first, last) if whole else pieces_of(self._tokenizer, window)
            found.append((start, window, own))
        return found

    def _outputs(self, windows: Mapping[str, Pieces]) -> dict[str, _Output]:
        """The network's output for each window, new ones in batches of like length."""
        known = {window: self._cache[window] for window in windows if window in self._cache}
        fresh = [(pieces, window) for window, pieces in windows.items() if window not in known]
        fresh.sort(key=lambda pair: (len(pair[0]), pair[1]))
        for at in range(0, len(fresh), BATCH):
            batch = fresh[at : at + BATCH]
            for (_, window), output in zip(batch, self._run([pieces for pieces, _ in batch]), strict=True):
                known[window] = self._cache[window] = output
        while len(self._cache) > CACHED:
            self._cache.popitem(last=False)
        return known

    def _run(self, batch: list[Pieces]) -> list[_Output]:
        length = max(len(pieces) for pieces in batch) + 2
        ids, shapes, mask = (np.zeros((len(batch), length), dtype=np.int64) for _ in range(3))
        for row, pieces in enumerate(batch):
            size = len(pieces)
            ids[row, 0], ids[row, size + 1] = START, END
            ids[row, 1 : size + 1], shapes[row, 1 : size + 1] = pieces.ids, pieces.shapes
            mask[row, : size + 2] = 1
        (logits,) = self._session.run(None, {"ids": ids, "shapes": shapes, "mask": mask})
        return [_output(pieces, logits[row, 1 : len(pieces) + 1]) for row, pieces in enumerate(batch)]

    def _tags(self, output: _Output, head: str, start: int, lean: float) -> list[Tag]:
        """The head's spans in a window that begins at `start`; all layers of a head are equally wide."""
        layers = self._heads[head]
        columns = slice(layers[0][1].start, layers[-1][1].stop)
        logits = output.logits[:, columns].reshape(len(output.logits), len(layers), -1)
        marked = 1.0 - _probabilities(logits)[:, :, 0]
        leaning = logits - np.eye(1, logits.shape[2], dtype=np.float32) * np.float32(lean)
        tags = best_tags(leaning)
        found = []
        for at in np.flatnonzero(tags.any(axis=0)).tolist():
            for first, last, label in spans_of(tags[:, at]):
                found.append(
                    Tag(
                        layers[at][0].labels[label],
                        start + int(output.starts[first]),
                        start + int(output.ends[last - 1]),
                        round(float(marked[first:last, at].mean()), 3),
                        self._values(output.logits[first:last]) if head == "claims" else {},
                    )
                )
        return found

    def _values(self, logits: Floats) -> dict[str, str]:
        """The likeliest value of every classes layer over a claim's words."""
        over_words = logits.mean(axis=0).tolist()
        return {
            layer.name: layer.labels[(likely := over_words[columns]).index(max(likely))]
            for layer, columns in self._heads[VALUES]
        }


def _output(pieces: Pieces, logits: Floats) -> _Output:
    """The network's output at the first piece of each word."""
    first = np.flatnonzero(pieces.first)
    last = np.append(first[1:], len(pieces)) - 1
    return _Output(pieces.starts[first], pieces.ends[last], logits[first])


def _probabilities(logits: Floats) -> Floats:
    """(words, layers, tags) → the same, the tags of each word and layer adding up to 1."""
    odds = np.exp(logits - logits.max(axis=2, keepdims=True))
    shares: Floats = odds / odds.sum(axis=2, keepdims=True)
    return shares


@cache
def load_reader(folder: Path | None = None) -> Reader:
    """The process's reader."""
    return Reader(folder)
