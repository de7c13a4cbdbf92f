"""Whom figures count, and when a total is about one group."""

from __future__ import annotations

import pytest

from counterclaim.core.claims import Casualty, Status
from counterclaim.core.incidents import FiledClaim
from counterclaim.incidents.people import group_people, may_be_same_people, people_of


def counting(name: str, group: str | None, status: Status = "unknown") -> FiledClaim:
    claim = Casualty(
        id=name, start=0, end=1, quote="", harm="killed", min=1, max=1, group=group, status=status
    )
    return FiledClaim(document_id="d", doc="d", outlet=None, published=None, sentence="", claim=claim)


def groups(*told: FiledClaim) -> dict[str, str]:
    return {name: group.words for name, group in group_people(told).items()}


def test_a_toll_beside_dead_soldiers_alone_is_about_the_soldiers() -> None:
    told = groups(counting("a", "Syrian soldiers", "combatant"), counting("b", None))
    assert told == {"a": "Syrian soldiers", "b": "Syrian soldiers"}


def test_once_civilians_are_told_too_the_toll_is_a_total_over_both() -> None:
    told = groups(
        counting("a", "Syrian soldiers", "combatant"),
        counting("b", None),
        counting("c", "villagers", "civilian"),
    )
    assert told == {"a": "Syrian soldiers", "b": "people", "c": "villagers"}


def test_fighters_of_two_camps_are_two_groups_and_all_fighters_a_total() -> None:
    told = groups(
        counting("a", "pro-government fighters", "combatant"),
        counting("b", "ISIS militants", "combatant"),
        counting("c", "fighters", "combatant"),
    )
    assert told["a"] != told["b"]
    assert told["c"] == "people"


def test_children_are_some_of_the_dead_and_draw_no_toll_to_them() -> None:
    found = group_people([counting("a", "children", "civilian"), counting("b", "people")])
    assert (found["a"].reach, found["b"].reach) == ("some", "all")


def test_the_order_of_figures_changes_no_group() -> None:
    told = [
        counting("a", "rebels", "combatant"),
        counting("b", "soldiers", "combatant"),
        counting("c", "Iraqi army soldiers", "combatant"),
        counting("d", "people"),
        counting("e", "women", "civilian"),
    ]
    assert group_people(told) == group_people(told[::-1])


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Syrian army troops", "government soldiers", True),
        ("Syrian army troops", "rebel fighters", False),
        ("Syrian soldiers", "Russian servicemen", False),
        ("ISIS fighters", "militants", True),
        ("police officers", "policemen", True),
        ("market traders", "pilgrims", False),
        ("seven people", "residents", True),
    ],
)
def test_words_tell_whether_two_figures_can_be_of_the_same_people(one: str, other: str, same: bool) -> None:
    a, b = people_of(one, "unknown"), people_of(other, "unknown")
    assert may_be_same_people(a, b) is may_be_same_people(b, a) is same


def test_the_soldiers_and_the_rebels_of_one_battle_are_two_groups() -> None:
    told = groups(counting("a", "soldiers", "combatant"), counting("b", "rebels", "combatant"))
    assert told == {"a": "soldiers", "b": "rebels"}
