"""Learns what speaks for two happenings being one: the weights of counterclaim/incidents/linking.json.

    python -m training.linking [FOLDER]

From pairs of happenings that linking compares: those of annotated documents (FOLDER/gold and the corpus in
benchmarks/gold, by their incident labels) and planted ones (benchmarks/quality/planted.py), each kind counting
as much as the other. Takes a minute. Prints precision and recall over each kind of pairs, those of the dev
documents, which teach nothing, among them.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec
import numpy as np
from msgspec.structs import replace

from benchmarks.quality.candidates import met
from benchmarks.quality.claims import gold_documents
from benchmarks.quality.command import ROOT
from benchmarks.quality.linking import with_claims
from benchmarks.quality.planted import planted
from counterclaim.core.stages import compose
from counterclaim.core.types import Sheet
from counterclaim.incidents.compare import FEATURES, keeps_apart, reasons
from counterclaim.incidents.filing import file_claims
from counterclaim.incidents.ruled import Verdicts
from counterclaim.incidents.score import Weights
from counterclaim.incidents.told import Told, told_in
from counterclaim.incidents.within import label_incidents
from counterclaim.run.pipeline import ANNOTATING
from training.within import corpus

OUT = ROOT / "counterclaim" / "incidents" / "linking.json"
PLANTED = 400  # incidents
# Of the squared way from PRIOR. From 0.003 to 0.03 planted pairs are judged alike; less ties the weights to the few
# annotated pairs, and pairs of the dev documents are lost.
PENALTY = 0.03
STEPS = 30
LEAST = 0.5

# How a careful person would weigh the reasons, in log odds; what is learnt starts from here.
PRIOR = {
    "bias": -6.0,
    "one place": 3.0,
    "places near each other": 0.5,
    "one province": 1.0,
    "one country": 0.7,
    "places told as not the same": -3.0,
    "one day": 3.0,
    "days that can be one": 2.0,
    "a day of the month told": 1.0,
    "a day before the other's publication": 1.7,
    "published within days of each other": 2.2,
    "no day told": 0.0,
    "one kind": 1.5,
    "one kind that is rare": 1.0,
    "kinds that can be one": 0.3,
    "no kind told": -1.0,
    "the same figure": 2.0,
    "two figures the same": 4.0,
    "figures far apart": -1.5,
    "one party did it": 0.8,
    "other parties did it": -0.8,
    "one target": 0.5,
    "one weapon": 0.5,
    "other weapons": -0.5,
    "the same people harmed": 0.3,
    "other people harmed": -0.5,
    "a telling word in common": 0.3,
    "three telling words in common": 0.5,
    "six telling words in common": 0.7,
    "nearly the same sentences": 3.0,
    "other figures": -0.5,
    "other targets": -1.0,
}


class Pairs(NamedTuple):
    """Reasons of each pair, and whether it is one happening."""

    found: list[list[str]]
    labels: list[bool]


def pairs_of(told: Sequence[Told], truth: dict[str, str]) -> Pairs:
    """The pairs that share a key and that nothing keeps apart; `truth` names the happening by telling."""
    pairs = Pairs([], [])
    for one, other in met(told):
        if one.name in truth and other.name in truth and keeps_apart(one, other) is None:
            pairs.found.append(reasons(one, other))
            pairs.labels.append(truth[one.name] == truth[other.name])
    return pairs


def annotated(sheets: Iterable[tuple[Sheet, Sequence[str | None]]]) -> Pairs:
    """The pairs of documents whose claims are annotated with their incidents."""
    told: list[Told] = []
    truth: dict[str, str] = {}
    for sheet, labels in sheets:
        claims = tuple(
            replace(claim, incident=label) for claim, label in zip(sheet.claims or (), labels, strict=True)
        )
        for one in told_in(file_claims(replace(sheet, claims=claims)), Verdicts()):
            told.append(one)
            truth[one.name] = one.name.removeprefix(f"{one.document_id} ")
    return pairs_of(told, truth)


def invented(number: int) -> Pairs:
    """The pairs of planted documents, as labelled within each."""
    told: list[Told] = []
    truth: dict[str, str] = {}
    for each in planted(number, seed=11, hard=True):
        for one in told_in(file_claims(label_incidents(each.sheet)), Verdicts()):
            about = {each.truth[claim] for claim in one.claims}
            if len(about) == 1:
                told.append(one)
                truth[one.name] = str(about.pop())
    return pairs_of(told, truth)


def learn(kinds: Sequence[Pairs]) -> Weights:
    """The content of linking.json; each kind of pairs counts as much as the others.

    Logistic regression drawn towards PRIOR, by Newton's method: what the pairs say little about stays
    as a person would weigh it.
    """
    names = (*FEATURES, "bias")
    columns = {name: at for at, name in enumerate(names)}
    found = [reasons for pairs in kinds for reasons in pairs.found]
    table = np.zeros((len(found), len(names)))
    for row, reasons_of_pair in enumerate(found):
        table[row, [columns[name] for name in (*reasons_of_pair, "bias")]] = 1.0
    labels = np.array([label for pairs in kinds for label in pairs.labels], dtype=np.float64)
    shares = np.concatenate(
        [np.full(len(pairs.labels), 1 / len(kinds) / len(pairs.labels)) for pairs in kinds]
    )
    prior = np.array([PRIOR[name] for name in names])
    weights = prior.copy()
    for _ in range(STEPS):
        chance = 1.0 / (1.0 + np.exp(-(table @ weights)))
        slope = table.T @ (shares * (chance - labels)) + PENALTY * (weights - prior)
        bend = (table * (shares * chance * (1.0 - chance))[:, None]).T @ table + PENALTY * np.eye(len(names))
        weights = weights - np.linalg.solve(bend, slope)
    learnt = {name: round(float(weight), 2) for name, weight in zip(names, weights, strict=True)}
    bias = learnt.pop("bias")
    return Weights("linking-2", bias, LEAST, learnt)


def report(name: str, pairs: Pairs, learnt: Weights) -> None:
    """Print how many pairs are judged right."""
    odds = np.array([sum(learnt.weights[reason] for reason in found) for found in pairs.found]) + learnt.bias
    linked, right = odds > 0, np.array(pairs.labels)
    hits = int((linked & right).sum())
    print(
        f"{name}: {len(right)} pairs, {int(right.sum())} of one happening; {hits} of {int(linked.sum())} linked are right"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT.parent / "shared")
    options = parser.parse_args()
    annotate = compose(ANNOTATING)
    sheets = {
        split: [
            with_claims(annotate(Sheet(document=document)), claims)
            for document, claims in gold_documents(options.folder, split)
        ]
        for split in ("train", "dev")
    }
    sheets["train"] += corpus()
    kinds = [annotated(sheets["train"]), invented(PLANTED)]
    learnt = learn(kinds)
    for name, pairs in (("annotated", kinds[0]), ("planted", kinds[1]), ("dev", annotated(sheets["dev"]))):
        report(name, pairs, learnt)
    OUT.write_bytes(msgspec.json.format(msgspec.json.encode(learnt), indent=1) + b"\n")


if __name__ == "__main__":
    main()
