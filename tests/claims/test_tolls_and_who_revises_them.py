"""Whose toll is raised, what a number of wounded counts, and what is a total over several attacks."""

from __future__ import annotations

import pytest

from counterclaim.core.claims import Casualty
from tests.claims.conftest import sheet_of


def figures(*sentences: str) -> list[Casualty]:
    return [claim for claim in sheet_of(*sentences).claims or () if isinstance(claim, Casualty)]


@pytest.mark.parametrize(
    ("sentence", "speakers"),
    [
        ("The Tamil Tigers raised their own toll from 13 to 15.", ("LTTE",)),
        ("The UN revised its death toll to 15.", ("United Nations",)),
        ("The blast raised the death toll in the district to 15.", ()),
    ],
)
def test_whoever_raises_a_toll_says_it(sentence: str, speakers: tuple[str, ...]) -> None:
    (figure,) = figures("Police said two died.", sentence)[1:]
    assert (figure.harm, figure.min, figure.speakers) == ("killed", 15, speakers)


@pytest.mark.parametrize(
    ("sentence", "harm"),
    [
        ("An earlier toll had put the number of wounded at 111.", "wounded"),
        ("An earlier toll had put the number of people injured at 111.", "wounded"),
        ("An earlier toll had put the number of dead at 111.", "killed"),
    ],
)
def test_a_toll_of_the_wounded_counts_no_dead(sentence: str, harm: str) -> None:
    assert [(figure.harm, figure.min) for figure in figures(sentence)] == [(harm, 111)]


def test_a_relative_who_died_is_one_of_the_dead() -> None:
    (figure,) = figures(
        "“I saw bodies,” said Ali Qasim, a shopkeeper whose brother was killed in the attack."
    )
    assert (figure.group, figure.min, figure.max, figure.scope) == ("brother", 1, 1, "part")


@pytest.mark.parametrize(
    ("sentence", "scope"),
    [
        ("An official put the number of dead across nine villages at 77.", "cumulative"),
        ("Gunmen killed 40 people across three provinces.", "cumulative"),
        ("A weekend of violence left at least 25 people dead in the islands.", "cumulative"),
        ("Gunmen killed 40 people across the river.", "incident"),
        ("The bombing of a church last month that killed 23 people was the work of two men.", "incident"),
        ("Bombings last month killed 23 people.", "cumulative"),
    ],
)
def test_a_total_over_several_attacks_is_none_of_one(sentence: str, scope: str) -> None:
    assert {figure.scope for figure in figures(sentence)} == {scope}
