"""Blame, credit and denial in fixed words: "holds X responsible", "took credit for", "a charge Moscow denied"."""

from __future__ import annotations

import pytest

from counterclaim.core.claims import Responsibility
from tests.claims.conftest import sheet_of


def stances(*sentences: str) -> list[tuple[str, tuple[str, ...], str | None]]:
    claims = sheet_of(*sentences).claims or ()
    return [
        (claim.stance, claim.speakers, claim.accused) for claim in claims if isinstance(claim, Responsibility)
    ]


@pytest.mark.parametrize(
    ("sentence", "speaker", "accused"),
    [
        ("A security source pointed the finger at a former bomber from Orsa.", "security source", "a former bomber from Orsa"),
        ("Officials laid the blame for the bombing on al-Shabaab.", "officials", "al-Shabaab"),
        ("The Federal Government holds NATO solely responsible for this crime.", "Federal Government", "NATO"),
        ("Israel expressed regret over the deaths but held Hamas responsible.", "Israel", "Hamas"),
    ],
)  # fmt: skip
def test_blame_with_a_noun_is_blame(sentence: str, speaker: str, accused: str) -> None:
    assert stances(sentence) == [("accuses", (speaker,), accused)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The rebels held the town.",
        "The army pointed its guns at the village.",
        "The council held talks in Orsa.",
    ],
)
def test_to_hold_or_point_alone_blames_nobody(sentence: str) -> None:
    assert stances(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "written"),
    [
        ("Hamas said it was behind the bombing.", ("claims", ("Hamas",), "Hamas")),
        ("The army takes full responsibility for the incident.", ("admits", ("army",), "army")),
        ("No group had taken credit for the bombing of a school.", ("claims", (), None)),
    ],
)
def test_an_act_is_owned_in_other_words(
    sentence: str, written: tuple[str, tuple[str, ...], str | None]
) -> None:
    (found,) = stances(sentence)
    assert found[:2] == written[:2]
    assert found[2] in (written[2], None)


def test_credit_for_a_truce_is_no_claim_of_an_attack() -> None:
    assert stances("The minister took credit for the new school.") == []


@pytest.mark.parametrize(
    ("sentence", "speaker", "accused"),
    [
        ("Kyiv accused Russia of arming the separatists, a charge Moscow has repeatedly denied.", "Russia", "Russia"),
        ("Baku rejected the allegation as baseless.", "Azerbaijan", "Azerbaijan"),
        ("The ministry denied that Armenian forces had fired on Ganja.", "ministry", "Armenian forces"),
        ("Khartoum says it had nothing to do with the raid.", "Sudan", "Sudan"),
        ("The separatists deny that they blew up the houses.", "separatists", "separatists"),
        ("Ethiopia's government has long denied any role in the war.", "Ethiopian government", "Ethiopian government"),
    ],
)  # fmt: skip
def test_a_denial_is_of_whoever_denies_and_about_whom_it_names(
    sentence: str, speaker: str, accused: str
) -> None:
    assert ("denies", (speaker,), accused) in stances(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The ministry neither confirmed nor denied the strike.",
        "The minister denied a visa to the journalist.",
        "The UN says 6,500 civilians have been killed, a figure the government disputes.",
        "The governor said it had nothing to do with the vote.",
    ],
)
def test_what_is_no_denial_of_an_act(sentence: str) -> None:
    assert stances(sentence) == []


def test_whom_it_means_is_accused() -> None:
    assert ("accuses", ("ministry",), "Hamas") in stances(
        "The ministry held Hamas responsible, accusing it of using civilians as shields."
    )
