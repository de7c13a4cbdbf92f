"""Learns what speaks for two claims of an article being about one happening: counterclaim/incidents/within.json.

    python -m training.within [FOLDER] [--folds 5]

From pairs of annotated claims of FOLDER/gold (train and dev) and of our own that match one, with a little of the
corpus in benchmarks/gold, whose incidents are cut finer, and of planted documents (benchmarks/quality/planted.py); and
from our own claims in the articles of FOLDER/corpora/fakes whose incidents are labelled in training/incidents.jsonl
(see training/incidents.md). Takes two minutes. With `--folds` nothing is written: documents are judged by weights
learnt without them. Prints B-cubed within documents; totals, which are about no incident, are left out of it.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import numpy as np
from numpy.typing import NDArray

from benchmarks.quality.claims import gold_documents, load_scorer
from benchmarks.quality.command import ROOT
from benchmarks.quality.corpora import read_rows
from benchmarks.quality.gold_corpus import read_corpus
from benchmarks.quality.linking import with_claims
from benchmarks.quality.planted import planted
from benchmarks.quality.reading import document_in
from counterclaim.core.stages import compose
from counterclaim.core.types import Sheet
from counterclaim.incidents.cluster import average_linkage
from counterclaim.incidents.mentions import Mention
from counterclaim.incidents.pairs import APART, PairWeights, are_apart, compared, tell_otherwise
from counterclaim.incidents.within import label_incidents, mentions_in, pairs_of
from counterclaim.run.pipeline import ANNOTATING, STAGES

OUT = ROOT / "counterclaim" / "incidents" / "within.json"
PLANTED = 30  # incidents
# How much an article counts beside one of the annotated documents.
SHARES = {"train": 1.0, "dev": 1.0, "read": 0.5, "labelled": 0.3, "corpus": 0.3, "planted": 0.1}
LABELS = ROOT / "training" / "incidents.jsonl"
# Signs of where in the article, and of where on the map, a claim stands. The weights are the mean of two regressions: one
# with these and with the labelled articles, one with neither. Apart, the first loses 3 points on the dev documents and
# the second 3 on the labelled ones; the mean loses 1 on either.
WHEREABOUTS = frozenset(
    (
        "first is in the lead",
        "later names a place",
        "places of the article",
        "told of another place",
        "sentences after what is said of it",
    )
)
PENALTY = 0.003  # of the squared weights, each for one standard deviation of its sign
STEPS = 12
_HALF = 0.5  # of two spans, from which the scorer takes them for one claim
LEAST = 0.38
Floats = NDArray[np.float64]


class Told(NamedTuple):
    """The claims of one article in the order of the text, and the annotated incident of each."""

    part: str
    doc: str
    mentions: list[Mention]
    truth: list[str | None]
    pairs: list[tuple[int, int]]
    signs: Floats  # (pairs, signs)
    apart: NDArray[np.bool_]  # (pairs,): cannot be one
    otherwise: NDArray[np.bool_]  # (pairs,): tell other days or countries; these teach nothing


def signs_of_pairs(mentions: Sequence[Mention], pairs: Iterable[tuple[int, int]]) -> Floats:
    """(pairs, signs) in the order of `compared`."""
    return np.array(
        [[float(times) for _, times in compared(mentions[one], mentions[other])] for one, other in pairs]
    )


def told_in(part: str, sheets: Iterable[tuple[Sheet, Sequence[str | None]]]) -> Iterator[Told]:
    """The articles with two claims or more that can be about a happening."""
    for sheet, labels in sheets:
        for number in range(len(sheet.articles or ())):
            rows, mentions = mentions_in(sheet, number)
            if pairs := pairs_of(len(rows)):
                truth = [labels[row] for row in rows]
                signs = signs_of_pairs(mentions, pairs)
                apart = np.array([are_apart(mentions[one], mentions[other]) for one, other in pairs])
                otherwise = np.array([tell_otherwise(mentions[one], mentions[other]) for one, other in pairs])
                yield Told(part, sheet.document.id, mentions, truth, pairs, signs, apart, otherwise)


def learn(articles: Sequence[Told]) -> PairWeights:
    """The content of within.json."""
    names = [name for name, _ in compared(articles[0].mentions[0], articles[0].mentions[1])]
    before = np.array([name not in WHEREABOUTS for name in names])
    wide = regress(articles, np.ones(len(names), dtype=np.bool_))
    narrow = regress([told for told in articles if told.part != "labelled"], before)
    *learnt, bias = [round(float(weight), 2) for weight in (wide + narrow) / 2]
    return PairWeights("within-3", bias, LEAST, dict(zip(names, learnt, strict=True)))


def regress(articles: Sequence[Told], signs: NDArray[np.bool_]) -> Floats:
    """Weights of all signs, 0 of those left out, and the bias last: logistic regression by Newton's method.

    An article counts by the root of its pairs: else the few with most claims would decide.
    """
    tables, labels, shares = [], [], []
    for told in articles:
        known = [
            at
            for at, (one, other) in enumerate(told.pairs)
            if told.truth[one] and told.truth[other] and not told.otherwise[at]
        ]
        if known:
            tables.append(told.signs[known][:, signs])
            labels += [told.truth[told.pairs[at][0]] == told.truth[told.pairs[at][1]] for at in known]
            shares.append(np.full(len(known), SHARES[told.part] / len(known) ** 0.5))
    table = np.vstack(tables)
    table = np.hstack([table, np.ones((len(table), 1))])
    truth, share = np.array(labels, dtype=np.float64), np.concatenate(shares)
    share /= share.sum()
    spread = table.std(axis=0)
    spread[spread == 0.0] = 1.0  # the bias, and signs that no pair has
    table /= spread
    penalty = np.array([*[PENALTY] * int(signs.sum()), 0.0])
    weights = np.zeros(len(penalty))
    for _ in range(STEPS):
        chance = 1.0 / (1.0 + np.exp(-(table @ weights)))
        slope = table.T @ (share * (chance - truth)) + penalty * weights
        bend = (table * (share * chance * (1.0 - chance))[:, None]).T @ table + np.diag(penalty)
        weights = weights - np.linalg.solve(bend, slope)
    learnt = np.zeros(len(signs) + 1)
    learnt[[*np.flatnonzero(signs), len(signs)]] = weights / spread
    return learnt


def items_of(told: Told, known: PairWeights) -> Iterator[tuple[str, str]]:
    """The annotated and the found incident of each claim that has the former."""
    weights = np.array(list(known.weights.values()))
    chances = 1.0 / (1.0 + np.exp(-(told.signs @ weights + known.bias)))
    ties = dict(zip(told.pairs, np.where(told.apart, APART, chances).tolist(), strict=True))
    for number, group in enumerate(average_linkage(len(told.mentions), ties, known.least)):
        for at in group:
            if label := told.truth[at]:
                yield f"{told.doc} {label}", f"{told.doc} {number}"


def report(articles: Sequence[Told], known: Mapping[str, PairWeights], scorer: Any) -> None:
    """Print B-cubed within the documents of each part; `known` has the weights by document."""
    for part in SHARES:
        items = [item for told in articles if told.part == part for item in items_of(told, known[told.doc])]
        print(part, scorer.bcubed(items))


def cross_validated(articles: Sequence[Told], folds: int) -> dict[str, PairWeights]:
    """For each document, weights learnt without its fold."""
    docs = sorted({told.doc for told in articles})
    fold = {doc: at % folds for at, doc in enumerate(docs)}  # ids are hashes, so this is as good as drawing
    learnt = [learn([told for told in articles if fold[told.doc] != at]) for at in range(folds)]
    return {doc: learnt[fold[doc]] for doc in docs}


def corpus() -> Iterator[tuple[Sheet, list[str | None]]]:
    """The documents of benchmarks/gold with their claims."""
    annotate = compose(ANNOTATING)
    for record in (record for name in ("open", "own") for record in read_corpus()[name]):
        claims = [
            {key: value for key, value in claim.items() if key != "optional"} for claim in record["claims"]
        ]
        yield with_claims(annotate(Sheet(document=document_in(record))), claims)


def labelled(
    scorer: Any, folder: Path, read: Callable[[Sheet], Sheet]
) -> Iterator[tuple[Sheet, list[str | None]]]:
    """Articles of the corpus whose claims, as we read them when they were labelled, have an incident."""
    texts = {row["doc"]: row for row in read_rows(folder / "corpora" / "fakes", "*articles.jsonl")}
    for row in read_rows(LABELS.parent, LABELS.name):
        sheet = read(Sheet(document=document_in(texts[row["doc"]])))
        yield as_read(scorer, sheet, row["claims"])


def as_read(scorer: Any, sheet: Sheet, annotated: Sequence[dict[str, Any]]) -> tuple[Sheet, list[str | None]]:
    """The sheet with our own claims, and the incident of the annotated claim that each matches, as scored."""
    found = [msgspec.to_builtins(claim) for claim in sheet.claims or ()]
    rows = {id(claim): row for row, claim in enumerate(found)}
    labels: list[str | None] = [None] * len(found)
    wanted = [claim for claim in annotated if not claim.get("optional")]
    for gold, claim in scorer.match(wanted, found, lambda a, b: _overlap(scorer, a, b)):
        labels[rows[id(claim)]] = gold.get("incident")
    return sheet, labels


def _overlap(scorer: Any, one: dict[str, Any], other: dict[str, Any]) -> float:
    share: float = scorer.overlap(one, other) if one["type"] == other["type"] else 0.0
    return share if share >= _HALF else 0.0


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT.parent / "shared")
    parser.add_argument(
        "--folds", type=int, help="parts of the documents, each judged by what the others teach"
    )
    options = parser.parse_args()
    scorer = load_scorer(options.folder)
    read = compose([step for step in STAGES if step is not label_incidents])
    articles: list[Told] = []
    for split in ("train", "dev"):
        for document, claims in gold_documents(options.folder, split):
            sheet = read(Sheet(document=document))
            articles += told_in(split, [with_claims(sheet, claims)])
            articles += told_in("read", [as_read(scorer, sheet, claims)])
    articles += told_in("labelled", labelled(scorer, options.folder, read))
    articles += told_in("corpus", corpus())
    articles += told_in(
        "planted",
        (
            (each.sheet, [_label(each.truth[claim.id]) for claim in each.sheet.claims or ()])
            for each in planted(PLANTED, seed=11, hard=True)
        ),
    )
    if options.folds:
        report(articles, cross_validated(articles, options.folds), scorer)
        return
    learnt = learn(articles)
    report(articles, dict.fromkeys((told.doc for told in articles), learnt), scorer)
    OUT.write_bytes(msgspec.json.format(msgspec.json.encode(learnt), indent=1) + b"\n")


def _label(happening: int | None) -> str | None:
    return None if happening is None else str(happening)


if __name__ == "__main__":
    main()
