"""A claim as rows of the claim tables, and back."""

from __future__ import annotations

from typing import Any, NamedTuple

import msgspec

from counterclaim.core.claims import Claim, claim_type
from counterclaim.core.errors import StoreError
from counterclaim.core.located import Located
from counterclaim.store.days import day_columns

_encoder = msgspec.json.Encoder(order="deterministic")
_decoder: msgspec.json.Decoder[Claim] = msgspec.json.Decoder(Claim)

LARGEST_INTEGER = 2**63 - 1  # of SQLite; `body` keeps a larger figure as it is

# Columns that are fields of some types of claim only; the others are always there.
_OF_SOME_TYPES = {
    "place": "place",
    "date": "date",
    "harm": "harm",
    "min": "figure_min",
    "max": "figure_max",
    "qualifier": "qualifier",
    "group": "victim_group",
    "status": "status",
    "scope": "scope",
    "perpetrator": "perpetrator",
    "event_type": "event_type",
    "actor": "actor",
    "target": "target",
    "stance": "stance",
    "accused": "accused",
    "holder": "holder",
    "change": "change",
    "object": "object",
    "outcome": "outcome",
    "agreement": "agreement",
}


class Carrier(NamedTuple):
    """Who published the article that a claim stands in, and when (EDTF)."""

    outlet: str | None
    published: str | None


def claim_row(document_id: str, claim: Claim, decision: str | None, carrier: Carrier) -> dict[str, Any]:
    """The row of `claims`; `decision` is the newest ruling's."""
    row: dict[str, Any] = {
        "id": claim.id,
        "document_id": document_id,
        "type": claim_type(claim),
        "start": claim.start,
        "end": claim.end,
        "quote": claim.quote,
        "article": claim.article,
        "passage": claim.passage,
        "explicitness": claim.explicitness,
        "modality": claim.modality,
        "polarity": claim.polarity,
        "when_edtf": claim.when,
        "maker": claim.maker,
        "score": claim.score,
        "decision": decision,
        "body": _encoder.encode(claim).decode(),
        "outlet": carrier.outlet,
        "published": carrier.published,
        **day_columns("published", carrier.published),
        **day_columns("when", claim.when),
        **_where(claim.where),
    }
    for field, column in _OF_SOME_TYPES.items():
        value = getattr(claim, field, None)
        row[column] = min(value, LARGEST_INTEGER) if isinstance(value, int) else value
    return row


def _where(where: Located | None) -> dict[str, Any]:
    """Where the claim's place lies; all empty where nobody can tell."""
    return {
        "lat": where and where.lat,
        "lon": where and where.lon,
        "radius_km": where and where.radius_km,
        "where_prec": where and where.precision,
        "gazetteer_id": where and where.gazetteer_id,
    }


def speaker_rows(claim: Claim) -> list[dict[str, Any]]:
    """The rows of `claim_speakers`, innermost first."""
    return [
        {"claim_id": claim.id, "position": position, "speaker": speaker}
        for position, speaker in enumerate(claim.speakers)
    ]


def via_rows(claim: Claim) -> list[dict[str, Any]]:
    """The rows of `claim_via`, outer to inner."""
    return [
        {"claim_id": claim.id, "position": position, "via": relay} for position, relay in enumerate(claim.via)
    ]


def decode_claim(body: str) -> Claim:
    """The claim of a row's `body`.

    Raises:
        StoreError: the body is no claim of this program's vocabulary.
    """
    try:
        return _decoder.decode(body)
    except msgspec.DecodeError as error:
        raise StoreError(f"a stored claim cannot be read ({error}); read its document again") from error
