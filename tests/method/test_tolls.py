"""Whether figures add up, are accounts of one toll, or give way to what was published later."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from counterclaim.core.incidents import FiledClaim
from counterclaim.incidents.profiles import reconcile
from tests.method.telling import ends, figure, tally, why_not

TOTALS = ("ucdp-like", "acled-like", "gtd-like")
FIGHTERS: dict[str, Any] = {"status": "combatant", "group": "fighters"}
SOLDIERS: dict[str, Any] = {"status": "combatant", "group": "soldiers"}
CIVILIANS: dict[str, Any] = {"status": "civilian", "group": "civilians"}


def best(profile: str, *told: FiledClaim) -> int | None:
    found = tally(profile, *told)
    return found.best.number if found.best else None


@pytest.mark.parametrize("profile", TOTALS)
def test_22_fighters_to_the_army_and_17_civilians_to_a_monitor_are_one_toll(profile: str) -> None:
    told = figure(22, 22, "Malian army", **FIGHTERS), figure(17, 17, "Coast Monitor", at=10, **CIVILIANS)
    assert best(profile, *told) == 17
    assert "status_contested" in tally(profile, *told).flags
    assert best(profile, *told, figure(20, 20, "hospital", at=20, group="people")) == 17


def test_the_range_of_rival_accounts_goes_from_the_one_to_the_other() -> None:
    told = figure(22, 22, "Malian army", **FIGHTERS), figure(17, 17, "Coast Monitor", at=10, **CIVILIANS)
    deaths = tally("ucdp-like", *told)
    assert ends(deaths) == (17, 22)
    assert [(share.people, share.number) for share in deaths.shares] == [("civilians", 17)]
    for people in ("civilians", "belligerents"):
        assert ends(tally("airwars-like", *told, people=people)) == (0, 22)


@pytest.mark.parametrize("profile", TOTALS)
@pytest.mark.parametrize(
    "told",
    [
        (figure(22, 22, "Coast Monitor", **FIGHTERS), figure(17, 17, "Coast Monitor", at=10, **CIVILIANS)),
        (figure(22, 22, "army", **SOLDIERS), figure(17, 17, "Coast Monitor", at=10, **CIVILIANS)),
        (
            figure(22, 22, "army", **FIGHTERS | {"group": "gunmen"}),
            figure(17, 17, "residents", at=10, perpetrator="gunmen", **CIVILIANS),
        ),
    ],
    ids=["one speaker tells of both", "a side tells of its own dead", "the fighters killed the civilians"],
)
def test_fighters_and_civilians_are_added_where_they_are_not_the_same_dead(
    profile: str, told: tuple[FiledClaim, FiledClaim]
) -> None:
    assert best(profile, *told) == 39


def test_civilians_among_the_dead_of_two_fighting_sides_are_added_to_both() -> None:
    told = (
        figure(22, 22, "army", **FIGHTERS | {"group": "rebels"}),
        figure(3, 3, "rebels", at=10, **SOLDIERS),
        figure(17, 17, "Coast Monitor", at=20, **CIVILIANS),
    )
    assert best("ucdp-like", *told) == 42


def test_children_beside_fighters_are_counted_as_civilians() -> None:
    told = (
        figure(22, 22, "army", **FIGHTERS),
        figure(4, 4, "residents", at=10, status="civilian", group="children"),
    )
    assert ends(tally("airwars-like", *told, people="civilians")) == (4, 4)
    assert ends(tally("airwars-like", *told, people="belligerents")) == (22, 22)


@pytest.mark.parametrize("profile", ["acled-like", "gtd-like"])
def test_what_several_say_later_counts_before_the_first_wire(profile: str) -> None:
    first = figure(12, 12, "police", document="d1", published="2021-05-03")
    ministry = figure(19, 19, "Health Ministry", document="d2", published="2021-05-05")
    hospital = figure(21, 21, "hospital", document="d3", published="2021-05-05")
    assert best(profile, first, ministry) == 19
    assert best(profile, first, ministry, hospital) == 19
    assert any("police: 12" in note for note in reconcile(profile, [first, ministry]).notes)
    assert best("ucdp-like", first, ministry) == 12


@pytest.mark.parametrize("profile", ["acled-like", "gtd-like"])
@pytest.mark.parametrize(
    "later",
    [
        figure(19, 19, "Health Ministry", document="d2", published="2021-05-03"),
        figure(19, 19, "Health Ministry", document="d2"),
        figure(60, 60, "JNIM", document="d2", published="2021-05-05", **SOLDIERS),
    ],
    ids=["the same day", "no day known", "a party's word on its foes"],
)
def test_without_a_later_day_or_from_a_foe_the_lower_figure_stays(profile: str, later: FiledClaim) -> None:
    first = figure(12, 12, "police", document="d1", published="2021-05-03", **SOLDIERS)
    assert best(profile, first, later) == 12


@pytest.mark.parametrize("profile", ["acled-like", "gtd-like"])
def test_a_figure_that_is_still_given_on_the_later_day_is_in_dispute(profile: str) -> None:
    first = figure(12, 12, "police", document="d1", published="2021-05-03")
    again = figure(12, 12, "police", document="d2", published="2021-05-05")
    ministry = figure(19, 19, "Health Ministry", document="d2", published="2021-05-05", at=10)
    assert best(profile, first, again, ministry) == 12


@pytest.mark.parametrize("profile", ["acled-like", "gtd-like"])
def test_an_early_total_is_outgrown_by_the_dead_of_each_side_told_later(profile: str) -> None:
    total = figure(12, 12, "police", document="d1", published="2021-05-03", group="people")
    sides = [
        figure(15, 15, "officials", document="d2", published="2021-05-05", **SOLDIERS),
        figure(4, 4, "officials", document="d2", published="2021-05-05", at=10, **CIVILIANS),
    ]
    assert best(profile, total, *sides) == 19
    earlier = [figure(one.claim.min, one.claim.max, "officials", document="d0", published="2021-05-02", at=at, group=one.claim.group, status=one.claim.status) for at, one in enumerate(sides)]  # type: ignore[union-attr]  # fmt: skip
    assert best(profile, total, *earlier) == 12


def test_a_soldier_who_dies_in_hospital_is_one_of_the_ten_that_this_brings_the_toll_to() -> None:
    sentence = "A soldier died of his wounds, bringing to 10 the number of soldiers killed, the army said."
    told = (
        figure(1, 1, "army", sentence=sentence, status="combatant", group="a soldier"),
        figure(10, 10, "army", at=10, sentence=sentence, **SOLDIERS),
    )
    deaths = tally("accounts", *told)
    assert (ends(deaths), deaths.people) == ((10, 10), "soldiers")


def test_those_of_whom_is_told_how_they_died_are_some_of_all_who_were_killed() -> None:
    told = (
        figure(43, 43, "residents", group="farm workers", status="civilian"),
        figure(5, 5, "police", at=10, group="farmers", status="civilian"),
    )
    assert ends(tally("accounts", *told)) == (5, 43)
    quote = "five farmers were beheaded"
    beheaded = replace(told[1], claim=replace(told[1].claim, quote=quote))
    assert ends(tally("accounts", told[0], beheaded)) == (43, 43)
    assert ends(tally("accounts", beheaded)) == (5, 5)


@pytest.mark.parametrize("profile", ["accounts", *TOTALS])
def test_what_a_headline_gives_as_at_least_60_and_the_text_as_64_is_64(profile: str) -> None:
    headline = figure(60, None, "Coast Monitor", group="civilians", status="civilian")
    text = figure(64, 64, "Coast Monitor", at=90, group="civilians", status="civilian")
    assert ends(tally(profile, headline, text)) == (64, 64)
    assert "given in full" in why_not(reconcile(profile, [headline, text]), headline)


def test_at_least_60_of_another_speaker_or_document_stands_beside_64() -> None:
    text = figure(64, 64, "Coast Monitor", at=90, group="civilians", status="civilian")
    for other in (
        figure(60, None, "medics", group="civilians", status="civilian"),
        figure(60, None, "Coast Monitor", document="d2", group="civilians", status="civilian"),
        figure(90, None, "Coast Monitor", group="civilians", status="civilian"),
    ):
        low, high = ends(tally("accounts", other, text))
        assert low != high


def test_marines_are_of_a_state_and_bandits_are_not() -> None:
    told = (
        figure(13, 13, "army", status="combatant", group="marines"),
        figure(40, 40, "army", at=10, status="combatant", group="bandits"),
    )
    assert ends(tally("ucdp-like", *told)) == (53, 53)
