"""Fits how likely a claim is right, given who found it, and the confidence from which claims are kept.

    python -m training.confidence [OUT] [--shared FOLDER]

A logistic regression with a small penalty over the candidates of the dev part, which no weights of the
reader were trained on. Judged by leaving documents out: prints the reliability table of
docs/method/model.md. OUT (default: the shipped folder) gets weights.json.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.quality.claims import gold_documents
from counterclaim.claims.assemble import candidates_of
from counterclaim.claims.learned.weigh import Candidate
from counterclaim.core.claims import Casualty, Claim, Event, claim_type
from counterclaim.core.spans import Span, share_of_shorter
from counterclaim.core.stages import compose
from counterclaim.core.types import Sheet
from counterclaim.models.layers import CLAIM_TYPES
from counterclaim.run.pipeline import BEFORE_CLAIMS

ROOT = Path(__file__).resolve().parents[1]
SHIPPED = ROOT / "counterclaim" / "models" / "confidence-1"
PENALTY = 1.0
FOLDS = 8
ROUNDS = 50
# A type with few annotated claims takes its threshold from all types together.
FEW = 40
# A rule says why it made a claim, so it is believed at a lower confidence than the reader alone: that
# keeps what was written for texts unlike the dev part, at one point of claims' F1 there.
FOR_RULES, FOR_READER = 0.65, 1.2
FOR_FIGURES = 0.4  # a rule's figure: one lost costs more than one to spare

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Judged:
    """A candidate's features, and whether an annotator made the same claim."""

    document: int
    kind: str
    features: dict[str, float]
    right: bool


def main() -> None:
    parser = argparse.ArgumentParser(description="Fits the confidence of claims.")
    parser.add_argument("out", nargs="?", type=Path, default=SHIPPED)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    options = parser.parse_args()
    rows, asked = _judged(options.shared)
    names = sorted({name for row in rows for name in row.features})
    table = np.array([[row.features.get(name, 0.0) for name in names] for row in rows])
    right = np.array([row.right for row in rows], dtype=np.float64)
    folds = np.array([row.document % FOLDS for row in rows])
    held_out = np.zeros(len(rows))
    for fold in range(FOLDS):
        weights = _fit(table[folds != fold], right[folds != fold])
        held_out[folds == fold] = _probability(table[folds == fold], weights)
    _print_reliability(held_out, right)
    weights = _fit(table, right)
    everywhere = _best_threshold(held_out, right, sum(asked.values()))
    thresholds = {}
    for kind in CLAIM_TYPES:
        own = np.array([row.kind == kind for row in rows])
        number = asked.get(kind, 0)
        enough = number >= FEW
        thresholds[kind] = _best_threshold(held_out[own], right[own], number) if enough else everywhere
        kept = held_out[own] >= thresholds[kind]
        print(f"{kind:16} threshold {thresholds[kind]:.2f}  F1 {_f1(right[own][kept], number):.3f}")
    rounded = {name: round(float(weight), 3) for name, weight in zip(names, weights, strict=True)}
    content = {
        "weights": rounded,
        "by_rule": {
            kind: round((FOR_FIGURES if kind == "casualty" else FOR_RULES) * level, 3)
            for kind, level in thresholds.items()
        },
        "by_reader": {kind: round(FOR_READER * level, 3) for kind, level in thresholds.items()},
    }
    options.out.mkdir(parents=True, exist_ok=True)
    (options.out / "weights.json").write_text(json.dumps(content, indent=1) + "\n", "utf-8")


def _judged(shared: Path) -> tuple[list[Judged], dict[str, int]]:
    """Every candidate of the dev part, and how many claims of each type the annotators made."""
    read = compose(BEFORE_CLAIMS)
    rows: list[Judged] = []
    asked: dict[str, int] = {}
    for number, (document, gold) in enumerate(gold_documents(shared, "dev")):
        found = candidates_of(read(Sheet(document=document)))
        for claim in gold:
            if not claim.get("optional"):
                asked[claim["type"]] = asked.get(claim["type"], 0) + 1
        for candidate, right in _matched(found, gold):
            rows.append(Judged(number, claim_type(candidate.claim), candidate.features(), right))
    return rows, asked


def _matched(found: Sequence[Candidate], gold: Sequence[dict[str, Any]]) -> list[tuple[Candidate, bool]]:
    """Each candidate with whether it is an annotated claim, best overlap first; optional ones are left out."""
    pairs = sorted(
        (
            (_agreement(candidate.claim, claim), at, to)
            for at, candidate in enumerate(found)
            for to, claim in enumerate(gold)
        ),
        key=lambda pair: -pair[0],
    )
    taken: dict[int, int] = {}
    for score, at, to in pairs:
        if score > 0 and at not in taken and to not in taken.values():
            taken[at] = to
    return [
        (candidate, at in taken)
        for at, candidate in enumerate(found)
        if not (at in taken and gold[taken[at]].get("optional"))
    ]


def _agreement(claim: Claim, gold: dict[str, Any]) -> float:
    if claim_type(claim) != gold["type"]:
        return 0.0
    share = share_of_shorter(claim, Span(gold["start"], gold["end"]))
    return share if share >= 0.5 and all(getattr(claim, key) == gold[key] for key in _told(claim)) else 0.0


def _told(claim: Claim) -> tuple[str, ...]:
    """The fields that must be right besides type and span."""
    if isinstance(claim, Casualty):
        return ("harm", "min", "max")
    return ("event_type",) if isinstance(claim, Event) else ()


def _fit(table: Floats, right: Floats) -> Floats:
    """Penalised maximum likelihood by Newton's method."""
    weights = np.zeros(table.shape[1])
    for _ in range(ROUNDS):
        chance = _probability(table, weights)
        slope = table.T @ (right - chance) - PENALTY * weights
        bend = (table * (chance * (1 - chance))[:, None]).T @ table + PENALTY * np.eye(len(weights))
        step = np.linalg.solve(bend, slope)
        weights += step
        if np.abs(step).max() < 1e-6:
            break
    return weights


def _probability(table: Floats, weights: Floats) -> Floats:
    chance: Floats = 1.0 / (1.0 + np.exp(-(table @ weights)))
    return chance


def _best_threshold(chance: Floats, right: Floats, asked: int) -> float:
    """Half of the best F1 that any threshold gives: steadier than the threshold that gives it.

    Source: Lipton, Elkan and Naryanaswamy, Optimal Thresholding of Classifiers to Maximize F1 Measure,
    ECML-PKDD 2014: with true probabilities the two are equal.
    """
    levels = np.arange(0.15, 0.75, 0.01)
    return round(max(_f1(right[chance >= level], asked) for level in levels) / 2, 3)


def _f1(right_of_kept: Floats, asked: int) -> float:
    return float(2 * right_of_kept.sum() / max(1, len(right_of_kept) + asked))


def _print_reliability(chance: Floats, right: Floats) -> None:
    print(f"{'confidence':12}{'claims':>8}{'mean':>8}{'right':>8}")
    for low in np.arange(0.0, 1.0, 0.1):
        inside = (chance >= low) & (chance < low + 0.1)
        if inside.any():
            print(
                f"{low:.1f} to {low + 0.1:.1f}{int(inside.sum()):10d}{chance[inside].mean():8.2f}{right[inside].mean():8.2f}"
            )


if __name__ == "__main__":
    main()
