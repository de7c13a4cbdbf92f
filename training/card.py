"""Measures the shipped reader with every quality benchmark and writes its metrics file and model card.

python -m training.card [--shared FOLDER]
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "counterclaim" / "models" / "reader-1"
TEMPLATE = Path(__file__).with_name("card.md")
POLNEAR = (
    "model source any overlap",
    "model cue any overlap",
    "model content any overlap",
    "model contents",
    "model content speakers",
    "both contents",
    "both content speakers",
)
# Benchmark, split, and the measures that the card shows.
SHOWN: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("claims", "dev", ("figures", "figures+who", "attribution", "claims", "events", "stances")),
    ("claims", "seed", ("figures", "figures+who", "attribution", "claims", "events", "stances")),
    ("polnear", "dev", POLNEAR),
    ("re3d", "dev", ("entities",)),
    ("muc4", "dev", ("fillers",)),
    ("isaf", "dev", ("killed",)),
)


def main() -> None:
    parser = argparse.ArgumentParser(description="Writes the reader's metrics and card.")
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    options = parser.parse_args()
    metrics = {f"{name} {split}": _measured(name, split, options.shared) for name, split, _ in SHOWN}
    (FOLDER / "metrics.json").write_text(json.dumps(metrics, indent=1) + "\n", "utf-8")
    run = json.loads((FOLDER / "config.json").read_text("utf-8"))["run"]
    card = TEMPLATE.read_text("utf-8").format(run=_run_lines(run), metrics=_table(metrics))
    (FOLDER / "card.md").write_text(card, "utf-8")


def _measured(name: str, split: str, shared: Path) -> dict[str, Any]:
    """One benchmark's rows, as its command gives them."""
    command = [sys.executable, "-m", f"benchmarks.quality.{name}", str(shared), "--split", split, "--json"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603
    if not done.stdout.startswith("{"):
        raise SystemExit(f"{' '.join(command[1:])} gave no result: {done.stdout}{done.stderr}")
    rows: dict[str, Any] = json.loads(done.stdout)
    return {key: row for key, row in rows.items() if isinstance(row, dict)}


def _table(metrics: dict[str, Any]) -> str:
    lines = ["| benchmark | measure | value | n |", "|---|---|---|---|"]
    for name, split, shown in SHOWN:
        rows = metrics[f"{name} {split}"]
        for measure in shown:
            row = rows[measure]
            value = f"F1 {row['f1']:.1f}" if "f1" in row else f"{row['percent']:.1f} %"
            lines.append(f"| {name}, {split} | {measure} | {value} | {row.get('gold', row.get('n'))} |")
    return "\n".join(lines)


def _run_lines(run: dict[str, Any], depth: int = 0) -> str:
    """A list of what a run was made with; the runs that it rests on, indented."""
    lines = []
    for key, value in run.items():
        parts = value if isinstance(value, list) else [value]
        if parts and all(isinstance(part, dict) and "shapes" in part for part in parts):
            for part in parts:
                lines += [f"{'  ' * depth}- {key}:", _run_lines(part, depth + 1)]
        else:
            lines.append(f"{'  ' * depth}- {key}: {value}")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
