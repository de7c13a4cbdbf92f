"""Scores times: spans and values against TimeML, and the project's own table of phrases.

    python -m benchmarks.quality.times [FOLDER] [--split dev|test] [--json]

FOLDER holds `corpora/temporal`; default: the folder `shared` beside the project. `dev` is TimeBank and AQUAINT,
`test` every other TimeML file there, such as the platinum part of TempEval-3. The table is
benchmarks/gold/dates.tsv, the same for both. See docs/reference/benchmarks.md.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from benchmarks.quality.command import judge, parser_of, skipped
from benchmarks.quality.corpora import MissingError
from benchmarks.quality.dates_table import is_right, read_table
from benchmarks.quality.scores import Score, share
from benchmarks.quality.timeml import TimemlDocument, read_timeml
from benchmarks.quality.timex import timex_value
from counterclaim.annotate.times import times_in
from counterclaim.core.types import Time
from counterclaim.dates.anchors import anchored

CORPUS = "corpora/temporal"
SPLITS = ("dev", "test")
_DEV = "TBAQ-cleaned/"


def score_times(golds: Iterable[TimemlDocument], preds: Iterable[list[Time]]) -> dict[str, Any]:
    """Precision, recall and F1 of spans, and of spans with their value.

    As in TempEval-3: a span is found where one of ours overlaps it, each of ours finding one at most; `strict`
    spans are equal. The value must be equal to the letter. The document's own day is not scored.

    Source: UzZaman et al., SemEval-2013 Task 1: TempEval-3.
    """
    spans, strict, values = Score(), Score(), Score()
    for gold, times in zip(golds, preds, strict=True):
        free = list(times)
        pairs = []
        for timex in gold.times:
            hit = next((time for time in free if time.span.overlaps(timex.span)), None)
            if hit is not None:
                free.remove(hit)
                pairs.append((timex, hit))
        counts = len(gold.times), len(times)
        spans.add(len(pairs), *counts)
        strict.add(sum(timex.span == time.span for timex, time in pairs), *counts)
        values.add(sum(timex.value == timex_value(time, gold.published) for timex, time in pairs), *counts)
    return {"spans": spans.row(), "spans, strict": strict.row(), "values": values.row()}


def measure(folder: Path, split: str) -> dict[str, Any]:
    documents = [
        document
        for document in read_timeml(folder / CORPUS, "*.tml")
        if (_DEV in document.name) == (split == "dev")
    ]
    if not documents:
        raise MissingError(f"no TimeML file of the {split} part in {folder / CORPUS}")
    found = [list(anchored(times_in(document.text, document.published))) for document in documents]
    return {**score_times(documents, found), "table": share(map(is_right, read_table()))}


def main() -> int:
    options = parser_of(__doc__, SPLITS).parse_args()
    return 0 if skipped(options, CORPUS) else judge("times", options, measure)


if __name__ == "__main__":
    sys.exit(main())
