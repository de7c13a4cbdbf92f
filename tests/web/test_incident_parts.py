"""What the incident page is made of, before any HTML."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.core.claims import Assessment, Casualty, Responsibility
from counterclaim.core.incidents import Account, FiledClaim, Incident, Relation
from counterclaim.incidents.profiles import PROFILES, reconcile
from counterclaim.incidents.relations import relate
from counterclaim.incidents.revisions import revision_lines
from counterclaim.web.asof import known_by
from counterclaim.web.lineage import trace_lineage
from counterclaim.web.ranges import draw_ranges
from counterclaim.web.revised import HEIGHT, draw_steps, replaced_in
from counterclaim.web.stances import stand_of
from counterclaim.web.tallied import tell_tallies
from counterclaim.web.ties import find_ties


def said(name: str, low: int | None, high: int | None, *speakers: str, **more: Any) -> FiledClaim:
    """A figure of the killed, each in a document of its own."""
    published = more.pop("published", None)
    outlet = more.pop("outlet", None)
    claim = Casualty(
        **{
            "id": name,
            "start": 0,
            "end": 1,
            "quote": "",
            "speakers": speakers,
            "harm": "killed",
            "min": low,
            "max": high,
            **more,
        }
    )
    return FiledClaim(
        document_id=f"d{name}", doc=f"d{name}", outlet=outlet, published=published, sentence="", claim=claim
    )


def incident_of(filed: list[FiledClaim]) -> Incident:
    return Incident(code="i", title="i", claims=tuple(one.claim.id for one in filed), relations=relate(filed))


FIGURES = st.lists(
    st.tuples(
        st.sampled_from(["Army", "Monitor", "Council", ""]),
        st.one_of(st.none(), st.integers(0, 500)),
        st.integers(0, 60),
        st.booleans(),
        st.sampled_from(["2016-09-17", "2016-09-19", "2016-10", None]),
    ),
    min_size=1,
    max_size=6,
).map(
    lambda told: [
        said(
            str(at),
            low,
            None if is_open or low is None else low + spread,
            *([speaker] if speaker else []),
            published=day,
        )
        for at, (speaker, low, spread, is_open, day) in enumerate(told)
    ]
)


@given(FIGURES, st.dates(date(2016, 9, 1), date(2016, 11, 1)))
def test_of_what_was_known_by_a_day_nothing_is_lost_uncounted(filed: list[FiledClaim], day: date) -> None:
    known = known_by(incident_of(filed), filed, day)
    assert len(known.filed) + known.later + known.undated == len(filed)
    assert known.incident.claims == tuple(one.claim.id for one in known.filed)
    kept = set(known.incident.claims)
    assert all({told.claim, told.other} <= kept for told in known.incident.relations)


@given(FIGURES)
def test_a_later_day_never_knows_less(filed: list[FiledClaim]) -> None:
    incident = incident_of(filed)
    early, late = (known_by(incident, filed, day) for day in (date(2016, 9, 17), date(2016, 9, 30)))
    assert {one.claim.id for one in early.filed} <= {one.claim.id for one in late.filed}


@given(FIGURES, st.sampled_from(list(PROFILES)))
def test_every_number_of_every_rule_has_its_claims_beside_it(filed: list[FiledClaim], profile: str) -> None:
    result = reconcile(profile, filed)
    blocks = tell_tallies(result, {one.claim.id: one for one in filed})
    assert sum(len(block.told) for block in blocks) == len(result.tallies)
    for told in (told for block in blocks for told in block.told):
        behind = {step.claim for _, steps in told.behind for step in steps}
        ends = [end for end in (told.tally.low, told.tally.best, told.tally.high) if end is not None]
        assert behind == {claim for end in ends for claim in end.claims}
    rows = [step.claim for block in blocks for step, _ in block.rows]
    assert sorted(rows) == sorted(one.claim.id for one in filed)


@given(FIGURES)
def test_bands_and_marks_stay_on_the_axis(filed: list[FiledClaim]) -> None:
    result = reconcile("accounts", filed)
    accounts = [Account(speaker=None, claims=tuple(filed), outlets=("d",))]
    chart = draw_ranges(accounts, "killed", result.tallies, {step.claim: step for step in result.trace})
    if chart is None:
        assert all(one.claim.min is None for one in filed if isinstance(one.claim, Casualty))
        return
    for band in chart.bands:
        assert 0 <= band.left <= 100
        assert -0.01 <= band.width <= 100.01 - band.left
    assert all(0 <= mark.left <= mark.right <= 100 for mark in chart.marks)


@given(FIGURES)
def test_steps_stay_on_their_chart_and_end_at_the_current_figure(filed: list[FiledClaim]) -> None:
    lines = revision_lines(filed)
    for chart in draw_steps(lines):
        assert len(chart.stairs) == len(chart.points) - 1
        assert all(0 <= point.x <= 100 and 0 <= point.high <= point.low <= HEIGHT for point in chart.points)
        assert chart.points[-1].replaced == ""
        assert chart.points[-1].filed.claim.id not in replaced_in([chart.line])


def test_days_of_publication_set_the_distances_of_steps() -> None:
    days = ["2016-09-17", "2016-09-18", "2016-09-27"]
    filed = [said(str(at), 10 * at + 10, 10 * at + 10, "M", published=day) for at, day in enumerate(days)]
    (chart,) = draw_steps(revision_lines(filed))
    first, second, third = (point.x for point in chart.points)
    assert chart.by_day
    assert (second - first) * 9 == pytest.approx(third - second, abs=0.1)


@pytest.mark.parametrize(
    ("words", "stand"),
    [
        ("expressed regret for the deaths", "regrets"),
        ("we apologise to the families", "regrets"),
        ("is sorry for the loss of life", "regrets"),
        ("refused to apologise", None),
        ("demanded an apology from the army", None),
        ("said there was nothing to regret and no reason for an apology", None),
        ("called the strike a crime", None),
    ],
)
def test_regret_is_what_the_speaker_feels_not_what_it_asks_for(words: str, stand: str | None) -> None:
    claim = Assessment(start=0, end=1, quote=words, speakers=("the minister",))
    assert stand_of(claim) == stand


def test_regret_that_nobody_is_credited_with_is_no_stand() -> None:
    assert stand_of(Assessment(start=0, end=1, quote="deep regret")) is None


def test_a_responsibility_stands_where_its_words_put_it() -> None:
    assert stand_of(Responsibility(start=0, end=1, quote="", stance="denies")) == "denies"


def test_two_names_of_one_party_are_one_voice_and_two_lines() -> None:
    filed = [
        said("1", 62, 62, "Russian military", outlet="Wire"),
        said("2", 62, 62, "Russian Ministry of Defence", outlet="Post"),
        said("3", 62, 62, "Russian military", outlet="Post"),
    ]
    lineage = trace_lineage(filed)
    assert len(lineage.voices) == 1
    assert [(line.speaker, len(line.carriers)) for line in lineage.repeated] == [("Russian military", 2)]
    assert [line.speaker for line in lineage.single] == ["Russian Ministry of Defence"]


def test_who_published_first_stands_first_and_unknown_days_last() -> None:
    filed = [
        said("1", 5, 5, "M", outlet="Undated"),
        said("2", 5, 5, "M", outlet="Later", published="2016-09-18"),
        said("3", 5, 5, "M", outlet="First", published="2016-09-17"),
    ]
    (line,) = trace_lineage(filed).repeated
    assert [carrier.name for carrier in line.carriers] == ["First", "Later", "Undated"]


def test_few_ties_are_shown_with_each_claim_before_any_comes_twice() -> None:
    filed = [said(str(at), at, at, f"S{at}") for at in range(6)]
    pairs = [("0", "1"), ("0", "2"), ("1", "2"), ("3", "4"), ("4", "5")]
    relations = tuple(Relation(kind="contradicts", claim=one, other=two, basis="") for one, two in pairs)
    incident = Incident(code="i", title="i", relations=relations)
    ties = find_ties(incident, {one.claim.id: one for one in filed}, ["contradicts"], 4)
    shown = {name for tie in ties.shown for name in (tie.relation.claim, tie.relation.other)}
    assert shown == {"0", "1", "2", "3", "4", "5"}
    assert (len(ties.shown), ties.more, ties.number) == (4, 1, 5)
