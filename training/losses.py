"""What the reader is trained to lessen: its distance from annotators' marks, and from another reader's."""

from __future__ import annotations

import torch
from torch import Tensor, nn

from counterclaim.models.layers import LAYERS, columns_of
from training.batches import IGNORED, Batch


def annotated_loss(logits: Tensor, batch: Batch) -> Tensor:
    """Cross entropy of every layer that the batch knows, each averaged over its labelled pieces, summed.

    Args:
        logits: (windows, pieces, columns of all layers).
        batch: with labels (windows, pieces) by layer.
    """
    losses = [
        nn.functional.cross_entropy(
            logits[..., columns].flatten(0, 1), batch.labels[layer.name].flatten(), ignore_index=IGNORED
        )
        for layer, columns in columns_of(LAYERS)
        if layer.name in batch.labels
    ]
    return torch.stack(losses).sum()


def taught_loss(logits: Tensor, teacher: Tensor, batch: Batch) -> Tensor:
    """Cross entropy against another reader's probabilities, over all pieces, summed over layers.

    A spans layer is taught in every corpus, also where nobody annotated it; the values of claims only where
    there are claims. Source: Hinton, Vinyals and Dean, Distilling the Knowledge in a Neural Network, 2015.

    Args:
        logits: (windows, pieces, columns of all layers).
        teacher: the other reader's logits, likewise.
        batch: says which pieces are no padding.
    """
    inside = batch.mask.to(logits.dtype)
    losses = [
        -(teacher[..., columns].softmax(-1) * logits[..., columns].log_softmax(-1)).sum(-1)
        for layer, columns in columns_of(LAYERS)
        if layer.kind == "spans" or layer.name in batch.labels
    ]
    return (torch.stack(losses).sum(0) * inside).sum() / inside.sum()
