"""An incident's claims and tally as files: what the page shows, with the sentence behind every value.

Columns are called as in the tables of `export`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import msgspec
from starlette.responses import Response

from counterclaim.core.incidents import Incident
from counterclaim.core.wording import claim_words
from counterclaim.export.cells import Cell, comma_separated
from counterclaim.export.values import OF_SOME_TYPES, claim_cells, claim_value
from counterclaim.incidents.tallies import Bound, Reconciled, Step, Tally
from counterclaim.web.asof import Known
from counterclaim.web.render import path_part

CLAIM_COLUMNS = [
    *"claim_id incident document_id doc outlet published type start end reads quote sentence speakers via".split(),
    *"explicitness modality polarity when_edtf when_basis date place latitude longitude".split(),
    *"radius_km where_prec gazetteer_id".split(),
    *OF_SOME_TYPES,
    *"maker score address".split(),
]
TALLY_COLUMNS = (
    "incident profile settings harm people end number open claim_id speaker figure quote sentence doc why address"
).split()


class File(NamedTuple):
    """A download."""

    media_type: str
    body: bytes


def claims_json(known: Known, as_of: str | None) -> File:
    """The incident, its claims with their sentences, and all relations among them."""
    incident = known.incident
    told = {
        "incident": incident.code,
        "previous_codes": incident.previous_codes,
        "title": incident.title,
        "kind": incident.kind,
        "place": incident.place,
        "when_edtf": incident.when,
        "basis": incident.basis,
        "as_of": as_of,
        "left_out_later": known.later,
        "left_out_undated": known.undated,
        "claims": [{**claim_value(one), "sentence": one.sentence} for one in known.filed],
        "relations": incident.relations,
    }
    return File("application/json", pretty_json(told))


def claims_csv(known: Known) -> File:
    """A row for each claim, in the order of the documents; an empty cell is "not stated", never 0."""
    rows = (
        {
            **claim_cells(one, known.incident.code),
            "reads": claim_words(one.claim),
            "address": _address(one.document_id, one.claim.id),
        }
        for one in known.filed
    )
    return File("text/csv", comma_separated(CLAIM_COLUMNS, rows))


def tally_json(known: Known, result: Reconciled, as_of: str | None) -> File:
    """Tallies, suggested grade, notes and the trace of every claim."""
    told = {"incident": known.incident.code, "as_of": as_of, **msgspec.to_builtins(result)}
    return File("application/json", pretty_json(told))


def tally_csv(known: Known, result: Reconciled) -> File:
    """A row for each end of each tally and each claim behind it, then one for each claim that was left out."""
    return File("text/csv", comma_separated(TALLY_COLUMNS, _tally_rows(known.incident, result)))


def _address(document_id: str, claim: str) -> str:
    """Where on this site a claim stands in its text."""
    return f"/documents/{path_part(document_id)}#claim-{claim}"


def _tally_rows(incident: Incident, result: Reconciled) -> Iterator[dict[str, Cell]]:
    steps = {step.claim: step for step in result.trace}
    lead: dict[str, Cell] = {
        "incident": incident.code,
        "profile": result.profile,
        "settings": result.settings,
    }
    for tally in result.tallies:
        for name, bound in _ends(tally):
            of = {**lead, "harm": tally.harm, "people": tally.people, "end": name, "number": bound.number}
            of["open"] = "yes" if bound.open else None
            for claim in bound.claims:
                yield {**of, **_step_cells(steps[claim])}
            if not bound.claims:
                yield of
    for step in result.trace:
        if not step.used:
            yield {**lead, "end": "left out", **_step_cells(step)}


def _step_cells(step: Step) -> dict[str, Cell]:
    return {
        "claim_id": step.claim,
        "speaker": step.speaker,
        "figure": step.figure,
        "quote": step.quote,
        "sentence": step.sentence,
        "doc": step.doc,
        "why": step.why,
        "address": _address(step.document_id, step.claim),
    }


def _ends(tally: Tally) -> list[tuple[str, Bound]]:
    ends = [("low", tally.low), ("best", tally.best), ("high", tally.high)]
    return [(name, bound) for name, bound in ends if bound is not None]


def pretty_json(value: object) -> bytes:
    """The value as JSON that people can read."""
    return msgspec.json.format(msgspec.json.encode(value), indent=1) + b"\n"


def attached(body: bytes, media_type: str, name: str) -> Response:
    """The answer that a browser keeps as a file of this name."""
    safe = "".join(
        letter if letter.isascii() and (letter.isalnum() or letter in "-_.") else "_" for letter in name
    )
    return Response(
        body, media_type=media_type, headers={"Content-Disposition": f'attachment; filename="{safe}"'}
    )
