"""Claims as JSON-LD: `claim_review.jsonld` in schema.org's words, `annotations.jsonld` as W3C Web Annotations.

No review carries a rating, and none an author: the program compares claims and rules on none. Who publishes the
file adds its own name. How claims stand to one another has no word in schema.org and stands under `cc:`.
"""

from __future__ import annotations

from collections import defaultdict

from counterclaim.core.claims import claim_type
from counterclaim.core.incidents import FiledClaim
from counterclaim.core.spans import Span, quote_of
from counterclaim.core.wording import claim_words, speaker_words
from counterclaim.export.gather import Record
from counterclaim.export.made import Made, json_file
from counterclaim.incidents.profiles import Settings

REVIEWS, ANNOTATIONS = "claim_review.jsonld", "annotations.jsonld"
_CONTEXT = ["https://schema.org", {"cc": "urn:counterclaim:terms:"}]


def export_reviews(record: Record, profile: str, settings: Settings) -> Made:  # noqa: ARG001
    """A ClaimReview for each claim, with the relations to other claims of its incident."""
    codes = record.incident_of()
    relations: dict[str, list[dict[str, str]]] = defaultdict(list)
    for one in record.incidents:
        for told in one.incident.relations:
            relations[told.claim].append({"kind": told.kind, "claim": _urn(told.other), "basis": told.basis})
    graph = [_review(one, record, codes.get(one.claim.id), relations[one.claim.id]) for one in record.claims]
    return Made((json_file(REVIEWS, {"@context": _CONTEXT, "@graph": graph}),))


def export_annotations(record: Record, profile: str, settings: Settings) -> Made:  # noqa: ARG001
    """An annotation for each claim, with both selectors into its document's text."""
    items = [_annotation(one, record) for one in record.claims]
    page = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": "urn:counterclaim:annotations",
        "type": "AnnotationPage",
        "items": items,
    }
    return Made((json_file(ANNOTATIONS, page),))


def _review(
    one: FiledClaim, record: Record, code: str | None, relations: list[dict[str, str]]
) -> dict[str, object]:
    claim, row = one.claim, record.documents[one.document_id]
    appearance: dict[str, object] = {
        "@type": "CreativeWork",
        "@id": f"urn:counterclaim:document:{row.id}",
        "name": row.title or row.doc,
    }
    if one.outlet:
        appearance["publisher"] = {"@type": "Organization", "name": one.outlet}
    if one.published:
        appearance["datePublished"] = one.published
    said: dict[str, object] = {
        "@type": "Claim",
        "@id": _urn(claim.id),
        "text": claim.quote,
        "appearance": appearance,
    }
    if claim.speakers:
        said["author"] = [{"@type": "Thing", "name": speaker} for speaker in claim.speakers]
    return {
        "@type": "ClaimReview",
        "@id": f"urn:counterclaim:review:{claim.id}",
        "claimReviewed": f"{speaker_words(claim)}: {claim_words(claim)}",
        "itemReviewed": said,
        "cc:type": claim_type(claim),
        "cc:modality": claim.modality,
        "cc:polarity": claim.polarity,
        "cc:via": list(claim.via),
        "cc:incident": code,
        "cc:relations": relations,
    }


def _annotation(one: FiledClaim, record: Record) -> dict[str, object]:
    claim = one.claim
    quote = quote_of(record.texts[one.document_id], Span(claim.start, claim.end))
    return {
        "id": _urn(claim.id),
        "type": "Annotation",
        "motivation": "classifying",
        "body": [
            {"type": "TextualBody", "purpose": "classifying", "value": claim_type(claim)},
            {
                "type": "TextualBody",
                "purpose": "describing",
                "value": f"{speaker_words(claim)}: {claim_words(claim)}",
            },
        ],
        "target": {
            "source": f"urn:counterclaim:document:{one.document_id}",
            "selector": [
                {"type": "TextPositionSelector", "start": claim.start, "end": claim.end},
                {
                    "type": "TextQuoteSelector",
                    "exact": quote.exact,
                    "prefix": quote.prefix,
                    "suffix": quote.suffix,
                },
            ],
        },
    }


def _urn(claim_id: str) -> str:
    return f"urn:counterclaim:claim:{claim_id}"
