"""Scores extracted claims against annotated documents and checks the floors.

    python -m benchmarks.quality.claims [FOLDER] [--split seed|train|dev|test] [--json]

FOLDER holds `gold/` and `tools/score_claims.py`; default: the folder `shared` beside the project.
Without --split, every split that has floors in benchmarks/floors.json. Exit code 1: a measure fell
below its floor. The annotated texts are their outlets'; nothing of them is kept here.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import msgspec

from counterclaim.core.ids import hash_bytes
from counterclaim.core.types import Document
from counterclaim.run.pipeline import STAGE_NAMES, read_document

ROOT = Path(__file__).resolve().parents[2]
FLOORS = ROOT / "benchmarks" / "floors.json"
FILES = {
    "seed": "seed.jsonl",
    "train": "claims-train.jsonl",
    "dev": "claims-dev.jsonl",
    "test": "claims-test.jsonl",
}
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


def measure(folder: Path, split: str) -> dict[str, Any]:
    """The scorer's result for one split, read with the stages that a user gets."""
    scorer = load_scorer(folder)
    path = folder / "gold" / FILES[split]
    gold = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
    read = {row["doc"]: {"claims": msgspec.to_builtins(read_document(_document(row)).claims)} for row in gold}
    result: dict[str, Any] = scorer.score(gold, read)
    return result


def below_floors(split: str, result: dict[str, Any], floors: dict[str, dict[str, float]]) -> list[str]:
    """A line for each measure under its floor."""
    return [
        f"{split} {name}: {result[name]['f1']} is below the floor of {floor}"
        for name, floor in floors.get(split, {}).items()
        if result[name]["f1"] < floor
    ]


def _document(row: dict[str, Any]) -> Document:
    text = row["text"]
    digest = hash_bytes(text.encode())
    return Document(
        id=digest[:16],
        doc=row["doc"],
        text=text,
        sha256=digest,
        origin=row["doc"],
        title=row.get("title"),
        outlet=row.get("outlet"),
        published=row.get("published"),
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--split", choices=list(FILES))
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    if not (options.folder / "gold").is_dir():
        print(f"skipped: no annotated documents at {options.folder}")
        return 0
    floors: dict[str, dict[str, float]] = json.loads(FLOORS.read_text("utf-8"))["claims"]
    failures: list[str] = []
    print(f"stages: {' '.join(STAGE_NAMES)}", file=sys.stderr)
    for split in [options.split] if options.split else list(floors):
        result = measure(options.folder, split)
        failures += below_floors(split, result, floors)
        if options.json:
            print(json.dumps({"split": split, **result}))
            continue
        print(f"{split:14}{'P':>7}{'R':>7}{'F1':>7}{'floor':>7}{'gold':>7}{'read':>7}")
        for name in SHOWN:
            row = result[name]
            floor = floors.get(split, {}).get(name, "")
            print(
                f"{name:14}{row['p']:7.1f}{row['r']:7.1f}{row['f1']:7.1f}{floor:>7}{row['gold']:7d}{row['pred']:7d}"
            )
    for failure in failures:
        print(failure, file=sys.stderr)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
