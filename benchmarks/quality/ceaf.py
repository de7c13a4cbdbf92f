"""CEAF-REE: how many role fillers of a document are found as entities, each by any of its names.

Source: Du, Rush, Cardie, GRIT: Generative Role-filler Transformers for Document-level Event Entity Extraction,
EACL 2021, with the strict similarity whose scores they publish.
"""

from __future__ import annotations

import string
from collections.abc import Mapping, Sequence

from benchmarks.quality.scores import Score

ARTICLES = frozenset(("a", "an", "the"))
Entity = Sequence[str]  # the names of one filler


def score_fillers(
    golds: Sequence[Mapping[str, Sequence[Entity]]], preds: Sequence[Mapping[str, Sequence[Entity]]]
) -> dict[str, Score]:
    """Scores by slot, and over all slots under "fillers"; one mapping of slot to entities per document."""
    scores = {"fillers": Score()}
    for gold, pred in zip(golds, preds, strict=True):
        for slot in gold:
            told, read = ([_names(entity) for entity in side.get(slot, ())] for side in (gold, pred))
            hits = aligned(told, read)
            for name in (slot, "fillers"):
                scores.setdefault(name, Score()).add(hits, len(told), len(read))
    return scores


def aligned(golds: Sequence[frozenset[str]], preds: Sequence[frozenset[str]]) -> int:
    """How many predicted entities the best one-to-one alignment gives a true entity that has all their names.

    The first gold entity is only had by giving the other prediction the second:

    >>> aligned([frozenset(("rebels", "column")), frozenset(("rebels",))], [frozenset(("rebels",)), frozenset(("column",))])
    2
    """
    owner: dict[int, int] = {}  # gold entity to the prediction aligned with it

    def place(pred: int, tried: set[int]) -> bool:
        for gold, names in enumerate(golds):
            if gold not in tried and preds[pred] <= names:
                tried.add(gold)
                if gold not in owner or place(owner[gold], tried):
                    owner[gold] = pred
                    return True
        return False

    return sum(place(pred, set()) for pred in range(len(preds)))


def normal_name(name: str) -> str:
    """Lower case, without punctuation, articles and extra blanks.

    >>> normal_name('The "La Laguna" farm')
    'la laguna farm'
    """
    plain = name.lower().translate(str.maketrans("", "", string.punctuation))
    return " ".join(word for word in plain.split() if word not in ARTICLES)


def _names(entity: Entity) -> frozenset[str]:
    return frozenset(map(normal_name, entity))
