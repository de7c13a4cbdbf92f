"""What the list and the incident page make of claims, before any HTML."""

from __future__ import annotations

from typing import Any

import pytest

from counterclaim.core.claims import Casualty
from counterclaim.core.incidents import Account, FiledClaim, Incident
from counterclaim.store.select import Row
from counterclaim.web.listing import Line, Toll, describe, short_title
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


ROW: Row = {
    "code": "I",
    "title": "Raid, Orlova",
    "kind": None,
    "place": None,
    "when": "2016-09-17",
    "speakers": 2,
    "documents": 1,
    "contradictions": 1,
}


def line_of(*filed: FiledClaim) -> Line:
    return describe(ROW, filed)


def test_two_outlets_that_quote_one_speaker_are_one_speaker() -> None:
    line = line_of(said("1", 62, 62, "Army"), said("2", 62, 62, "Army"))
    assert (line.killed, line.said_by) == ((Toll("62", ""),), "1 speaker")


@pytest.mark.parametrize(
    "more",
    [{"scope": "part"}, {"scope": "cumulative"}, {"polarity": "negated"}, {"modality": "predicted"}],
)
def test_only_figures_for_the_whole_incident_make_the_range(more: dict[str, str]) -> None:
    whole, other = said("1", 62, 62, "Army"), said("2", 900, 900, "Monitor", **more)
    line = line_of(whole, other)
    assert (line.killed, line.said_by) == ((Toll("62", ""),), "1 speaker")
    chart = draw_ranges([account(whole), account(other)], "killed")
    assert chart is not None
    assert [mark.speaker for mark in chart.marks] == ["Army"]


def test_an_open_end_is_worded_as_on_the_incident_page() -> None:
    line = line_of(said("1", 62, None, "Army"), said("2", 83, 83, "Monitor"), said("3", 112, None, "Medics"))
    assert line.killed == (Toll("62–112+", ""),)
    assert line.nobody == ""


def test_a_stated_nought_is_named_beside_the_figures_it_stands_among() -> None:
    line = line_of(said("1", 62, None, "Army"), said("2", 0, 0, "Governor"), said("3", 0, 0, "Mayor"))
    assert line.killed == (Toll("0–62+", ""),)
    assert line.nobody == "2 say nobody was killed"


def test_where_everybody_says_none_the_figure_says_so_itself() -> None:
    line = line_of(said("1", 0, 0, "Army"))
    assert (line.killed, line.nobody) == ((Toll("0", ""),), "")


def test_groups_of_people_are_not_mixed_into_one_range() -> None:
    line = line_of(said("1", 12, 12, "Army", group="militants", status="combatant"), said("2", 31, 31, "Monitor", group="civilians", status="civilian"))  # fmt: skip
    assert set(line.killed) == {Toll("12", "militants"), Toll("31", "civilians")}


def test_an_incident_of_which_nobody_states_a_figure_has_none() -> None:
    line = line_of(said("1", None, None, "Army", qualifier="unknown"))
    assert (line.killed, line.said_by, line.nobody) == ((), "", "")


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
