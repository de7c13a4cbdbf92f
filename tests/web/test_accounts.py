"""What the list and the incident page make of claims, before any HTML."""

from __future__ import annotations

from typing import Any

import pytest

from counterclaim.core.claims import Casualty
from counterclaim.core.incidents import Account, FiledClaim, Incident
from counterclaim.web.listing import list_incidents, short_title
from counterclaim.web.matrix import build_matrix
from counterclaim.web.ranges import draw_ranges


def said(name: str, low: int | None, high: int | None, *speakers: str, **more: Any) -> FiledClaim:
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
    return FiledClaim(document_id="d1", doc="d1", outlet=None, published=None, sentence="", claim=claim)


def account(*filed: FiledClaim) -> Account:
    speakers = filed[0].claim.speakers
    return Account(speaker=speakers[0] if speakers else None, claims=filed, outlets=("d1",))


def make_incident(code: str, *claims: FiledClaim, when: str | None = None) -> Incident:
    return Incident(code=code, title=code, when=when, claims=tuple(one.claim.id for one in claims))


def list_codes(*incidents: Incident, claims: list[FiledClaim]) -> list[str]:
    return [line.incident.code for line in list_incidents(incidents, {one.claim.id: one for one in claims})]


def test_incidents_with_most_speakers_come_first_then_the_latest() -> None:
    one, two, three = said("1", 1, 1, "A"), said("2", 1, 1, "A"), said("3", 1, 1, "B")
    undated, old, new = (
        make_incident("undated", one),
        make_incident("old", one, when="2015-01-01"),
        make_incident("new", one, when="2016-01-01"),
    )
    yearless, two_told = make_incident("yearless", one, when="XXXX-12-01"), make_incident("two", two, three)
    assert list_codes(undated, old, yearless, new, two_told, claims=[one, two, three]) == [
        "two",
        "new",
        "old",
        "yearless",
        "undated",
    ]


def test_two_outlets_that_quote_one_speaker_are_one_speaker() -> None:
    one, two = said("1", 62, 62, "Army"), said("2", 62, 62, "Army")
    (line,) = list_incidents([make_incident("i", one, two)], {"1": one, "2": two})
    assert (line.speakers, line.killed, line.said_by) == (1, "62", "1 speaker")


@pytest.mark.parametrize(
    "more",
    [{"scope": "part"}, {"scope": "cumulative"}, {"polarity": "negated"}, {"modality": "predicted"}],
)
def test_only_figures_for_the_whole_incident_make_the_range(more: dict[str, str]) -> None:
    whole, other = said("1", 62, 62, "Army"), said("2", 900, 900, "Monitor", **more)
    (line,) = list_incidents([make_incident("i", whole, other)], {"1": whole, "2": other})
    assert (line.killed, line.said_by) == ("62", "1 speaker")
    chart = draw_ranges([account(whole), account(other)], "killed")
    assert chart is not None
    assert [mark.speaker for mark in chart.marks] == ["Army"]


def test_a_rejected_claim_counts_no_longer() -> None:
    one, rejected = said("1", 62, 62, "Army"), said("2", 83, 83, "Monitor")
    (line,) = list_incidents([make_incident("i", one, rejected)], {"1": one})
    assert line.killed == "62"


def test_the_title_in_a_list_leaves_the_day_to_its_own_column() -> None:
    incident = Incident(code="i", title="Raid, Orlova, 17 September, year not stated", when="XXXX-09-17")
    assert short_title(incident) == "Raid, Orlova"


def test_the_own_voice_is_the_last_row_and_only_counted_harms_are_columns() -> None:
    own, monitor = said("1", 5, 5), said("2", 7, 7, "Monitor", harm="wounded")
    matrix = build_matrix([account(own), account(monitor)])
    assert matrix.harms == ("killed", "wounded")
    assert [row.account.speaker for row in matrix.rows] == ["Monitor", None]
    assert [[one.claim.id for one in cell] for cell in matrix.rows[0].cells] == [[], ["2"]]


def test_an_open_bound_is_drawn_to_the_end_of_the_axis() -> None:
    chart = draw_ranges(
        [
            account(said("1", 62, None, "A")),
            account(said("2", 83, 83, "B")),
            account(said("3", None, 50, "C")),
        ],
        "killed",
    )
    assert chart is not None
    assert [(mark.left, mark.right, mark.open_below, mark.open_above) for mark in chart.marks] == [
        (62.0, 100.0, False, True),
        (83.0, 83.0, False, False),
        (0.0, 50.0, True, False),
    ]
    assert [tick.number for tick in chart.ticks] == [0, 20, 40, 60, 80, 100]


def test_no_chart_is_drawn_where_nobody_gave_a_number() -> None:
    assert draw_ranges([account(said("1", None, None, "A", qualifier="unknown"))], "killed") is None
