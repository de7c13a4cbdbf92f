"""Makes the files that ship of a training run: int8 ONNX, tokenizer and configuration.

    python -m training.export RUN OUT

Weights are quantised per channel to int8 (dynamic quantisation of the linear layers and the word
embedding). OUT gets reader.onnx, tokenizer.json and config.json; the catalogue beside it is brought up to date
with their SHA-256.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from counterclaim.models.layers import LAYERS
from training.encoder import ReaderNet, pretrained_tokenizer


def main() -> None:
    parser = argparse.ArgumentParser(description="Makes the files that ship.")
    parser.add_argument("run", type=Path)
    parser.add_argument("out", type=Path)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    run = json.loads((options.run / "run.json").read_text("utf-8"))
    net = ReaderNet(shapes=run["shapes"])
    net.load_state_dict(torch.load(options.run / "reader.pt", weights_only=True))
    write_onnx(net, options.out / "reader.onnx")
    pretrained_tokenizer().save(str(options.out / "tokenizer.json"), pretty=False)
    config = {
        "layers": [{"name": layer.name, "kind": layer.kind, "labels": layer.labels} for layer in LAYERS],
        "run": run,
    }
    (options.out / "config.json").write_text(json.dumps(config, indent=1) + "\n", "utf-8")


def write_onnx(net: ReaderNet, path: Path) -> None:
    """Write the network as int8 ONNX with free batch and length."""
    net.eval()
    example = torch.ones((2, 8), dtype=torch.int64)
    with tempfile.TemporaryDirectory() as folder:
        full = Path(folder) / "full.onnx"
        torch.onnx.export(
            net,
            (example, torch.zeros_like(example), example),
            str(full),
            input_names=["ids", "shapes", "mask"],
            output_names=["logits"],
            dynamic_axes={name: {0: "windows", 1: "pieces"} for name in ("ids", "shapes", "mask", "logits")},
            opset_version=17,
            dynamo=False,
        )
        # Seven bits a weight: no sum overflows on processors without VNNI, so that all give the same result.
        quantize_dynamic(
            full,
            path,
            per_channel=True,
            weight_type=QuantType.QInt8,
            reduce_range=True,
            nodes_to_exclude=["/outputs/MatMul"],  # small, and what all answers rest on
        )


if __name__ == "__main__":
    main()
