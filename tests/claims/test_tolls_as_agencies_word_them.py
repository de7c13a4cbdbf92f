"""Tolls, tallies and earlier figures in the words of agencies, ministries and monitors."""

from __future__ import annotations

import pytest

from counterclaim.core.claims import Casualty, Control, Damage
from tests.claims.conftest import sheet_of


def figures_of(sentence: str) -> list[tuple[str, int | None, str | None]]:
    """Harm, fewest and who, of each figure in text order."""
    claims = sheet_of(sentence).claims or ()
    return [(claim.harm, claim.min, claim.group) for claim in claims if isinstance(claim, Casualty)]


@pytest.mark.parametrize(
    ("sentence", "figure"),
    [
        ("The army raised to 13 the number of Marines killed in Orsa.", ("killed", 13, "Marines")),
        (
            "The latest deaths brought to 58 the number of government troops slain in the fighting.",
            ("killed", 58, "government troops"),
        ),
        (
            "The number of border guards killed in clashes with smugglers has climbed to 220.",
            ("killed", 220, "border guards"),
        ),
        ("Earlier reports put the number of those wounded at 209.", ("wounded", 209, None)),
        ("The number of people displaced has passed 4,000.", ("displaced", 4000, "people")),
        ("The army named three men, bringing its military dead to 209.", ("killed", 209, None)),
    ],
)
def test_the_number_of_people_harmed_is_told_before_it_or_behind(
    sentence: str, figure: tuple[str, int, str | None]
) -> None:
    assert figure in figures_of(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The number of raids in which civilians died rose to 40.",
        "The number of civilians killed could rise, the mayor said.",
        "The army gave 12 medals, and a number of soldiers killed time.",
        "The price of bread rose to 53 from 44.",
    ],
)
def test_a_number_of_something_else_is_no_toll(sentence: str) -> None:
    assert all(fewest is None for _, fewest, _ in figures_of(sentence))


@pytest.mark.parametrize(
    ("sentence", "figures"),
    [
        ("A raid killed 53 people, up from 44 on Tuesday.", [53, 44]),
        ("A raid killed 36 people, revising down a previous estimate of 47.", [36, 47]),
        ("The death toll rose to 53 from 44.", [53, 44]),
        ("A raid killed 53 people from 44 families.", [53]),
        ("A raid killed 12 farmers, who came from 3 villages.", [12]),
    ],
)
def test_the_figure_that_another_replaces_is_kept_too(sentence: str, figures: list[int]) -> None:
    assert [fewest for _, fewest, _ in figures_of(sentence)] == figures


@pytest.mark.parametrize(
    ("line", "figures"),
    [
        ("Civilians killed: 11", [("killed", 11, "Civilians")]),
        ("Killed: 5, wounded: 12", [("killed", 5, None), ("wounded", 12, None)]),
        ("Abducted: 23", [("abducted", 23, None)]),
        ("Casualties: 3 killed, 4 wounded", [("killed", 3, None), ("wounded", 4, None)]),
        ("Incidents verified: 6", []),
    ],
)
def test_a_tally_counts_behind_its_labels(
    line: str, figures: list[tuple[str, int | None, str | None]]
) -> None:
    assert figures_of(line) == figures


@pytest.mark.parametrize(
    ("sentence", "figures"),
    [
        ("The raid killed four (4) gunmen and wounded two (2) others.", [4, 2]),
        ("Roadside bomb kills policeman in Orsa", [1]),
        ("Bomb kills soldier, wounds two in Orsa", [1, 2]),
        ("Strike kills soldier training near Orsa", [None]),
    ],
)
def test_figures_in_brackets_and_headlines_without_articles(sentence: str, figures: list[int | None]) -> None:
    assert [fewest for _, fewest, _ in figures_of(sentence)] == figures


@pytest.mark.parametrize(
    ("sentence", "scopes"),
    [
        ("The blast killed 30 people, six of whom were children.", ["incident", "part"]),
        ("The toll is of 24 dead, of which 14 civilians and 7 soldiers.", ["incident", "part", "part"]),
        ("Fifteen of those arrested were freed.", ["part"]),
        (
            "The army named five more dead soldiers, raising to 3,315 the number of troops killed since May.",
            ["incident", "cumulative"],
        ),
        ("Bandits killed two sailors they had held since May.", ["incident"]),
        ("At least 40 people have been killed since May.", ["cumulative"]),
    ],
)
def test_parts_totals_and_single_events_are_told_apart(sentence: str, scopes: list[str]) -> None:
    claims = sheet_of(sentence).claims or ()
    assert [claim.scope for claim in claims if isinstance(claim, Casualty)] == scopes


