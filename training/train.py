"""Trains the reader and writes its weights.

    python -m training.train OUT [--shared FOLDER] [--data all|open] [--without CORPUS] [--seed 1]

OUT gets `reader.pt` and `run.json` (what it was trained on, and how long it took); `python -m
training.export OUT` makes the files that ship. The defaults are what the shipped weights were made with.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from pathlib import Path

import torch
from torch import Tensor, nn

from counterclaim.models.layers import LAYERS
from training.batches import IGNORED, Batch, Window, batches, windows
from training.corpora import CORPORA, OPEN
from training.damage import damaged
from training.encoder import ReaderNet, pretrained_tokenizer

ROOT = Path(__file__).resolve().parents[1]
# How often each corpus is read; small ones more often. Chosen on the dev parts.
PASSES = {"polnear": 1.6, "re3d": 7, "muc4": 0.6, "gold": 8, "open_gold": 8}
DAMAGED = 0.4  # share of texts damaged as feeds do, anew in every pass
BATCH = 12
RATE, OUTPUT_RATE = 2e-4, 1e-3
WARM_UP = 0.05


def main() -> None:
    options = _options()
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    rng = random.Random(options.seed)
    found = _windows(options, rng)
    net = ReaderNet(shapes=not options.no_shapes)
    began = time.monotonic()
    options.out.mkdir(parents=True, exist_ok=True)
    _train(net, list(batches(found, BATCH, rng)), options.out / "reader.pt")
    run = {
        "seed": options.seed,
        "data": options.data,
        "without": options.without,
        "shapes": not options.no_shapes,
        "damaged": 0.0 if options.clean else DAMAGED,
        "passes": {name: passes for name, passes in PASSES.items() if name in _corpora(options)},
        "scale": options.scale,
        "windows": len(found),
        "minutes": round((time.monotonic() - began) / 60, 1),
        "torch": torch.__version__,
    }
    (options.out / "run.json").write_text(json.dumps(run, indent=1) + "\n", "utf-8")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Trains the reader.")
    parser.add_argument("out", type=Path)
    parser.add_argument(
        "--shared", type=Path, default=ROOT.parent / "shared", help="holds corpora/ and gold/"
    )
    parser.add_argument(
        "--data", choices=("all", "open"), default="all", help="open: redistributable texts only"
    )
    parser.add_argument("--without", choices=list(CORPORA), action="append", default=[], help="for ablations")
    parser.add_argument("--no-shapes", action="store_true", help="for ablations: without word shapes")
    parser.add_argument("--clean", action="store_true", help="for ablations: no damaged texts")
    parser.add_argument("--scale", type=float, default=1.0, help="share of each corpus's passes")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1)
    return parser.parse_args()


def _corpora(options: argparse.Namespace) -> list[str]:
    names = OPEN if options.data == "open" else tuple(CORPORA)
    return [name for name in names if name not in options.without]


def _windows(options: argparse.Namespace, rng: random.Random) -> list[Window]:
    """Every pass over every corpus, some texts damaged anew in each."""
    tokenizer = pretrained_tokenizer()
    found: list[Window] = []
    for name in _corpora(options):
        examples = list(CORPORA[name](options.shared))
        wanted = PASSES[name] * options.scale * len(examples)
        while wanted >= 1:
            rng.shuffle(examples)
            for example in examples[: int(wanted)]:
                hurt = not options.clean and rng.random() < DAMAGED
                found += windows(tokenizer, damaged(example, rng) if hurt else example)
            wanted -= len(examples)
    return [window for window in found if _teaches(window) or rng.random() < 0.5]


def _teaches(window: Window) -> bool:
    """Whether anything is marked in the window; of the empty ones every other is left out."""
    return any((row > 0).any() for row in window.labels.values())


def _train(net: ReaderNet, plan: list[Batch], path: Path) -> None:
    """Train by the plan; the weights so far are kept at `path`."""
    outputs = list(net.outputs.parameters())
    net.words.requires_grad_(False)  # half of the weights; what they would learn here is little
    others = [
        weights
        for name, weights in net.named_parameters()
        if weights.requires_grad and not name.startswith("outputs.")
    ]
    optimizer = torch.optim.AdamW(
        [{"params": others, "lr": RATE}, {"params": outputs, "lr": OUTPUT_RATE}],
        weight_decay=0.01,
        fused=True,
    )
    warm = max(1, int(WARM_UP * len(plan)))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / warm, (len(plan) - step) / max(1, len(plan) - warm))
    )
    net.train()
    began = time.monotonic()
    total = 0.0
    for step, batch in enumerate(plan, start=1):
        loss = _loss(net(batch.ids, batch.shapes, batch.mask), batch)
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(net.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        total += float(loss.detach())
        if step % 50 == 0 or step == len(plan):
            torch.save(net.state_dict(), path)
            minutes = (time.monotonic() - began) / 60
            print(f"step {step} of {len(plan)}, loss {total / 50:.3f}, {minutes:.1f} min", flush=True)
            total = 0.0


def _loss(logits: Tensor, batch: Batch) -> Tensor:
    """Cross entropy of every layer that the batch's corpus knows, averaged over its labelled words."""
    at = 0
    losses = []
    for layer in LAYERS:
        columns = logits[..., at : at + layer.width]
        at += layer.width
        labels = batch.labels.get(layer.name)
        if labels is not None and bool((labels != IGNORED).any()):
            losses.append(
                nn.functional.cross_entropy(columns.flatten(0, 1), labels.flatten(), ignore_index=IGNORED)
            )
    return torch.stack(losses).sum()


if __name__ == "__main__":
    main()
