"""Claims of rules and reader side by side: one claim once, unsure ones let go, confidence on each."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from counterclaim.claims.assemble import candidates_of, read_claims
from counterclaim.claims.learned import weigh
from counterclaim.claims.learned.weigh import Candidate
from counterclaim.core.claims import Casualty, Event
from counterclaim.core.types import Sheet
from tests.claims.learned.test_found import VALUES, tagged

SENTENCE = "Gunmen killed nine farmers near Marawi on Friday."


def of(sheet: Sheet, kind: type) -> list[Candidate]:
    return [candidate for candidate in candidates_of(sheet) if isinstance(candidate.claim, kind)]


def test_what_both_find_is_the_rules_claim_with_the_readers_mark() -> None:
    (found,) = of(tagged(SENTENCE, casualty="killed nine farmers"), Casualty)
    assert found.by_rule
    assert found.tag is not None
    assert found.claim.maker.startswith("figures.")


def test_what_the_reader_alone_marks_is_a_claim_of_its_own() -> None:
    (found,) = of(
        tagged("Men in uniform emptied the depot.", event="Men in uniform emptied the depot"), Event
    )
    assert not found.by_rule


def test_a_second_event_inside_a_rules_long_claim_is_kept() -> None:
    sentence = (
        "Warplanes bombed the port of Aden on Friday and its customs house was stripped bare that night."
    )
    sheet = tagged(sentence, event="Warplanes bombed the port of Aden")
    assert sheet.tags is not None
    (first,) = sheet.tags["claims"]
    start = sentence.index("customs house")
    second = replace(first, start=start, end=start + len("customs house was stripped bare"))
    found = of(replace(sheet, tags={"claims": (first, second)}), Event)
    assert [candidate.by_rule for candidate in found] == [True, False]


def test_every_claim_of_the_pipeline_has_a_confidence() -> None:
    claims = read_claims(tagged(SENTENCE, casualty="killed nine farmers")).claims
    assert claims
    assert all(claim.score is not None and 0 < claim.score < 1 for claim in claims)


def test_a_claim_that_the_reader_marks_too_is_surer() -> None:
    alone, both = (
        {type(claim): claim.score for claim in read_claims(sheet).claims or ()}
        for sheet in (tagged(SENTENCE), tagged(SENTENCE, casualty="killed nine farmers"))
    )
    assert (both[Casualty] or 0) > (alone[Casualty] or 0)


def test_an_unsure_claim_is_let_go(monkeypatch: pytest.MonkeyPatch) -> None:
    sheet = tagged(SENTENCE, casualty="killed nine farmers")
    monkeypatch.setattr(weigh, "confidence", lambda features: 0.9 if "casualty" in features else 0.01)
    assert {type(claim) for claim in read_claims(sheet).claims or ()} == {Casualty}


def test_of_what_a_speaker_says_the_surest_claim_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    sentence = "The truce is a farce, the governor of Taiz said."
    monkeypatch.setattr(weigh, "confidence", lambda features: 0.2)
    (claim,) = read_claims(tagged(sentence)).claims or ()
    assert claim.speakers
    monkeypatch.setattr(weigh, "confidence", lambda features: 0.09)
    assert read_claims(tagged(sentence)).claims == ()


def test_a_rule_for_what_happened_is_believed_sooner_than_an_opinion(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weigh, "confidence", lambda features: 0.12)
    assert read_claims(tagged("The governor of Taiz said rebels had captured Marawi.")).claims
    assert read_claims(tagged("The governor of Taiz said the talks were a farce.")).claims == ()


def test_one_event_is_not_told_by_rule_and_reader_apart() -> None:
    sentence = "On Friday a drone strike on a mosque in Marawi killed nine worshippers."
    sheet = tagged(sentence, event="a drone strike on a mosque in Marawi")
    assert len(of(sheet, Event)) == 1


def test_the_readers_values_cover_every_field_that_its_claims_need() -> None:
    from counterclaim.models.layers import LAYERS

    assert set(VALUES) == {layer.name for layer in LAYERS if layer.kind == "classes"}
