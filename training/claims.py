"""Annotated claims as training examples: spans by type, their values, their slots and who is credited."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from counterclaim.lexicons.words import cue_classes
from counterclaim.models.layers import CLAIM_TYPES
from training.examples import Example, Span

# Field of a claim -> layer, where they differ or where two types share a field's name.
VALUES: dict[str, tuple[tuple[str, str], ...]] = {
    "casualty": (("harm", "harm"), ("status", "status"), ("scope", "scope")),
    "event": (("event_type", "event_type"),),
    "responsibility": (("stance", "stance"),),
    "control": (("change", "change"),),
    "damage": (("outcome", "outcome"),),
    "agreement": (("status", "agreement_status"),),
}
SHARED_VALUES = (("modality", "modality"), ("polarity", "polarity"))
SLOTS: dict[str, tuple[str, ...]] = {  # slot -> the fields that fill it
    "group": ("group",),
    "place": ("place",),
    "date": ("date",),
    "actor": ("actor", "perpetrator", "accused", "holder"),
    "target": ("target", "object"),
}


def claim_examples(corpus: str, path: Path) -> Iterator[Example]:
    """One example a document."""
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        yield _example(corpus, row["text"], row["claims"])


def _example(corpus: str, text: str, claims: list[dict[str, Any]]) -> Example:
    spans: dict[str, list[Span]] = defaultdict(list)
    unknown: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for layer in (*(f"claims.{kind}" for kind in CLAIM_TYPES), *(f"slots.{slot}" for slot in SLOTS)):
        spans[layer] = []
    for claim in claims:
        start, end, kind = claim["start"], claim["end"], claim["type"]
        if claim.get("optional"):  # neither asked for nor wrong
            unknown[f"claims.{kind}"].append((start, end))
            continue
        spans[f"claims.{kind}"].append((start, end, kind))
        for field, layer in (*VALUES.get(kind, ()), *SHARED_VALUES):
            spans[layer].append((start, end, claim[field]))
        spans["credited"].append((start, end, "somebody" if claim["speakers"] else "nobody"))
        for slot, fields in SLOTS.items():
            for field in fields:
                words = claim.get(field) or ""
                at = text.lower().find(words.lower(), start, end) if words else -1
                if at >= 0:
                    spans[f"slots.{slot}"].append((at, at + len(words), slot))
                elif words:  # named otherwise, or outside the claim
                    unknown[f"slots.{slot}"].append((start, end))
    told = [claim for claim in claims if not claim.get("optional")]
    _add_contents(text, told, spans, unknown)
    if corpus == "open_gold":  # the other annotators did not mark the words of credit
        _add_credits(text, told, spans, unknown)
    outside = _outside([(claim["start"], claim["end"]) for claim in claims], len(text))
    for slot in SLOTS:
        unknown[f"slots.{slot}"] += outside  # slots are annotated in claims only
    return Example(
        corpus,
        text,
        {layer: tuple(sorted(set(found))) for layer, found in spans.items()},
        {layer: tuple(found) for layer, found in unknown.items()},
    )


def _add_contents(
    text: str,
    claims: list[dict[str, Any]],
    spans: dict[str, list[Span]],
    unknown: dict[str, list[tuple[int, int]]],
) -> None:
    """What a claim's speaker teaches: its words are inside an attributed content, or in none.

    Where the content begins and ends is not annotated; so the claim's first letter teaches nothing.
    """
    credited = [(claim["start"], claim["end"]) for claim in claims if claim["speakers"]]
    spans["attribution.content"] = [(start, end, "content") for start, end in credited]
    unknown["attribution.content"] = [
        *_outside([(claim["start"], claim["end"]) for claim in claims], len(text)),
        *((start, start + 1) for start, _ in credited),
    ]


def _add_credits(
    text: str,
    claims: list[dict[str, Any]],
    spans: dict[str, list[Span]],
    unknown: dict[str, list[tuple[int, int]]],
) -> None:
    """Source and cue in the words of credit; what else the text holds of them, nobody annotated."""
    spans["attribution.source"], spans["attribution.cue"] = [], []
    known: list[tuple[int, int]] = []
    for claim in claims:
        if "credit" not in claim:
            continue
        start, end = claim["credit"]
        known += [(start, end), (claim["start"], claim["end"])]
        for part, (first, last) in split_credit(text[start:end]).items():
            spans[f"attribution.{part}"].append((start + first, start + last, part))
    gaps = _outside(known, len(text))
    unknown["attribution.source"] += gaps
    unknown["attribution.cue"] += gaps


def split_credit(words: str) -> dict[str, tuple[int, int]]:
    """Source and cue within words of credit.

    >>> split_credit("according to the health ministry")
    {'cue': (0, 12), 'source': (13, 32)}
    >>> split_credit("the monitor, which is based in Britain, said")
    {'cue': (40, 44), 'source': (0, 38)}
    """
    if words[:12].lower() == "according to":
        return {"cue": (0, 12), "source": (13, len(words))}
    cues = [(at, at + len(word)) for at, word in _words(words) if word.lower() in cue_classes()]
    if not cues:
        return {"source": (0, len(words))}
    start, end = cues[0] if cues[0][0] == 0 else cues[-1]
    if start == 0:
        return {"cue": (start, end), "source": (min(end + 1, len(words)), len(words))}
    return {"cue": (start, end), "source": (0, len(words[:start].rstrip(" ,")))}


def _words(text: str) -> Iterator[tuple[int, str]]:
    at = 0
    for word in text.split(" "):
        yield at, word.strip(",.:;")
        at += len(word) + 1


def _outside(spans: list[tuple[int, int]], length: int) -> list[tuple[int, int]]:
    """What lies between the spans."""
    gaps, at = [], 0
    for start, end in sorted(spans):
        if start > at:
            gaps.append((at, start))
        at = max(at, end)
    return [*gaps, (at, length)] if at < length else gaps
