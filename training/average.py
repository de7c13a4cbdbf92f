"""Averages the weights of several runs, which is often better than each of them.

    python -m training.average OUT RUN RUN … [--shares 0.3 0.7]

Source: Wortsman et al., Model soups, ICML 2022. The runs must have started from the same weights. OUT gets `reader.pt`
and `run.json`, as a run's folder does.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import torch


def main() -> None:
    parser = argparse.ArgumentParser(description="Averages the weights of several runs.")
    parser.add_argument("out", type=Path)
    parser.add_argument("runs", type=Path, nargs="+")
    parser.add_argument("--shares", type=float, nargs="+", help="of each run; default: equal shares")
    options = parser.parse_args()
    shares = options.shares or [1 / len(options.runs)] * len(options.runs)
    if len(shares) != len(options.runs) or abs(sum(shares) - 1) > 1e-6:
        parser.error(f"one share for each of the {len(options.runs)} runs, 1 in sum, please")
    weights = [torch.load(run / "reader.pt", weights_only=True, map_location="cpu") for run in options.runs]
    mean = {
        name: sum(share * one[name] for share, one in zip(shares, weights, strict=True))
        for name in weights[0]
    }
    runs = [json.loads((run / "run.json").read_text("utf-8")) for run in options.runs]
    if len({run["shapes"] for run in runs}) > 1:
        parser.error("runs with and without word shapes have no mean")
    options.out.mkdir(parents=True, exist_ok=True)
    torch.save(mean, options.out / "reader.pt")
    described = {"shapes": runs[0]["shapes"], "shares": shares, "average of": runs}
    (options.out / "run.json").write_text(json.dumps(described, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
