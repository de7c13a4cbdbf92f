"""Denials: in so many words, of somebody else's act, of what was broken; and who "the coalition" or "it" is."""

from __future__ import annotations

import pytest

from counterclaim.core.claims import Agreement, Casualty, Claim, Control, Responsibility
from tests.claims.conftest import sheet_of


def claims_of(*sentences: str) -> tuple[Claim, ...]:
    return sheet_of(*sentences).claims or ()


@pytest.mark.parametrize(
    ("sentence", "speaker", "accused"),
    [
        ("The coalition has denied responsibility.", "coalition", "coalition"),
        ("The junta denied involvement.", "junta", "junta"),
        ("The government continues to deny that the navy attacked civilians.", "government", "navy"),
        ("The ministry rejected claims that the navy had shelled a ferry.", "ministry", "navy"),
        ("The army denied that it had shelled the market.", "army", "army"),
    ],
)
def test_a_denial_has_its_speaker_and_whose_act_it_was_not(sentence: str, speaker: str, accused: str) -> None:
    (denial,) = [claim for claim in claims_of(sentence) if isinstance(claim, Responsibility)]
    assert (denial.stance, denial.speakers, denial.accused) == ("denies", (speaker,), accused)


def test_the_coalition_is_the_one_named_before() -> None:
    *_, denial = claims_of(
        "The ministry blamed the Saudi-led coalition for the raid.",
        "The coalition has denied responsibility.",
    )
    assert denial.speakers == ("Saudi-led coalition",)


def test_a_broken_truce_that_is_denied_was_not_broken() -> None:
    (told,) = [
        claim
        for claim in claims_of("The Southern Front denied that it had broken the ceasefire.")
        if isinstance(claim, Agreement)
    ]
    assert (told.status, told.polarity) == ("violated", "negated")


@pytest.mark.parametrize(
    ("sentence", "accused", "speaker"),
    [
        ("It was an attack the government blamed on the Shining Dawn.", "Shining Dawn", "government"),
        ("The mayor blamed the attack on the army.", "army", "mayor"),
    ],
)
def test_an_attack_is_blamed_on_somebody(sentence: str, accused: str, speaker: str) -> None:
    (blame,) = [claim for claim in claims_of(sentence) if isinstance(claim, Responsibility)]
    assert (blame.accused, blame.speakers) == (accused, (speaker,))


def test_it_is_the_television_that_reported() -> None:
    *_, figure = claims_of(
        "The army retook Nasib, state television reported.", "It said dozens of rebels were killed."
    )
    assert isinstance(figure, Casualty)
    assert figure.speakers == ("state television",)


def test_who_lost_the_town_does_not_speak_of_it() -> None:
    (taken,) = [
        claim
        for claim in claims_of("Rebels retook the town of Nasib from the army, residents and medics said.")
        if isinstance(claim, Control)
    ]
    assert taken.speakers == ("residents", "medics")


@pytest.mark.parametrize(
    ("before", "sentence", "speaker", "accused"),
    [
        (
            "The UN said Malian soldiers executed dozens of civilians in Dioura.",
            "The army denied this, saying it protected civilians.",
            "army",
            "Malian forces",
        ),
        (
            "Officials accused Pakistan of bombing the airbase at Uri.",
            'Pakistan dismissed the report as "baseless".',
            "Pakistan",
            "Pakistan",
        ),
        (
            "Residents said soldiers burned 40 houses in Orsa.",
            "The army denied it.",
            "army",
            "army",
        ),
        (
            "Residents said shells hit the school in Orsa.",
            "In a statement, Israel rejected the claim.",
            "Israel",
            "Israel",
        ),
    ],
)
def test_a_denial_that_points_back_is_of_the_charge_before(
    before: str, sentence: str, speaker: str, accused: str
) -> None:
    (denial,) = [
        claim
        for claim in claims_of(before, sentence)
        if isinstance(claim, Responsibility) and claim.stance == "denies"
    ]
    assert (denial.speakers, denial.accused) == ((speaker,), accused)


@pytest.mark.parametrize(
    "before",
    ["The minister said elections would be held in May.", "The M23 said it attacked the base in Goma."],
)
def test_a_report_of_no_charge_is_not_denied_as_one(before: str) -> None:
    *_, last = claims_of(before, "Rwanda rejected the claim.")
    assert not (isinstance(last, Responsibility) and last.stance == "denies")


def test_what_a_priest_said_is_denied_without_the_priest() -> None:
    denials = [
        claim
        for claim in claims_of("A priest said soldiers had shelled two villages; the army denied it.")
        if isinstance(claim, Responsibility)
    ]
    assert [(denial.speakers, denial.accused, denial.quote) for denial in denials] == [
        (("army",), "army", "soldiers had shelled two villages")
    ]


def test_who_is_said_not_to_be_dead_is_accused_of_nothing() -> None:
    (death,) = claims_of("Police denied reports that the driver had been killed.")
    assert isinstance(death, Casualty)
    assert (death.speakers, death.polarity) == (("police",), "negated")


def test_the_army_is_no_armed_group_of_that_name() -> None:
    *_, told = claims_of(
        "The New People's Army said it ambushed a patrol in Negros.",
        "The army said two soldiers were killed.",
    )
    assert told.speakers == ("army",)


def test_a_groups_spokesman_speaks_for_the_group_just_blamed() -> None:
    *_, told = claims_of(
        "Boko Haram said it attacked a base in Borno.",
        "Police blamed the M23 for a raid in Goma.",
        "The group's spokesman, Abu Noor, said three civilians were killed.",
    )
    assert told.speakers == ("M23",)


def test_a_liberation_front_takes_no_town() -> None:
    sentence = "Rebels of the Azawad Liberation Front shelled the airport at Kidal."
    assert not [claim for claim in claims_of(sentence) if isinstance(claim, Control)]


def test_a_boast_that_is_called_false_is_not_the_governments_act() -> None:
    claims = claims_of(
        '"Our fighters killed eight officials in Orsa," al-Shabaab said.',
        "The government dismissed the claim as propaganda.",
    )
    stances = [claim.stance for claim in claims if isinstance(claim, Responsibility)]
    assert stances == ["claims"]
