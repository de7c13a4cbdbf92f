"""A row of ACLED is an account of ACLED, in today's columns and in those of its earlier files."""

from __future__ import annotations

from pathlib import Path

import pytest

from counterclaim.core.claims import Agreement, Control
from counterclaim.imports.acled import LIST
from counterclaim.imports.acled_types import SUB_EVENTS
from counterclaim.store import Store
from tests.imports.rows import acled_sheet, event, events, figures, quoted, run, write_table


def test_the_event_and_its_dead_quote_the_row() -> None:
    sheet = acled_sheet(event())
    (strike,), (dead,) = events(sheet), figures(sheet)
    assert (strike.event_type, strike.actor, strike.target) == ("air_strike", "Syrian military", "civilians")
    assert "vegetable market of Hadira" in strike.quote
    assert (dead.min, dead.max, dead.quote, dead.group) == (14, 14, "fatalities: 14", None)
    assert all(quoted(sheet, claim) == claim.quote for claim in sheet.claims or ())
    assert all(claim.speakers == ("ACLED",) for claim in sheet.claims or ())
    assert sheet.document.published == "2017-05-17"  # its timestamp


def test_no_reported_death_is_no_claim_that_nobody_died() -> None:
    assert figures(acled_sheet(event(fatalities="0"))) == []


def test_a_battle_has_both_sides_and_remote_violence_between_two_armies_no_direction() -> None:
    sides = {"actor1": "Islamic State (Syria)", "inter1": "2", "actor2": "Military Forces of Syria (2000-2024)", "inter2": "1"}  # fmt: skip
    (clash,) = events(acled_sheet(event(event_type="Battles", sub_event_type="Armed clash", **sides)))
    assert (clash.event_type, clash.actor, clash.target) == ("armed_clash", "ISIS", "Syrian military")
    (strike,) = events(acled_sheet(event(**sides)))
    assert (strike.event_type, strike.actor, strike.target) == ("air_strike", None, None)


@pytest.mark.parametrize(
    ("sub_event", "holder"),
    [("Government regains territory", "Syrian military"), ("Non-state actor overtakes territory", "ISIS")],
)
def test_who_took_a_place_holds_it(sub_event: str, holder: str) -> None:
    sides = {"actor1": "Islamic State (Syria)", "inter1": "2", "actor2": "Military Forces of Syria (2000-2024)", "inter2": "1"}  # fmt: skip
    sheet = acled_sheet(event(event_type="Battles", sub_event_type=sub_event, **sides))
    (taken,) = [claim for claim in sheet.claims or () if isinstance(claim, Control)]
    assert (taken.holder, taken.change, taken.place) == (holder, "seizes", "Hadira")


@pytest.mark.parametrize(
    ("precision", "when"),
    [("1", "2017-05-12"), ("2", "2017-05-09/2017-05-15"), ("3", "2017-05-01/2017-05-31")],
)
def test_the_day_is_as_exact_as_its_code(precision: str, when: str) -> None:
    (dead,) = figures(acled_sheet(event(time_precision=precision)))
    assert dead.when == when


def test_a_larger_region_is_no_pin() -> None:
    (dead,) = figures(acled_sheet(event(geo_precision="3")))
    assert dead.where is not None
    assert (dead.where.precision, dead.where.name, dead.where.kind) == (4, "Idleb", "province")


def test_an_agreement_is_one() -> None:
    row = event(event_type="Strategic developments", sub_event_type="Agreement", fatalities="0")
    (claim,) = acled_sheet(row).claims or ()
    assert isinstance(claim, Agreement)


def test_an_unknown_type_is_kept_as_another_kind_with_an_issue() -> None:
    sheet = acled_sheet(event(event_type="Cyber", sub_event_type="Hack"))
    assert events(sheet)[0].event_type == "other"
    assert [issue.code for issue in sheet.issues] == ["import.code"]


def test_the_headings_of_earlier_files_are_known(tmp_path: Path) -> None:
    old = {
        "GWNO": "652", "EVENT_ID_CNTY": "77SYR", "EVENT_ID_NO_CNTY": "4", "EVENT_DATE": "12/05/2017", "YEAR": "2017",
        "TIME_PRECISION": "1", "EVENT_TYPE": "Remote violence", "ACTOR1": "Military Forces of Syria", "ALLY_ACTOR_1": "",
        "INTER1": "1", "ACTOR2": "Civilians (Syria)", "ALLY_ACTOR_2": "", "INTER2": "7", "COUNTRY": "Syria",
        "LOCATION": "Hadira", "LATITUDE": "35.9", "LONGITUDE": "36.6", "GEO_PRECISION": "1", "FATALITIES": "14",
    }  # fmt: skip
    with Store.open(tmp_path / "x.db") as store:
        (outcome,) = run(write_table(tmp_path / "old.csv", [old]), store, LIST)
        sheet = store.sheet("ACLED 77SYR")
    (dead,) = figures(sheet)
    assert (dead.when, dead.min) == ("2017-05-12", 14)
    assert "was read as day, month, year" in outcome.issues[0]  # 5 December would be as good
    assert events(sheet)[0].event_type == "attack"


def test_every_sub_event_of_the_codebook_has_a_kind() -> None:
    assert len(SUB_EVENTS) == 24  # the 25th, an agreement, is no event


def test_our_own_layout_comes_back(tmp_path: Path) -> None:
    from tests.export.reading import data, made
    from tests.export.telling import record, strike_on_soldiers

    path = tmp_path / "acled_like.csv"
    path.write_bytes(data(made(record(strike_on_soldiers()), "acled"), "acled_like.csv"))
    (outcome,) = run(path, None, LIST, publisher="Coast Monitor")
    assert (outcome.outcome, outcome.issues) == ("added", ())


def test_a_list_of_the_other_project_is_named(tmp_path: Path) -> None:
    from counterclaim.core.errors import DataError
    from counterclaim.imports import ucdp

    path = write_table(tmp_path / "x.csv", [event()])
    with pytest.raises(DataError, match="its columns are those of ACLED: counterclaim import acled"):
        run(path, None, ucdp.LIST, others=(ucdp.LAYOUT, LIST.layout))
