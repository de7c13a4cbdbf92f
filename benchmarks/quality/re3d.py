"""Scores entities against the re3d split of ConfliBERT's benchmark: exact F1 by type and overall.

    python -m benchmarks.quality.re3d [FOLDER] [--split train|dev|test] [--json]

FOLDER holds `corpora/conflibert/re3d`; default: the folder `shared` beside the project. Read by the reader's
head "entities". See docs/reference/benchmarks.md.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.quality.command import judge, parser_of, skipped
from benchmarks.quality.corpora import find_files
from benchmarks.quality.reading import Reader, load_reader
from benchmarks.quality.scores import Score
from counterclaim.core.types import Tag

CORPUS = "corpora/conflibert/re3d"
Chunk = tuple[str, int, int]  # type, first token, token behind the last


@dataclass(frozen=True)
class Tokens:
    """A sentence as the corpus cuts it, with a label such as "B-Person" for each word."""

    words: tuple[str, ...]
    labels: tuple[str, ...]

    @property
    def text(self) -> str:
        return " ".join(self.words)


def read_sentences(folder: Path, split: str) -> list[Tokens]:
    """The sentences of a split: a word, a tab and its label on each line, blank lines between sentences."""
    sentences: list[Tokens] = []
    for _, content in sorted(find_files(folder, f"*{split}.txt").items()):
        for block in content.decode("utf-8").replace("\r\n", "\n").split("\n\n"):
            lines = [line.split("\t") for line in block.split("\n") if line]
            if lines:
                sentences.append(Tokens(tuple(line[0] for line in lines), tuple(line[-1] for line in lines)))
    return sentences


def chunks_of(labels: Sequence[str]) -> list[Chunk]:
    """The entities of a label sequence, as seqeval counts them: an I that continues nothing opens one.

    >>> chunks_of(["B-Person", "I-Person", "O", "I-Weapon", "I-Money"])
    [('Person', 0, 2), ('Weapon', 3, 4), ('Money', 4, 5)]
    """
    chunks: list[Chunk] = []
    for at, label in enumerate(labels):
        prefix, _, kind = label.partition("-")
        if prefix == "O":
            continue
        if prefix not in ("B", "I"):
            raise ValueError(f"label {label!r} of word {at + 1} is neither O nor B-… nor I-…")
        if prefix == "I" and chunks and chunks[-1][0] == kind and chunks[-1][2] == at:
            chunks[-1] = (kind, chunks[-1][1], at + 1)
        else:
            chunks.append((kind, at, at + 1))
    return chunks


def chunks_of_tags(words: Sequence[str], tags: Iterable[Tag]) -> list[Chunk]:
    """Tags of the words joined by blanks, as runs of the words that they touch."""
    starts, at = [], 0
    for word in words:
        starts.append(at)
        at += len(word) + 1
    chunks = []
    for tag in tags:
        inside = [
            number
            for number, (start, word) in enumerate(zip(starts, words, strict=True))
            if start < tag.end and tag.start < start + len(word)
        ]
        if inside:
            chunks.append((tag.label, inside[0], inside[-1] + 1))
    return chunks


def score_entities(golds: Sequence[Sequence[Chunk]], preds: Sequence[Sequence[Chunk]]) -> dict[str, Any]:
    """Exact matches of type and words, over all types and by type."""
    scores: dict[str, Score] = defaultdict(Score)
    for gold, pred in zip(golds, preds, strict=True):
        for kind in {chunk[0] for chunk in (*gold, *pred)}:
            told, read = ({chunk for chunk in chunks if chunk[0] == kind} for chunks in (gold, pred))
            scores[kind].add(len(told & read), len(told), len(read))
            scores["entities"].add(len(told & read), len(told), len(read))
    return {name: scores[name].row() for name in ("entities", *sorted(set(scores) - {"entities"}))}


def measure(folder: Path, split: str, reader: Reader) -> dict[str, Any]:
    sentences = read_sentences(folder / CORPUS, split)
    read = reader.tag([sentence.text for sentence in sentences], ["entities"])
    preds = [
        chunks_of_tags(sentence.words, tags["entities"])
        for sentence, tags in zip(sentences, read, strict=True)
    ]
    return score_entities([chunks_of(sentence.labels) for sentence in sentences], preds)


def main() -> int:
    options = parser_of(__doc__, ("train", "dev", "test")).parse_args()
    if skipped(options, CORPUS):
        return 0
    return judge("re3d", options, lambda folder, split: measure(folder, split, load_reader()))


if __name__ == "__main__":
    sys.exit(main())
