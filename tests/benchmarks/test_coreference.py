"""Measures of coreference against the worked examples of the papers that define or explain them."""

from __future__ import annotations

import pytest

from benchmarks.quality.coreference import MEASURES, score_clusters


def homes(*clusters: str) -> dict[str, int]:
    """Mentions are letters."""
    return {mention: number for number, cluster in enumerate(clusters) for mention in cluster}


# Luo 2005, figure 1 and table 1: twelve mentions of three entities, and four answers.
LUO = homes("12345", "67", "89ABC")
LUO_ANSWERS = {
    "two of three joined": homes("12345", "6789ABC"),
    "the larger two joined": homes("1234589ABC", "67"),
    "all joined": homes("123456789ABC"),
    "none joined": homes(*"123456789ABC"),
}
# Pradhan and others 2014, section 4, and Moosavi and Strube 2016, section 3: two entities, three answers, of
# which mention e is missing and h and i are invented.
PRADHAN = homes("abc", "defg"), homes("ab", "cd", "fghi")


@pytest.mark.parametrize(
    ("answer", "muc", "b_cubed", "ceaf_e"),
    [
        ("two of three joined", 94.7, 86.5, 73.3),
        ("the larger two joined", 94.7, 73.7, 66.7),
        ("all joined", 90.0, 54.5, 29.4),
        ("none joined", 0.0, 40.0, 17.8),
    ],
)
def test_f1_is_that_of_the_paper_on_ceaf(answer: str, muc: float, b_cubed: float, ceaf_e: float) -> None:
    rows = score_clusters(LUO, LUO_ANSWERS[answer])
    assert [rows[name]["f1"] for name in ("MUC", "B-cubed", "CEAF-e")] == [muc, b_cubed, ceaf_e]


@pytest.mark.parametrize(
    ("measure", "precision", "recall"),
    [("MUC", 40.0, 40.0), ("B-cubed", 50.0, 41.7), ("CEAF-e", 43.3, 65.0), ("LEA", 33.3, 23.8)],
)
def test_missing_and_invented_mentions_count_as_in_the_reference_implementation(
    measure: str, precision: float, recall: float
) -> None:
    row = score_clusters(*PRADHAN)[measure]
    assert (row["p"], row["r"]) == (precision, recall)


def test_the_mean_is_of_muc_b_cubed_and_ceaf_e() -> None:
    rows = score_clusters(*PRADHAN)
    by_hand = (40.0 + rows["B-cubed"]["f1"] + rows["CEAF-e"]["f1"]) / 3
    assert rows["CoNLL"]["percent"] == pytest.approx(by_hand, abs=0.1)


def test_a_singleton_counts_for_lea_where_it_is_one_in_the_answer() -> None:
    assert score_clusters(homes("a", "bc"), homes("a", "bc"))["LEA"]["f1"] == 100.0
    assert score_clusters(homes("a", "bc"), homes("abc"))["LEA"] == {
        "p": 33.3,
        "r": 66.7,
        "f1": 44.4,
        "gold": 2,
        "pred": 1,
    }


@pytest.mark.parametrize("measure", MEASURES)
def test_precision_of_one_is_recall_of_the_other(measure: str) -> None:
    one, other = score_clusters(*PRADHAN)[measure], score_clusters(*reversed(PRADHAN))[measure]
    assert (one["p"], one["r"]) == (other["r"], other["p"])
