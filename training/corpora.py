"""Reads the training corpora into examples. Each corpus's own README says what its licence allows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import accumulate
from pathlib import Path

from benchmarks.quality.corpora import read_rows
from benchmarks.quality.polnear import CORPUS as POLNEAR
from benchmarks.quality.polnear_corpus import read_articles
from benchmarks.quality.re3d import CORPUS as RE3D
from benchmarks.quality.re3d import chunks_of, read_sentences
from training.claims import claim_examples
from training.examples import Example, Span

MUC_ROLES = ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon")


def polnear(shared: Path) -> Iterator[Example]:
    """Attributions in US political news: source, cue and content, one annotator's an article."""
    for article in read_articles(shared / POLNEAR, "train"):
        spans = {
            f"attribution.{part}": tuple(
                sorted(
                    {
                        (span.start, span.end, part)
                        for told in article.attributions
                        for span in getattr(told, part)
                    }
                )
            )
            for part in ("source", "cue", "content")
        }
        yield Example("polnear", article.text, spans)


def re3d(shared: Path) -> Iterator[Example]:
    """Entities in reports on Syria and Iraq, one sentence an example."""
    for sentence in read_sentences(shared / RE3D, "train"):
        starts = [0, *accumulate(len(word) + 1 for word in sentence.words)]
        spans = tuple(
            (starts[first], starts[last] - 1, label) for label, first, last in chunks_of(sentence.labels)
        )
        yield Example("re3d", sentence.text, {"entities": spans})


def muc4(shared: Path) -> Iterator[Example]:
    """Who did what to whom in Latin American terrorism news: every mention of a role's filler."""
    for row in read_rows(shared / "corpora" / "muc4", "*grit_entities_train.jsonl"):
        spans: dict[int, Span] = {}
        for role in MUC_ROLES:
            for entity in row["extracts"][role]:
                for mention, _ in entity:
                    start = row["doctext"].find(mention)
                    while start >= 0:  # every place where the filler stands
                        longest = max(start + len(mention), spans.get(start, (0, 0, role))[1])
                        spans[start] = (start, longest, role)
                        start = row["doctext"].find(mention, start + 1)
        yield Example("muc4", row["doctext"], {"roles": _without_nested(spans.values())})


def _without_nested(spans: Iterable[Span]) -> tuple[Span, ...]:
    kept: list[Span] = []
    for span in sorted(spans, key=lambda span: (span[0], -span[1])):
        if not kept or span[0] >= kept[-1][1]:
            kept.append(span)
    return tuple(kept)


def gold(shared: Path) -> Iterator[Example]:
    """The annotated claims that may not be redistributed."""
    yield from claim_examples("gold", shared / "gold" / "claims-train.jsonl")


def open_gold(_: Path) -> Iterator[Example]:
    """The project's own annotated claims, on openly licensed texts and texts written for it."""
    folder = Path(__file__).resolve().parents[1] / "benchmarks" / "gold"
    for name in ("open", "own"):
        yield from claim_examples("open_gold", folder / f"{name}.jsonl")


CORPORA: dict[str, Callable[[Path], Iterator[Example]]] = {
    "polnear": polnear,
    "re3d": re3d,
    "muc4": muc4,
    "gold": gold,
    "open_gold": open_gold,
}
OPEN = ("open_gold",)  # what --data open trains on: everything here may be redistributed
