"""The usual measures of coreference: MUC, B-cubed, CEAF-e, their mean (CoNLL) and LEA.

Source of the forms used here: Pradhan, Luo, Recasens, Hovy, Ng, Strube, Scoring Coreference Partitions of Predicted
Mentions: A Reference Implementation, ACL 2014; of LEA: Moosavi and Strube, Which Coreference Evaluation Metric Do
You Trust?, ACL 2016.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Hashable, Mapping
from typing import Any, TypeVar

import numpy as np
from scipy.optimize import linear_sum_assignment

from benchmarks.quality.scores import percents

Mention = TypeVar("Mention", bound=Hashable)
Clusters = Collection[frozenset[Mention]]
Shares = tuple[float, float]  # precision and recall, 0 to 1

AVERAGED = ("MUC", "B-cubed", "CEAF-e")


def score_clusters(
    golds: Mapping[Mention, Hashable], preds: Mapping[Mention, Hashable]
) -> dict[str, dict[str, Any]]:
    """A row of percents for each measure by name; "CoNLL" is the mean of the F1 of three.

    Args:
        golds: the true cluster of each mention.
        preds: the cluster that each mention was put into; what neither side clusters must stand in both alone, if
            it is to count.

    >>> rows = score_clusters({"shot": 1, "fired": 1, "fell": 2}, {"shot": 1, "fired": 1, "fell": 2})
    >>> rows["CoNLL"], rows["LEA"]["f1"]
    ({'percent': 100.0, 'n': 3}, 100.0)
    """
    gold, pred = clusters_of(golds), clusters_of(preds)
    rows = {
        name: percents(*measure(gold, pred), gold=len(gold), pred=len(pred))
        for name, measure in MEASURES.items()
    }
    mean = sum(_f1(MEASURES[name](gold, pred)) for name in AVERAGED) / len(AVERAGED)
    return {**rows, "CoNLL": {"percent": round(100 * mean, 1), "n": len(golds)}}


def clusters_of(homes: Mapping[Mention, Hashable]) -> list[frozenset[Mention]]:
    """The mentions of each cluster, singletons too."""
    found: dict[Hashable, set[Mention]] = defaultdict(set)
    for mention, home in homes.items():
        found[home].add(mention)
    return [frozenset(members) for members in found.values()]


def muc(gold: Clusters[Mention], pred: Clusters[Mention]) -> Shares:
    """Links that are kept, of the fewest that hold each cluster together. Singletons have none.

    Source: Vilain and others, A model-theoretic coreference scoring scheme, MUC-6, 1995.
    """
    return _kept_links(pred, gold), _kept_links(gold, pred)


def b_cubed(gold: Clusters[Mention], pred: Clusters[Mention]) -> Shares:
    """The mean over mentions of how much of a mention's cluster is right.

    Source: Bagga and Baldwin, Entity-based cross-document coreferencing using the vector space model, ACL 1998.
    """
    return _own_shares(pred, gold), _own_shares(gold, pred)


def ceaf_e(gold: Clusters[Mention], pred: Clusters[Mention]) -> Shares:
    """The Dice similarities of clusters under the best one-to-one alignment.

    Source: Luo, On coreference resolution performance metrics, HLT-EMNLP 2005, with his similarity φ4.
    """
    if not gold or not pred:
        return 0.0, 0.0
    sizes = [len(cluster) for cluster in pred]
    alike = np.zeros((len(gold), len(pred)))
    for row, (cluster, met) in enumerate(_met(gold, pred)):
        for column, shared in met.items():
            alike[row, column] = 2 * shared / (len(cluster) + sizes[column])
    total = float(alike[linear_sum_assignment(alike, maximize=True)].sum())
    return total / len(pred), total / len(gold)


def lea(gold: Clusters[Mention], pred: Clusters[Mention]) -> Shares:
    """The share of each cluster's links that are right, weighed by its size; a singleton links to itself."""
    return _right_links(pred, gold), _right_links(gold, pred)


MEASURES: dict[str, Callable[[Clusters[Any], Clusters[Any]], Shares]] = {
    "MUC": muc,
    "B-cubed": b_cubed,
    "CEAF-e": ceaf_e,
    "LEA": lea,
}


def _met(
    clusters: Clusters[Mention], others: Clusters[Mention]
) -> list[tuple[frozenset[Mention], Counter[int]]]:
    """Each cluster with the number of its mentions in each of the others, by the other's place."""
    home = {mention: place for place, other in enumerate(others) for mention in other}
    return [
        (cluster, Counter(home[mention] for mention in cluster if mention in home)) for cluster in clusters
    ]


def _kept_links(clusters: Clusters[Mention], others: Clusters[Mention]) -> float:
    links = sum(len(cluster) - 1 for cluster in clusters)
    kept = sum(sum(shared - 1 for shared in met.values()) for _, met in _met(clusters, others))
    return kept / links if links else 0.0


def _own_shares(clusters: Clusters[Mention], others: Clusters[Mention]) -> float:
    mentions = sum(map(len, clusters))
    right = sum(
        shared**2 / len(cluster) for cluster, met in _met(clusters, others) for shared in met.values()
    )
    return right / mentions if mentions else 0.0


def _right_links(clusters: Clusters[Mention], others: Clusters[Mention]) -> float:
    mentions = sum(map(len, clusters))
    alone = {place for place, other in enumerate(others) if len(other) == 1}
    right = 0.0
    for cluster, met in _met(clusters, others):
        if len(cluster) == 1:
            right += bool(alone & met.keys())
        else:
            links = sum(shared * (shared - 1) for shared in met.values())
            right += links / (len(cluster) - 1)
    return right / mentions if mentions else 0.0


def _f1(shares: Shares) -> float:
    precision, recall = shares
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0
