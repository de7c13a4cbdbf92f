"""Scores extracted claims against annotated documents and checks the floors.

    python -m benchmarks.quality.claims [FOLDER] [--split seed|train|dev|test] [--system both|rules|reader]
        [--json]

FOLDER holds `gold/` and `tools/score_claims.py`; default: the folder `shared` beside the project.
Without --split, every split that has floors in benchmarks/floors.json. Exit code 1: a measure fell
below its floor (of both). The annotated texts are their outlets'; nothing of them is kept here.
"""

from __future__ import annotations

import importlib.util
import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import msgspec

from benchmarks.quality.command import judge, parser_of, skipped
from benchmarks.quality.reading import document_in
from counterclaim.core.stages import compose
from counterclaim.core.types import Document, Sheet
from counterclaim.run.pipeline import READER_STAGES, RULE_STAGES, STAGES, read_document

FILES = {
    "seed": "seed.jsonl",
    "train": "claims-train.jsonl",
    "dev": "claims-dev.jsonl",
    "test": "claims-test.jsonl",
}
SYSTEMS = {"both": STAGES, "rules": RULE_STAGES, "reader": READER_STAGES}
SHOWN = ("figures", "figures+who", "attribution", "claims", "events", "stances", "incidents")


def load_scorer(folder: Path) -> ModuleType:
    """The scorer that comes with the annotated documents."""
    path = folder / "tools" / "score_claims.py"
    spec = importlib.util.spec_from_file_location("score_claims", path)
    if spec is None or spec.loader is None or not path.exists():
        sys.exit(f"no scorer at {path}; name the folder that holds gold/ and tools/")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def gold_documents(folder: Path, split: str) -> Iterator[tuple[Document, list[dict[str, Any]]]]:
    """Each annotated document of a split as the pipeline's input, with its claims."""
    for line in (folder / "gold" / FILES[split]).read_text("utf-8").splitlines():
        row = json.loads(line)
        yield document_in(row), row["claims"]


def measure(folder: Path, split: str, read: Callable[[Document], Sheet] = read_document) -> dict[str, Any]:
    """The scorer's result for one split, read with the stages that a user gets unless others are given."""
    scorer = load_scorer(folder)
    gold, found = [], {}
    for document, claims in gold_documents(folder, split):
        gold.append({"doc": document.doc, "text": document.text, "claims": claims})
        found[document.doc] = {"claims": msgspec.to_builtins(read(document).claims)}
    result: dict[str, Any] = scorer.score(gold, found)
    return result


def main() -> int:
    parser = parser_of(__doc__, list(FILES))
    parser.add_argument("--system", choices=list(SYSTEMS), default="both")
    options = parser.parse_args()
    if skipped(options, "gold"):
        return 0
    stages = SYSTEMS[options.system]
    print(f"stages: {' '.join(stage.name for stage in stages)}", file=sys.stderr)
    run = compose(stages)

    def measured(folder: Path, split: str) -> dict[str, Any]:
        return measure(folder, split, lambda document: run(Sheet(document=document)))

    name = "claims" if options.system == "both" else f"claims by {options.system}"  # which have no floors
    return judge(name, options, measured, SHOWN)


if __name__ == "__main__":
    sys.exit(main())
