"""What holds over the sentences of an article: repeats, remainders, order, and where one article ends."""

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from counterclaim.claims.assemble import read_claims_by_rules
from counterclaim.core.claims import Casualty, Claim
from counterclaim.core.spans import Span
from counterclaim.core.types import Article, Sheet

Read = Callable[..., Sheet]
Figure = tuple[str, int | None, int | None, tuple[str, ...]]


def figures(sheet: Sheet) -> list[Figure]:
    return [
        (claim.harm, claim.min, claim.max, claim.speakers)
        for claim in sheet.claims or ()
        if isinstance(claim, Casualty)
    ]


def test_a_figure_told_twice_by_one_speaker_is_one_claim(read: Read) -> None:
    sheet = read(
        "Medics said 14 people were killed in Taiz.",
        "The shells fell at noon.",
        "The medics said 14 people were killed.",
    )
    assert figures(sheet) == [("killed", 14, 14, ("medics",))]


def test_two_figures_of_one_speaker_are_both_kept(read: Read) -> None:
    sheet = read("Medics said 14 people were killed in Taiz.", "Later the medics said 19 people were killed.")
    assert figures(sheet) == [("killed", 14, 14, ("medics",)), ("killed", 19, 19, ("medics",))]


def test_one_figure_of_two_speakers_is_two_claims(read: Read) -> None:
    sheet = read("Police said nine men were killed in Garissa.", "Residents said nine men were killed.")
    assert figures(sheet) == [("killed", 9, 9, ("police",)), ("killed", 9, 9, ("residents",))]


def test_a_figure_told_first_without_a_speaker_stands_where_it_is_credited(read: Read) -> None:
    sheet = read("A blast in Quetta killed 17 people.", "Hospital officials said the blast killed 17 people.")
    (figure,) = figures(sheet)
    assert figure[:3] == ("killed", 17, 17)
    assert [speaker.lower() for speaker in figure[3]] == ["hospital officials"]


def test_three_sources_of_one_attack_keep_their_own_figures(read: Read) -> None:
    sheet = read(
        "The army said four civilians were killed in the raid on Tongori.",
        "Villagers said 23 people had died.",
        "Amnesty International said at least 19 people were killed, including eight children.",
    )
    assert [(low, high, speakers[0].lower()) for _, low, high, speakers in figures(sheet)] == [
        (4, 4, "army"),
        (23, 23, "villagers"),
        (19, None, "amnesty international"),
        (8, 8, "amnesty international"),
    ]


def test_it_said_means_nobody_of_another_article(read: Read) -> None:
    sheet = read("Hamas said two of its fighters were killed.", "It said five homes were destroyed.")
    assert sheet.passages is not None
    first, second = sheet.passages
    apart = replace(
        sheet,
        articles=(Article(span=first.span), Article(span=second.span)),
        passages=(first, replace(second, article=1)),
    )
    together = [claim.speakers for claim in read_claims_by_rules(sheet).claims or () if claim.passage == 1]
    separate = [claim.speakers for claim in read_claims_by_rules(apart).claims or () if claim.passage == 1]
    assert set(together) == {("Hamas",)}
    assert all("Hamas" not in speakers for speakers in separate)


def test_a_claim_knows_its_article_and_its_passage(read: Read) -> None:
    sheet = read("The road was quiet.", "A mine killed two herders near Gao.")
    claims = sheet.claims or ()
    assert claims
    assert {(claim.article, claim.passage) for claim in claims} == {(0, 1)}


def test_the_credit_is_the_span_of_the_speakers_words(read: Read) -> None:
    sheet = read("At least six traders were killed in Mamfe, a local official said.")
    (claim,) = (claim for claim in sheet.claims or () if isinstance(claim, Casualty))
    assert claim.credit is not None
    assert Span(*claim.credit).of(sheet.document.text) == "a local official"


@pytest.mark.parametrize(
    "sentences",
    [
        ["The clouds were low over the valley."],
        ["She bought bread and walked home."],
        ["The exhibition opens in May and runs for six weeks."],
        [""],
    ],
    ids=["weather", "errand", "exhibition", "empty"],
)
def test_sentences_about_no_conflict_make_no_claim(read: Read, sentences: list[str]) -> None:
    assert read(*sentences).claims == ()


def test_claims_stand_in_the_order_of_the_text(read: Read) -> None:
    sheet = read(
        "Ukraine said 30 drones were shot down and two women were wounded in Sumy.",
        "Russia denied hitting homes.",
        "The Red Cross said 400 people had fled.",
    )
    claims: tuple[Claim, ...] = sheet.claims or ()
    assert [claim.start for claim in claims] == sorted(claim.start for claim in claims)
    assert {claim.passage for claim in claims} == {0, 1, 2}


def test_a_sheet_without_passages_has_no_claims(read: Read) -> None:
    sheet = replace(read("Two men died."), passages=(), counts=(), mentions=(), places=(), times=())
    assert read_claims_by_rules(sheet).claims == ()
