"""Which place a claim has, and what is none: areas behind a town, ships, surnames, heads of short posts."""

from collections.abc import Callable

import pytest

from counterclaim.core.claims import Casualty
from counterclaim.core.types import Sheet

PLACES = [
    ("Gunmen in Zintan, Libya, killed four guards.", "Zintan"),
    ("A strike on a market in the Amhara region of Ethiopia killed 26 people.", "Amhara region"),
    ("A mine at Mwembeni, Lamu County, killed four guards.", "Mwembeni"),
    ("The army shelled Yinmabin, killing four villagers.", "Yinmabin"),
    ("Shells in Aleppo and Idlib killed four guards.", "Idlib"),
    ("The USS Fallujah killed four pirates in the Gulf of Aden.", "Gulf of Aden"),
]


@pytest.mark.parametrize(("sentence", "place"), PLACES)
def test_a_figure_has_the_inmost_place_that_is_told(
    read: Callable[..., Sheet], sentence: str, place: str
) -> None:
    (claim,) = (claim for claim in read(sentence).claims or () if isinstance(claim, Casualty))
    assert claim.place == place


@pytest.mark.parametrize(
    "sentence",
    [
        "Mayor Ellen Banky said that four guards were killed.",
        "The USS Fallujah killed four pirates.",
        "The tanker Hodeidah was attacked, and four sailors were killed.",
    ],
)
def test_a_surname_and_a_ship_are_no_places(read: Callable[..., Sheet], sentence: str) -> None:
    assert read(sentence).places == ()


def test_a_country_behind_its_town_has_not_done_it(read: Callable[..., Sheet]) -> None:
    (claim,) = (
        claim
        for claim in read("A raid on a base at Taftanaz, Syria, killed four soldiers.").claims or ()
        if isinstance(claim, Casualty)
    )
    assert claim.perpetrator is None


SIGNED = [
    (
        "A man was killed by a drone in Antonivka – Prokudin.",
        "A man was killed",
        "Prokudin |  | role | asserted",
    ),
    (
        "Five people were killed in a strike on Sumy – the interior ministry.",
        "Five people were killed",
        "interior ministry |  | role | asserted",
    ),
    (
        "The General Staff said four soldiers were killed.",
        "four soldiers were killed",
        "General Staff |  | named | asserted",
    ),
    (
        "Four soldiers were killed on the road from Sake – Goma.",
        "Four soldiers were killed",
        "|  | outlet | asserted",
    ),
]


@pytest.mark.parametrize(("sentence", "words", "credit"), SIGNED)
def test_a_short_post_is_signed_behind_a_dash(
    credit_problems: Callable[..., list[str]], sentence: str, words: str, credit: str
) -> None:
    assert credit_problems([sentence], words, credit) == []
