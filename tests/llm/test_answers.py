"""Reading what a model wrote: fences do no harm, one bad claim does not cost the others."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.core.claims import Casualty, Event
from counterclaim.llm.answers import MAX_CLAIMS, answer_schema, parse_answer
from tests.llm.conftest import said

GOOD = said("event", "shells fell")
ANSWER = json.dumps({"claims": [GOOD]})


@pytest.mark.parametrize(
    "words",
    [
        ANSWER,
        f"```json\n{ANSWER}\n```",
        f"Here are the claims:\n```\n{ANSWER}\n```\nI hope this helps.",
        f"<think>Is {{this}} an event?</think>{ANSWER}",
        json.dumps({"claims": [GOOD], "notes": "none"}),
    ],
)
def test_a_fence_or_talk_around_the_answer_does_no_harm(words: str) -> None:
    answer = parse_answer(words)
    assert [claim.quote for claim in answer.claims] == ["shells fell"]
    assert (answer.misfits, answer.broken) == ((), None)


@pytest.mark.parametrize(
    "words", ["", "  ", "I cannot help with that.", ANSWER[:-9], "[]", '{"claim": []}', "{}{}"]
)
def test_an_answer_without_the_object_is_broken(words: str) -> None:
    answer = parse_answer(words)
    assert answer.claims == ()
    assert answer.broken


@pytest.mark.parametrize(
    ("bad", "why"),
    [
        ({**GOOD, "event_type": "skirmish"}, "event_type"),
        ({**GOOD, "certainty": 0.9}, "certainty"),
        ({**GOOD, "speakers": ["the army"]}, "explicitness"),
        ({**GOOD, "explicitness": "named"}, "explicitness"),
        ({**GOOD, "type": "rumour"}, "type"),
        ({"type": "event", "passage": 1}, "quote"),
        ({**GOOD, "quote": ["shells", "fell"]}, "quote"),
        ("shells fell", "type"),
        (None, "type"),
    ],
)
def test_one_claim_that_does_not_fit_leaves_the_others(bad: Any, why: str) -> None:
    answer = parse_answer(json.dumps({"claims": [GOOD, bad, GOOD]}))
    assert len(answer.claims) == 2
    [misfit] = answer.misfits
    assert why in misfit.why


def test_a_model_that_loops_is_cut_off() -> None:
    answer = parse_answer(json.dumps({"claims": [GOOD] * (MAX_CLAIMS + 5)}))
    assert len(answer.claims) == MAX_CLAIMS
    assert len(answer.misfits) == 1


@given(
    st.text()
    | st.recursive(st.none() | st.text() | st.integers(), st.lists).map(lambda v: json.dumps({"claims": v}))
)
def test_any_words_at_all_are_read_or_refused(words: str) -> None:
    answer = parse_answer(words)
    assert answer.broken is not None or answer.claims == ()


def test_the_schema_asks_for_every_field_as_strict_endpoints_want_it() -> None:
    schema = answer_schema()
    for name, part in schema["$defs"].items():
        assert part["required"] == list(part["properties"]), name
        assert part["additionalProperties"] is False
    for keyword in ("default", "title", "oneOf", "discriminator", "minimum"):
        assert f'"{keyword}":' not in json.dumps(schema)


def test_the_schema_has_the_vocabulary_of_claims() -> None:
    parts = answer_schema()["$defs"]
    casualty, event = parts["SaidCasualty"]["properties"], parts["SaidEvent"]["properties"]
    assert set(casualty) - {"passage", "type"} <= set(Casualty.__struct_fields__)
    assert set(event) - {"passage", "type"} <= set(Event.__struct_fields__)
    assert "chemical_attack" in event["event_type"]["enum"]
    assert casualty["harm"]["enum"][0] == "killed"
