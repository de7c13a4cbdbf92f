"""Who is meant: spokespeople behind names, "who", "the secretary", and those who pass words on."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from counterclaim.core.claims import Casualty, Event
from tests.claims.conftest import sheet_of

MEANT = [
    pytest.param(
        ["Soldiers executed eight men in Quissa, according to four witnesses, who said a clinic lost nine medics."],
        "nine medics",
        "four witnesses |  | - | asserted",
        id="who-said",
    ),
    pytest.param(
        ["A deacon who helped collect the bodies told the paper he believed some 800 people had been killed."],
        "some 800 people had been killed",
        "deacon |  | - | asserted",
        id="told-the-paper",
    ),
    pytest.param(
        ["The port's health ministry said five people died.", "A spokesman for the ministry, Tamim Sari, said 25 others were wounded."],
        "25 others were wounded",
        "health ministry |  | - | asserted",
        id="spokesman-for-the-ministry",
    ),
    pytest.param(
        ["A spokesman for the rebels, Eduard Basko, said troops had killed 12 people."],
        "killed 12 people",
        "rebels |  | - | asserted",
        id="spokesman-for-the-rebels",
    ),
    pytest.param(
        ["UNRWA said the school was hit.", '"Forty children were killed," spokesman Christopher Gunn said.'],
        "Forty children were killed",
        "UNRWA |  | - | asserted",
        id="spokesman-alone",
    ),
    pytest.param(
        ["\"The army killed 40 people,\" said Deprose Mucha, Amnesty International's director for Africa."],
        "killed 40 people",
        "Amnesty International |  | - | asserted",
        id="the-monitors-director",
    ),
    pytest.param(
        ["Defense Secretary Delfin Lorena said the bomb missed.", '"Eleven soldiers were killed," the Secretary said.'],
        "Eleven soldiers were killed",
        "Delfin Lorena |  | - | asserted",
        id="the-secretary",
    ),
    pytest.param(
        ["The Saudi-led coalition bombed a hall.", "The coalition said 40 people died."],
        "40 people died",
        "Saudi-led coalition |  | - | asserted",
        id="the-coalition",
    ),
    pytest.param(
        ["An airstrike killed 44 people, the U.N. mission to Libya said."],
        "killed 44 people",
        "U.N. mission to Libya |  | - | asserted",
        id="mission-to-a-country",
    ),
    pytest.param(
        ["At least 137 people were killed, according to the Chechen president, Aslan Maskha, and 260 wounded."],
        "At least 137 people were killed",
        "Aslan Maskha |  | - | asserted",
        id="according-to-title-and-name",
    ),
    pytest.param(
        ["One of them, a colonel, said the rebels had lost 40 people."],
        "40 people",
        "colonel |  | - | asserted",
        id="one-of-them",
    ),
    pytest.param(
        ["President Nicolas Dufour, speaking in Orsa beside his Egyptian counterpart, Hosni Baraka, said 40 people were killed."],
        "40 people were killed",
        "Nicolas Dufour |  | - | asserted",
        id="speaking-beside",
    ),
    pytest.param(
        ["The Ministry of National Defence did not respond to a letter.", "It has previously said that insurgents killed 12 people."],
        "killed 12 people",
        "Ministry of National Defence |  | - | asserted",
        id="it-did-not-respond",
    ),
    pytest.param(
        ["Residents contacted by phone gave another account.", "They said 12 elders were killed."],
        "12 elders were killed",
        "residents |  | - | asserted",
        id="they-gave-an-account",
    ),
    pytest.param(
        ["When the rockets fell, Malika Umaz was buying bread.", '"Forty people died," she says.'],
        "Forty people died",
        "Malika Umaz |  | - | asserted",
        id="she-was-buying-bread",
    ),
    pytest.param(
        ["Vladimir Orlov, then prime minister, suggested in Helsinki that 40 people were killed."],
        "40 people were killed",
        "Vladimir Orlov |  | - | asserted",
        id="suggested-in-a-town",
    ),
]  # fmt: skip

PASSED_ON = [
    pytest.param(
        ["Major Ali Noor said his forces had killed 30 rebels, Interfax reported."],
        "killed 30 rebels",
        "Ali Noor | Interfax | - | asserted",
        id="an-agency-reported",
    ),
    pytest.param(
        ["Foreign Minister Sergei Orlov said 12 people were killed in Donetsk, according to Reuters."],
        "12 people were killed",
        "Sergei Orlov | Reuters | - | asserted",
        id="according-to-an-agency",
    ),
    pytest.param(
        ["Two survivors told aid workers that guards had killed five migrants, the U.N. mission reported."],
        "killed five migrants",
        "survivors | UN mission/U.N. mission/United Nations | - | asserted",
        id="a-mission-reported",
    ),
    pytest.param(
        ["Rebel leader Alexander Zakhar had earlier been quoted by Interfax as saying that 40 soldiers were killed."],
        "40 soldiers were killed",
        "Alexander Zakhar | Interfax | - | asserted",
        id="had-been-quoted",
    ),
    pytest.param(
        ["The ministry said 12 people were killed, while Reuters counted 15 bodies."],
        "12 people were killed",
        "ministry |  | - | asserted",
        id="another-who-only-counts-too",
    ),
    pytest.param(
        ["The army condemned the raid, Reuters said, and 12 people were killed."],
        "12 people were killed",
        " |  | - | asserted",
        id="none-of-them-in-the-same-breath",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("sentences", "words", "credit"), MEANT)
def test_who_says_it_is_whoever_is_meant(
    credit_problems: Callable[..., list[str]], sentences: list[str], words: str, credit: str
) -> None:
    assert credit_problems(sentences, words, credit) == []


@pytest.mark.parametrize(("sentences", "words", "credit"), PASSED_ON)
def test_whoever_the_whole_is_credited_to_passes_it_on(
    credit_problems: Callable[..., list[str]], sentences: list[str], words: str, credit: str
) -> None:
    assert credit_problems(sentences, words, credit) == []


def test_a_quotation_of_several_sentences_is_of_who_spoke_before() -> None:
    sheet = sheet_of(
        '"There was fighting in the town," the official said.',
        '"Civilians were caught in it.',
        'Soldiers killed 12 people."',
    )
    assert {claim.speakers for claim in sheet.claims or () if isinstance(claim, Casualty)} == {("official",)}


def test_words_in_marks_that_open_inside_a_sentence_are_not_carried_over() -> None:
    sheet = sheet_of(
        "The mayor said the town was quiet.",
        'The road sign read "Slow.',
        'Mines" and a mine there killed 12 people.',
    )
    assert {claim.speakers for claim in sheet.claims or () if isinstance(claim, Casualty)} == {()}


def test_what_introduces_an_answer_is_no_claim() -> None:
    sheet = sheet_of(
        'Asked whether detectives should question the men, he replied: "Gunmen killed two soldiers."'
    )
    assert all("replied" not in claim.quote for claim in sheet.claims or ())


def test_what_is_said_ends_where_the_agency_is_named() -> None:
    sheet = sheet_of(
        "Foreign Minister Sergei Orlov said shells hit a market in Donetsk, according to Reuters."
    )
    (event,) = [claim for claim in sheet.claims or () if isinstance(claim, Event)]
    assert event.quote.endswith("Donetsk")


def test_what_is_told_of_the_group_does_not_hold_what_it_says_next() -> None:
    sheet = sheet_of(
        "The Salvation Front, which holds the port of Orsa, accused the army of shelling it and vowed to retaliate."
    )
    assert all("vowed" not in claim.quote for claim in sheet.claims or ())
