"""Reads the training corpora into examples. Each corpus's own README says what its licence allows."""

from __future__ import annotations

import gzip
import json
import tarfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from training.claims import claim_examples
from training.examples import Example, Span

MUC_ROLES = ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon")


def polnear(shared: Path) -> Iterator[Example]:
    """Attributions in US political news: source, cue and content, one annotator's file an article."""
    archive = shared / "corpora" / "polnear" / "polnear_train_and_dev.tar.gz"
    with tarfile.open(archive) as tar:  # in the archive's order: seeking back unpacks it anew
        read = {
            member.name: content.read().decode("utf-8")
            for member in tar
            if "data/train/" in member.name and (content := tar.extractfile(member)) is not None
        }
    marks: dict[str, str] = {}
    for name in sorted(name for name in read if name.endswith(".ann")):
        # ARTICLE_ANNOTATOR.ann: the first annotator in the alphabet stands
        marks.setdefault(Path(name).stem.rsplit("_", 1)[0], read[name])
    for name in sorted(name for name in read if name.endswith(".txt")):
        if Path(name).stem in marks:
            yield Example("polnear", read[name], _brat_spans(marks[Path(name).stem]))


def _brat_spans(standoff: str) -> dict[str, tuple[Span, ...]]:
    spans: dict[str, set[Span]] = {f"attribution.{part}": set() for part in ("source", "cue", "content")}
    for line in standoff.splitlines():
        if not line.startswith("T") or line.count("\t") < 2:
            continue
        label, _, places = line.split("\t")[1].partition(" ")
        layer = f"attribution.{label.lower()}"
        if layer in spans:
            for place in places.split(";"):
                start, end = map(int, place.split())
                spans[layer].add((start, end, label.lower()))
    return {layer: tuple(sorted(found)) for layer, found in spans.items()}


def re3d(shared: Path) -> Iterator[Example]:
    """Entities in reports on Syria and Iraq, one sentence an example."""
    path = shared / "corpora" / "conflibert" / "re3d" / "train.txt.gz"
    words: list[tuple[str, str]] = []
    for line in [*gzip.decompress(path.read_bytes()).decode("utf-8").splitlines(), ""]:
        if line.strip():
            word, _, tag = line.strip().rpartition("\t")
            words.append((word, tag))
        elif words:
            yield _tagged("re3d", words)
            words = []


def _tagged(corpus: str, words: list[tuple[str, str]]) -> Example:
    spans: list[Span] = []
    at = 0
    for word, tag in words:
        begin, label = tag[:1], tag[2:]
        if begin == "I" and spans and spans[-1][1] == at - 1 and spans[-1][2] == label:
            spans[-1] = (spans[-1][0], at + len(word), label)
        elif begin in "BI":
            spans.append((at, at + len(word), label))
        at += len(word) + 1
    return Example(corpus, " ".join(word for word, _ in words), {"entities": tuple(spans)})


def muc4(shared: Path) -> Iterator[Example]:
    """Who did what to whom in Latin American terrorism news: every mention of a role's filler."""
    path = shared / "corpora" / "muc4" / "grit_entities_train.jsonl.gz"
    for line in gzip.decompress(path.read_bytes()).decode("utf-8").splitlines():
        row = json.loads(line)
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
