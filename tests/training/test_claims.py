"""Annotated claims become what the reader learns from."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from training.claims import claim_examples, split_credit
from training.examples import Example

TEXT = "Rebels shelled Marwa on Friday, killing nine farmers, the governor said. Peace talks are due."


def claim(kind: str, quote: str, **fields: Any) -> dict[str, Any]:
    start = TEXT.index(quote)
    common = {"speakers": ["the governor"], "modality": "asserted", "polarity": "affirmed"}
    return {"type": kind, "start": start, "end": start + len(quote), "quote": quote, **common, **fields}


CASUALTY = claim(
    "casualty",
    "killing nine farmers",
    harm="killed",
    status="civilian",
    scope="incident",
    group="farmers",
    perpetrator="rebels",
    place=None,
    date=None,
)
EVENT = claim(
    "event",
    "Rebels shelled Marwa on Friday",
    event_type="shelling",
    actor="rebels",
    target=None,
    place="Marwa",
    date="Friday",
    credit=[TEXT.index("the governor"), TEXT.index(" Peace") - 1],
)


def example(tmp_path: Path, claims: list[dict[str, Any]], corpus: str = "gold") -> Example:
    path = tmp_path / "claims.jsonl"
    path.write_text(json.dumps({"text": TEXT, "claims": claims}) + "\n", "utf-8")
    return next(claim_examples(corpus, path))


def words(found: Example, layer: str) -> list[tuple[str, str]]:
    return [(TEXT[start:end], label) for start, end, label in found.spans[layer]]


def test_a_claim_marks_its_span_and_its_values(tmp_path: Path) -> None:
    found = example(tmp_path, [EVENT, CASUALTY])
    assert words(found, "claims.casualty") == [("killing nine farmers", "casualty")]
    assert words(found, "harm") == [("killing nine farmers", "killed")]
    assert words(found, "status") == [("killing nine farmers", "civilian")]
    assert words(found, "event_type") == [("Rebels shelled Marwa on Friday", "shelling")]
    assert found.spans["claims.plan"] == ()


def test_slots_are_known_inside_claims_only(tmp_path: Path) -> None:
    found = example(tmp_path, [EVENT, CASUALTY])
    assert words(found, "slots.group") == [("farmers", "group")]
    assert words(found, "slots.actor") == [("Rebels", "actor")]
    unknown = [TEXT[start:end] for start, end in found.unknown["slots.actor"]]
    assert any("Peace talks" in stretch for stretch in unknown)
    # Who did the killing is named elsewhere in the sentence: the claim's words teach nothing of it.
    assert "killing nine farmers" in unknown


def test_an_optional_claim_is_neither_marked_nor_held_against_the_reader(tmp_path: Path) -> None:
    found = example(tmp_path, [{**CASUALTY, "optional": True}])
    assert found.spans["claims.casualty"] == ()
    assert [TEXT[start:end] for start, end in found.unknown["claims.casualty"]] == ["killing nine farmers"]


def test_words_of_credit_teach_attribution_where_they_are_annotated(tmp_path: Path) -> None:
    found = example(tmp_path, [EVENT], corpus="open_gold")
    assert words(found, "attribution.source") == [("the governor", "source")]
    assert words(found, "attribution.cue") == [("said", "cue")]
    assert words(found, "attribution.content") == [("Rebels shelled Marwa on Friday", "content")]
    assert "attribution.source" not in example(tmp_path, [EVENT]).spans


@pytest.mark.parametrize(
    ("credit", "source", "cue"),
    [
        ("according to relatives of the dead", "relatives of the dead", "according to"),
        ("said a hospital director", "a hospital director", "said"),
        ("the junta's spokesman, Maj. Tun, told reporters", "the junta's spokesman, Maj. Tun", "told"),
        ("the defence ministry", "the defence ministry", None),
    ],
)
def test_words_of_credit_are_parted_into_source_and_cue(credit: str, source: str, cue: str | None) -> None:
    parts = {part: credit[start:end] for part, (start, end) in split_credit(credit).items()}
    assert parts.get("source") == source
    assert parts.get("cue") == cue
