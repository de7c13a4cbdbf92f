"""Counting what was found: precision, recall, F1, shares, and one-to-one matches of spans."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from counterclaim.core.spans import Span, shared

Gold = TypeVar("Gold")
Pred = TypeVar("Pred")


@dataclass
class Score:
    """Counts of one measure over all documents. CEAF gives fractions of a hit, hence the float."""

    hits: float = 0
    gold: int = 0
    pred: int = 0

    def add(self, hits: float, gold: int, pred: int) -> None:
        self.hits += hits
        self.gold += gold
        self.pred += pred

    def row(self) -> dict[str, Any]:
        """Precision, recall and F1 in percent.

        >>> Score(1, 2, 1).row()
        {'p': 100.0, 'r': 50.0, 'f1': 66.7, 'gold': 2, 'pred': 1}
        """
        return percents(
            self.hits / self.pred if self.pred else 0.0,
            self.hits / self.gold if self.gold else 0.0,
            self.gold,
            self.pred,
        )


def percents(precision: float, recall: float, gold: int, pred: int) -> dict[str, Any]:
    """A row of a table: precision, recall and F1 in percent, beside the counts."""
    both = precision + recall
    f1 = 2 * precision * recall / both if both else 0.0
    shares = {"p": precision, "r": recall, "f1": f1}
    return {name: round(100 * value, 1) for name, value in shares.items()} | {"gold": gold, "pred": pred}


@dataclass
class Touched:
    """Spans of all documents that share a code point with one of the other side, as often as may be."""

    golds_touched: int = 0
    preds_touching: int = 0
    gold: int = 0
    pred: int = 0

    def add(self, golds: Sequence[Span], preds: Sequence[Span]) -> None:
        self.golds_touched += sum(any(shared(gold, pred) for pred in preds) for gold in golds)
        self.preds_touching += sum(any(shared(pred, gold) for gold in golds) for pred in preds)
        self.gold += len(golds)
        self.pred += len(preds)

    def row(self) -> dict[str, Any]:
        """Precision over what was read, recall over what is annotated, and their harmonic mean, in percent."""
        return percents(
            self.preds_touching / self.pred if self.pred else 0.0,
            self.golds_touched / self.gold if self.gold else 0.0,
            self.gold,
            self.pred,
        )


def share(right: Iterable[bool]) -> dict[str, Any]:
    """How many are right, in percent of `n`.

    >>> share([True, True, False])
    {'percent': 66.7, 'n': 3}
    """
    judged = list(right)
    return {"percent": round(100 * sum(judged) / len(judged), 1) if judged else 0.0, "n": len(judged)}


def match(
    golds: Sequence[Gold], preds: Sequence[Pred], agreement: Callable[[Gold, Pred], float]
) -> list[tuple[Gold, Pred]]:
    """One-to-one pairs with a positive agreement, best first; of equals the earlier."""
    scored = [
        (agreement(gold, pred), at, by) for at, gold in enumerate(golds) for by, pred in enumerate(preds)
    ]
    pairs, used_golds, used_preds = [], set[int](), set[int]()
    for score, at, by in sorted(scored, key=lambda entry: (-entry[0], entry[1], entry[2])):
        if score > 0 and at not in used_golds and by not in used_preds:
            used_golds.add(at)
            used_preds.add(by)
            pairs.append((golds[at], preds[by]))
    return pairs


def trimmed(text: str, span: Span) -> Span:
    """The span without marks, quotes and blanks at its edges, and without a leading "that".

    Annotators differ in these. What holds nothing else stays as it is: a colon can be a cue.

    >>> trimmed(text := "He said that “it fell”.", Span(8, 23)).of(text)
    'it fell'
    """
    start, end = span.start, span.end
    while end > start and not text[end - 1].isalnum():
        end -= 1
    while start < end and not text[start].isalnum():
        start += 1
    if start == end:
        return span
    if text[start:end].lower().startswith("that "):
        return trimmed(text, Span(start + len("that "), end))
    return Span(start, end)
