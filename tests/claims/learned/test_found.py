"""What the reader marks becomes a claim: its values, with numbers and names from the text."""

from __future__ import annotations

from msgspec.structs import replace

from counterclaim.claims.assemble import candidates_of
from counterclaim.claims.learned.found import tagged_claims
from counterclaim.claims.sentence import sentences_of
from counterclaim.core.claims import Casualty, Claim, Control, Damage, Event, Responsibility
from counterclaim.core.types import Sheet, Tag
from tests.claims.conftest import annotated

VALUES = {
    "harm": "wounded",
    "status": "civilian",
    "scope": "incident",
    "event_type": "looting",
    "stance": "denies",
    "change": "loses",
    "outcome": "destroyed",
    "agreement_status": "proposed",
    "modality": "alleged",
    "polarity": "affirmed",
    "credited": "nobody",
}


def tagged(sentence: str, *, slots: dict[str, str] | None = None, **claims: str) -> Sheet:
    """A sheet with claims marked by type, and slots by name, each by its words."""

    def mark(label: str, words: str, values: dict[str, str]) -> Tag:
        start = sentence.index(words)
        return Tag(label, start, start + len(words), 0.9, values)

    return replace(
        annotated(sentence),
        tags={
            "claims": tuple(mark(kind, words, VALUES) for kind, words in claims.items()),
            "slots": tuple(mark(slot, words, {}) for slot, words in (slots or {}).items()),
        },
    )


def only(sheet: Sheet) -> Claim:
    ((claim, _),) = [pair for sentence in sentences_of(sheet) for pair in tagged_claims(sentence)]
    return claim


def test_a_marked_toll_takes_its_bounds_from_the_words_and_its_harm_from_the_reader() -> None:
    claim = only(
        tagged(
            "More than 20 herders lay hurt in the clinic at Gao.", casualty="More than 20 herders lay hurt"
        )
    )
    assert isinstance(claim, Casualty)
    assert (claim.min, claim.max, claim.qualifier, claim.harm) == (21, None, "more_than", "wounded")
    assert (claim.group, claim.status, claim.modality) == ("herders", "civilian", "alleged")
    assert claim.maker == "reader.casualty.v1"


def test_a_count_of_nobody_is_a_denial_whatever_the_reader_says() -> None:
    claim = only(tagged("No villagers came to harm.", casualty="No villagers came to harm"))
    assert isinstance(claim, Casualty)
    assert (claim.min, claim.max, claim.polarity) == (0, 0, "negated")


def test_a_word_that_names_the_event_goes_before_the_readers_guess() -> None:
    named = only(tagged("Artillery shelled the port of Hodeidah.", event="shelled the port of Hodeidah"))
    guessed = only(tagged("Men in uniform emptied the depot.", event="Men in uniform emptied the depot"))
    assert isinstance(named, Event)
    assert isinstance(guessed, Event)
    assert (named.event_type, named.maker) == ("shelling", "reader.event.v1")
    assert (guessed.event_type, guessed.maker) == ("looting", "reader.event.unnamed.v1")


def test_who_acts_and_what_is_hit_come_from_the_marks_inside_the_claim() -> None:
    sentence = "The depot was emptied by the Wagner Group on Sunday."
    claim = only(
        tagged(
            sentence,
            slots={"actor": "the Wagner Group", "target": "depot", "date": "Sunday"},
            event=sentence[:-1],
        )
    )
    assert isinstance(claim, Event)
    assert (claim.actor, claim.target, claim.date) == ("Wagner Group", "depot", "Sunday")


def test_denials_are_negated_and_losses_counted() -> None:
    denial = only(tagged("The junta had no hand in it.", responsibility="had no hand in it"))
    assert isinstance(denial, Responsibility)
    assert (denial.stance, denial.polarity) == ("denies", "negated")
    loss = only(
        tagged("Three mills burned down.", slots={"target": "mills"}, damage="Three mills burned down")
    )
    assert isinstance(loss, Damage)
    assert (loss.min, loss.object, loss.outcome) == (3, "mills", "destroyed")
    front = only(
        tagged(
            "Rebels were driven from Bakhmut.",
            slots={"actor": "Rebels"},
            control="Rebels were driven from Bakhmut",
        )
    )
    assert isinstance(front, Control)
    assert (front.holder, front.change, front.place) == ("Rebels", "loses", "Bakhmut")


def test_an_accusation_of_nobody_is_no_claim() -> None:
    accuses = {**VALUES, "stance": "accuses"}
    sheet = tagged("The raid was a crime by Moscow.", responsibility="The raid was a crime by Moscow")
    assert sheet.tags is not None
    (mark,) = sheet.tags["claims"]
    blaming = replace(sheet, tags={"claims": (replace(mark, values=accuses),)})
    assert [pair for sentence in sentences_of(blaming) for pair in tagged_claims(sentence)] == []
    named = tagged(
        "The raid was a crime by Moscow.", slots={"actor": "Moscow"}, responsibility="a crime by Moscow"
    )
    assert isinstance(only(named), Responsibility)


def test_every_claim_quotes_the_document_where_it_says() -> None:
    sheet = tagged(
        "“We lost nine,” the mayor of Lviv said.", casualty="We lost nine", assessment="“We lost nine,”"
    )
    for candidate in candidates_of(sheet):
        claim = candidate.claim
        assert sheet.document.text[claim.start : claim.end] == claim.quote


def test_a_marked_span_is_quoted_without_what_ties_it_to_its_sentence() -> None:
    sheet = tagged("Men in uniform emptied the depot and left.", event="Men in uniform emptied the depot and")
    assert only(sheet).quote == "Men in uniform emptied the depot"


def test_a_marked_event_of_no_words_to_speak_of_is_none() -> None:
    (sentence,) = sentences_of(tagged("It began on 1 October in Aden.", event="1 October"))
    assert tagged_claims(sentence) == []
