"""Rows in the layout of ACLED: types, actors with their codes, unknown numbers, and what is refused."""

from __future__ import annotations

import pytest

from counterclaim.export.acled import COLUMNS
from counterclaim.export.gather import Gathered
from tests.export.reading import made, reasons, rows
from tests.export.telling import control, event, incident, record, strike_on_soldiers, toll
from tests.method.telling import blame

CIVILIANS = {"group": "civilians", "status": "civilian"}
NAME = "acled_like.csv"


def row(one: Gathered) -> dict[str, str]:
    (only,) = rows(made(record(one), "acled"), NAME)
    return only


def refused(one: Gathered) -> str:
    (only,) = reasons(made(record(one), "acled"))
    return only


def clash(*more: object) -> Gathered:
    told = event("armed_clash", "Syrian army", "activists", target="ISIS")
    return incident(toll(3, 3, "activists", group="ISIS fighters", status="combatant"), told, *more, kind="armed_clash")  # type: ignore[arg-type]  # fmt: skip


def test_the_table_has_31_columns() -> None:
    assert len(COLUMNS) == 31


def test_a_strike_has_both_actors_with_their_codes_and_the_lowest_figure_with_the_dispute_in_notes() -> None:
    told = row(strike_on_soldiers())
    assert (told["event_type"], told["sub_event_type"]) == ("Explosions/Remote violence", "Air/drone strike")
    assert (told["actor1"], told["inter1"], told["inter2"], told["interaction"]) == (
        "US-led coalition",
        "8",
        "1",
        "18",
    )
    assert told["fatalities"] == "62"
    assert "Syrian Observatory for Human Rights: 83" in told["notes"]


def test_a_number_that_nobody_states_is_empty_and_never_nought() -> None:
    told = row(incident(toll(None, None, "activists", qualifier="unknown", **CIVILIANS), event("shelling", "ISIS"), kind="shelling"))  # fmt: skip
    assert told["fatalities"] == ""
    assert "not stated" in told["notes"]


def test_whom_nobody_names_is_unidentified() -> None:
    told = row(incident(toll(4, 4, "medics", **CIVILIANS), kind="bombing"))
    assert (told["actor1"], told["inter1"]) == ("Unidentified Armed Group (Syria)", "3")
    assert (told["actor2"], told["interaction"]) == ("Civilians (Syria)", "37")
    assert told["civilian_targeting"] == "Civilian targeting"


@pytest.mark.parametrize(
    ("more", "sub_event"),
    [
        ((), "Armed clash"),
        ((control("seizes", "ISIS"),), "Non-state actor overtakes territory"),
        ((control("seizes", "Syrian army"),), "Government regains territory"),
        ((control("seizes", "ISIS"), control("seizes", "Syrian army", document="d2")), "Armed clash"),
        ((control("holds", "ISIS"),), "Armed clash"),
    ],
)
def test_a_battle_changes_control_only_where_all_name_one_sort_of_winner(
    more: tuple[object, ...], sub_event: str
) -> None:
    told = row(clash(*more))
    assert (told["event_type"], told["sub_event_type"], told["interaction"]) == ("Battles", sub_event, "12")


@pytest.mark.parametrize("kind", ["displacement", "siege", "meeting", "evacuation", "protest", "deployment"])
def test_what_the_layout_has_no_type_for_is_refused_and_not_forced_into_other(kind: str) -> None:
    assert refused(incident(event("other", "ISIS"), toll(1, 1), kind=kind)) in ("no_such_type", "protest")


def test_an_attack_is_refused_where_nobody_says_whom_it_hit() -> None:
    assert (
        refused(incident(toll(4, 4, "medics"), event("attack", "ISIS"), kind="attack")) == "victims_unclear"
    )


@pytest.mark.parametrize(
    ("when", "precision", "day"),
    [
        ("2016-09-17", "1", "2016-09-17"),
        ("2016-09-12/2016-09-18", "2", "2016-09-15"),
        ("2016-09", "3", "2016-09-15"),
    ],
)
def test_a_span_of_days_stands_at_its_middle_with_its_precision(when: str, precision: str, day: str) -> None:
    told = row(incident(*strike_on_soldiers().filed, when=when))
    assert (told["time_precision"], told["event_date"]) == (precision, day)


@pytest.mark.parametrize(
    ("when", "reason"), [("XXXX-09-17", "no_year"), ("2016", "time_too_wide"), (None, "no_day")]
)
def test_a_time_too_wide_or_without_a_year_is_refused(when: str | None, reason: str) -> None:
    assert refused(incident(*strike_on_soldiers().filed, when=when)) == reason


def test_parties_that_different_speakers_blame_are_left_to_a_person() -> None:
    rivals = (
        blame("accuses", "Russian military", "activists"),
        blame("accuses", "ISIS", "Syrian army", at=600),
    )
    assert refused(incident(toll(5, 5, "medics", **CIVILIANS), *rivals, kind="shelling")) == "contested_actor"


def test_an_air_strike_that_nobody_is_named_for_is_refused() -> None:
    assert refused(incident(toll(4, 4, "medics", **CIVILIANS))) == "no_actor"


def test_civilians_are_no_party_to_an_agreement() -> None:
    deal = event("other", "Syrian army", "activists")
    told = row(incident(toll(1, 1, "medics", perpetrator="Syrian army", **CIVILIANS), deal, kind="agreement"))
    assert (told["actor2"], told["interaction"], told["civilian_targeting"]) == ("", "10", "")


def test_an_army_abroad_is_external_and_the_police_at_home_are_the_state() -> None:
    abroad = row(incident(toll(5, 5, "medics", **CIVILIANS), event("air_strike", "Russian military")))
    assert (abroad["actor1"], abroad["inter1"]) == ("Military Forces of Russia", "8")
    home = row(
        incident(toll(2, 2, harm="detained", group="men"), event("arrest", "Syrian police"), kind="arrest")
    )
    assert (home["actor1"], home["inter1"], home["disorder_type"]) == ("Police Forces of Syria", "1", "Strategic developments")  # fmt: skip
