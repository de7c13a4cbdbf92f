"""A model's claim is believed only as far as the text bears it out."""

from __future__ import annotations

from typing import Any

import pytest

from counterclaim.core.claims import Casualty, Damage, Event, Responsibility, claim_id
from tests.llm.conftest import Ask, codes, issues, said

WIRE = (
    "At least 31 people died when a ferry was hit off Kismayo on Monday, the port authority said. "
    "Witnesses blamed two gunboats. A woman was pulled alive from the water. "
    "The navy denied that it had fired on the ferry."
)


def test_a_claim_that_the_text_bears_out_is_added_with_span_day_and_maker(ask: Ask) -> None:
    sheet = ask(
        WIRE,
        said(
            "casualty",
            "At least 31 people died",
            min=31,
            max=None,
            group="people",
            place="off Kismayo",
            date="Monday",
            speakers=["the port authority"],
        ),
    )
    [claim] = sheet.claims or ()
    assert isinstance(claim, Casualty)
    assert WIRE[claim.start : claim.end] == claim.quote == "At least 31 people died"
    assert (claim.min, claim.max, claim.qualifier) == (31, None, "at_least")
    assert claim.speakers == ("port authority",)
    assert claim.when_basis == "weekday; publication day not known"
    assert claim.maker == "llm.local/toy-1"
    assert claim.id == claim_id(sheet.document.id, claim)
    assert codes(sheet) == []


@pytest.mark.parametrize(
    ("claim", "code"),
    [
        (said("event", "a ferry was sunk off Kismayo"), "llm.quote_not_found"),
        (said("event", "Witnesses blamed two gunboats"), "llm.quote_not_found"),  # of another sentence
        (said("event", "a ferry was hit", passage=9), "llm.quote_not_found"),
        (said("event", ""), "llm.quote_not_found"),
        (said("event", "."), "llm.quote_not_found"),
        (said("event", "a ferry was hit", speakers=["."]), "llm.speaker_not_in_article"),
        (said("event", "erry was hit"), "llm.quote_not_found"),  # cuts a word
        (said("event", "A FERRY WAS HIT"), "llm.quote_not_found"),
        (said("casualty", "At least 31 people died", min=45, max=45), "llm.figure_not_in_quote"),
        (said("casualty", "At least 31 people died", min=31, max=90), "llm.figure_not_in_quote"),
        (said("casualty", "31 people died", min=31, max=31), "llm.figure_not_in_quote"),  # "at least" is lost
        (said("casualty", "people died", min=31), "llm.figure_not_in_quote"),
        (said("casualty", "people died", min=1, max=1, group="people"), "llm.figure_not_in_quote"),
        (said("casualty", "people died", min=0, max=0), "llm.figure_not_in_quote"),
        (said("event", "a ferry was hit", speakers=["Reuters"]), "llm.speaker_not_in_article"),
        (said("event", "a ferry was hit", speakers=["It"]), "llm.speaker_not_in_article"),
        (
            said("event", "a ferry was hit", speakers=["witnesses"], via=["Al Jazeera"]),
            "llm.speaker_not_in_article",
        ),
        (said("event", "a ferry was hit", actor="Boko Haram"), "llm.party_not_in_article"),
        (said("event", "a ferry was hit", place="Mogadishu"), "llm.words_not_in_article"),
        (said("event", "a ferry was hit", date="3 May"), "llm.words_not_in_article"),
    ],
)
def test_what_the_text_does_not_bear_out_is_an_issue_and_no_claim(
    ask: Ask, claim: dict[str, Any], code: str
) -> None:
    sheet = ask(WIRE, claim)
    assert sheet.claims == ()
    assert codes(sheet) == [code]
    [issue] = issues(sheet)
    assert issue.maker == "claims_llm.v1:local/toy-1"
    assert issue.span is not None
    assert issue.span.of(WIRE).startswith("At least 31 people died")


@pytest.mark.parametrize(
    ("text", "quote", "given", "read"),
    [
        ("More than 20 miners died.", "More than 20 miners died", (21, None), (21, None, "more_than")),
        ("More than 20 miners died.", "More than 20 miners died", (20, None), (21, None, "more_than")),
        ("Dozens of miners died.", "Dozens of miners died", (24, None), (24, None, "vague")),
        ("Up to 50 miners died.", "Up to 50 miners died", (None, 50), (None, 50, "at_most")),
        ("Between 10 and 12 miners died.", "Between 10 and 12 miners", (10, 12), (10, 12, "between")),
        ("Seventy-six miners died.", "Seventy-six miners died", (76, 76), (76, 76, "exact")),
        ("A 14-year-old girl died.", "A 14-year-old girl died", (1, 1), (1, 1, "exact")),
        ("A truck driver from Herat died.", "A truck driver from Herat died", (1, 1), (1, 1, "exact")),
        ("No miners died.", "No miners died", (0, 0), (0, 0, "none")),
        ("Miners died.", "Miners died", (None, None), (None, None, "unknown")),
        ("At least 62 miners died.", "At least 62 miners died", (62, 62), (62, None, "at_least")),
    ],
)
def test_bounds_are_what_the_words_say_whatever_the_model_made_of_them(
    ask: Ask,
    text: str,
    quote: str,
    given: tuple[int | None, int | None],
    read: tuple[int | None, int | None, str],
) -> None:
    group = next(
        words
        for words in ("girl", "truck driver from Herat", "miners")
        if words.casefold() in text.casefold()
    )
    [claim] = ask(text, said("casualty", quote, min=given[0], max=given[1], group=group)).claims or ()
    assert isinstance(claim, Casualty)
    assert (claim.min, claim.max, claim.qualifier) == read


