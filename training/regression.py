"""Logistic regression over the words of texts, kept as a sparse table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

POWER_STEPS = 15  # to find how steep the loss can be


@dataclass(frozen=True)
class Table:
    """Texts by columns: entry i stands at `rows[i]`, `columns[i]` with `values[i]`."""

    rows: Ints
    columns: Ints
    values: Floats
    shape: tuple[int, int]

    def times(self, weights: Floats) -> Floats:
        """(texts,) from (columns,)."""
        terms = weights[self.columns] * self.values
        return np.bincount(self.rows, weights=terms, minlength=self.shape[0]).astype(np.float64)

    def back(self, errors: Floats) -> Floats:
        """(columns,) from (texts,)."""
        terms = errors[self.rows] * self.values
        return np.bincount(self.columns, weights=terms, minlength=self.shape[1]).astype(np.float64)


def table_of(
    texts: Sequence[set[str]], columns: Mapping[str, tuple[int, ...]], width: int, scale: float, fewest: int
) -> Table:
    """Every known word of a text in its columns, worth `scale` over the root of the text's number of words."""
    rows: list[int] = []
    places: list[int] = []
    values: list[float] = []
    for row, words in enumerate(texts):
        value = scale / np.sqrt(max(len(words), fewest))
        for word in sorted(words):
            for column in columns.get(word, ()):
                rows.append(row)
                places.append(column)
                values.append(value)
    return Table(
        np.array(rows, dtype=np.int64),
        np.array(places, dtype=np.int64),
        np.array(values, dtype=np.float64),
        (len(texts), width),
    )


def fit(table: Table, labels: Floats, shares: Floats, penalty: float, rounds: int) -> tuple[Floats, float]:
    """Weights and bias that explain the labels.

    Args:
        table: the texts' words.
        labels: (texts,), 0 or 1.
        shares: (texts,), how much each text counts; they add up to 1.
        penalty: of the squared weights.
        rounds: steps down the loss.

    Source: Beck and Teboulle, A Fast Iterative Shrinkage-Thresholding Algorithm, SIAM J. Imaging
    Sciences 2, 2009, restarted where the step turns back (O'Donoghue and Candès, 2015).
    """
    steepness = _steepness(table, shares)
    weights = ahead = np.zeros(table.shape[1])
    bias = bias_ahead = 0.0
    pace = 1.0
    for _ in range(rounds):
        chance = 1.0 / (1.0 + np.exp(-(table.times(ahead) + bias_ahead)))
        errors = shares * (chance - labels)
        slope, bias_slope = table.back(errors), float(errors.sum())
        stepped = (ahead - slope / steepness) / (1.0 + penalty / steepness)
        bias_stepped = bias_ahead - bias_slope / steepness
        if slope @ (stepped - weights) + bias_slope * (bias_stepped - bias) > 0:
            pace = 1.0
        next_pace = (1.0 + np.sqrt(1.0 + 4.0 * pace * pace)) / 2.0
        drive = (pace - 1.0) / next_pace
        ahead = stepped + drive * (stepped - weights)
        bias_ahead = bias_stepped + drive * (bias_stepped - bias)
        weights, bias, pace = stepped, bias_stepped, float(next_pace)
    return weights, bias


def _steepness(table: Table, shares: Floats) -> float:
    """A bound of the second derivative of the loss, by power iteration, with room to spare."""
    direction = np.full(table.shape[1], 1.0 / np.sqrt(table.shape[1]))
    largest = 1.0
    for _ in range(POWER_STEPS):
        image = table.back(shares * table.times(direction))
        largest = float(np.linalg.norm(image))
        direction = image / largest
    return 0.25 * (largest + 1.0) * 1.3
