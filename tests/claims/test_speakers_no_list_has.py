"""Speakers by nouns that no list has, with relative clauses, appositions and places behind them.

A credit is written as speakers | via | explicitness | modality; `/` parts other right answers.
"""

from collections.abc import Callable

import pytest

CASES = [
    pytest.param(
        "Ten people died, a deacon at the church told Reuters.",
        ("Ten people died", "deacon at the church | Reuters | role | asserted"),
        id="deacon",
    ),
    pytest.param(
        "Fishermen said 12 bodies were washed ashore.",
        ("12 bodies", "fishermen |  | unnamed/role | asserted"),
        id="fishermen",
    ),
    pytest.param(
        '"My three sons were killed," the grandfather said.',
        ("three sons were killed", "grandfather |  | role | asserted"),
        id="grandfather-behind-a-quotation",
    ),
    pytest.param(
        "Okonkwo also said that 12 people died.",
        ("12 people died", "Okonkwo |  | role/named | asserted"),
        id="surname-alone",
    ),
    pytest.param(
        "Activists in the district of Hodan in Mogadishu said six civilians were killed.",
        ("six civilians were killed", "Activists |  | unnamed | asserted"),
        id="places-behind",
    ),
    pytest.param(
        "The monitor which relies on a network of sources says 12 people died.",
        ("12 people died", "monitor |  | role/named | asserted"),
        id="relative-clause-without-commas",
    ),
    pytest.param(
        "The Tracker - which has people in every town - says 12 people died.",
        ("12 people died", "Tracker |  | role/named | asserted"),
        id="relative-clause-in-dashes",
    ),
    pytest.param(
        "There was no claim for the attack which pro-Juba media said killed 12 people.",
        ("killed 12 people", "pro-Juba media |  | unnamed/role | asserted"),
        id="object-clause",
    ),
    pytest.param(
        "The group in a statement published on Twitter and on Telegram said a bomber killed 12 soldiers.",
        ("killed 12 soldiers", "group |  | role | asserted"),
        id="in-a-statement",
    ),
    pytest.param(
        "A human rights group, Indepaz, said four teachers were killed.",
        ("four teachers were killed", "Indepaz |  | role/named | asserted"),
        id="named-between-commas",
    ),
    pytest.param(
        "An army spokesman, Colonel Getnet Adane, said 12 rebels died.",
        ("12 rebels died", "army |  | role | asserted"),
        id="spokesman-between-commas",
    ),
    pytest.param(
        "Opponents of Omar al-Bashir said the army killed 30 people.",
        ("killed 30 people", "Opponents |  | unnamed/role | asserted"),
        id="opponents-of",
    ),
    pytest.param(
        "Channel 10 quoted Defence Minister Moshe Levi as telling reporters that 12 men died.",
        ("12 men died", "Moshe Levi | Channel 10 | named | asserted"),
        id="as-telling",
    ),
    pytest.param(
        "A drone hit the port, which lies beside a military airport, said the mayor of Berdyansk.",
        ("A drone hit the port", "mayor of Berdyansk |  | role | asserted"),
        id="an-airport-says-nothing",
    ),
    pytest.param(
        "Ten died when rebels and men who guarded the base clashed said director Anna Berg.",
        ("Ten died", "Anna Berg |  | named | asserted"),
        id="a-name-alone-is-no-content",
    ),
]


@pytest.mark.parametrize(("sentence", "credited"), CASES)
def test_an_unlisted_speaker_is_credited(
    credit_problems: Callable[..., list[str]], sentence: str, credited: tuple[str, str]
) -> None:
    assert credit_problems([sentence], *credited) == []
