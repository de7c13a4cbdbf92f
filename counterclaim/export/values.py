"""Claims and tallies as plain values, the same in every JSON format."""

from __future__ import annotations

from typing import Any

from counterclaim.core.claims import claim_type
from counterclaim.core.incidents import FiledClaim
from counterclaim.export.cells import Cell, joined
from counterclaim.incidents.tallies import Reconciled, range_words

# What leaves the store is listed: a field that is new in a claim is not handed on unless it is added here.
OF_SOME_TYPES = (
    "harm min max qualifier group status scope perpetrator event_type actor target stance accused holder change "
    "object outcome agreement".split()
)
_OF_ALL = "id start end quote speakers via explicitness modality polarity when when_basis place date maker score".split()
_OF_PLACES = "lat lon radius_km precision name kind country admin1 gazetteer_id".split()


def claim_value(filed: FiledClaim) -> dict[str, Any]:
    """A claim with its document; fields that are not stated are left out."""
    claim = filed.claim
    told: dict[str, Any] = {name: getattr(claim, name, None) for name in (*_OF_ALL, *OF_SOME_TYPES)}
    told["type"] = claim_type(claim)
    told["where"] = claim.where and {name: getattr(claim.where, name) for name in _OF_PLACES}
    told |= {
        "document": filed.document_id,
        "doc": filed.doc,
        "outlet": filed.outlet,
        "published": filed.published,
    }
    return {name: value for name, value in told.items() if value not in (None, (), "")}


def claim_cells(filed: FiledClaim, incident: str | None) -> dict[str, Cell]:
    """A claim as a row of a table; an empty cell is "not stated", never 0."""
    claim, where = filed.claim, filed.claim.where
    return {
        "claim_id": claim.id,
        "incident": incident,
        "document_id": filed.document_id,
        "doc": filed.doc,
        "outlet": filed.outlet,
        "published": filed.published,
        "type": claim_type(claim),
        "start": claim.start,
        "end": claim.end,
        "quote": claim.quote,
        "sentence": filed.sentence,
        "speakers": joined(claim.speakers),
        "via": joined(claim.via),
        "explicitness": claim.explicitness,
        "modality": claim.modality,
        "polarity": claim.polarity,
        "when_edtf": claim.when,
        "when_basis": claim.when_basis,
        "date": claim.date,
        "place": claim.place,
        "latitude": where.lat if where else None,
        "longitude": where.lon if where else None,
        "radius_km": where.radius_km if where else None,
        "where_prec": where.precision if where else None,
        "gazetteer_id": where.gazetteer_id if where else None,
        **{name: getattr(claim, name, None) for name in OF_SOME_TYPES},
        "maker": claim.maker,
        "score": claim.score,
    }


def tally_values(result: Reconciled) -> dict[str, Any]:
    """The tallies of a profile with its name and that of its settings; null is unknown."""
    return {
        "profile": result.profile,
        "settings": result.settings,
        "tallies": [
            {
                "harm": tally.harm,
                "people": tally.people,
                "low": tally.low.number,
                "best": tally.best.number if tally.best else None,
                "high": tally.high.number,
                "high_open": tally.high.open,
                "in_words": range_words(tally),
                "flags": list(tally.flags),
                "claims": sorted({*tally.low.claims, *tally.high.claims}),
            }
            for tally in result.tallies
        ],
    }
