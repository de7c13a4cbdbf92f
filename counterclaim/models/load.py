"""Opens the reader's network and tokenizer."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

import msgspec
from tokenizers import Tokenizer

# From 1.30 on, onnxruntime makes up an id for the device and reports to its maker unless told not to before
# it is imported (docs/design/decisions/0008-no-telemetry.md). Nothing here may open a connection.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"
os.environ["ORT_TELEMETRY_DISABLED"] = "1"  # its name in some versions

import onnxruntime

from counterclaim.models.catalog import read_file
from counterclaim.models.layers import Layer


@cache
def load_tokenizer(folder: Path | None = None) -> Tokenizer:
    """The reader's tokenizer, the shipped one unless another folder is named."""
    return Tokenizer.from_str(read_file("reader", "tokenizer.json", folder).decode("utf-8"))


def load_layers(folder: Path | None = None) -> tuple[Layer, ...]:
    """The layers of the weights' output, in column order."""
    return msgspec.json.decode(read_file("reader", "config.json", folder), type=_Config).layers


def load_session(folder: Path | None = None) -> onnxruntime.InferenceSession:
    """The network, on one thread: more processes are faster than more threads."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(
        read_file("reader", "reader.onnx", folder), options, providers=["CPUExecutionProvider"]
    )


class _Config(msgspec.Struct):
    layers: tuple[Layer, ...]
