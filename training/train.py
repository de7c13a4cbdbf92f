"""Trains the reader and writes its weights.

    python -m training.train OUT [--teacher RUN | --start RUN --scale 0.15] [--shared FOLDER] [--data all|open]
        [--seed 1] [--device cpu]

With a teacher, an earlier run's folder, the reader learns from that one's probabilities beside the annotations. With
`--start`, it goes on from an earlier run's weights, more slowly. OUT gets `reader.pt` and `run.json` (what it was trained on, and how long it took); `python -m
training.export OUT` makes the files that ship. The defaults are what the shipped weights were made with.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from pathlib import Path
from typing import Any

import torch
from torch import nn

from training.batches import Batch, Window, batches, windows
from training.corpora import CORPORA, OPEN
from training.damage import damaged
from training.encoder import ReaderNet, pretrained_tokenizer
from training.losses import annotated_loss, taught_loss

ROOT = Path(__file__).resolve().parents[1]
# How often each corpus is read; small ones more often. Chosen on the dev parts.
PASSES = {"polnear": 3, "re3d": 24, "muc4": 5, "gold": 30, "open_gold": 30}
DAMAGED = 0.4  # share of texts damaged as feeds do, anew in every pass
BATCH = 12
RATE, OUTPUT_RATE = 2e-4, 1e-3
RESTART = 0.25  # of these, where training goes on from earlier runs
WARM_UP = 0.05
SHOWN = 100  # steps between lines of progress


def main() -> None:
    options = _options()
    torch.set_num_threads(options.threads)
    torch.set_float32_matmul_precision("high")
    torch.manual_seed(options.seed)
    rng = random.Random(options.seed)
    found = _windows(options, rng)
    net = ReaderNet(shapes=not options.no_shapes).to(options.device)
    if options.start:
        net.load_state_dict(torch.load(options.start / "reader.pt", weights_only=True))
    teacher = _teacher(options.teacher).to(options.device) if options.teacher else None
    began = time.monotonic()
    options.out.mkdir(parents=True, exist_ok=True)
    pace = RESTART if options.start else 1.0
    _train(net, teacher, list(batches(found, BATCH, rng)), pace, options.out / "reader.pt")
    run = {
        "seed": options.seed,
        "data": options.data,
        "without": options.without,
        "shapes": not options.no_shapes,
        "damaged": 0.0 if options.clean else DAMAGED,
        "passes": {name: passes for name, passes in PASSES.items() if name in _corpora(options)},
        "scale": options.scale,
        "teacher": _run_of(options.teacher) if options.teacher else None,
        "start": _run_of(options.start) if options.start else None,
        "windows": len(found),
        "minutes": round((time.monotonic() - began) / 60, 1),
        "device": options.device,
        "torch": torch.__version__,
    }
    (options.out / "run.json").write_text(json.dumps(run, indent=1) + "\n", "utf-8")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Trains the reader.")
    parser.add_argument("out", type=Path)
    parser.add_argument(
        "--shared", type=Path, default=ROOT.parent / "shared", help="holds corpora/ and gold/"
    )
    parser.add_argument("--teacher", type=Path, help="an earlier run's folder, to learn from its reader too")
    parser.add_argument("--start", type=Path, help="an earlier run's folder, to go on from")
    parser.add_argument(
        "--data", choices=("all", "open"), default="all", help="open: redistributable texts only"
    )
    parser.add_argument("--without", choices=list(CORPORA), action="append", default=[], help="for ablations")
    parser.add_argument("--no-shapes", action="store_true", help="for ablations: without word shapes")
    parser.add_argument("--clean", action="store_true", help="for ablations: no damaged texts")
    parser.add_argument("--scale", type=float, default=1.0, help="share of each corpus's passes")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1)
    accelerator = "cuda" if torch.cuda.is_available() else "cpu"
    parser.add_argument("--device", default=accelerator, help="default: an accelerator if there is one")
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


def _run_of(folder: Path) -> dict[str, Any]:
    run: dict[str, Any] = json.loads((folder / "run.json").read_text("utf-8"))
    return run


def _teacher(folder: Path) -> ReaderNet:
    net = ReaderNet(shapes=_run_of(folder)["shapes"])
    net.load_state_dict(torch.load(folder / "reader.pt", weights_only=True))
    net.eval()
    return net


def _train(net: ReaderNet, teacher: ReaderNet | None, plan: list[Batch], pace: float, path: Path) -> None:
    """Train by the plan, `pace` times as fast as usual, and keep the weights at `path`."""
    outputs = list(net.outputs.parameters())
    net.words.requires_grad_(False)  # half of the weights; what they would learn here is little
    others = [
        weights
        for name, weights in net.named_parameters()
        if weights.requires_grad and not name.startswith("outputs.")
    ]
    optimizer = torch.optim.AdamW(
        [{"params": others, "lr": pace * RATE}, {"params": outputs, "lr": pace * OUTPUT_RATE}],
        weight_decay=0.01,
        fused=True,
    )
    warm = max(1, int(WARM_UP * len(plan)))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / warm, (len(plan) - step) / max(1, len(plan) - warm))
    )
    net.train()
    device = net.positions.weight.device
    began = time.monotonic()
    total = torch.zeros((), device=device)
    for step, batch in enumerate(batch.to(device) for batch in plan):
        logits = net(batch.ids, batch.shapes, batch.mask)
        loss = annotated_loss(logits, batch)
        if teacher is not None:
            with torch.no_grad():
                marks = teacher(batch.ids, batch.shapes, batch.mask)
            loss = loss + taught_loss(logits, marks, batch)
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(net.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        total += loss.detach()
        if (step + 1) % SHOWN == 0 or step + 1 == len(plan):
            minutes = (time.monotonic() - began) / 60
            mean = float(total) / (step % SHOWN + 1)
            print(f"step {step + 1} of {len(plan)}, loss {mean:.3f}, {minutes:.1f} min", flush=True)
            total.zero_()
    torch.save(net.state_dict(), path)


if __name__ == "__main__":
    main()
