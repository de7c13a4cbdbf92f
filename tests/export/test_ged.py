"""Rows in the layout of UCDP GED: who is on which side, whose the dead are, and what is refused."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from counterclaim.core.claims import Casualty
from counterclaim.core.incidents import FiledClaim
from counterclaim.export.gather import Gathered
from counterclaim.export.ged import COLUMNS
from tests.export.reading import made, reasons, rows
from tests.export.telling import (
    DAY,
    PROVINCE,
    TOWN,
    control,
    event,
    incident,
    record,
    strike_on_soldiers,
    toll,
)
from tests.method.telling import blame

CIVILIANS = {"group": "civilians", "status": "civilian"}
NAME = "ged_like.csv"


def row(one: Gathered) -> dict[str, str]:
    (only,) = rows(made(record(one), "ged"), NAME)
    return only


def refused(one: Gathered) -> str:
    (only,) = reasons(made(record(one), "ged"))
    return only


def raid(**fields: Any) -> Gathered:
    """Five civilians killed by ISIS."""
    return incident(
        toll(5, 5, "Local council", **CIVILIANS), event("attack", "ISIS", "Local council"), **fields
    )


def test_the_table_has_the_49_columns_of_the_releases_from_20_1_on() -> None:
    assert len(COLUMNS) == 49
    assert [column.name for column in COLUMNS][-9:] == (
        [
            "deaths_a",
            "deaths_b",
            "deaths_civilians",
            "deaths_unknown",
            "best",
            "high",
            "low",
            "gwnoa",
            "gwnob",
        ]
    )


def test_a_strike_on_an_army_is_state_based_and_its_soldiers_are_the_dead_of_their_side() -> None:
    told = row(strike_on_soldiers())
    assert told["type_of_violence"] == "1"
    assert (told["side_a"], told["side_b"]) == ("US-led coalition", "Government of Syria")
    assert (told["low"], told["best"], told["high"]) == ("62", "62", "83")
    assert [told[f"deaths_{name}"] for name in ("a", "b", "civilians", "unknown")] == ["0", "62", "0", "0"]
    assert (told["country_id"], told["region"], told["gwnoa"], told["gwnob"]) == (
        "652",
        "Middle East",
        "",
        "652",
    )


def test_an_attack_on_civilians_is_one_sided() -> None:
    told = row(raid())
    assert (told["type_of_violence"], told["side_a"], told["side_b"]) == ("3", "ISIS", "Civilians")
    assert told["deaths_civilians"] == told["best"] == "5"


def test_a_clash_of_two_armed_groups_is_non_state() -> None:
    told = row(
        incident(
            toll(9, 9, "activists", group="ISIS fighters", status="combatant"),
            event("armed_clash", "Free Syrian Army", "activists", target="ISIS"),
            kind="armed_clash",
        )
    )
    assert (told["type_of_violence"], told["dyad_name"]) == ("2", "Free Syrian Army - ISIS")
    assert (told["deaths_a"], told["deaths_b"]) == ("0", "9")


def test_sources_are_counted_by_whose_words_they_are_and_not_by_outlet() -> None:
    told = row(
        incident(
            toll(5, 5, "Local council", **CIVILIANS),
            toll(5, 5, "Local council", document="d2", **CIVILIANS),
            event("attack", "ISIS", "Local council"),
        )
    )
    assert (told["number_of_sources"], told["source_original"]) == ("1", "Local council")
    assert told["source_article"] == "Coast Monitor, 2016-09-18, Page d1; Coast Monitor, 2016-09-18, Page d2"


def test_days_are_written_with_the_time_of_day_that_the_releases_have() -> None:
    told = row(raid(when="2016-09-12/2016-09-18"))
    assert (told["date_start"], told["date_end"]) == ("2016-09-12 00:00:00.000", "2016-09-18 00:00:00.000")
    assert (told["date_prec"], told["event_clarity"], told["year"]) == ("3", "2", "2016")


def test_it_is_clear_only_once_a_person_accepted_every_claim() -> None:
    one = raid()
    accepted = frozenset(filed.claim.id for filed in one.filed)
    (told,) = rows(made(record(one, accepted=accepted), "ged"), NAME)
    assert told["code_status"] == "Clear"
    assert row(one)["code_status"].startswith("Check 2 of 2 claims")


@pytest.mark.parametrize(
    ("one", "reason"),
    [
        (raid(when="XXXX-09-17"), "no_year"),
        (raid(when=None), "no_day"),
        (raid(when="2016-09-12/.."), "open_time"),
        (raid(place=None), "no_place"),
        (raid(place="the old mill"), "place_unknown"),
        (incident(toll(5, 5, "Local council", **CIVILIANS)), "no_actor"),
        (incident(toll(5, 5, "Local council"), event("attack", "ISIS", "Local council")), "victims_unclear"),
        (incident(toll(0, 0, "Local council", **CIVILIANS), event("attack", "ISIS")), "no_confirmed_death"),
        (
            incident(toll(5, None, "medics", harm="killed_or_wounded", **CIVILIANS), event("attack", "ISIS")),
            "no_confirmed_death",
        ),
        (incident(toll(5, 5, "medics", **CIVILIANS), event("attack", "a convoy of buses")), "side_unknown"),
        (
            incident(
                toll(5, 5, "medics", **CIVILIANS),
                blame("accuses", "Russian military", "activists"),
                blame("accuses", "ISIS", "Syrian army", at=600),
            ),
            "contested_actor",
        ),
    ],
)  # fmt: skip
def test_a_row_that_would_have_to_be_guessed_is_refused_with_its_reason(one: Gathered, reason: str) -> None:
    assert refused(one) == reason


def test_a_refusal_says_what_to_do_next() -> None:
    out = made(record(raid(when="XXXX-09-17")), "ged")
    (told,) = rows(out, "refused.csv")
    assert (told["file"], told["incident"], told["reason"]) == (NAME, "CC-AAAAAA", "no_year")
    assert "--published" in told["why"]
    assert rows(out, NAME) == []


def test_a_place_known_by_its_province_is_written_with_that_precision() -> None:
    far = toll(5, 5, "Local council", **{**CIVILIANS, "where": PROVINCE})
    told = row(incident(far, event("attack", "ISIS")))
    assert (told["where_prec"], told["adm_1"]) == ("4", "Orlova")


STATUSES = ["civilian", "combatant", "unknown"]
FIGURES = st.lists(
    st.tuples(
        st.integers(0, 90), st.integers(0, 90), st.booleans(), st.sampled_from(STATUSES),
        st.sampled_from(["Syrian soldiers", "ISIS fighters", "civilians", None]),
        st.sampled_from(["activists", "Russian military", "Local council"]),
    ),
    min_size=1, max_size=5,
)  # fmt: skip


@given(FIGURES)
def test_in_every_row_the_sides_sum_to_best_and_best_lies_between_low_and_high(
    figures: list[tuple[int, int, bool, str, str | None, str]],
) -> None:
    told: list[FiledClaim] = [
        toll(low, None if is_open else low + more, speaker, at=at * 10, status=status, group=group)
        for at, (low, more, is_open, status, group, speaker) in enumerate(figures)
    ]
    one = incident(*told, event("armed_clash", "ISIS", target="Syrian army"), kind="armed_clash")
    for each in rows(made(record(one), "ged"), NAME):
        parts = [int(each[f"deaths_{name}"]) for name in ("a", "b", "civilians", "unknown")]
        assert sum(parts) == int(each["best"])
        assert int(each["low"]) <= int(each["best"]) <= int(each["high"])


def test_a_place_and_day_of_the_claims_are_those_of_the_row() -> None:
    told = row(raid())
    assert (float(told["latitude"]), float(told["longitude"])) == (TOWN.lat, TOWN.lon)
    assert (told["geom_wkt"], told["date_start"][:10]) == ("POINT (40.125 35.25)", DAY)


def test_a_condition_names_nobody() -> None:
    """ "If it hit troops, the coalition is to blame" leaves the actor open."""
    if_so = blame("accuses", "US-led coalition", "activists", modality="conditional")
    assert refused(incident(toll(5, 5, "activists", **CIVILIANS), if_so)) == "no_actor"


def test_control_of_a_place_adds_no_death() -> None:
    one = raid()
    with_control = incident(*one.filed, control("seizes", "ISIS"))
    assert row(with_control)["best"] == row(one)["best"]


def test_a_denied_figure_does_not_count() -> None:
    denied = toll(50, 50, "ISIS", at=300, **CIVILIANS)
    assert isinstance(denied.claim, Casualty)
    no = replace(denied, claim=replace(denied.claim, polarity="negated"))
    assert row(incident(*raid().filed, no))["high"] == "5"
