"""Who acts: fighters without a name, "it" and "our forces", and the author of a statement."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from counterclaim.claims.assemble import read_claims_by_rules
from counterclaim.claims.voices import author_of
from counterclaim.core.claims import Claim, Control, Event, Plan, Responsibility
from counterclaim.core.spans import Span
from tests.claims.conftest import annotated, sheet_of


def claims_of(*sentences: str) -> tuple[Claim, ...]:
    return sheet_of(*sentences).claims or ()


def stated(*sentences: str) -> list[Claim]:
    """Claims of an article whose first sentence is its headline."""
    sheet = annotated(*sentences)
    (article,) = sheet.articles or ()
    titled = replace(article, headline=Span(0, len(sentences[0])))
    read = read_claims_by_rules(replace(sheet, articles=(titled,), passages=(sheet.passages or ())[1:]))
    return list(read.claims or ())


@pytest.mark.parametrize(
    ("sentence", "actor", "target"),
    [
        ("Insurgents attacked an army base in Gao on Sunday.", "insurgents", "army base"),
        ("Gunmen on motorcycles opened fire on a market in Kaya.", "gunmen", "market"),
        ("Police said armed men stormed a bank in Lima.", "armed men", "bank"),
        (
            "A drone operated by the Rapid Support Forces struck a clinic in Orsa.",
            "Rapid Support Forces",
            "clinic",
        ),
        ("Rebels were bombed near Orsa.", None, None),
        ("A blast hit a convoy of soldiers in Orsa.", None, None),
    ],
)
def test_fighters_without_a_name_act_where_they_are_the_subject(
    sentence: str, actor: str | None, target: str | None
) -> None:
    events = [claim for claim in claims_of(sentence) if isinstance(claim, Event)]
    assert {event.actor for event in events} <= {actor}
    assert actor is None or [(event.actor, event.target) for event in events] == [(actor, target)]


def test_an_attack_on_an_aid_convoy_delivers_no_aid() -> None:
    (event,) = [
        claim for claim in claims_of("Gunmen attacked an aid convoy near Orsa.") if isinstance(claim, Event)
    ]
    assert (event.event_type, event.actor) == ("attack", "gunmen")


@pytest.mark.parametrize(
    ("sentence", "shelled"),
    [
        ("Troops seized ten rifles and three mortars in Orsa.", False),
        ("Rebels fired mortars at the town of Orsa.", True),
    ],
)
def test_arms_that_are_seized_shell_nobody(sentence: str, shelled: bool) -> None:
    events = [claim for claim in claims_of(sentence) if isinstance(claim, Event)]
    assert any(event.event_type == "shelling" for event in events) is shelled


@pytest.mark.parametrize(
    ("sentence", "actor"),
    [
        ("The Israeli military said it bombed a depot in Rafah.", "Israeli military"),
        ("The M23 said its fighters attacked a convoy near Goma.", "M23"),
        ("The ministry said its forces repelled an assault on Pokrovsk.", "ministry"),
        ("The hospital said it was shelled by Russia on Monday.", "Russia"),
    ],
)
def test_it_is_the_speaker_who_fights(sentence: str, actor: str) -> None:
    assert [claim.actor for claim in claims_of(sentence) if isinstance(claim, Event)] == [actor]


@pytest.mark.parametrize(
    ("sentence", "accused"),
    [
        ('"We attacked the convoy in Goma," the M23 said.', ["M23"]),
        ("Al-Shabaab said its fighters had stormed the hotel in Kismayo.", ["al-Shabaab"]),
        ("The M23 said it had been attacked near Goma.", []),
        ('"We attacked nobody," the M23 said.', ["M23"]),
        ("The M23 said it will attack the base in Goma.", []),
    ],
)
def test_what_a_group_says_it_did_it_claims(sentence: str, accused: list[str]) -> None:
    claimed = [
        claim.accused
        for claim in claims_of(sentence)
        if isinstance(claim, Responsibility) and claim.stance == "claims"
    ]
    assert claimed == accused


def test_we_in_a_statement_is_who_issues_it() -> None:
    claims = stated(
        "Statement by the Arakan Army on the fighting",
        "1. On 10 February, our forces attacked the outpost at Danyawaddy.",
        "2. The junta bombed the village of Orsa.",
        "We will not withdraw.",
    )
    assert {claim.speakers for claim in claims} == {("Arakan Army",)}
    (own, _) = [claim for claim in claims if isinstance(claim, Event)]
    assert own.actor == "Arakan Army"
    assert own.quote.startswith("On 10 February")
    assert {claim.accused for claim in claims if isinstance(claim, Responsibility)} == {"Arakan Army"}


def test_what_is_told_about_a_statement_is_not_its_authors() -> None:
    claims = stated("Statement by the Arakan Army draws anger", "The junta bombed the village of Orsa.")
    assert {claim.speakers for claim in claims} == {()}


@pytest.mark.parametrize(
    ("headline", "author"),
    [
        ("Joint statement of the Arakan Army", "Arakan Army"),
        ("Arakan Army", "Arakan Army"),
        ("Arakan Army takes base", None),
        ("Anger over a second statement by the Arakan Army", None),
        ("Statement by a lawyer", None),
    ],
)
def test_a_headline_says_whose_statement_it_is(headline: str, author: str | None) -> None:
    found = author_of(headline)
    assert (found.name if found else None) == author


def test_we_of_nobody_known_is_the_documents_own_voice() -> None:
    assert {claim.speakers for claim in claims_of("We did not shell the hospital in Orsa.")} <= {()}


def test_we_inside_a_quotation_are_those_who_are_quoted() -> None:
    (blame,) = [
        claim
        for claim in claims_of(
            "Governor Ali Noor said shells fell.",
            '"We hold the militia fully responsible for this crime," the health ministry said.',
        )
        if isinstance(claim, Responsibility)
    ]
    assert (blame.speakers, blame.accused) == (("health ministry",), "militia")


@pytest.mark.parametrize(
    ("sentence", "polarity"),
    [
        ("The junta said it would not negotiate with the rebels.", "negated"),
        ("The government has no plan to hold elections, the minister said.", "negated"),
        ("Egypt has refused to reopen the crossing.", "negated"),
        ("The president has ruled out peace talks.", "negated"),
        ("The army said the attack will not go unpunished.", "affirmed"),
        ("The rebels said they would not stop until the war ends.", "affirmed"),
        ("The army said it would withdraw from the town.", "affirmed"),
    ],
)
def test_a_plan_that_is_refused_is_negated(sentence: str, polarity: str) -> None:
    assert [claim.polarity for claim in claims_of(sentence) if isinstance(claim, Plan)] == [polarity]


def test_who_refuses_to_comment_plans_nothing() -> None:
    assert [
        claim for claim in claims_of("The army refused to comment on the raid.") if isinstance(claim, Plan)
    ] == []


def test_a_quotation_that_goes_on_denies_what_it_says_was_not_done() -> None:
    *_, denial = claims_of(
        '"The report is not true," Armenian Defence Ministry spokesman Aram Torosyan said.',
        '"We did not open fire."',
    )
    assert isinstance(denial, Responsibility)
    assert (denial.stance, denial.accused) == ("denies", "Armenian Ministry of Defence")


def test_who_is_behind_an_attack_by_its_own_words_is_named() -> None:
    (claim,) = [
        one
        for one in claims_of("Al-Shabaab said it was behind the attack.")
        if isinstance(one, Responsibility)
    ]
    assert claim.accused == "al-Shabaab"


@pytest.mark.parametrize(
    ("sentence", "target"),
    [
        ("Militants abducted five farmers near Orsa.", "farmers"),
        ("Rebels executed a pilot near Orsa.", "pilot"),
        ("Gang members attacked the market in Orsa.", "market"),
    ],
)
def test_whom_it_was_done_to(sentence: str, target: str) -> None:
    (event,) = [claim for claim in claims_of(sentence) if isinstance(claim, Event)]
    assert event.target == target


@pytest.mark.parametrize(
    ("sentence", "taken"),
    [
        ("The army captured two members of a cell in Raqqa.", False),
        ("The army captured three villages in Raqqa.", True),
    ],
)
def test_prisoners_are_no_ground(sentence: str, taken: bool) -> None:
    assert any(isinstance(claim, Control) for claim in claims_of(sentence)) is taken


def test_one_office_is_not_taken_for_another() -> None:
    *_, last = claims_of("The ambassador said troops would stay.", "The president said talks would be held.")
    assert last.speakers == ("president",)


def test_talks_that_are_ruled_out_are_not_held() -> None:
    assert not [
        claim for claim in claims_of("The president ruled out talks in Doha.") if isinstance(claim, Event)
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "The United States said its planes had halted the air strike in Orsa.",
        "The army said it came under attack by mortars in Orsa.",
    ],
)
def test_an_act_that_is_halted_or_suffered_is_not_the_speakers(sentence: str) -> None:
    speakers = {"United States", "army"}
    assert not [
        claim for claim in claims_of(sentence) if isinstance(claim, Event) and claim.actor in speakers
    ]
