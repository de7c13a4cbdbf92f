"""What is told of somebody beside the news: relative clauses, requests for comment, bodies of nations."""

from __future__ import annotations

import pytest

from counterclaim.core.claims import Casualty, Control, Event, Responsibility
from tests.claims.conftest import sheet_of


def test_it_is_the_party_that_did_not_answer() -> None:
    claims = (
        sheet_of(
            "At least nine people died, the Sudan Nurses Network said.",
            "The RSF, which holds the east of the city, did not respond to a request for comment.",
            "In a post on Telegram it accused the army of shelling the camp.",
        ).claims
        or ()
    )
    (blame,) = [claim for claim in claims if isinstance(claim, Responsibility)]
    assert blame.speakers == ("Rapid Support Forces",)


def test_a_party_of_which_something_else_is_told_is_not_it() -> None:
    claims = (
        sheet_of(
            "The town council said the bridge was closed.",
            "The RSF shelled the bridge.",
            "It put the number of wounded at 14.",
        ).claims
        or ()
    )
    (figure,) = [claim for claim in claims if isinstance(claim, Casualty)]
    assert figure.speakers == ("town council",)


@pytest.mark.parametrize(
    ("introduced", "pointing", "name"),
    [
        ("Seven people died, the Kordofan Doctors Network said.", "The network", "Kordofan Doctors Network"),
        ("The Tawila emergency room said seven people died.", "The room", "Tawila emergency room"),
        ("Seven people died, the Lake Chad Relief Office said.", "The office", "Lake Chad Relief Office"),
    ],
)
def test_a_noun_points_back_to_whoever_is_named_by_it(introduced: str, pointing: str, name: str) -> None:
    claims = sheet_of(introduced, f"{pointing} said 13 others were wounded.").claims or ()
    assert {claim.speakers for claim in claims if isinstance(claim, Casualty)} == {(name,)}


def test_who_is_named_in_a_clause_about_the_group_did_not_lay_the_ambush() -> None:
    claims = sheet_of("The Dawn Front, which is linked to ISIS, ambushed a patrol near Gao.").claims or ()
    (event,) = [claim for claim in claims if isinstance(claim, Event)]
    assert event.actor != "ISIS"


def test_those_killed_in_an_air_raid_did_not_fly_it() -> None:
    claims = sheet_of("Nineteen FARC guerrillas had been killed in an air raid in Calamar.").claims or ()
    (event,) = [claim for claim in claims if isinstance(claim, Event)]
    assert event.actor is None


def test_a_body_of_a_nation_is_not_the_nation() -> None:
    claims = sheet_of("Ukraine's emergency service said 28 people were killed in Ternopil.").claims or ()
    assert {claim.speakers for claim in claims} == {("Ukraine's emergency service",)}


def test_a_nations_adjective_keeps_its_capital() -> None:
    claims = sheet_of("Ukrainian rescuers said 28 people were killed in Ternopil.").claims or ()
    assert {claim.speakers for claim in claims} == {("Ukrainian rescuers",)}


def test_who_lost_is_told_behind_the_clause_on_what_he_once_seized() -> None:
    sheet = sheet_of("The army which seized power in 2021 has lost control of the town of Kyaukme.")
    (control,) = [claim for claim in sheet.claims or () if isinstance(claim, Control)]
    assert (control.change, control.place) == ("loses", "Kyaukme")
    assert "seized" not in (control.holder or "")


def test_people_told_anything_are_no_part_of_it() -> None:
    sheet = sheet_of("Survivors told researchers that gunmen abducted nine farmers in Nondin.")
    assert all("researchers" not in claim.quote for claim in sheet.claims or ())


def test_what_a_report_is_published_on_is_not_what_it_says() -> None:
    sheet = sheet_of(
        "The army executed 23 farmers in two villages, Amnesty International said in a report published on Thursday."
    )
    assert {claim.speakers for claim in sheet.claims or ()} == {("Amnesty International",)}


def test_the_day_in_front_of_the_report_is_not_the_day_of_the_raid() -> None:
    sheet = sheet_of("Orlova, 11 Nov. — The minister said nine miners died in a raid in Tivna.")
    assert {claim.date for claim in sheet.claims or () if isinstance(claim, Casualty)} == {None}


def test_the_day_of_what_a_victim_once_did_is_not_the_day_of_his_death() -> None:
    sheet = sheet_of("The strike hit a commander who had taken part in the 7 October attack.")
    assert {claim.date for claim in sheet.claims or () if isinstance(claim, Event)} == {None}


def test_a_denial_in_one_word_is_no_opinion() -> None:
    sheet = sheet_of("State media denied this and said troops had retaken Kyaukme on 1 October.")
    assert [type(claim) for claim in sheet.claims or ()] == [Control]
    (control,) = sheet.claims or ()
    assert isinstance(control, Control)
    assert control.holder == "troops"
