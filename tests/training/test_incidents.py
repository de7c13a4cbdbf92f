"""The labels that weights within documents are learnt from, and what their page says of them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from benchmarks.quality.command import ROOT
from benchmarks.quality.gold_tables import TYPES
from training.within import LABELS, WHEREABOUTS

ROWS = [json.loads(line) for line in LABELS.read_text("utf-8").splitlines()]


def claims() -> Iterator[tuple[str, dict[str, Any]]]:
    for row in ROWS:
        for claim in row["claims"]:
            yield row["doc"], claim


def test_an_article_is_labelled_once_and_no_claim_twice() -> None:
    docs = [row["doc"] for row in ROWS]
    assert sorted(docs) == sorted(set(docs))
    spans = [(doc, claim["type"], claim["start"], claim["end"]) for doc, claim in claims()]
    assert len(spans) - len(set(spans)) < len(spans) / 20  # two figures of one quote share its span


def test_labels_have_a_type_a_span_and_an_incident_and_no_text() -> None:
    for doc, claim in claims():
        assert set(claim) == {"type", "start", "end", "incident"}, doc
        assert claim["type"] in TYPES
        assert 0 <= claim["start"] < claim["end"]
        assert claim["incident"] is None or 0 < len(claim["incident"]) < 60


def test_the_page_on_the_labels_counts_them_right() -> None:
    found = [(doc, claim["incident"]) for doc, claim in claims()]
    told = [(doc, incident) for doc, incident in found if incident is not None]
    page = (ROOT / "training" / "incidents.md").read_text("utf-8")
    for name, count in (
        ("articles", len(ROWS)),
        ("claims", len(found)),
        ("of them of an incident", len(told)),
        ("incidents", len(set(told))),
    ):
        assert f"| {name} | {count:,} |" in page


def test_signs_left_out_of_one_regression_are_signs() -> None:
    weights = json.loads((ROOT / "counterclaim" / "incidents" / "within.json").read_text("utf-8"))["weights"]
    assert set(weights) >= WHEREABOUTS