def test_students_later_found_dead_are_no_part_of_the_kidnapped() -> None:
    sentence = "They recall the kidnapping of 12 students, of whom five were later found murdered."
    assert figures_of(sentence) == [("abducted", 12, "students"), ("killed", 5, None)]


@pytest.mark.parametrize(
    ("sentence", "figures"),
    [
        ("Twelve soldiers died, including Captain Aru Tembe, and 35 were wounded.", [12, 35]),
        ("Three bombers blew themselves up among the fleeing civilians, killing 17.", [17]),
        ("No one among the miners was hurt.", [0]),
        ("Two peacekeepers had succumbed to injuries from a blast.", [2]),
    ],
)
def test_words_beside_the_harmed_add_nobody(sentence: str, figures: list[int]) -> None:
    assert [fewest for _, fewest, _ in figures_of(sentence)] == figures


@pytest.mark.parametrize(
    ("sentence", "perpetrator"),
    [
        ("Kenyan jets bombed two al-Shabaab camps, killing 30 fighters.", "Kenya"),
        ("Israel's strikes on Hezbollah positions killed five fighters.", "Israel"),
        ("An attack on Israeli soldiers near Orsa killed two people.", None),
        ("Hezbollah rockets hit a farm, wounding three civilians.", "Hezbollah"),
    ],
)
def test_whoever_is_struck_did_not_strike(sentence: str, perpetrator: str | None) -> None:
    claims = sheet_of(sentence).claims or ()
    found = {claim.perpetrator for claim in claims if isinstance(claim, Casualty)}
    assert {perpetrator and perpetrator in (name or "") for name in found} == {perpetrator and True}


@pytest.mark.parametrize(
    "sentence",
    [
        "Fighting killed 30 rebels, the defence ministry said in Moscow.",
        "Fourteen civilians have died, according to Yerevan.",
    ],
)
def test_where_somebody_spoke_is_not_where_it_happened(sentence: str) -> None:
    claims = sheet_of(sentence).claims or ()
    assert {claim.place for claim in claims if isinstance(claim, Casualty)} == {None}


@pytest.mark.parametrize(
    ("sentence", "changes"),
    [
        ("Two pilots were captured near Basra.", []),
        ("At least seven people lost their lives in blasts in the town of Baidoa.", []),
        ("Some 300 civilians arrived in cleared areas.", []),
        ("Gao was captured by rebels on Sunday.", ["seizes"]),
        ("The rebels captured the town of Gao and lost 12 men there.", ["seizes"]),
    ],
)
def test_people_are_taken_and_lives_lost_without_a_town_changing_hands(
    sentence: str, changes: list[str]
) -> None:
    claims = sheet_of(sentence).claims or ()
    assert [claim.change for claim in claims if isinstance(claim, Control)] == changes


@pytest.mark.parametrize(
    ("sentence", "fewest", "quote"),
    [
        ("Three jets and two helicopters were shot down.", 2, "two helicopters were shot down"),
        ("4 out of 40 hospitals were destroyed.", 4, "4 out of 40 hospitals were destroyed"),
    ],
)
def test_things_are_counted_by_the_number_beside_them(sentence: str, fewest: int, quote: str) -> None:
    (loss,) = [claim for claim in sheet_of(sentence).claims or () if isinstance(claim, Damage)]
    assert (loss.min, loss.quote) == (fewest, quote)


@pytest.mark.parametrize(
    ("sentence", "figures"),
    [
        ("Two of the wounded later died in hospital.", [("killed", 2)]),
        ("Two of the wounded are children.", [("wounded", 2)]),
        ("A mine wounded a corporal, who died on the way to hospital.", [("wounded", 1), ("killed", 1)]),
        ("Five people who died in the raid were farmers.", [("killed", 5)]),
    ],
)
def test_the_wounded_who_died_are_dead(sentence: str, figures: list[tuple[str, int]]) -> None:
    assert [(harm, fewest) for harm, fewest, _ in figures_of(sentence)] == figures
