"""Trains the reader without one thing at a time, and prints what each is worth.

    python -m training.ablate FOLDER [--shared FOLDER] [--scale 1] [--only NAME …]

Each variant's weights and row stay in FOLDER, so that an interrupted run goes on where it stopped. No variant has a
teacher, which the shipped weights have: the differences are what this is for. Without an accelerator, a whole variant
takes some two hours; at a tenth of the passes the claim layers have not begun to learn.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks.quality.muc4 import CORPUS as MUC4
from benchmarks.quality.muc4 import measure_fillers
from benchmarks.quality.polnear import CORPUS as POLNEAR
from benchmarks.quality.polnear_corpus import read_articles
from benchmarks.quality.polnear_scores import score_spans
from benchmarks.quality.re3d import measure as measure_re3d
from benchmarks.quality.scores import Score, match
from counterclaim.core.spans import Span, share_of_shorter
from counterclaim.models.layers import CLAIM_TYPES
from counterclaim.models.reader import Reader
from training.claims import claim_examples
from training.damage import damaged
from training.examples import Example

ROOT = Path(__file__).resolve().parents[1]
VARIANTS: dict[str, tuple[str, ...]] = {
    "everything": (),
    "without word shapes": ("--no-shapes",),
    "without damaged texts": ("--clean",),
    "without PolNeAR": ("--without", "polnear"),
    "without re3d": ("--without", "re3d"),
    "without MUC-4": ("--without", "muc4"),
    "without the restricted claims": ("--without", "gold"),
    "without the open claims": ("--without", "open_gold"),
    "open data only": ("--data", "open"),
}
COLUMNS = ("source", "cue", "content", "entities", "roles", "claims", "claims, damaged")


def main() -> None:
    parser = argparse.ArgumentParser(description="Trains the reader without one thing at a time.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--scale", type=float, default=1.0)
    parser.add_argument("--only", nargs="+", choices=list(VARIANTS), default=list(VARIANTS))
    options = parser.parse_args()
    print(f"| trained | {' | '.join(COLUMNS)} |\n|---|{'---|' * len(COLUMNS)}")
    for name in options.only:
        folder = options.folder / name.replace(" ", "-")
        row = folder / "row.json"
        if not row.exists():
            _train(folder, [*VARIANTS[name], "--scale", str(options.scale)], options.shared)
            row.write_text(json.dumps(evaluate(Reader(folder), options.shared)) + "\n", "utf-8")
        scores = json.loads(row.read_text("utf-8"))
        print(f"| {name} | {' | '.join(f'{scores[column]:.1f}' for column in COLUMNS)} |", flush=True)


def evaluate(reader: Reader, shared: Path) -> dict[str, float]:
    """F1 in percent on the dev parts, by the weights alone: no rule adds or drops anything."""
    articles = read_articles(shared / POLNEAR, "dev")
    read = reader.tag([article.text for article in articles], ["attribution"])
    spans = score_spans(articles, [marked["attribution"] for marked in read])
    claims = list(claim_examples("gold", shared / "gold" / "claims-dev.jsonl"))
    rng = random.Random(1)
    return {
        **{part: spans[f"{part} any overlap"]["f1"] for part in ("source", "cue", "content")},
        "entities": measure_re3d(shared, "dev", reader)["entities"]["f1"],
        "roles": measure_fillers(shared / MUC4, "dev", reader)["fillers"]["f1"],
        "claims": claims_found(reader, claims),
        "claims, damaged": claims_found(reader, [damaged(example, rng) for example in claims]),
    }


def claims_found(reader: Reader, examples: Sequence[Example]) -> float:
    """F1 of claim spans: the same type, overlapping by half of the shorter one."""
    score = Score()
    for example, marked in zip(
        examples, reader.tag([each.text for each in examples], ["claims"]), strict=True
    ):
        for kind in CLAIM_TYPES:
            golds = [Span(start, end) for start, end, _ in example.spans[f"claims.{kind}"]]
            preds = [tag.span for tag in marked["claims"] if tag.label == kind]
            score.add(len(match(golds, preds, _overlap)), len(golds), len(preds))
    return float(score.row()["f1"])


def _overlap(gold: Span, pred: Span) -> float:
    share = share_of_shorter(gold, pred)
    return share if share >= 0.5 else 0.0


def _train(folder: Path, options: Sequence[str], shared: Path) -> None:
    for command in (
        ["training.train", str(folder), "--shared", str(shared), *options],
        ["training.export", str(folder), str(folder)],
    ):
        subprocess.run([sys.executable, "-m", *command], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)  # noqa: S603


if __name__ == "__main__":
    main()
