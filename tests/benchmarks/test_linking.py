"""The planted reports and what is measured on them."""

from __future__ import annotations

from benchmarks.quality.linking import measure_planted, pair_rows
from benchmarks.quality.planted import planted
from benchmarks.quality.planted_world import happenings, lines, towns


def test_planted_claims_stand_in_their_documents() -> None:
    for told in planted(30):
        text = told.sheet.document.text
        for claim in told.sheet.claims or ():
            assert text[claim.start : claim.end] == claim.quote
            assert claim.id in told.truth


def test_planting_twice_gives_the_same_and_towns_have_names_of_their_own() -> None:
    assert [told.sheet for told in planted(5)] == [told.sheet for told in planted(5)]
    assert len({town.name for town in towns()}) == len(towns())
    assert [line.happening for line in lines(40)] == [each.number for each in happenings(40) if each.raised]


def test_pairs_are_counted_over_claims() -> None:
    rows = pair_rows({"a": 1, "b": 1, "c": 2, "d": None}, {"a": "X", "b": "Y", "c": "Y"})
    assert (rows["pairs right"]["percent"], rows["pairs found"]["percent"]) == (0.0, 0.0)


def test_a_few_planted_incidents_are_found_again() -> None:
    rows = measure_planted(40)
    assert rows["pairs right"]["percent"] > 95
    assert rows["pairs found"]["percent"] > 95
