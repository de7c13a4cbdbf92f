"""JSON-LD: reviews without ratings, annotations that find their words again."""

from __future__ import annotations

from typing import Any

import jsonschema
from msgspec.structs import replace

from counterclaim.core.incidents import Relation
from tests.export.reading import made, value
from tests.export.telling import incident, record, strike_on_soldiers, toll

# From the W3C Web Annotation Data Model: what an annotation must have.
ANNOTATION: dict[str, Any] = {
    "type": "object",
    "required": ["id", "type", "body", "target"],
    "properties": {
        "id": {"type": "string", "format": "uri"},
        "type": {"const": "Annotation"},
        "motivation": {"enum": ["classifying", "describing", "identifying", "tagging"]},
        "body": {
            "type": "array",
            "items": {"properties": {"type": {"const": "TextualBody"}, "value": {"type": "string"}}},
        },
        "target": {
            "required": ["source", "selector"],
            "properties": {
                "selector": {
                    "type": "array",
                    "prefixItems": [
                        {
                            "properties": {
                                "type": {"const": "TextPositionSelector"},
                                "start": {"type": "integer", "minimum": 0},
                                "end": {"type": "integer", "minimum": 0},
                            },
                            "required": ["type", "start", "end"],
                        },
                        {
                            "properties": {
                                "type": {"const": "TextQuoteSelector"},
                                "exact": {"type": "string"},
                            },
                            "required": ["type", "exact"],
                        },
                    ],
                }
            },
        },
    },
}


def test_every_annotation_is_one_of_the_data_model() -> None:
    page = value(made(record(strike_on_soldiers()), "annotations"), "annotations.jsonld")
    assert page["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert len(page["items"]) == 4
    for each in page["items"]:
        jsonschema.validate(each, ANNOTATION)


def test_an_annotation_quotes_the_document_at_its_position() -> None:
    told = record(strike_on_soldiers())
    text = "".join(chr(97 + at % 26) for at in range(1000))
    page = value(made(told._replace(texts={"d1": text, "d2": text}), "annotations"), "annotations.jsonld")
    for each in page["items"]:
        position, quote = each["target"]["selector"]
        start, end = position["start"], position["end"]
        assert quote["exact"] == text[start:end]
        assert text[:start].endswith(quote["prefix"])
        assert text[end:].startswith(quote["suffix"])


def test_a_review_names_who_claims_and_rates_nobody() -> None:
    graph = value(made(record(strike_on_soldiers()), "claimreview"), "claim_review.jsonld")["@graph"]
    assert {each["@type"] for each in graph} == {"ClaimReview"}
    assert not any("reviewRating" in each or "author" in each for each in graph)
    assert graph[0]["itemReviewed"]["author"] == [{"@type": "Thing", "name": "US-led coalition"}]


def test_a_contradiction_stands_with_the_claim_and_its_reason() -> None:
    one = strike_on_soldiers()
    russian, observatory = one.filed[1].claim.id, one.filed[3].claim.id
    told = Relation(kind="contradicts", claim=russian, other=observatory, basis="62 and 83 cannot both be")
    linked = one._replace(incident=replace(one.incident, relations=(told,)))
    graph = value(made(record(linked), "claimreview"), "claim_review.jsonld")["@graph"]
    (relations,) = [each["cc:relations"] for each in graph if each["cc:relations"]]
    assert relations == [
        {"kind": "contradicts", "claim": f"urn:counterclaim:claim:{observatory}", "basis": told.basis}
    ]


def test_what_nobody_is_credited_with_has_no_author() -> None:
    (review,) = value(made(record(incident(toll(3, 3))), "claimreview"), "claim_review.jsonld")["@graph"]
    assert "author" not in review["itemReviewed"]
