"""Victims by name, by kinship and one by one; ages, families and trades that no list has."""

from collections.abc import Callable

import pytest

CASES = [
    pytest.param(
        "General Ahmed Jama was killed in the attack on Kismayo.",
        ["killed 1 1 exact combatant incident"],
        id="by-name",
    ),
    pytest.param(
        "Commander Salim Bahati and four of his fighters died in the raid.",
        ["killed 1 1 exact combatant incident", "killed 4 4 exact combatant incident"],
        id="name-and-number",
    ),
    pytest.param("Troops loyal to Khalifa Haftar were killed in Sirte.", [], id="whose-troops"),
    pytest.param(
        "A man, a woman and a child died in Kherson.",
        ["killed 3 3 exact civilian incident"],
        id="three-singles",
    ),
    pytest.param(
        "Another man and a woman were killed in rocket fire on Ashkelon.",
        ["killed 2 2 exact civilian incident"],
        id="another-man",
    ),
    pytest.param(
        "Mortar fire killed a husband and wife in their garden.",
        ["killed 2 2 exact civilian incident"],
        id="couple-by-kinship",
    ),
    pytest.param(
        "A couple and their three children were killed in Rafah.",
        ["killed 2 2 exact civilian incident", "killed 3 3 exact civilian incident"],
        id="couple",
    ),
    pytest.param(
        "The attack killed a family of five.", ["killed 5 5 exact civilian incident"], id="family-of-five"
    ),
    pytest.param(
        "His wife and three of his sons were also killed.",
        ["killed 1 1 exact civilian incident", "killed 3 3 exact civilian incident"],
        id="his-wife",
    ),
    pytest.param(
        "Three brothers aged 9, 11 and 14 were killed in Aden.",
        ["killed 3 3 exact civilian incident"],
        id="ages-in-a-list",
    ),
    pytest.param(
        "A boy of nine was wounded in Lashkar Gah.", ["wounded 1 1 exact civilian incident"], id="boy-of-nine"
    ),
    pytest.param(
        "Two gardeners and six nurses were killed in Kabul.",
        ["killed 2 2 exact unknown incident", "killed 6 6 exact civilian incident"],
        id="unlisted-trade",
    ),
    pytest.param(
        "The shells killed 11 goats and a herder.", ["killed 1 1 exact civilian incident"], id="animals"
    ),
    pytest.param(
        "Rebels executed 12 captured soldiers.",
        ["killed 12 12 exact combatant incident"],
        id="captured-before",
    ),
    pytest.param(
        "Hundreds of badly injured civilians are in hospitals in Khartoum.",
        ["wounded 200 - vague civilian part"],
        id="injured-as-adjective",
    ),
    pytest.param("The child who was killed had been playing football.", [], id="told-before"),
]


@pytest.mark.parametrize(("sentence", "figures"), CASES)
def test_single_victims_are_counted(
    figures_of: Callable[[str], list[str]], sentence: str, figures: list[str]
) -> None:
    assert figures_of(sentence) == figures
