"""Scores MUC-4: role fillers as entities by CEAF-REE, and number and effect of human targets.

    python -m benchmarks.quality.muc4 [FOLDER] [--split train|dev|test] [--part fillers|humans|both] [--json]

FOLDER holds `corpora/muc4`; default: the folder `shared` beside the project. Fillers are read by the reader's
head "roles", human targets by the casualty claims. See docs/reference/benchmarks.md.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from benchmarks.quality.ceaf import score_fillers
from benchmarks.quality.command import judge, parser_of, skipped
from benchmarks.quality.corpora import read_rows
from benchmarks.quality.muc4_entities import SLOTS, fillers_of
from benchmarks.quality.muc4_humans import human_claims, score_humans
from benchmarks.quality.muc4_keys import read_targets, read_texts
from benchmarks.quality.reading import Reader, load_reader

CORPUS = "corpora/muc4"


def measure_fillers(folder: Path, split: str, reader: Reader) -> dict[str, Any]:
    """CEAF-REE over the documents of grit_entities_SPLIT.jsonl."""
    documents = read_rows(folder, f"*grit_entities_{split}.jsonl")
    golds = [
        {slot: [[name for name, _ in entity] for entity in row["extracts"][slot]] for slot in SLOTS}
        for row in documents
    ]
    texts = [row["doctext"] for row in documents]
    read = reader.tag(texts, ["roles"])
    preds = [fillers_of(text, marked["roles"]) for text, marked in zip(texts, read, strict=True)]
    return {name: score.row() for name, score in score_fillers(golds, preds).items()}


def measure_humans(folder: Path, split: str) -> dict[str, Any]:
    """Number and effect of human targets over the messages with a filled template."""
    targets = read_targets(folder, split)
    texts = read_texts(folder, split)
    claims = [human_claims(message, texts[message]) for message in targets]
    return {name: score.row() for name, score in score_humans(list(targets.values()), claims).items()}


def main() -> int:
    parser = parser_of(__doc__, ("train", "dev", "test"))
    parser.add_argument("--part", choices=("fillers", "humans", "both"), default="both")
    options = parser.parse_args()
    if skipped(options, CORPUS):
        return 0

    def measure(folder: Path, split: str) -> dict[str, Any]:
        rows: dict[str, Any] = {}
        if options.part != "humans":
            rows |= measure_fillers(folder / CORPUS, split, load_reader())
        if options.part != "fillers":
            rows |= measure_humans(folder / CORPUS, split)
        return rows

    return judge("muc4", options, measure, whole=options.part == "both")


if __name__ == "__main__":
    sys.exit(main())
