"""Rows after Airwars' fields: ranges by category, unknown against nought, grades, belligerents."""

from __future__ import annotations

from tests.export.reading import made, reasons, rows
from tests.export.telling import PROVINCE, event, incident, record, strike_on_soldiers, toll
from tests.method.telling import blame

NAME = "airwars_like.csv"
CIVILIANS = {"group": "civilians", "status": "civilian"}


def test_soldiers_are_belligerents_and_civilian_cells_stay_empty() -> None:
    (told,) = rows(made(record(strike_on_soldiers()), "airwars"), NAME)
    assert (told["belligerents_killed_min"], told["belligerents_killed_max"]) == ("62", "83")
    assert told["civilian_non_combatants_killed_min"] == ""
    assert told["grade"] == "Discounted"


def test_nought_is_written_and_an_open_end_is_marked() -> None:
    (told,) = rows(made(record(incident(toll(0, 0, "army", **CIVILIANS), toll(3, None, "medics", at=50, **CIVILIANS))), "airwars"), NAME)  # fmt: skip
    assert told["civilian_non_combatants_killed_min"] == "0"
    assert (told["civilian_non_combatants_killed_max"], told["civilian_non_combatants_killed_max_open"]) == (
        "3",
        "yes",
    )


def test_who_accepts_it_is_known_with_the_number_it_concedes() -> None:
    told = incident(
        toll(9, 9, "activists", **CIVILIANS),
        toll(4, 4, "US-led coalition", at=50, **CIVILIANS),
        blame("admits", "US-led coalition", "US-led coalition"),
        event("air_strike", "US-led coalition", "activists"),
    )
    (row,) = rows(made(record(told), "airwars"), NAME)
    assert (row["strike_status"], row["grade"]) == ("Declared strike", "Confirmed")
    assert (row["belligerent_1_name"], row["belligerent_1_type"]) == ("US-led coalition", "Known")
    assert (row["belligerent_1_deaths_conceded_min"], row["belligerent_1_deaths_conceded_max"]) == ("4", "4")


def test_a_day_without_a_year_stands_as_it_was_told() -> None:
    (told,) = rows(made(record(incident(*strike_on_soldiers().filed, when="XXXX-09-17")), "airwars"), NAME)
    assert (told["incident_date"], told["date_start"]) == ("XXXX-09-17", "")


def test_a_province_is_no_point() -> None:
    far = toll(5, 5, "medics", **{**CIVILIANS, "where": PROVINCE})
    (told,) = rows(made(record(incident(far)), "airwars"), NAME)
    assert (told["latitude"], told["where_prec"], told["radius_km"]) == ("", "4", "90.0")


def test_an_incident_without_harm_is_refused() -> None:
    assert reasons(made(record(incident(event("air_strike", "ISIS"))), "airwars")) == ["no_harm"]
