"""What every quality benchmark's command does: read the options, measure, print, hold the floors.

A result is rows by the measure's name. A row has `f1` (with `p`, `r`, `gold` and `pred`) or `percent` (with
`n`); a floor is a bound on the one or the other, in percent.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.quality.corpora import MissingError
from counterclaim.core.errors import CounterclaimError

ROOT = Path(__file__).resolve().parents[2]
FLOORS = ROOT / "benchmarks" / "floors.json"

Row = Mapping[str, Any]
Result = Mapping[str, Row]


def parser_of(doc: str | None, splits: Sequence[str]) -> argparse.ArgumentParser:
    """The options that every benchmark has."""
    parser = argparse.ArgumentParser(description=(doc or "").partition("\n")[0])
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--split", choices=splits)
    parser.add_argument("--json", action="store_true")
    return parser


def judge(
    name: str,
    options: argparse.Namespace,
    measure: Callable[[Path, str], Result],
    shown: Sequence[str] | None = None,
    *,
    whole: bool = True,
    show: Callable[[str, Result, Mapping[str, float]], None] | None = None,
) -> int:
    """Measure and print the wished split, or those with floors, or else dev.

    Args:
        name: key in benchmarks/floors.json, which holds a floor by split and measure.
        options: as `parser_of` reads them.
        measure: gives the result for a folder and a split.
        shown: rows of the table, where not all are shown.
        whole: False where only some measures were asked for; floors of the others then wait.
        show: prints split, result and floors, where a table of another shape is easier to read.

    Returns:
        The exit code: 1 where a measure fell below its floor, 2 where a file of corpus or reader is missing.
    """
    floors: dict[str, dict[str, float]] = json.loads(FLOORS.read_text("utf-8")).get(name, {})
    failures: list[str] = []
    for split in [options.split] if options.split else list(floors) or ["dev"]:
        try:
            result = measure(options.folder, split)
        except (MissingError, CounterclaimError) as missing:
            print(f"{name} {split}: {missing}", file=sys.stderr)
            return 2
        bounds = {key: floor for key, floor in floors.get(split, {}).items() if whole or key in result}
        failures += below_floors(split, result, bounds)
        if options.json:
            print(json.dumps({"split": split, **result}))
        elif show is not None:
            show(split, result, bounds)
        else:
            print_table(split, result, bounds, shown)
    for failure in failures:
        print(failure, file=sys.stderr)
    return 1 if failures else 0


def below_floors(split: str, result: Result, floors: Mapping[str, float]) -> list[str]:
    """A line for each measure under its floor, or that was not measured at all."""
    lines = []
    for name, floor in floors.items():
        reached = level(result[name]) if name in result else None
        if reached is None or reached < floor:
            lines.append(f"{split} {name}: {reached} is below the floor of {floor}")
    return lines


def level(row: Row) -> float:
    """What a floor bounds: F1 where there is one, else the share, in percent."""
    return float(row["f1"] if "f1" in row else row["percent"])


def print_table(split: str, result: Result, floors: Mapping[str, float], shown: Sequence[str] | None) -> None:
    names = shown or list(result)
    width = max(14, *(len(name) + 2 for name in names))
    print(f"{split:{width}}{'P':>7}{'R':>7}{'F1':>7}{'share':>7}{'floor':>7}{'gold':>7}{'read':>7}")
    for name in names:
        row, floor = result[name], floors.get(name, "")
        if "f1" in row:
            scores = f"{row['p']:7.1f}{row['r']:7.1f}{row['f1']:7.1f}{'':7}"
            counts = f"{row['gold']:7d}{row['pred']:7d}"
        else:
            scores, counts = f"{'':21}{row['percent']:7.1f}", f"{row['n']:7d}"
        print(f"{name:{width}}{scores}{floor:>7}{counts}")


def skipped(options: argparse.Namespace, corpus: str) -> bool:
    """Whether the corpus's folder is absent; says so."""
    if (options.folder / corpus).is_dir():
        return False
    print(f"skipped: no {corpus} at {options.folder}")
    return True
