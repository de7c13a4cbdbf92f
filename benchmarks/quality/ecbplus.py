"""Stress test of linking: coreference of events between the documents of ECB+, most of which are not about conflict.

    python -m benchmarks.quality.ecbplus [FOLDER] [--split train|dev|test] [--json]

FOLDER holds `corpora/ecbplus`; default: the folder `shared` beside the project. Our incidents are compared with simple
clusterings of the annotated mentions; rows of "found" are on the mentions that our claims cover, rows of "attacks"
on the topics of ATTACKS. See docs/reference/benchmarks.md.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from itertools import compress
from pathlib import Path
from typing import Any

from benchmarks.quality.command import Result, judge, level, parser_of, print_table, skipped
from benchmarks.quality.coreference import MEASURES, score_clusters
from benchmarks.quality.ecbplus_corpus import (
    SPLITS,
    EcbDocument,
    EventMention,
    mentions_of,
    read_split,
    topic_of,
)
from benchmarks.quality.ecbplus_lemmas import Homes, baselines
from benchmarks.quality.ecbplus_losses import losses
from benchmarks.quality.ecbplus_ours import (
    Ours,
    incidents_completed,
    incidents_read,
    parted,
    read_documents,
    sense_of,
    whole,
)
from benchmarks.quality.scores import share

CORPUS = "corpora/ecbplus"
# Topics whose two seminal events are attacks, killings or riots, by what their documents tell: an escape with shootings (3), bombs
# at banks (8), pirates (12), gang killings (16), shootings at work (18, 22), riots (19), murders (32, 33, 45), air strikes
# on camps (41). Only 12 and 41 are on armed conflict.
ATTACKS = frozenset((3, 8, 12, 16, 18, 19, 22, 32, 33, 41, 45))
BY_TOPIC = ("lemma in subtopic", "read", "completed")
LOST = "pairs of attacks, "


MEASURED = (*MEASURES, "CoNLL")


def measure(folder: Path, split: str) -> Result:
    """Every measure of every system on all mentions, those found, those of attacks; by topic; and what linking loses."""
    documents = read_split(folder / CORPUS, split)
    sheets = read_documents(documents)
    linked = Ours(incidents_read(documents, sheets), incidents_completed(documents))
    on_attacks = [document.topic in ATTACKS for document in documents]
    lost = losses(list(compress(documents, on_attacks)), list(compress(sheets, on_attacks)))
    return {**rows(documents, linked), **{f"{LOST}{step}": row for step, row in lost.items()}}


def rows(documents: Sequence[EcbDocument], linked: Ours) -> Result:
    """The scores of every system, by "PART, SYSTEM: MEASURE", given our incidents."""
    mentions = mentions_of(documents)
    systems = {**baselines(documents), **_ours(documents, linked)}
    attacks = {mention for mention in mentions if topic_of(mention.document) in ATTACKS}
    found = linked.read.keys()
    parts = {
        "": mentions,
        "found, ": [mention for mention in mentions if mention in found],
        "attacks, ": [mention for mention in mentions if mention in attacks],
        "found of attacks, ": [mention for mention in mentions if mention in attacks and mention in found],
    }
    result: dict[str, Any] = {
        "found": share(mention in found for mention in mentions),
        "found of attacks": share(mention in found for mention in attacks),
    }
    for part, kept in parts.items():
        for system, homes in systems.items():
            result |= {f"{part}{system}: {name}": row for name, row in _scored(kept, homes).items()}
    for topic in sorted({topic_of(mention.document) for mention in attacks}):
        kept = [mention for mention in mentions if topic_of(mention.document) == topic]
        for system in BY_TOPIC:
            scored = _scored(kept, systems[system])
            result |= {f"topic {topic}, {system}: {name}": row for name, row in scored.items()}
    return result


def _ours(documents: Sequence[EcbDocument], linked: Ours) -> dict[str, Homes]:
    """By name. "sense in subtopic" is what "read" would be if all were found and each subtopic were one incident."""
    mentions = mentions_of(documents)
    subtopics = {mention: document.subtopic for document in documents for mention in document.mentions}
    return {
        "sense in subtopic": {each: f"{subtopics[each]} {sense_of(each.words)}" for each in mentions},
        "read": parted(mentions, linked.read),
        "read, whole": whole(mentions, linked.read),
        "completed": parted(mentions, linked.completed),
        "completed, whole": whole(mentions, linked.completed),
    }


def _scored(mentions: Sequence[EventMention], homes: Homes) -> dict[str, dict[str, Any]]:
    golds = {mention: mention.cluster for mention in mentions}
    return score_clusters(golds, {mention: homes[mention] for mention in mentions})


def print_systems(split: str, result: Result, floors: Mapping[str, float]) -> None:
    """A row for each system with the F1 of each measure, then the shares."""
    print(f"{split + ', F1':42}" + "".join(f"{name:>9}" for name in MEASURED) + f"{'mentions':>10}")
    for name in result:
        system, _, measured = name.rpartition(": ")
        if measured == MEASURED[0]:
            scores = [level(result[f"{system}: {each}"]) for each in MEASURED]
            count = result[f"{system}: CoNLL"]["n"]
            print(f"{system:42}" + "".join(f"{score:9.1f}" for score in scores) + f"{count:10d}")
    print_table(split, result, floors, [name for name in result if ": " not in name or name in floors])


def main() -> int:
    options = parser_of(__doc__, SPLITS).parse_args()
    return 0 if skipped(options, CORPUS) else judge("ecbplus", options, measure, show=print_systems)


if __name__ == "__main__":
    sys.exit(main())
