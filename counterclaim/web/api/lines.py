"""Agreements and the control of places, as they are told over time."""

from __future__ import annotations

from collections.abc import Iterable

from fastapi import APIRouter, Request
from msgspec.structs import replace
from starlette.responses import Response

from counterclaim.core.incidents import FiledClaim
from counterclaim.incidents.lines.agreements import agreement_lines
from counterclaim.incidents.lines.control import control_lines
from counterclaim.incidents.lines.entries import Entry
from counterclaim.store import Store, find
from counterclaim.store.select import parse_selection, select_all
from counterclaim.web.api.answers import page_answer
from counterclaim.web.api.asked import page_of, parameters_of
from counterclaim.web.api.records import (
    AgreementRecord,
    ControlRecord,
    DisputeRecord,
    EntryRecord,
    claim_record,
)
from counterclaim.web.pages.opened import OpenStore

router = APIRouter()


@router.api_route("/lines/agreements", methods=["GET", "HEAD"])
def show_agreements(request: Request, store: OpenStore) -> Response:
    """One line for each agreement, those with most entries first."""
    before, limit = page_of(parameters_of(request, ("limit", "after")))
    lines = agreement_lines(_claims(store, "agreement"))
    items = tuple(
        AgreementRecord(name=one.name, kind=one.kind, place=one.place, entries=_entries(one.entries))
        for one in lines[before : before + limit]
    )
    return page_answer(request, items, len(lines), _following(before + limit, len(lines)))


@router.api_route("/lines/control", methods=["GET", "HEAD"])
def show_control(request: Request, store: OpenStore) -> Response:
    """One line for each place, those with most entries first."""
    before, limit = page_of(parameters_of(request, ("limit", "after")))
    lines = control_lines(_claims(store, "control"))
    items = tuple(
        ControlRecord(
            place=one.place,
            entries=_entries(one.entries),
            disputes=tuple(
                DisputeRecord(claim=told.claim, other=told.other, basis=told.basis) for told in one.disputes
            ),
        )
        for one in lines[before : before + limit]
    )
    return page_answer(request, items, len(lines), _following(before + limit, len(lines)))


def _claims(store: Store, kind: str) -> list[FiledClaim]:
    wanted = replace(parse_selection("claims", [("type", kind)]), columns=("id",))
    with store.reading() as connection:
        ids = [str(row["id"]) for row in select_all(connection, wanted)]
        return find.read_claims_by_id(connection, ids)


def _entries(entries: Iterable[Entry]) -> tuple[EntryRecord, ...]:
    return tuple(
        EntryRecord(claim=claim_record(one.filed), when=one.when, basis=one.basis) for one in entries
    )


def _following(end: int, total: int) -> str | None:
    return str(end) if end < total else None
