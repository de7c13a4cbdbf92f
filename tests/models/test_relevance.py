"""The filter keeps news on wars that it was not taught and drops sport, business, weather and politics."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.models.catalog import HOME, catalog
from counterclaim.models.relevance import (
    document_relevance,
    keeps_document,
    keeps_passage,
    passage_relevance,
    words_of,
)

CLAIMS = {
    "casualty": (
        "Seven fishermen were killed and two wounded when a patrol boat opened fire off Hodeidah.",
        "Some 4,000 families have fled Kutum since the paramilitaries entered the town.",
    ),
    "event": (
        "Artillery pounded the eastern outskirts of Chasiv Yar for a third night.",
        "Gunmen on motorbikes stormed a police post in Nasarawa before dawn.",
    ),
    "responsibility": (
        "The junta denied that its aircraft had dropped the bombs on the monastery.",
        "No group has claimed responsibility for the blast in Quetta.",
        "Kigali accused the Congolese army of arming the militia.",
    ),
    "control": (
        "The brotherhood alliance now holds every bridge on the road to Lashio.",
        "Government troops retook the airport of Kidal on Tuesday.",
    ),
    "damage": (
        "A drone set two oil tanks on fire at the refinery in Tuapse.",
        "The strike flattened a clinic and eleven houses in Nuseirat.",
    ),
    "agreement": (
        "Both sides agreed to a ceasefire of ten days so that aid can reach El Fasher.",
        "The truce around Stepanakert was broken within hours, monitors said.",
    ),
    "intent": (
        "The ministry said that the raid had been aimed at a weapons depot.",
        "Officers called the shooting of the two shepherds a mistake.",
    ),
    "plan": (
        "The president vowed to send more soldiers to Cabo Delgado.",
        "The rebels threatened to resume attacks if the prisoners are not released.",
    ),
    "assessment": (
        "The UN envoy condemned the killings as an outrage.",
        "Analysts say that the offensive has failed to weaken the insurgents.",
    ),
}

ABOUT_CONFLICT = {
    "Sudan": "Shelling of the Abu Shouk camp killed at least 19 displaced people on Friday, a network of local "
    "doctors said. The army blamed the Rapid Support Forces, which did not comment.",
    "Ukraine": "Ukrainian forces shot down 31 of 40 drones overnight, the air force said. Debris damaged a school in "
    "Dnipro. Russia's defence ministry said that it had struck an arms factory.",
    "Myanmar": "Resistance fighters seized a battalion headquarters near Falam after a siege of five weeks. The junta "
    "answered with air raids on villages, residents said.",
    "Congo": "M23 rebels advanced on Walikale despite the truce, and thousands of villagers fled into the forest. "
    "Kinshasa accused Rwanda of sending troops across the border, which Kigali denies.",
    "Colombia": "Two soldiers were killed by a landmine in Catatumbo. The governor said the guerrillas had laid it "
    "on a path that leads to a school.",
    "Gaza": "An air strike hit a residential block in Khan Younis, killing a family of six, medics said. The Israeli "
    "military said that it had targeted a commander of Hamas.",
    "Somalia": "Al-Shabaab fighters attacked an African Union base with a car bomb. The group claimed to have killed "
    "dozens of soldiers; the mission spoke of three dead.",
    "Kashmir": "India and Pakistan accused each other of firing across the line of control. A farmer was wounded on "
    "the Pakistani side, officials said.",
    "Haiti": "Gang members armed with rifles burned a police station in Artibonite and abducted four officers. "
    "Residents built barricades and fled by boat.",
    "in capitals": "TERRORISTS BLEW UP A PYLON NEAR AYACUCHO LAST NIGHT, THE ARMY REPORTED. TWO GUARDS WERE WOUNDED. "
    "THE SHINING PATH IS BELIEVED TO BE RESPONSIBLE.",
}

OPENING_WITH_AN_ATTACK = {
    "pirates": "Pirates boarded a tanker off the coast on Tuesday and took its cook hostage. The vessel was on its way to "
    "the harbour with a cargo of palm oil, its owner said. Insurance rates for the route have doubled since the spring, brokers "
    "say, and many owners now choose the longer way. The company thanked the crew for their calm. The ship is of a class "
    "that was built for the trade in edible oils; she will sail on once the radar is mended, which may take a week.",
    "an office": "A former clerk walked into an insurance office on Monday and shot two of his colleagues dead, police said. He had "
    "been dismissed a week before, a manager told reporters, and had come to collect his things. Staff hid in a kitchen and left by "
    "the stairs. Officers closed the street until the evening. Counsellors will be in the building "
    "all week, the company said, and the mayor asked people to lay flowers at the gate.",
}

ABOUT_OTHER_THINGS = {
    "a film": "The director shot her new comedy in an empty hotel, with the staff as extras. Critics who saw it at the festival "
    "praised the songs and the young star, and audiences laughed. It opens in cinemas in the autumn.",
    "football": "Porto's captain shot his side into the lead after nine minutes, and the defence held out until the "
    "break. The visitors attacked again and again, but the goalkeeper was not to be beaten.",
    "tennis": "The Polish player lost the first set but fought back to win in three. She meets an Italian in the "
    "quarter-finals on Thursday.",
    "markets": "Shares in the chip maker jumped nine per cent after it raised its forecast for sales. Investors had "
    "feared a price war with its rivals in Asia.",
    "company": "The grocer will open sixty shops next year and hire 2,000 people, its chief executive said. It blamed "
    "higher wages for a fall in its margins.",
    "weather": "Fog will clear slowly on Monday, and the afternoon will be mild with some sun in the south. Showers "
    "reach the coast by evening.",
    "politics": "The upper house passed the pension bill by 61 votes to 39. Senators from the coast voted against it, "
    "saying that it would burden young people.",
    "election": "The mayor opened her campaign with a promise of cheaper buses. Her rival said that the city had no "
    "money for gifts.",
    "science": "Researchers have found a beetle that drinks fog from its own wings. They hope to copy the pattern on "
    "roofs in dry countries.",
    "arts": "The choir sings Bach on Sunday in the old brewery. Tickets can be had at the door, and the bar opens at "
    "six.",
    "recipe": "Beat the eggs with the sugar, fold in the flour and bake for forty minutes. Let the cake cool before "
    "you cut it.",
}


@pytest.mark.parametrize(
    ("kind", "claim"), [(kind, claim) for kind, told in CLAIMS.items() for claim in told]
)
def test_a_passage_with_a_claim_of_any_type_is_kept(kind: str, claim: str) -> None:
    assert keeps_passage(claim), kind


@pytest.mark.parametrize("war", ABOUT_CONFLICT)
def test_news_on_any_war_is_kept(war: str) -> None:
    assert keeps_document(ABOUT_CONFLICT[war])


@pytest.mark.parametrize("attack", OPENING_WITH_AN_ATTACK)
def test_an_article_that_opens_with_an_attack_is_kept_though_the_rest_is_of_other_things(attack: str) -> None:
    text = OPENING_WITH_AN_ATTACK[attack]
    rest = text[text.index(".") + 1 :]
    assert document_relevance(text) < 0.35
    assert keeps_document(text)
    assert not keeps_document(rest)


@pytest.mark.parametrize("subject", ABOUT_OTHER_THINGS)
def test_news_on_other_things_is_dropped(subject: str) -> None:
    assert not keeps_document(ABOUT_OTHER_THINGS[subject])


@pytest.mark.parametrize(
    "passage",
    [
        "What do you want to know?",
        "She studied law in Lisbon.",
        "Read more.",
        "Her latest book is about bees.",
    ],
)
def test_a_passage_that_cannot_carry_a_claim_is_dropped(passage: str) -> None:
    assert not keeps_passage(passage)


def test_a_brief_that_is_surely_on_a_war_keeps_a_page_of_other_news() -> None:
    page = list(ABOUT_OTHER_THINGS.values())
    assert not keeps_document("\n".join(page))
    assert keeps_document("\n".join([*page[:5], ABOUT_CONFLICT["Somalia"], *page[5:]]))


def test_a_war_report_counts_for_more_than_a_match_report() -> None:
    war, match = ABOUT_CONFLICT["Sudan"], ABOUT_OTHER_THINGS["football"]
    assert document_relevance(match) < document_relevance(war)
    assert passage_relevance("She studied law in Lisbon.") < passage_relevance(CLAIMS["casualty"][0])


def test_lost_apostrophes_and_commas_change_nothing() -> None:
    text = "Russia's army, Kyiv says, shelled Kherson's markets, homes and clinics."
    damaged = text.replace("'", "").replace(",", "")
    assert document_relevance(damaged) == document_relevance(text)
    assert passage_relevance(text.upper()) == passage_relevance(text)


def test_numbers_count_by_their_length() -> None:
    assert words_of("62 people in 2016") == words_of("83 people in 2017")


@given(st.text(max_size=400))
def test_relevance_is_a_probability_whatever_the_text(text: str) -> None:
    assert 0.0 <= document_relevance(text) <= 1.0
    assert 0.0 <= passage_relevance(text) <= 1.0


def test_the_shipped_weights_are_those_of_the_catalogue() -> None:
    entry = catalog()["relevance"]
    content = (HOME / entry["folder"] / "weights.json").read_bytes()
    assert hashlib.sha256(content).hexdigest() == entry["sha256"]["weights.json"]
    assert len(content) < 150_000
