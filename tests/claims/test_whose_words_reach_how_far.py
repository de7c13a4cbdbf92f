"""How far a speaker's words reach in a sentence, and for whom a spokesperson speaks who is named by what he serves."""

from __future__ import annotations

import pytest

from counterclaim.core.claims import Agreement, Casualty, Claim, Control, Damage, Event, Responsibility
from tests.claims.conftest import sheet_of


def claims_of(kind: type[Claim], *sentences: str) -> list[Claim]:
    return [claim for claim in sheet_of(*sentences).claims or () if isinstance(claim, kind)]


def test_a_country_before_a_headlines_colon_says_nothing() -> None:
    assert {
        claim.speakers for claim in claims_of(Control, "Mali: rebels seize the town of Gao in dawn raid")
    } == {()}


def test_what_experts_say_between_commas_ends_at_the_comma() -> None:
    sentence = (
        "The M23, which UN experts say is backed by Rwanda, took control of the town of Walikale on Saturday."
    )
    (control,) = claims_of(Control, sentence)
    assert control.speakers == ()
    assert control.quote.startswith("took")


def test_whom_the_next_speaker_is_named_as_is_not_blamed() -> None:
    sentence = "A priest accused the army of shelling the market, Human Rights Watch said."
    assert [
        claim.accused for claim in claims_of(Responsibility, sentence) if isinstance(claim, Responsibility)
    ] == ["army"]


def test_a_claim_that_another_rejects_is_denied_by_the_other() -> None:
    sentence = (
        "Minister Ali Tarar claimed that 40 soldiers had been killed near Uri, a claim that India rejected."
    )
    (denial,) = claims_of(Responsibility, sentence)
    assert denial.speakers == ("India",)
    assert {claim.speakers for claim in claims_of(Casualty, sentence)} == {("Ali Tarar",)}


def test_the_month_of_may_makes_nothing_a_forecast() -> None:
    (agreement,) = claims_of(
        Agreement, "Both sides agreed to a ceasefire on May 10, the president announced."
    )
    assert agreement.modality == "asserted"


def test_since_when_nothing_was_as_deadly_is_neither_day_nor_total() -> None:
    sentence = "A raid killed 74 people in the deadliest attack since the campaign began on 15 March."
    (figure,) = claims_of(Casualty, sentence)
    assert isinstance(figure, Casualty)
    assert (figure.date, figure.scope) == (None, "incident")


@pytest.mark.parametrize(
    ("before", "said", "speaker"),
    [
        (
            "The Houthi health ministry said 74 people died.",
            "Anis Obeid, the ministry's spokesman, said five medics were killed.",
            "Houthi Health Ministry",
        ),
        (
            "The Congolese army gave a lower toll.",
            "Its spokesman in the area, Lieutenant Marc Elo, said about 40 people were killed.",
            "Congolese army",
        ),
        (
            "The Houthis fired a missile at the port.",
            "The group's military spokesman Yahya Sari said five sailors were killed.",
            "Houthis",
        ),
    ],
)
def test_a_spokesman_speaks_for_the_body_that_he_is_named_by(before: str, said: str, speaker: str) -> None:
    figures = [
        claim for claim in claims_of(Casualty, before, said) if claim.quote.startswith(("five", "about"))
    ]
    assert [figure.speakers for figure in figures] == [(speaker,)]


def test_whether_anybody_was_hurt_is_no_claim_that_somebody_was() -> None:
    assert claims_of(Casualty, "The army did not say whether there were casualties.") == []


def test_to_hold_along_the_line_of_control_holds_nothing() -> None:
    assert (
        claims_of(Control, "Forty soldiers were killed along the Line of Control near the town of Uri.") == []
    )


@pytest.mark.parametrize(
    ("sentence", "harm"),
    [
        ("Troops neutralised five bandits in Taraba State.", "killed_or_wounded"),
        ("The army eliminated three gunmen near Jenin.", "killed"),
    ],
)
def test_what_armies_call_it_is_harm(sentence: str, harm: str) -> None:
    assert [claim.harm for claim in claims_of(Casualty, sentence) if isinstance(claim, Casualty)] == [harm]


def test_a_bomb_made_safe_harmed_nobody() -> None:
    assert claims_of(Casualty, "Sappers neutralised a bomb in the market.") == []


def test_drones_brought_down_are_losses() -> None:
    (loss,) = claims_of(Damage, "Two drones were brought down over Karachi.")
    assert isinstance(loss, Damage)
    assert (loss.min, loss.outcome) == (2, "destroyed")


def test_what_nobody_is_credited_with_is_quoted_without_the_comma_before_it() -> None:
    sentence = "The group, which experts say is strong, shelled a market in Uvira late on Saturday night."
    assert all(claim.quote[0].isalnum() for claim in claims_of(Event, sentence))


def test_a_man_called_said_says_nothing() -> None:
    figures = claims_of(Casualty, "Omar Said (25) and two farmers were killed by a mine in Orsa.")
    assert {claim.speakers for claim in figures} == {()}


def test_what_a_minister_orders_to_be_done_is_not_what_he_asks_for() -> None:
    sentence = "The minister, who ordered the strike on the town, said the rebels would not return."
    assert all(not claim.quote.startswith("the strike") for claim in sheet_of(sentence).claims or ())


def test_the_month_of_a_report_is_not_the_month_of_the_killings() -> None:
    sentence = "A later UN report, published in May 2023, found that at least 500 people had been executed."
    (figure,) = claims_of(Casualty, sentence)
    assert figure.date is None


def test_a_time_behind_a_semicolon_is_of_another_claim() -> None:
    sentence = (
        "A truce ended the fighting last November; the ministry says 330 people have been killed in raids."
    )
    assert {claim.date for claim in claims_of(Casualty, sentence)} == {None}


def test_who_could_not_be_told_apart_is_accused_of_nothing() -> None:
    sentence = "The UN said its experts could not determine who fired the shell."
    (claim,) = claims_of(Responsibility, sentence)
    assert isinstance(claim, Responsibility)
    assert (claim.accused, claim.polarity) == (None, "negated")


def test_an_item_of_a_list_is_quoted_without_its_mark() -> None:
    (event,) = claims_of(Event, "• On Friday a drone strike on a camp in Dedebit killed 56 people.")
    assert event.quote.startswith("On Friday")


@pytest.mark.parametrize(
    ("sentence", "fewest"),
    [
        ("A mother of 12 was killed by a shell in Orsa.", 1),
        ("Gunmen killed four cadres of the party in Orsa.", 4),
        ("Three border guard troopers were killed in Orsa.", 3),
    ],
)
def test_children_are_not_counted_for_their_mother_nor_ranks_left_out(sentence: str, fewest: int) -> None:
    assert [claim.min for claim in claims_of(Casualty, sentence) if isinstance(claim, Casualty)] == [fewest]
