"""A row of UCDP GED is an account of UCDP: each claim quotes the row, and nothing in it is altered or lost."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import event, given
from hypothesis import strategies as st

from counterclaim.core.claims import Casualty
from counterclaim.imports.lists import RowCells, RowRefusedError
from counterclaim.imports.ucdp import LIST, UCDP, read_ucdp
from counterclaim.store import Store
from tests.imports.rows import events, figures, ged, quoted, run, sheet_from, write_table


def test_the_row_is_the_document_and_ucdp_the_speaker() -> None:
    sheet = sheet_from(ged())
    assert "where_coordinates: Deir ez-Zor airport\n" in sheet.document.text
    assert (sheet.document.outlet, sheet.document.doc) == ("UCDP", "UCDP 1001")
    for claim in sheet.claims or ():
        assert quoted(sheet, claim) == claim.quote
        assert claim.speakers == ("UCDP",)
        assert claim.when == "2016-09-17"
        assert claim.where is not None
        assert (claim.where.lat, claim.where.radius_km, claim.where.country) == (35.2854, 25.0, "SY")


def test_the_figure_has_both_bounds_and_quotes_all_three_numbers() -> None:
    (figure,) = figures(sheet_from(ged()))
    assert (figure.min, figure.max, figure.quote) == (65, 90, "best: 70\nhigh: 90\nlow: 65")


def test_the_dead_of_each_side_are_parts_with_their_group() -> None:
    row = ged(deaths_a="1", deaths_b="60", deaths_civilians="6", deaths_unknown="3")
    parts = {part.group: part for part in figures(sheet_from(row), "part")}
    assert {group: part.min for group, part in parts.items()} == {
        "Government of United States of America": 1,
        "Government of Syria": 60,
        "civilians": 6,
        None: 3,
    }
    assert parts["civilians"].status == "civilian"
    assert parts["Government of Syria"].perpetrator == "US government"
    assert parts["civilians"].perpetrator is None  # in a fight nobody is said to have killed them


def test_a_side_without_dead_makes_no_claim_of_nought() -> None:
    assert [part.min for part in figures(sheet_from(ged()), "part")] == [70]


def test_who_fought_is_not_who_struck_whom_unless_civilians_were_the_target() -> None:
    (fight,) = events(sheet_from(ged()))
    assert (fight.event_type, fight.actor, fight.target) == ("attack", None, None)
    row = ged(type_of_violence="3", side_a="IS", side_b="Civilians", deaths_b="0", deaths_civilians="70")
    sheet = sheet_from(row)
    (attack,) = events(sheet)
    assert (attack.actor, attack.target) == ("ISIS", "civilians")
    assert {figure.perpetrator for figure in (*figures(sheet), *figures(sheet, "part"))} == {"ISIS"}


@pytest.mark.parametrize(
    ("low", "best", "high", "bounds"),
    [("2", "11", "5", (2, 5)), ("9", "7", "3", (3, 9)), ("0", "3", "0", (0, 0))],
)
def test_numbers_out_of_order_are_kept_with_an_issue(
    low: str, best: str, high: str, bounds: tuple[int, int]
) -> None:
    sheet = sheet_from(ged(low=low, best=best, high=high, deaths_b=best))
    (figure,) = figures(sheet)
    assert (figure.min, figure.max) == bounds
    assert f"low: {low}" in figure.quote
    assert [issue.code for issue in sheet.issues] == ["import.order"]


def test_nought_dead_throughout_is_no_claim_that_nobody_died() -> None:
    assert figures(sheet_from(ged(low="0", best="0", high="0", deaths_b="0"))) == []


def test_sides_that_do_not_add_up_are_noted() -> None:
    assert [issue.code for issue in sheet_from(ged(deaths_a="4")).issues] == ["import.sum"]


def test_several_days_and_a_province_keep_their_precision() -> None:
    row = ged(
        date_end="2016-09-30", date_prec="4", where_prec="4", where_coordinates="Dayr az Zawr governorate"
    )
    (figure,) = figures(sheet_from(row))
    assert figure.when == "2016-09-17/2016-09-30"
    assert figure.where is not None
    assert (figure.where.precision, figure.where.kind) == (4, "province")


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        ({"id": ""}, "id is empty"),
        ({"date_start": ""}, "date_start is empty"),
        ({"date_start": "soon"}, "date_start: 'soon' is no day; write YYYY-MM-DD"),
        ({"date_start": "2016-02-31"}, "no day of the calendar"),
        ({"best": "", "high": "", "low": ""}, "best, low and high are empty"),
        ({"relid": "SYR-2016-1-CC-PTBAA7"}, "--publisher"),
    ],
)
def test_a_row_that_cannot_be_an_account_is_refused_with_the_reason(
    cells: dict[str, str], words: str, tmp_path: Path
) -> None:
    (outcome,) = run(write_table(tmp_path / "x.csv", [ged(**cells)]), None)
    assert outcome.outcome == "refused"
    assert words in outcome.why


def test_a_refused_row_is_an_issue_of_the_store(tmp_path: Path) -> None:
    with Store.open(tmp_path / "x.db") as store:
        run(write_table(tmp_path / "x.csv", [ged(), ged(id="", best="3")]), store)
        (kept,) = store.issues()
    assert kept.issue.code == "import.refused"
    assert kept.origin.endswith("x.csv#3")


def test_odd_cells_are_left_out_with_an_issue_that_names_the_column() -> None:
    sheet = sheet_from(ged(high="many", where_prec="9", latitude="355", country_id="", country="Orsaland"))
    told = " ".join(issue.message for issue in sheet.issues)
    assert [name for name in ("high", "where_prec", "latitude", "Orsaland") if name not in told] == []
    (figure,) = figures(sheet)
    assert (figure.min, figure.max, figure.where) == (65, 70, None)


CELL = st.text(st.characters(exclude_categories=["Cs"]), max_size=12) | st.sampled_from(
    ["0", "1", "62", "-1", "2016-09-17", "3", "35.1", "IS", "Civilians", "nan", "1e9", "9" * 40]
)


@given(st.dictionaries(st.sampled_from(sorted(ged())), CELL, max_size=10))
def test_whatever_the_cells_hold_the_row_becomes_a_sheet_or_has_a_reason(cells: dict[str, str]) -> None:
    row = RowCells(ged(**cells), LIST.blocks, LIST.stage)
    try:
        sheet = read_ucdp(row, UCDP, None)
    except RowRefusedError as error:
        event(str(error))
        return
    text = sheet.document.text
    assert all(value in text for value in ged(**cells).values() if value.strip())
    assert all(text[claim.start : claim.end] == claim.quote for claim in sheet.claims or ())
    assert len({claim.id for claim in sheet.claims or ()}) == len(sheet.claims or ())
    for claim in sheet.claims or ():
        span = (sheet.passages or ())[claim.passage].span
        assert span.start <= claim.start < claim.end <= span.end
        if isinstance(claim, Casualty):
            assert claim.min is None or claim.max is None or claim.min <= claim.max
    json.dumps(text)


def test_an_export_of_ours_comes_back_under_its_maker_s_name(tmp_path: Path) -> None:
    from tests.export.reading import data, made
    from tests.export.telling import incident, record, toll

    dead = {"group": "civilians", "status": "civilian", "perpetrator": "ISIS"}
    told = record(incident(toll(5, 5, "Local council", **dead), kind="shelling"))
    path = tmp_path / "ged_like.csv"
    path.write_bytes(data(made(told, "ged"), "ged_like.csv"))
    (refused,) = run(path, None)
    assert "--publisher" in refused.why
    with Store.open(tmp_path / "x.db") as store:
        (outcome,) = run(path, store, publisher="Coast Monitor")
        assert outcome.outcome == "added"
        (claim, *_) = [each.claim for each in store.claims() if isinstance(each.claim, Casualty)]
    assert (claim.speakers, claim.min, claim.max) == (("Coast Monitor",), 5, 5)
