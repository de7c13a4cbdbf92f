"""Figures that a researcher types are reconciled as those of a store are."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import counterclaim
from counterclaim.incidents.filing import file_claims
from counterclaim.incidents.profiles import PROFILES
from tests.library.conftest import FIRST

TOLD: list[dict[str, Any]] = [
    {"speaker": "US-led coalition", "min": 62, "group": "Syrian soldiers", "published": "2016-09-17"},
    {"speaker": "Syrian Observatory", "min": 83, "max": 83, "group": "Syrian soldiers"},
    {"speaker": "Syrian Observatory", "harm": "wounded", "min": 120, "group": "Syrian soldiers"},
]


def test_low_and_high_come_from_the_speakers_who_gave_them() -> None:
    result = counterclaim.reconcile(TOLD)
    killed, wounded = result.tallies
    assert (killed.low.number, killed.high.number) == (62, 83)
    assert (wounded.low.number, wounded.high.open) == (120, True)
    speakers = {step.claim: step.speaker for step in result.trace}
    assert [speakers[claim] for claim in killed.low.claims] == ["US-led coalition"]
    assert [speakers[claim] for claim in killed.high.claims] == ["Syrian Observatory"]


def test_soldiers_are_combatants_unless_somebody_says_otherwise() -> None:
    by_group, left_open = (
        counterclaim.reconcile([{"min": 9, "group": "soldiers", **given}]).tallies[0].people
        for given in ({}, {"status": "unknown"})
    )
    assert (by_group, left_open) == ("soldiers", "people")


def test_one_speaker_of_five_outlets_is_one_voice() -> None:
    told = [{"speaker": "SOHR", "min": 9, "max": 9, "outlet": f"Post {number}"} for number in range(5)]
    [tally] = counterclaim.reconcile(told).tallies
    assert len(tally.by_speaker) == 1


def test_a_later_figure_replaces_the_earlier_one_of_its_speaker() -> None:
    told = [
        {"speaker": "SOHR", "min": 43, "max": 43, "published": "2017-04-15"},
        {"speaker": "SOHR", "min": 126, "max": 126, "published": "2017-04-16"},
    ]
    [tally] = counterclaim.reconcile(told).tallies
    assert (tally.low.number, tally.high.number) == (126, 126)


def test_the_rows_of_a_data_frame_are_figures() -> None:
    frame = pd.DataFrame(TOLD)
    plain = counterclaim.reconcile(TOLD)
    for rows in (frame.to_dict("records"), frame.convert_dtypes().to_dict("records")):
        assert counterclaim.reconcile(rows) == plain


def test_claims_of_a_sheet_are_figures_too() -> None:
    sheet = counterclaim.read(FIRST, doc="first")
    [tally] = counterclaim.reconcile(file_claims(sheet)).tallies
    assert (tally.low.number, tally.high.number) == (3, 14)


@pytest.mark.parametrize(
    ("figure", "says"),
    [
        ({"speeker": "SOHR"}, "figure 2: .*speeker.*fields are speaker, min"),
        ({"harm": "kiled"}, "figure 2: .*kiled"),
        ({"min": "many"}, "figure 2: .*min"),
        ({"min": 9, "max": 3}, "figure 2: min 9 is more than max 3"),
        ({"min": -1}, "figure 2: min is -1"),
        ({"published": "Sunday"}, "figure 2: 'Sunday'"),
    ],
)
def test_a_figure_that_cannot_be_is_named_with_its_field(figure: dict[str, Any], says: str) -> None:
    with pytest.raises(counterclaim.CounterclaimError, match=says):
        counterclaim.reconcile([TOLD[0], figure])


def test_an_unknown_profile_is_answered_with_those_there_are() -> None:
    with pytest.raises(counterclaim.CounterclaimError, match="ucdp-like"):
        counterclaim.reconcile(TOLD, profile="ucdp")


bounds = st.tuples(st.integers(0, 500), st.integers(0, 500)).map(sorted)
figures = st.builds(
    lambda speaker, ends, harm, group: {
        "speaker": speaker,
        "min": ends[0],
        "max": ends[1],
        "harm": harm,
        "group": group,
    },
    st.sampled_from(["SOHR", "army", None]),
    bounds,
    st.sampled_from(["killed", "wounded"]),
    st.sampled_from(["soldiers", "civilians", None]),
)


@given(st.lists(figures, max_size=6), st.sampled_from(list(PROFILES)), st.randoms())
def test_every_bound_leads_to_figures_and_their_order_does_not_matter(
    told: list[dict[str, Any]], profile: str, chance: Any
) -> None:
    named = [{**one, "doc": f"note {number}"} for number, one in enumerate(told)]
    result = counterclaim.reconcile(named, profile)
    traced = {step.claim for step in result.trace}
    for tally in result.tallies:
        assert {*tally.low.claims, *tally.high.claims} <= traced
        if tally.low.number is not None and tally.high.number is not None:
            assert tally.low.number <= tally.high.number
    assert len(result.to_dicts()) == len(result.tallies)
    shuffled = chance.sample(named, len(named))
    ranges = [(one.harm, one.people, one.low.number, one.high.number) for one in result.tallies]
    again = counterclaim.reconcile(shuffled, profile)
    assert [(one.harm, one.people, one.low.number, one.high.number) for one in again.tallies] == ranges
