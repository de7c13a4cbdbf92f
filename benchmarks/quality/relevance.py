"""Measures the relevance filter: what it keeps of claims and conflict, what it drops of everything else.

    python -m benchmarks.quality.relevance [FOLDER] [--split dev|test] [--json]

FOLDER holds `gold/` and `corpora/`; default: the folder `shared` beside the project. Rows say which share is
kept (of what tells of conflict) or dropped (of what does not: news that uses war's own words is left out).
A corpus that lacks the split is left out.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from benchmarks.quality.command import judge, parser_of, skipped
from benchmarks.quality.corpora import MissingError, read_rows
from benchmarks.quality.reading import sentences_of
from benchmarks.quality.relevance_texts import CONFLICT, OTHER, judged_passages, tells_of_war
from benchmarks.quality.scores import share
from counterclaim.models.relevance import keeps_document, keeps_passage

SPLITS = ("dev", "test")


def score_passages(judged: Iterable[tuple[str, bool]]) -> dict[str, Any]:
    """Shares kept of the passages with a claim, and dropped of the others of the same documents."""
    pairs = list(judged)
    return {
        "claims kept": share(keeps_passage(text) for text, claims in pairs if claims),
        "claimless dropped": share(not keeps_passage(text) for text, claims in pairs if not claims),
    }


def measure(folder: Path, split: str) -> dict[str, Any]:
    gold = read_rows(folder / "gold", f"claims-{split}.jsonl")
    result = score_passages(pair for row in gold for pair in judged_passages(row["text"], row["claims"]))
    result["gold kept"] = share(keeps_document(row["text"]) for row in gold)
    for name, texts in _found(CONFLICT, folder, split):
        result[f"{name} kept"] = share(map(keeps_document, texts))
    for name, texts in _found(OTHER, folder, split):
        others = [text for text in texts if not tells_of_war(text)]
        result[f"{name} dropped"] = share(not keeps_document(text) for text in others)
        sentences = [text[span.start : span.end] for text in others for span in sentences_of(text)]
        result[f"{name} passages dropped"] = share(not keeps_passage(text) for text in sentences)
    return result


def _found(
    corpora: dict[str, Callable[[Path, str], list[str]]], folder: Path, split: str
) -> Iterable[tuple[str, list[str]]]:
    for name, texts_of in corpora.items():
        try:
            yield name, texts_of(folder, split)
        except MissingError as missing:
            print(f"relevance {split}: {missing}", file=sys.stderr)


def main() -> int:
    options = parser_of(__doc__, SPLITS).parse_args()
    return 0 if skipped(options, "gold") else judge("relevance", options, measure)


if __name__ == "__main__":
    sys.exit(main())
