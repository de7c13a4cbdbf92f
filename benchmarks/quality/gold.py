"""Checks the published corpus, counts it, and scores its two annotations against each other.

    python -m benchmarks.quality.gold [FOLDER]

FOLDER holds `tools/score_claims.py`; default: the folder `shared` beside the project. Without it the agreement is
left out. Exit code 1: a record breaks the codebook. The tables are those of benchmarks/gold/DATASHEET.md.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from benchmarks.quality.claims import load_scorer
from benchmarks.quality.command import ROOT, Result, skipped
from benchmarks.quality.gold_corpus import Corpus, find_faults, read_corpus
from benchmarks.quality.gold_tables import agreement_table, as_markdown, share_table, size_tables


def measure_agreement(folder: Path, corpus: Corpus) -> Result:
    """The scorer's measures and shares, with the second annotation as what was read."""
    second = {record["doc"]: record for record in corpus["second"]}
    first = [record for record in corpus["open"] if record["doc"] in second]
    result: dict[str, Any] = load_scorer(folder).score(first, second)
    shares = result.pop("accuracy")
    return {**result, **shares}


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT.parent / "shared")
    options = parser.parse_args()
    corpus = read_corpus()
    for title, table in size_tables(corpus).items():
        print(f"{title}\n\n{as_markdown(table)}\n")
    if not skipped(options, "tools"):
        result = measure_agreement(options.folder, corpus)
        print(f"Agreement\n\n{as_markdown(agreement_table(result))}\n\n{as_markdown(share_table(result))}\n")
    faults = find_faults(corpus)
    for fault in faults:
        print(fault, file=sys.stderr)
    print(f"{len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
