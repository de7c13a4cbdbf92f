"""The second opinion on linking: what both sides get, what is counted, and Splink itself where it is installed."""

from __future__ import annotations

import sys

import pytest

from benchmarks.quality import second_opinion
from benchmarks.quality.corpora import MissingError
from benchmarks.quality.second_opinion import connected, described, disagreements, rows_of
from benchmarks.quality.second_opinion_tellings import Tellings, planted_tellings


@pytest.fixture(scope="module")
def known() -> Tellings:
    return planted_tellings(60)


def test_a_telling_is_of_the_happening_that_its_claims_are_of(known: Tellings) -> None:
    assert known.told.keys() == known.true.keys() == known.ours.keys()
    assert len(set(known.true.values())) == 60
    rows = rows_of("ours", known.true, known.ours)
    assert rows["ours: pairs"]["f1"] > 95
    assert rows["ours: B-cubed"]["f1"] > 95


def test_pairs_are_counted_over_tellings() -> None:
    true = {"a": "1", "b": "1", "c": "2", "d": "2"}
    row = rows_of("x", true, {"a": "1", "b": "1", "c": "1", "d": "4"})["x: pairs"]
    assert row == {"p": 33.3, "r": 50.0, "f1": 40.0, "gold": 2, "pred": 3}


def test_a_chain_of_pairs_is_one_group() -> None:
    homes = connected("abcd", [("a", "b"), ("b", "c")])
    assert homes["a"] == homes["b"] == homes["c"] != homes["d"]


def test_what_one_side_alone_joins_is_told() -> None:
    ours, splinks = {"a": "1", "b": "1", "c": "2"}, {"a": "1", "b": "2", "c": "2"}
    assert disagreements(ours, splinks) == {
        "by ours alone": [("a", "b")],
        "by Splink alone": [("b", "c")],
    }


def test_a_disagreement_says_who_is_right_and_why_we_never_join_the_two(known: Tellings) -> None:
    of_happening: dict[str, str] = {}
    for name, about in known.true.items():
        of_happening.setdefault(about, name)
    one, other = sorted(of_happening.values())[:2]
    assert described(known, (one, other)).startswith("wrong (")


def test_without_splink_the_command_says_what_to_install(
    known: Tellings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(sys.modules, "benchmarks.quality.second_opinion_splink", raising=False)
    monkeypatch.setitem(sys.modules, "splink", None)
    monkeypatch.setitem(sys.modules, "splink.comparison_level_library", None)
    with pytest.raises(MissingError, match="bench"):
        second_opinion.opinions(known.told.values())


def test_splink_finds_planted_happenings_from_labels_of_others(known: Tellings) -> None:
    pytest.importorskip("splink")
    from benchmarks.quality.second_opinion_splink import OUR_KEYS, WIDER_KEYS, scores_by_labels

    teacher = planted_tellings(60, seed=2)
    own, wider = (
        scores_by_labels(known.told.values(), keys, teacher.told.values(), teacher.true)
        for keys in (OUR_KEYS, WIDER_KEYS)
    )
    assert own.keys() < wider.keys()
    assert all(known.told[a].document_id != known.told[b].document_id for a, b in wider)
    joined = [names for names, chance in own.items() if chance >= 0.5]
    row = rows_of("Splink", known.true, connected(known.told, joined))["Splink: B-cubed"]
    assert row["p"] > 80
    assert row["r"] > 80