def test_a_figure_is_looked_for_at_every_place_where_the_quote_stands(ask: Ask) -> None:
    text = "Of the 12 nurses, 4 nurses died and 12 nurses fled, the clinic said."
    [claim] = ask(text, said("casualty", "12 nurses", min=12, max=12, harm="displaced")).claims or ()
    assert text[claim.start : claim.end] == "12 nurses"


def test_an_age_is_no_figure(ask: Ask) -> None:
    sheet = ask(
        "A man aged 45 was killed in Donetsk.",
        said("casualty", "A man aged 45 was killed", min=45, max=45, group="man"),
    )
    assert codes(sheet) == ["llm.figure_not_in_quote"]


def test_things_are_counted_like_people(ask: Ask) -> None:
    text = "Rockets destroyed three bakeries and a bridge in Goma."
    three = said("damage", "destroyed three bakeries", min=3, max=3, object="bakeries", outcome="destroyed")
    one = said("damage", "a bridge", min=1, max=1, object="bridge", outcome="destroyed")
    found = ask(text, three, one).claims or ()
    figures = [(c.object, c.min, c.max) for c in found if isinstance(c, Damage)]
    assert figures == [("bakeries", 3, 3), ("bridge", 1, 1)]


def test_a_party_is_known_by_the_lexicons_name_where_any_of_its_spellings_stands_in_the_article(
    ask: Ask,
) -> None:
    text = "Russia's defence ministry said on Friday that jets struck a depot. It added that nobody was hurt."
    sheet = ask(
        text,
        said("event", "nobody was hurt", passage=2, speakers=["Russian Ministry of Defence"]),
        said("event", "jets struck a depot", speakers=["Russia's defence ministry"]),
    )
    assert {claim.speakers for claim in sheet.claims or ()} == {("Russian Ministry of Defence",)}


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("rebels", "rebels"),
        ("Generals", "Generals"),
        ("the army and the rebels", "army and rebels"),
        ("army/police", None),
    ],
)
def test_a_party_may_be_named_in_passing_and_several_must_all_be_named(
    ask: Ask, words: str, name: str | None
) -> None:
    text = "Shells fell on rebel-held Lashkar Gah; the army's generals, it seems, looked on."
    found = ask(text, said("event", "Shells fell", actor=words)).claims or ()
    assert [claim.actor for claim in found if isinstance(claim, Event)] == ([name] if name else [])


def test_a_speaker_of_another_article_is_no_speaker_of_this_one(ask: Ask) -> None:
    text = (
        "Floods hit the Nile\nKHARTOUM, Aug 3 (Reuters) - Water stood in the streets on Sunday, the mayor said. "
        "Aid came late. Roads were cut for days.\n\n"
        "Truce in Mindanao\nMANILA, Aug 4 (AFP) - Guns fell silent on Monday, a rebel commander said. "
        "Farmers went back to their fields. Schools opened again.\n"
    )
    sheet = ask(text, said("event", "Guns fell silent", passage=1, speakers=["mayor"]))
    assert [article.outlet for article in sheet.articles or ()] == ["Reuters", "AFP"]
    assert "llm.speaker_not_in_article" in codes(sheet)


def test_a_denial_is_always_negated(ask: Ask) -> None:
    denial = said(
        "responsibility",
        "it had fired on the ferry",
        passage=4,
        stance="denies",
        accused="the navy",
        speakers=["the navy"],
    )
    [claim] = ask(WIRE, denial).claims or ()
    assert isinstance(claim, Responsibility)
    assert (claim.polarity, claim.accused) == ("negated", "navy")


def known_event(quote: str, **fields: Any) -> Event:
    start = WIRE.index(quote)
    return Event(
        id="rule",
        start=start,
        end=start + len(quote),
        quote=quote,
        event_type="attack",
        maker="r.v1",
        **fields,
    )


def test_what_the_rules_found_already_stays_as_they_found_it(ask: Ask) -> None:
    first = known_event("a ferry was hit off Kismayo", speakers=("port authority",), explicitness="named")
    sheet = ask(WIRE, said("event", "a ferry was hit", speakers=["port authority"]), known=(first,))
    assert sheet.claims == (first,)
    assert codes(sheet) == []


def test_another_reading_of_a_known_claim_is_noted_and_the_claim_kept(ask: Ask) -> None:
    first = known_event("a ferry was hit off Kismayo", speakers=("port authority",), explicitness="named")
    sheet = ask(WIRE, said("event", "a ferry was hit", speakers=["Witnesses"]), known=(first,))
    assert sheet.claims == (first,)
    assert codes(sheet) == ["llm.differs"]
    note = sheet.issues[-1].message
    assert "Witnesses" in note
    assert "port authority" in note


def test_another_type_or_value_at_the_same_words_is_another_claim(ask: Ask) -> None:
    first = known_event("a ferry was hit off Kismayo")
    shelling = said("event", "a ferry was hit", event_type="shelling")
    assert len(ask(WIRE, shelling, known=(first,)).claims or ()) == 2


def test_a_model_that_repeats_itself_adds_one_claim(ask: Ask) -> None:
    once = said("casualty", "At least 31 people died", min=31, speakers=["port authority"])
    unnumbered = said("casualty", "people died", speakers=["port authority"])
    assert len(ask(WIRE, once, once, unnumbered).claims or ()) == 1


def test_a_speakers_figure_told_twice_is_one_claim(ask: Ask) -> None:
    text = "Police said 9 miners died. In all, 9 miners died in the attack, police said."
    twice = [
        said("casualty", "9 miners died", passage=place, min=9, max=9, speakers=["police"])
        for place in (1, 2)
    ]
    assert len(ask(text, *twice).claims or ()) == 1
